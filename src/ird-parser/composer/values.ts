// One property text of a diagram as a value: literal, expression, number, truth value or variable, by what the table says of the property
// and by how the file marks it (`Variable(x)` in the text, or Source="Variable" beside it).
import { diagnose } from '../../diagnostics/index.js';
import { sliceText, type LocatedText } from '../../xml/index.js';
import type { SourceValue } from '../source-model.js';
import { trimText, unescapeMarkup } from './located.js';
import type { Reading } from './reading.js';
import { recoverIrd } from './recover.js';
import type { Column } from './tables.js';

/** The block that a value belongs to, for findings. */
export interface Owner {
  readonly reading: Reading;
  readonly node: string;
  readonly caption: string;
}

export interface Given {
  readonly text: LocatedText;
  /** The `Source` that stands beside the text, '' when there is none. */
  readonly source: string;
}

/** Reads `given` as the column says; undefined when it is empty, which in Composer means that the property is not set. */
export function readValue(owner: Owner, given: Given, column: Column): SourceValue | undefined {
  const { meaning } = column;
  const { text } = given;
  if (text.text === '' || (meaning !== 'value' && text.text.trim() === '')) return undefined;
  const wrapped = /^\s*Variable\(([^]*)\)\s*$/.exec(text.text);
  const start = wrapped ? text.text.indexOf('(') + 1 : 0;
  const inner = wrapped ? sliceText(text, start, start + (wrapped[1] ?? '').length) : text;
  if (meaning === 'script') return ecmaScript(owner, 'script', text);
  if (meaning === 'markup') return ecmaScript(owner, 'expression', unescapeMarkup(text));
  if (meaning === 'variable') {
    const name = trimText(inner);
    return { kind: 'variable', name: name.text, source: name };
  }
  if (meaning === 'expression' || wrapped || given.source.toLowerCase() === 'variable') {
    return ecmaScript(owner, 'expression', inner);
  }
  switch (meaning) {
    case 'value':
      return literal(text);
    case 'text':
      return { kind: 'text', value: text.text, source: text };
    case 'number':
      return readNumber(owner, text, column.as);
    case 'flag':
      return readFlag(owner, text, column.as);
    default: {
      const never: never = meaning;
      throw new Error(`internal: meaning ${String(never)}`);
    }
  }
}

const literal = (text: LocatedText): SourceValue => ({
  kind: 'ecmascript',
  form: 'literal',
  code: text.text,
  source: text,
});

function ecmaScript(owner: Owner, form: 'expression' | 'script', code: LocatedText): SourceValue {
  const recovered = recoverIrd(code);
  for (const text of recovered) {
    owner.reading.diagnostics.push(
      diagnose('IRD1717', owner.node, text.span(), { block: owner.caption, text: text.text }),
    );
  }
  const value = { kind: 'ecmascript', form, code: code.text, source: code } as const;
  return recovered.length > 0 ? { ...value, recovered } : value;
}

function readNumber(owner: Owner, text: LocatedText, property: string): SourceValue {
  const value = /^\s*-?\d+\s*$/.test(text.text) ? Number(text.text) : Number.NaN;
  if (Number.isSafeInteger(value)) return { kind: 'integer', value, source: text };
  reportKind(owner, text, property, 'a whole number');
  return literal(text);
}

function readFlag(owner: Owner, text: LocatedText, property: string): SourceValue {
  const word = text.text.trim().toLowerCase();
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', source: text };
  reportKind(owner, text, property, '"true" or "false"');
  return literal(text);
}

function reportKind(owner: Owner, text: LocatedText, property: string, wanted: string): void {
  owner.reading.diagnostics.push(
    diagnose('IRD1713', owner.node, text.span(), {
      block: owner.caption,
      property,
      value: text.text,
      wanted,
    }),
  );
}
