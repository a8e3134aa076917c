// What is known of the dialog module: treatments and dialog applications.
import {
  action,
  boolean,
  byAnalogy,
  child,
  errorWords,
  literal,
  location,
  part,
  told,
  value,
  type AttributeRow,
  type ChildRow,
  type EventRow,
  type ModuleRow,
} from './rows.js';

const from = byAnalogy;

// The documented list goes on after `remote`.
const inList: Readonly<Record<string, ChildRow>> = {
  ...Object.fromEntries(
    ['collect', 'play', 'playandcollect', 'playandverify', 'playsound', 'start', 'pause', 'remote'].map(
      (name) => [`dialog:${name}`, child('documented')],
    ),
  ),
  'dialog:createann': child('inferred', 0, Number.POSITIVE_INFINITY, 'it is a treatment'),
  'dialog:deleteann': child('inferred', 0, Number.POSITIVE_INFINITY, 'it is a treatment'),
};

const seen = {
  requestid: location('observed'),
  interactionid: value('observed'),
  device: value('documented'),
} as const;
const usual = {
  requestid: location('inferred', { from }),
  interactionid: value('inferred', { from }),
  device: value('inferred', { from }),
} as const;
const language = { language: value('documented') } as const;

const prompts = { 'dialog:prompts': child('documented') } as const;
const input = { 'dialog:input': child('documented', 1, 1) } as const;

const failures = [
  'invalidattribute',
  'unknown',
  'invalidstate.null',
  'invalidstate.hold',
  'invalidstate.treating',
  'invalidstate.routed',
  'remote',
  'cancelled',
  'timeout',
];
const errors = errorWords('inferred', ...failures);

const treatment = (
  name: string,
  attributes: Readonly<Record<string, AttributeRow>>,
  events: Readonly<Record<string, EventRow>> = {},
  children: Readonly<Record<string, ChildRow>> = {},
): ReturnType<typeof action> =>
  action(`dialog.${name}`, 'documented', attributes, { children, events, errors });

const digits = (name: string): Readonly<Record<string, ChildRow>> => ({
  ...input,
  ...(name === 'collect' ? {} : prompts),
});

export const dialogModule: ModuleRow = {
  prefix: 'dialog',
  name: 'dialog',
  eventRoots: ['dialog'],
  events: {},
  eventsComplete: false,
  elements: {
    runtreatments: part(
      ['queue:submit', 'queue:update'],
      'documented',
      {
        requestid: location('observed', { from: 'generated pages write it; the documented list is empty' }),
        interactionid: value('observed', { from: 'generated pages write it; the documented list is empty' }),
      },
      { complete: true, children: inList },
    ),
    collect: treatment(
      'collect',
      { ...usual, requestid: location('documented'), ...language },
      {
        'dialog.collect.done': told('documented', 'requestid', 'digits'),
        'error.dialog.collect': told('inferred', 'requestid', 'error', 'description'),
      },
      digits('collect'),
    ),
    play: treatment(
      'play',
      { ...seen, ...language },
      {
        'dialog.play.done': told('observed', 'requestid'),
        'dialog.play.requestid': told('observed', 'requestid'),
        'error.dialog.play': told('observed', 'requestid', 'error', 'description'),
      },
      prompts,
    ),
    playandcollect: treatment(
      'playandcollect',
      { ...seen, ...language },
      {
        'dialog.playandcollect.done': told('observed', 'requestid', 'digits'),
        'error.dialog.playandcollect': told('observed', 'requestid', 'error', 'description'),
      },
      digits('playandcollect'),
    ),
    playandverify: treatment(
      'playandverify',
      {
        ...seen,
        ...language,
        attempts: value('inferred', { from: 'a field of the IRD treatment' }),
        expected: value('inferred', { from: 'a field of the IRD treatment' }),
      },
      {
        'dialog.playandverify.done': told('inferred', 'requestid'),
        'error.dialog.playandverify': told('inferred', 'requestid', 'error', 'description'),
      },
      digits('playandverify'),
    ),
    playsound: treatment(
      'playsound',
      {
        requestid: location('documented'),
        interactionid: value('documented'),
        device: value('documented'),
        type: value('documented'),
        resource: value('documented'),
        duration: value('documented'),
      },
      {
        'dialog.playsound.done': told('documented', 'requestid'),
        'dialog.playsound.done.timeout': told('observed'),
        'error.dialog.playsound': told('documented', 'requestid', 'error', 'description'),
      },
    ),
    start: action(
      'dialog.start',
      'documented',
      { ...seen, device: value('observed'), type: value('observed') },
      {
        children: { param: child('observed') },
        events: {
          'dialog.start.done': told('documented', 'requestid', 'extensions'),
          'dialog.start.requestid': told('documented', 'requestid'),
          'error.dialog.start': told('documented', 'requestid', 'error', 'description'),
        },
        errors: errorWords('documented', ...failures),
      },
    ),
    stop: action('dialog.stop', 'documented', usual, {
      events: {
        'dialog.stop.done': told('documented', 'requestid'),
        'error.dialog.stop': told('documented', 'requestid', 'error', 'description'),
      },
    }),
    pause: treatment('pause', { ...usual, duration: value('observed') }),
    remote: treatment('remote', {
      ...usual,
      destination: value('documented'),
      default: value('documented'),
      timeout: value('inferred', { from: 'a field of the IRD treatment' }),
    }),
    createann: treatment(
      'createann',
      {
        ...usual,
        userid: value('inferred', { from: 'a property of the block in Composer' }),
        intid: value('inferred', { from: 'a property of the block in Composer' }),
      },
      { 'dialog.createann.done': told('documented', 'extensions') },
      {
        ...prompts,
        'dialog:input': child(
          'inferred',
          0,
          1,
          'digits and timeouts are properties of the block in Composer',
        ),
      },
    ),
    deleteann: action(
      'dialog.deleteann',
      'inferred',
      {
        ...usual,
        userid: value('inferred', { from: 'createann has it' }),
        intid: value('inferred', { from: 'createann has it' }),
      },
      { errors },
    ),
    prompts: part(
      ['dialog:play', 'dialog:playandcollect', 'dialog:playandverify', 'dialog:createann'],
      'documented',
      // Some kinds of prompt have names of their own (`MSG_...`), so that the list of words is open.
      { type: literal('documented') },
      { complete: true, children: { 'dialog:prompt': child('documented', 1) } },
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
  functions: {},
  enumerations: {},
  objects: {},
};
