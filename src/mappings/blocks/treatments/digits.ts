// Treatments that talk and listen: announcements, speech, digits.
import { defineBlock } from '../../define.js';
import { treatmentState } from './voice-treatment.js';

const source =
  'Composer migration guide, Voice Treatment objects; SCXML Technical Reference 8.1, Dialog; parameter names inferred';
const target = { from: '8.1.2' } as const;

export const playAnnouncementBlock = defineBlock({
  type: 'PlayAnnouncement',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target,
  source,
  about: 'dialog:play with the prompts in order.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx),
});

export const textToSpeechBlock = defineBlock({
  type: 'TextToSpeech',
  disposition: 'exact',
  evidence: 'inferred',
  cost: 0,
  target,
  source,
  about: 'dialog:play with one spoken prompt.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx),
});

export const collectDigitsBlock = defineBlock({
  type: 'CollectDigits',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target,
  source,
  about:
    'dialog:collect; the digits go to the result variable. The manual calls it the equal of the IRD object.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx, block.properties.result),
});

export const playAndCollectBlock = defineBlock({
  type: 'PlayAnnouncementAndCollectDigits',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target,
  source,
  about: 'dialog:playandcollect with the prompts and the input; the digits go to the result variable.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx, block.properties.result),
});

export const speakAndCollectBlock = defineBlock({
  type: 'TextToSpeechAndCollectDigits',
  disposition: 'exact',
  evidence: 'inferred',
  cost: 0,
  target,
  source,
  about: 'dialog:playandcollect with one spoken prompt and the input.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx, block.properties.result),
});

export const verifyDigitsBlock = defineBlock({
  type: 'VerifyDigits',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target,
  source,
  about:
    'dialog:playandverify; the attributes for the expected digits and the number of attempts are inferred.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx, block.properties.result),
});
