// Evaluates the attributes of an action or parameter element as the catalogue says: value expressions, booleans, literals.
import { attribute, childElements, type XmlElement } from '../../xml/index.js';
import type { ActionContext } from '../interpreter/types.js';
import type { Plain } from '../script/engine.js';
import { elementRow } from '../validate/catalogue/index.js';
import type { ElementRow } from '../validate/catalogue/rows.js';
import type { Services } from './module.js';
import type { Recorder } from './recorder.js';

/** Undefined when an expression failed: the interpreter has raised the script error, and the action does not take place. */
export function evaluateAttributes(
  element: XmlElement,
  row: ElementRow,
  context: ActionContext,
  recorder: Recorder,
): Readonly<Record<string, Plain>> | undefined {
  const values: Record<string, Plain> = {};
  for (const attribute of element.attributes) {
    if (attribute.uri !== '' || attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    const known = Object.hasOwn(row.attributes, attribute.local)
      ? row.attributes[attribute.local]
      : undefined;
    const text = attribute.value.text;
    if (known === undefined) {
      recorder.assume('unknown-attribute', `The attribute "${attribute.local}" of "${element.name}"`);
    } else if (known.kind === 'literal') values[attribute.local] = text;
    else if (known.kind === 'boolean' && /^\s*(true|false)\s*$/.test(text)) {
      values[attribute.local] = text.trim() === 'true';
    } else if (known.kind !== 'location') {
      const result = context.evaluate(text, attribute.value.span());
      if (!result.ok) return undefined;
      values[attribute.local] = result.value;
    }
  }
  return values;
}

/** The same for a parameter element inside an action, by its own row; one that nobody knows has no attributes. */
export function evaluateOwnAttributes(
  element: XmlElement,
  { context, recorder }: Pick<Services, 'context' | 'recorder'>,
): Readonly<Record<string, Plain>> | undefined {
  const row = elementRow(element.uri, element.local);
  return row === undefined ? {} : evaluateAttributes(element, row, context, recorder);
}

/** The `param` children as name and value; undefined when an expression failed. */
export function evaluateParams(
  element: XmlElement,
  context: ActionContext,
): Readonly<Record<string, Plain>> | undefined {
  const values: [string, Plain][] = [];
  for (const param of childElements(element, 'param')) {
    const name = attribute(param, 'name')?.value.text ?? '';
    const expr = param.attributes.find((attribute) => attribute.name === 'expr');
    if (expr === undefined) continue;
    const result = context.evaluate(expr.value.text, expr.value.span());
    if (!result.ok) return undefined;
    values.push([name, result.value]);
  }
  return Object.fromEntries(values);
}
