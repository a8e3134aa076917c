// What is known of the dialog module: treatments and dialog applications.
import {
  action,
  boolean,
  literal,
  location,
  part,
  value,
  type AttributeRow,
  type ElementRow,
  type ModuleRow,
} from './rows.js';

/** Elements that may stand in `dialog:runtreatments`; the documented list goes on after `remote`. */
export const treatmentElements = [
  'dialog:collect',
  'dialog:play',
  'dialog:playandcollect',
  'dialog:playandverify',
  'dialog:playsound',
  'dialog:start',
  'dialog:pause',
  'dialog:remote',
  'dialog:createann',
  'dialog:deleteann',
] as const;

const treatment = (
  name: string,
  more: Readonly<Record<string, AttributeRow>>,
  children: readonly string[] = [],
): ElementRow =>
  action(
    `dialog.${name}`,
    'documented',
    {
      requestid: location('observed'),
      interactionid: value('observed'),
      device: value('documented'),
      ...more,
    },
    { children },
  );

const spoken = { language: value('documented') };

export const dialogModule: ModuleRow = {
  prefix: 'dialog',
  name: 'dialog',
  elements: {
    runtreatments: part(
      ['queue:submit', 'queue:update'],
      'documented',
      // Composer writes a request id location here; the documented list is empty.
      { requestid: location('observed'), interactionid: value('observed') },
      { children: treatmentElements },
    ),
    collect: treatment('collect', spoken, ['dialog:input']),
    play: treatment('play', spoken, ['dialog:prompts']),
    playandcollect: treatment('playandcollect', spoken, ['dialog:prompts', 'dialog:input']),
    playandverify: treatment('playandverify', spoken, ['dialog:prompts', 'dialog:input']),
    playsound: treatment('playsound', {
      type: value('documented'),
      resource: value('documented'),
      duration: value('documented'),
    }),
    start: treatment('start', { type: value('observed') }, ['param']),
    stop: treatment('stop', {}),
    pause: treatment('pause', { duration: value('observed') }),
    remote: treatment('remote', { destination: value('documented'), default: value('documented') }),
    createann: treatment('createann', {}, ['dialog:prompts', 'dialog:input']),
    deleteann: treatment('deleteann', {}),
    prompts: part(
      ['dialog:play', 'dialog:playandcollect', 'dialog:playandverify', 'dialog:createann', 'dialog:collect'],
      'documented',
      {
        // Some kinds of prompt have names of their own (`MSG_...`), so that the list of words is open.
        type: literal('documented'),
      },
      { complete: true, children: ['dialog:prompt'] },
    ),
    prompt: part(['dialog:prompts'], 'documented', {
      intid: value('documented'),
      interrupt: boolean('documented'),
      number: value('documented'),
      text: value('observed'),
    }),
    input: part(
      ['dialog:collect', 'dialog:playandcollect', 'dialog:playandverify', 'dialog:createann'],
      'documented',
      {
        max_digits: value('documented'),
        abort_digits: value('documented'),
        term_digits: value('documented'),
        total_timeout: value('documented'),
        ignore_digits: value('observed'),
        digit_timeout: value('observed'),
        start_timeout: value('observed'),
        clear: boolean('observed'),
        backspace_digits: value('inferred'),
        reset_digits: value('inferred'),
      },
    ),
  },
  functions: [],
  values: [],
  objects: {},
};
