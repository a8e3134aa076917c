// Properties of the blocks of a diagram: text, flags, numbers, and ECMAScript.
import type { BlockOf, ComposerBlockType, LooseRow, Value } from '../../../ir/nodes.js';
import type { Plain } from '../../../runtime-check/script/engine.js';
import type { ComposerScripts } from './scripts.js';

export type ComposerBlock = BlockOf<ComposerBlockType>;

export const given = (block: ComposerBlock, name: string): Value | undefined => block.properties.values[name];
export const rowsOf = (block: ComposerBlock, name: string): readonly LooseRow[] =>
  block.properties.rows[name] ?? [];

/** The value of a property or column when the block runs; undefined for one that is not set. */
export function valueNow(value: Value | undefined, scripts: ComposerScripts): Plain {
  switch (value?.kind) {
    case 'ecmascript':
      return value.form === 'literal' ? value.code : scripts.value(value.code);
    case 'text':
    case 'integer':
    case 'boolean':
      return value.value;
    case 'variable':
      return scripts.value(value.name);
    case 'expression':
    case 'skill':
    case 'threshold':
    case 'targets':
      return value.text;
    case undefined:
      return undefined;
  }
}

/** One of a few words, or a name; '' when it is not set or not known before the run. */
export function word(value: Value | undefined): string {
  if (value?.kind === 'text') return value.value;
  return value?.kind === 'ecmascript' && value.form === 'literal' ? value.code : '';
}

export const flag = (value: Value | undefined, otherwise: boolean): boolean =>
  value?.kind === 'boolean' ? value.value : otherwise;

export function text(value: Plain): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

/** A number; `otherwise` for what is none. */
export function number(value: Plain, otherwise: number): number {
  const found =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN;
  return Number.isNaN(found) ? otherwise : found;
}
