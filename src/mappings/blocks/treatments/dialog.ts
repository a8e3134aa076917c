// The dialog element of each treatment. The same element serves a Voice Treatment block (with a request id, on its own) and a busy treatment (a child
// of the submit, without).
import type { BlockType, PropertiesOf, Value } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, value, type AttributeValue, type ElementChild } from '../../target-tree.js';

/** What a treatment may carry, from a block's properties or from a row of a busy treatment list. */
export interface TreatmentFields {
  readonly duration?: Value | undefined;
  readonly source?: Value | undefined;
  readonly text?: Value | undefined;
  readonly language?: Value | undefined;
  readonly target?: Value | undefined;
  readonly application?: Value | undefined;
  readonly maxDigits?: Value | undefined;
  readonly abortDigits?: Value | undefined;
  readonly terminateDigits?: Value | undefined;
  readonly ignoreDigits?: Value | undefined;
  readonly backspaceDigits?: Value | undefined;
  readonly resetDigits?: Value | undefined;
  readonly clearInput?: Value | undefined;
  readonly startTimeout?: Value | undefined;
  readonly digitTimeout?: Value | undefined;
  readonly totalTimeout?: Value | undefined;
  readonly userId?: Value | undefined;
  readonly announcementId?: Value | undefined;
  readonly attempts?: Value | undefined;
  readonly expected?: Value | undefined;
  readonly timeout?: Value | undefined;
  readonly prompts?: PropertiesOf<'PlayAnnouncement'>['prompts'];
  readonly parameters?: PropertiesOf<'PlayApplication'>['parameters'];
}

export type DialogElement = Extract<ElementChild, { kind: 'element' }>;
type Attributes = Record<string, AttributeValue>;

/** Builds the element; undefined for treatments that are no dialog (Set Default Destination, Exit). */
export function dialogElement(
  type: BlockType,
  f: TreatmentFields,
  cx: BlockContext,
): DialogElement | undefined {
  switch (type) {
    case 'Busy':
      return sound('busy', f, cx);
    case 'FastBusy':
      return sound('fastbusy', f, cx);
    case 'Ringback':
      return sound('ringback', f, cx);
    case 'Silence':
      return sound('silence', f, cx);
    case 'Music':
      return sound('music', f, cx);
    case 'RAN':
      return sound('ran', f, cx);
    case 'Pause':
      return element('pause', numbers(cx, { duration: f.duration }));
    case 'CollectDigits':
      return element('collect', {}, [input(f, cx)]);
    case 'PlayAnnouncement':
      return element('play', language(f, cx), promptList(f, cx));
    case 'TextToSpeech':
      return element('play', language(f, cx), speech(f, cx));
    case 'PlayAnnouncementAndCollectDigits':
      return element('playandcollect', language(f, cx), [...promptList(f, cx), input(f, cx)]);
    case 'TextToSpeechAndCollectDigits':
      return element('playandcollect', language(f, cx), [...speech(f, cx), input(f, cx)]);
    case 'VerifyDigits':
      return element(
        'playandverify',
        {
          ...language(f, cx),
          ...numbers(cx, { attempts: f.attempts }),
          ...attributes(cx, { expected: f.expected }),
        },
        [...promptList(f, cx), input(f, cx)],
      );
    case 'PlayApplication':
      return element('start', { type: value(js.text('applid')) }, applicationParameters(f, cx));
    case 'IVR':
      return element('remote', {
        ...attributes(cx, { destination: f.target }),
        ...numbers(cx, { timeout: f.timeout }),
      });
    case 'RecordUserAnnouncement':
      return element('createann', attributes(cx, { userid: f.userId }), promptList(f, cx));
    case 'DeleteUserAnnouncement':
      return element('deleteann', attributes(cx, { userid: f.userId, intid: f.announcementId }));
    default:
      return undefined;
  }
}

const element = (name: string, own: Attributes, children: readonly ElementChild[] = []): DialogElement => ({
  kind: 'element',
  module: 'dialog',
  name,
  attributes: own,
  children,
});

type Fields = Readonly<Record<string, Value | undefined>>;

/** Attributes of those fields that are there, as value expressions. */
const attributes = (cx: BlockContext, fields: Fields): Attributes =>
  attributesOf(fields, (field) => cx.expression(field).js);

/** The same for counts and seconds: attached data and other texts become numbers. */
const numbers = (cx: BlockContext, fields: Fields): Attributes =>
  attributesOf(fields, (field) => cx.stored(field, 'INTEGER').js);

function attributesOf(fields: Fields, build: (field: Value) => Js): Attributes {
  const out: Attributes = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field !== undefined) out[name] = value(build(field));
  }
  return out;
}

const sound = (type: string, f: TreatmentFields, cx: BlockContext): DialogElement =>
  element('playsound', {
    type: value(js.text(type)),
    ...attributes(cx, { resource: f.source }),
    ...numbers(cx, { duration: f.duration }),
  });

const language = (f: TreatmentFields, cx: BlockContext): Attributes =>
  attributes(cx, { language: f.language });

function input(f: TreatmentFields, cx: BlockContext): DialogElement {
  const own = {
    ...numbers(cx, { max_digits: f.maxDigits }),
    ...attributes(cx, {
      abort_digits: f.abortDigits,
      term_digits: f.terminateDigits,
      ignore_digits: f.ignoreDigits,
      backspace_digits: f.backspaceDigits,
      reset_digits: f.resetDigits,
    }),
    ...numbers(cx, {
      start_timeout: f.startTimeout,
      digit_timeout: f.digitTimeout,
      total_timeout: f.totalTimeout,
    }),
  };
  if (f.clearInput?.kind === 'boolean') {
    cx.use(f.clearInput);
    own['clear'] = literal(String(f.clearInput.value));
  }
  return element('input', own);
}

/** The prompts in order; neighbours of one kind share a `dialog:prompts`. */
function promptList(f: TreatmentFields, cx: BlockContext): readonly ElementChild[] {
  const groups: { type: string; prompts: ElementChild[] }[] = [];
  for (const row of f.prompts ?? []) {
    if (row.value === undefined) {
      cx.review('a prompt without a value was left out');
      continue;
    }
    const kind = (row.type?.value ?? 'announcement').trim().toLowerCase();
    const type = kind === 'text' || kind === 'tts' ? 'tts' : 'ann';
    const built = cx.expression(row.value).js;
    const own: Attributes = { [promptAttribute(kind, cx)]: value(built) };
    if (row.interruptible !== undefined) {
      own['interrupt'] = literal(String(row.interruptible.value));
      cx.use(row.interruptible);
    }
    const prompt = element('prompt', own);
    const last = groups.at(-1);
    if (last?.type === type) last.prompts.push(prompt);
    else groups.push({ type, prompts: [prompt] });
  }
  return groups.map((g) => element('prompts', { type: literal(g.type) }, g.prompts));
}

function promptAttribute(kind: string, cx: BlockContext): 'intid' | 'number' | 'text' {
  if (kind === 'announcement' || kind === 'ann') return 'intid';
  if (kind === 'text' || kind === 'tts') return 'text';
  if (kind !== 'number' && kind !== 'digits') {
    cx.review(
      `a prompt of type "${kind}" is spoken as a number: the attribute for that type is not documented`,
    );
  }
  return 'number';
}

function speech(f: TreatmentFields, cx: BlockContext): readonly ElementChild[] {
  if (f.text === undefined) {
    cx.placeholder('it has no text to speak');
    return [];
  }
  return [
    element('prompts', { type: literal('tts') }, [
      element('prompt', { text: value(cx.expression(f.text).js) }),
    ]),
  ];
}

function applicationParameters(f: TreatmentFields, cx: BlockContext): readonly ElementChild[] {
  const out: ElementChild[] = [];
  const param = (name: string, built: Js): void => {
    out.push({ kind: 'param', name, value: built });
  };
  if (f.application) {
    cx.review(
      'IRD names the application by its id, Orchestration by a URI: set APP_URI to the page of the application',
    );
    param('APP_URI', cx.expression(f.application).js);
  } else cx.placeholder('it names no application');
  if (f.language) param('LANGUAGE', cx.expression(f.language).js);
  for (const row of f.parameters ?? []) {
    if (row.key && row.value) param(row.key.value, cx.expression(row.value).js);
  }
  return out;
}
