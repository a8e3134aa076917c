// Treatments that hand the call to something else for a while, and recordings: Play Application, IVR, Record and Delete User Announcement.
import { defineBlock } from '../../define.js';
import { treatmentState } from './voice-treatment.js';

const source =
  'Composer migration guide, Voice Treatment and Routing objects; SCXML Technical Reference 8.1, Dialog';
const target = { from: '8.1.2' } as const;

export const playApplicationBlock = defineBlock({
  type: 'PlayApplication',
  disposition: 'review',
  evidence: 'observed',
  cost: 2,
  target,
  source,
  about:
    'dialog:start of type applid. IRD names the application by its id, Orchestration by a URI. The result variable gets the extensions that its end tells, as a list.',
  build: (block, cx) => {
    if (block.properties.timeout) {
      cx.unsupported(block.properties.timeout.id, 'dialog:start has no documented timeout');
    }
    return treatmentState(block, block.type, block.properties, cx, block.properties.result, 'extensions');
  },
});

export const ivrBlock = defineBlock({
  type: 'IVR',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target,
  source,
  about: 'dialog:remote to the IVR target; its events and its timeout are inferred.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx),
});

export const recordAnnouncementBlock = defineBlock({
  type: 'RecordUserAnnouncement',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target,
  source,
  about:
    'dialog:createann; the attribute for the user id is inferred. The result variable gets the extensions that its end tells, as a list.',
  build: (block, cx) =>
    treatmentState(block, block.type, block.properties, cx, block.properties.result, 'extensions'),
});

export const deleteAnnouncementBlock = defineBlock({
  type: 'DeleteUserAnnouncement',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target,
  source,
  about: 'dialog:deleteann; element and attribute names are inferred from dialog:createann.',
  build: (block, cx) => treatmentState(block, block.type, block.properties, cx),
});
