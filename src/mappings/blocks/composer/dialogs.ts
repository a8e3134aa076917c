// Play Application, Play Message, Play Sound, User Input: dialogs of a diagram, alone or inside the busy treatments of a Target.
import type { LooseRow } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import {
  literal,
  location,
  value,
  type Action,
  type AttributeValue,
  type ElementChild,
  type StateNode,
} from '../../target-tree.js';
import type { DialogElement } from '../treatments/dialog.js';
import {
  composerFacts,
  composerRegion,
  jsOf,
  logActions,
  replyTransitions,
  rowsOf,
  valueOf,
  wordOf,
  workId,
  type ComposerBlock,
} from './loose.js';

type Attributes = Record<string, AttributeValue>;

/** Composer's words for sounds, and those of dialog:playsound. */
const sounds: Readonly<Record<string, string>> = {
  music: 'music',
  silence: 'silence',
  busytone: 'busy',
  fastbusytone: 'fastbusy',
  ringback: 'ringback',
  ran: 'ran',
};

/** The dialog element of a Composer block; undefined when the block is no dialog. */
export function composerDialog(block: ComposerBlock, cx: BlockContext): DialogElement | undefined {
  switch (block.type) {
    case 'ComposerPlayApplication':
      return element('start', { type: value(js.text('applid')) }, application(block, cx));
    case 'ComposerPlayMessage':
      return element('play', common(block, cx), prompts(block, cx));
    case 'ComposerUserInput':
      return element('playandcollect', common(block, cx), [...prompts(block, cx), input(block, cx)]);
    case 'ComposerPlaySound': {
      const word = wordOf(valueOf(block, 'soundType'))
        .toLowerCase()
        .replace(/[^a-z]/g, '');
      const resource = rowsOf(block, 'resource')[0]?.columns['resourceValueOrId'];
      return element('playsound', {
        ...common(block, cx),
        type: value(js.text(sounds[word] ?? 'music')),
        ...optional('resource', jsOf(resource, cx)),
        ...optional('duration', jsOf(valueOf(block, 'duration'), cx)),
      });
    }
    default:
      return undefined;
  }
}

const element = (
  name: string,
  attributes: Attributes,
  children: readonly ElementChild[] = [],
): DialogElement => ({
  kind: 'element',
  module: 'dialog',
  name,
  attributes,
  children,
});

const optional = (name: string, expr: Js | undefined): Attributes => (expr ? { [name]: value(expr) } : {});

const common = (block: ComposerBlock, cx: BlockContext): Attributes => ({
  ...optional('device', jsOf(valueOf(block, 'device'), cx)),
  ...optional('language', jsOf(valueOf(block, 'language'), cx)),
});

function application(block: ComposerBlock, cx: BlockContext): readonly ElementChild[] {
  const resource = valueOf(block, 'uri') ?? valueOf(block, 'resource');
  if (resource === undefined) cx.placeholder('it names no application');
  else if (wordOf(resource) !== '') {
    cx.review(
      `APP_URI is the diagram's resource "${wordOf(resource)}": set it to the address of the generated VoiceXML page`,
    );
  }
  const uri = jsOf(resource, cx);
  const inputs = rowsOf(block, 'parameters').filter((row) => wordOf(row.columns['type']) !== 'output');
  const language = jsOf(valueOf(block, 'language'), cx);
  return [
    ...(uri ? [param('APP_URI', uri)] : []),
    ...(language ? [param('LANGUAGE', language)] : []),
    ...inputs.flatMap((row) => {
      const given = jsOf(row.columns['value'], cx);
      return given ? [param(wordOf(row.columns['name']), given)] : [];
    }),
  ];
}

const param = (name: string, expr: Js): ElementChild => ({ kind: 'param', name, value: expr });

function prompts(block: ComposerBlock, cx: BlockContext): readonly ElementChild[] {
  const spoken = wordOf(valueOf(block, 'typeOfPrompts')).toLowerCase().startsWith('tts');
  const children = rowsOf(block, 'prompts').flatMap((row) => promptElement(row, cx));
  if (children.length === 0) return [];
  return [element('prompts', { type: literal(spoken ? 'tts' : 'ann') }, children)];
}

function promptElement(row: LooseRow, cx: BlockContext): readonly ElementChild[] {
  const said = jsOf(row.columns['value'], cx);
  if (said === undefined) return [];
  const type = wordOf(row.columns['type']).toLowerCase();
  const name = type.includes('announcement') || type.includes('resource') ? 'intid' : 'text';
  const interrupt = row.columns['interruptible'];
  return [
    element('prompt', {
      [name]: value(said),
      ...(interrupt?.kind === 'boolean' ? { interrupt: literal(String(interrupt.value)) } : {}),
    }),
  ];
}

function input(block: ComposerBlock, cx: BlockContext): DialogElement {
  const names: Readonly<Record<string, string>> = {
    numDigits: 'max_digits',
    abortDigits: 'abort_digits',
    terminationDigits: 'term_digits',
    ignoreDigits: 'ignore_digits',
    backspaceDigits: 'backspace_digits',
    resetDigits: 'reset_digits',
    startTimeout: 'start_timeout',
    digitTimeout: 'digit_timeout',
    totalTimeout: 'total_timeout',
  };
  const attributes: Attributes = {};
  for (const [ours, theirs] of Object.entries(names)) {
    Object.assign(attributes, optional(theirs, jsOf(valueOf(block, ours), cx)));
  }
  const clear = valueOf(block, 'clearInput');
  if (clear?.kind === 'boolean') attributes['clear'] = literal(String(clear.value));
  for (const name of ['verificationData', 'verificationAttempts']) {
    const given = valueOf(block, name);
    if (given) {
      cx.use(given);
      cx.review('verification of the digits is not converted: compare them in the page');
    }
  }
  return element('input', attributes);
}

/** The state of a dialog block: starts it, waits for its end, keeps its results. */
function dialogRegion(block: ComposerBlock, cx: BlockContext, results: readonly Action[]): Region {
  const dialog = composerDialog(block, cx);
  if (dialog === undefined) throw new Error(`internal: ${block.type} is no dialog`);
  const id = workId(block, cx);
  cx.waits(id);
  const state: StateNode = {
    kind: 'state',
    id,
    onentry: [
      cx.log,
      ...logActions(block, cx),
      {
        ...dialog,
        from: block.nodeId,
        attributes: {
          requestid: location(cx.request()),
          interactionid: value(cx.interaction),
          ...dialog.attributes,
        },
      },
    ],
    transitions: replyTransitions(
      block,
      `dialog.${dialog.name}`,
      { target: cx.target('default'), actions: results },
      cx,
    ),
  };
  return composerRegion(block, [state], cx);
}

export const composerPlayApplicationBlock = defineBlock({
  type: 'ComposerPlayApplication',
  disposition: 'exact',
  ...composerFacts,
  ignores: [...composerFacts.ignores, 'type'],
  about:
    'dialog:start of type applid; output parameters are read from the user data that the application leaves.',
  build: (block, cx) => {
    const outputs = rowsOf(block, 'parameters').filter((row) => wordOf(row.columns['type']) === 'output');
    const results = outputs.flatMap((row): readonly Action[] => {
      const variable = row.columns['variable'];
      if (variable?.kind !== 'variable') return [];
      const given = cx.library('udata', cx.interaction, js.text(wordOf(row.columns['name'])));
      return [{ kind: 'assign', location: cx.variable(variable.name), value: given }];
    });
    return dialogRegion(block, cx, results);
  },
});

export const composerPlayMessageBlock = defineBlock({
  type: 'ComposerPlayMessage',
  disposition: 'exact',
  ...composerFacts,
  about: 'dialog:play with the prompts in order.',
  build: (block, cx) => dialogRegion(block, cx, []),
});

export const composerPlaySoundBlock = defineBlock({
  type: 'ComposerPlaySound',
  disposition: 'exact',
  ...composerFacts,
  about: 'dialog:playsound.',
  build: (block, cx) => dialogRegion(block, cx, []),
});

export const composerUserInputBlock = defineBlock({
  type: 'ComposerUserInput',
  disposition: 'exact',
  ...composerFacts,
  about: 'dialog:playandcollect; the digits go to the variable of the block.',
  build: (block, cx) => {
    const variable = valueOf(block, 'result');
    const digits: Action[] =
      variable?.kind === 'variable'
        ? [{ kind: 'assign', location: cx.variable(variable.name), value: js.path('_event.data.digits') }]
        : [];
    return dialogRegion(block, cx, digits);
  },
});
