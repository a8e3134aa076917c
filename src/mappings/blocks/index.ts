// The registry of block mappings, in the order of IRD's toolbar; Composer's blocks after them. A type that is not listed becomes a placeholder.
import type { BlockType } from '../../ir/nodes.js';
import type { BlockMapping } from '../define.js';
import { composerHttpRestBlock, composerUserDataBlock, composerWebRequestBlock } from './composer/data.js';
import {
  composerPlayApplicationBlock,
  composerPlayMessageBlock,
  composerPlaySoundBlock,
  composerUserInputBlock,
} from './composer/dialogs.js';
import {
  composerBranchingBlock,
  composerDisconnectBlock,
  composerEntryBlock,
  composerExitBlock,
  composerLogBlock,
  composerWaitBlock,
} from './composer/flow.js';
import { composerAssignBlock, composerEcmaScriptBlock } from './composer/scripts.js';
import { composerForceRouteBlock, composerTargetBlock } from './composer/target.js';
import { assignBlock, multiAssignBlock } from './miscellaneous/assign.js';
import { attachBlock, multiAttachBlock } from './miscellaneous/attach.js';
import { callSubroutineBlock } from './miscellaneous/call-subroutine.js';
import { commentBlock } from './miscellaneous/comment.js';
import { entryBlock } from './miscellaneous/entry.js';
import { errorSegmentationBlock } from './miscellaneous/error-segmentation.js';
import { exitBlock } from './miscellaneous/exit.js';
import { functionBlock, multiFunctionBlock } from './miscellaneous/function.js';
import { ifBlock } from './miscellaneous/if.js';
import { macroBlock } from './miscellaneous/macro.js';
import { switchToStrategyBlock } from './miscellaneous/switch-to-strategy.js';
import {
  attachCategoriesBlock,
  classifyBlock,
  multiScreenBlock,
  screenBlock,
} from './multimedia/classification.js';
import { chatTranscriptBlock } from './multimedia/chat-transcript.js';
import {
  createInteractionBlock,
  findInteractionBlock,
  findInteractionsBlock,
  identifyContactBlock,
  renderMessageBlock,
  submitNewInteractionBlock,
  updateContactBlock,
  updateInteractionBlock,
  viewInteractionBlock,
} from './multimedia/contact.js';
import {
  acknowledgementBlock,
  autoresponseBlock,
  createEmailOutBlock,
  createNotificationBlock,
  createSmsOutBlock,
  forwardEmailBlock,
  redirectEmailBlock,
  replyEmailBlock,
} from './multimedia/messages.js';
import { sendEmailBlock, sendSmsOutBlock } from './multimedia/send.js';
import {
  addRecordBlock,
  cancelRecordBlock,
  doNotCallBlock,
  recordProcessedBlock,
  rescheduleRecordBlock,
  updateRecordBlock,
} from './outbound/records.js';
import { defaultBlock } from './routing/default.js';
import { forceRoutingBlock } from './routing/force-routing.js';
import { queueInteractionBlock, workbinBlock } from './routing/placing.js';
import { routeInteractionBlock } from './routing/route-interaction.js';
import { routingRuleBlock } from './routing/routing-rule.js';
import {
  loadBalancingBlock,
  percentageBlock,
  selectionBlock,
  statisticsBlock,
} from './routing/selection-blocks.js';
import { serviceLevelBlock } from './routing/service-level.js';
import { stopInteractionBlock } from './routing/stop-interaction.js';
import { workforceBlock } from './routing/workforce.js';
import {
  businessBlock,
  classifySegmentationBlock,
  screenSegmentationBlock,
} from './segmentation/attached-values.js';
import { dateBlock, dayOfWeekBlock, timeBlock } from './segmentation/calendar.js';
import { genericBlock } from './segmentation/generic.js';
import { aniBlock, dnisBlock } from './segmentation/numbers.js';
import { createSmsBlock, sendSmsBlock } from './sms/sms.js';
import { externalServiceBlock } from './services/external-service.js';
import { businessRuleBlock, customServerBlock, databaseWizardBlock } from './services/own-service.js';
import { webServiceBlock } from './services/web-service.js';
import {
  deleteAnnouncementBlock,
  ivrBlock,
  playApplicationBlock,
  recordAnnouncementBlock,
} from './treatments/applications.js';
import { busyTreatmentExitBlock } from './treatments/busy-treatment-exit.js';
import { cancelCallBlock } from './treatments/cancel-call.js';
import {
  collectDigitsBlock,
  playAndCollectBlock,
  playAnnouncementBlock,
  speakAndCollectBlock,
  textToSpeechBlock,
  verifyDigitsBlock,
} from './treatments/digits.js';
import { pauseBlock } from './treatments/pause.js';
import { setDefaultDestinationBlock } from './treatments/set-default-destination.js';
import {
  busyBlock,
  fastBusyBlock,
  musicBlock,
  ranBlock,
  ringbackBlock,
  silenceBlock,
} from './treatments/sounds.js';

// Each mapping takes its own block type; a list of them has no common one.
type AnyBlockMapping = { [T in BlockType]: BlockMapping<T> }[BlockType];

export const blockMappings: readonly AnyBlockMapping[] = Object.freeze([
  entryBlock,
  exitBlock,
  assignBlock,
  multiAssignBlock,
  functionBlock,
  multiFunctionBlock,
  ifBlock,
  callSubroutineBlock,
  attachBlock,
  multiAttachBlock,
  commentBlock,
  errorSegmentationBlock,
  macroBlock,
  switchToStrategyBlock,
  aniBlock,
  dnisBlock,
  dateBlock,
  dayOfWeekBlock,
  timeBlock,
  genericBlock,
  businessBlock,
  classifySegmentationBlock,
  screenSegmentationBlock,
  busyBlock,
  fastBusyBlock,
  ringbackBlock,
  silenceBlock,
  musicBlock,
  ranBlock,
  pauseBlock,
  cancelCallBlock,
  collectDigitsBlock,
  playAnnouncementBlock,
  playAndCollectBlock,
  textToSpeechBlock,
  speakAndCollectBlock,
  verifyDigitsBlock,
  playApplicationBlock,
  ivrBlock,
  recordAnnouncementBlock,
  deleteAnnouncementBlock,
  setDefaultDestinationBlock,
  busyTreatmentExitBlock,
  selectionBlock,
  statisticsBlock,
  percentageBlock,
  loadBalancingBlock,
  serviceLevelBlock,
  workforceBlock,
  routingRuleBlock,
  forceRoutingBlock,
  defaultBlock,
  queueInteractionBlock,
  routeInteractionBlock,
  stopInteractionBlock,
  workbinBlock,
  databaseWizardBlock,
  webServiceBlock,
  externalServiceBlock,
  customServerBlock,
  businessRuleBlock,
  acknowledgementBlock,
  attachCategoriesBlock,
  autoresponseBlock,
  chatTranscriptBlock,
  classifyBlock,
  createEmailOutBlock,
  createInteractionBlock,
  createNotificationBlock,
  createSmsOutBlock,
  findInteractionBlock,
  findInteractionsBlock,
  forwardEmailBlock,
  identifyContactBlock,
  multiScreenBlock,
  redirectEmailBlock,
  renderMessageBlock,
  replyEmailBlock,
  screenBlock,
  sendEmailBlock,
  sendSmsOutBlock,
  submitNewInteractionBlock,
  updateContactBlock,
  updateInteractionBlock,
  viewInteractionBlock,
  createSmsBlock,
  sendSmsBlock,
  addRecordBlock,
  cancelRecordBlock,
  doNotCallBlock,
  recordProcessedBlock,
  rescheduleRecordBlock,
  updateRecordBlock,
  composerEntryBlock,
  composerExitBlock,
  composerDisconnectBlock,
  composerAssignBlock,
  composerEcmaScriptBlock,
  composerBranchingBlock,
  composerTargetBlock,
  composerForceRouteBlock,
  composerPlayApplicationBlock,
  composerPlayMessageBlock,
  composerPlaySoundBlock,
  composerUserInputBlock,
  composerUserDataBlock,
  composerHttpRestBlock,
  composerWebRequestBlock,
  composerLogBlock,
  composerWaitBlock,
]);

const byType = new Map<BlockType, AnyBlockMapping>(blockMappings.map((m) => [m.type, m]));

/** The mapping of a block type; undefined when this version has none. */
export const findBlockMapping = (type: BlockType): AnyBlockMapping | undefined => byType.get(type);
