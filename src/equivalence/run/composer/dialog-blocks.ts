// Blocks of a diagram that talk and listen, alone or on the busy treatments port of a Target.
import type { LooseRow } from '../../../ir/nodes.js';
import type { Plain } from '../../../runtime-check/script/engine.js';
import { playTreatment, type Treatment, type TreatmentResult } from '../treatments.js';
import type { ComposerContext, RunComposer } from './define.js';
import type { ComposerScripts } from './scripts.js';
import { given, rowsOf, text, valueNow, word, type ComposerBlock } from './values.js';

type Params = Readonly<Record<string, Plain>>;

/** Composer's words for sounds, and those of the dialog module. */
const sounds: ReadonlyMap<string, string> = new Map([
  ['music', 'music'],
  ['silence', 'silence'],
  ['busytone', 'busy'],
  ['fastbusytone', 'fastbusy'],
  ['ringback', 'ringback'],
  ['ran', 'ran'],
]);

/** What a block plays and asks for; undefined for one that is no dialog. */
export function askedBy(block: ComposerBlock, scripts: ComposerScripts): Treatment | undefined {
  const now = (name: string): Plain => valueNow(given(block, name), scripts);
  const shared = { device: now('device'), language: now('language') };
  switch (block.type) {
    case 'ComposerPlayApplication':
      return asked('start', block, { type: 'applid', params: applicationParams(block, scripts) });
    case 'ComposerPlayMessage':
      return asked('play', block, { ...shared, prompts: prompts(block, scripts) });
    case 'ComposerUserInput':
      return asked('playandcollect', block, {
        ...shared,
        prompts: prompts(block, scripts),
        input: input(block, scripts),
      });
    case 'ComposerPlaySound': {
      const letters = word(given(block, 'soundType'))
        .toLowerCase()
        .replaceAll(/[^a-z]/g, '');
      const resource = rowsOf(block, 'resource')[0]?.columns['resourceValueOrId'];
      return asked('playsound', block, {
        ...shared,
        type: sounds.get(letters) ?? 'music',
        resource: valueNow(resource, scripts),
        duration: now('duration'),
      });
    }
    default:
      return undefined;
  }
}

function asked(element: string, block: ComposerBlock, all: Params): Treatment {
  const params = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const name = `dialog:${element}`;
  const { prompts: spoken, input: keys } = params as {
    prompts?: readonly { readonly type: string }[];
    input?: Params;
  };
  return {
    name,
    params,
    description: `${name} in ${block.id} ${JSON.stringify(params)}`,
    input: keys,
    prompts: (spoken ?? []).map(({ type }) => type),
  };
}

function prompts(block: ComposerBlock, scripts: ComposerScripts): Plain {
  const type = word(given(block, 'typeOfPrompts')).toLowerCase().startsWith('tts') ? 'tts' : 'ann';
  const spoken = rowsOf(block, 'prompts').flatMap((row) => prompt(row, type, scripts));
  return spoken.length === 0 ? undefined : spoken;
}

function prompt({ columns }: LooseRow, type: string, scripts: ComposerScripts): readonly Params[] {
  const { value, interruptible } = columns;
  if (value === undefined) return [];
  const kind = word(columns['type']).toLowerCase();
  const name = kind.includes('announcement') || kind.includes('resource') ? 'intid' : 'text';
  return [
    {
      type,
      [name]: valueNow(value, scripts),
      ...(interruptible?.kind === 'boolean' ? { interrupt: interruptible.value } : {}),
    },
  ];
}

const inputWords: Readonly<Record<string, string>> = {
  numDigits: 'max_digits',
  abortDigits: 'abort_digits',
  terminationDigits: 'term_digits',
  ignoreDigits: 'ignore_digits',
  backspaceDigits: 'backspace_digits',
  resetDigits: 'reset_digits',
  startTimeout: 'start_timeout',
  digitTimeout: 'digit_timeout',
  totalTimeout: 'total_timeout',
  clearInput: 'clear',
};

const input = (block: ComposerBlock, scripts: ComposerScripts): Params =>
  Object.fromEntries(
    Object.entries(inputWords)
      .map(([name, theirs]) => [theirs, valueNow(given(block, name), scripts)] as const)
      .filter(([, value]) => value !== undefined),
  );

const isOutput = ({ columns }: LooseRow): boolean => word(columns['type']) === 'output';

function applicationParams(block: ComposerBlock, scripts: ComposerScripts): Params {
  const sent: Record<string, Plain> = {};
  const uri = valueNow(given(block, 'uri') ?? given(block, 'resource'), scripts);
  if (uri !== undefined) sent['APP_URI'] = uri;
  const language = valueNow(given(block, 'language'), scripts);
  if (language !== undefined) sent['LANGUAGE'] = language;
  for (const row of rowsOf(block, 'parameters')) {
    if (isOutput(row) || row.columns['value'] === undefined) continue;
    sent[word(row.columns['name'])] = valueNow(row.columns['value'], scripts);
  }
  return sent;
}

/** A dialog that the flow waits for, and what is kept of its end. */
const dialog = (
  keep: (result: TreatmentResult, block: ComposerBlock, cx: ComposerContext) => void,
): RunComposer =>
  function* (block, cx) {
    const treatment = askedBy(block, cx.scripts);
    if (treatment === undefined) throw new Error(`internal: ${block.type} is no dialog`);
    keep(yield* playTreatment(treatment, cx), block, cx);
    return { port: 'default' };
  };

export const play = dialog(() => undefined);

export const userInput = dialog(({ digits }, block, { scripts }) => {
  const result = given(block, 'result');
  if (result?.kind === 'variable') scripts.assign(result.name, digits);
});

/** Outputs are what the application has left in the user data under their names. */
export const playApplication = dialog((_result, block, { session, scripts }) => {
  const { udata } = session.interaction();
  for (const { columns } of rowsOf(block, 'parameters').filter(isOutput)) {
    const { variable, name } = columns;
    const key = word(name);
    if (variable?.kind === 'variable')
      scripts.assign(variable.name, text(Object.hasOwn(udata, key) ? (udata[key] as Plain) : undefined));
  }
});
