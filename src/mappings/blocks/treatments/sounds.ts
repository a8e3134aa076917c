// Tones and music: Busy, Fast Busy, Ringback, Silence, Music, RAN.
import type { BlockType, PropertiesOf } from '../../../ir/nodes.js';
import { defineBlock, type BlockMapping } from '../../define.js';
import { treatmentState } from './voice-treatment.js';

type Sound = 'Busy' | 'FastBusy' | 'Ringback' | 'Silence' | 'Music' | 'RAN';

const source =
  'Composer migration guide, Voice Treatment objects (Play Sound); SCXML Technical Reference 8.1, Dialog';

function soundBlock<T extends Sound>(
  type: T,
  disposition: 'exact' | 'review',
  about: string,
): BlockMapping<T> {
  return defineBlock<T>({
    type,
    disposition,
    evidence: disposition === 'exact' ? 'documented' : 'inferred',
    cost: disposition === 'exact' ? 0 : 1,
    target: { from: '8.1.2' },
    source,
    about,
    build: (block, cx) => {
      const properties: PropertiesOf<'Music'> = block.properties;
      return treatmentState(block, type as BlockType, properties, cx); // a type parameter does not narrow to its union
    },
  });
}

export const busyBlock = soundBlock('Busy', 'exact', 'dialog:playsound with type busy.');
export const fastBusyBlock = soundBlock('FastBusy', 'exact', 'dialog:playsound with type fastbusy.');
export const ringbackBlock = soundBlock('Ringback', 'exact', 'dialog:playsound with type ringback.');
export const silenceBlock = soundBlock('Silence', 'exact', 'dialog:playsound with type silence.');
export const musicBlock = soundBlock(
  'Music',
  'exact',
  'dialog:playsound with type music; the source is its resource.',
);
export const ranBlock = soundBlock(
  'RAN',
  'review',
  'dialog:playsound with type ran and the announcement DN as resource; that spelling of the type is inferred.',
);
