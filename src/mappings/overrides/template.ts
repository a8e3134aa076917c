// Templates of expressions: ES5 with slots `${...}`. A template is parsed before anything is converted; what a slot holds is put in as a part of the
// tree, never as text, so that no argument can change how the template groups.
import { parse, type Expression, type Node, type Program, type Statement as EsStatement } from 'acorn';
import * as js from '../js.js';
import type { Js, JsBinaryOperator, Statement } from '../js.js';

/** What `${name}` stands for; undefined when nothing has that name. */
export type Slots = (name: string) => Js | undefined;

/** An ES5 expression with slots. */
export interface ExpressionTemplate {
  readonly text: string;
  /** Names of its slots, each once. */
  readonly slots: readonly string[];
  build(slots: Slots): Js;
}

export interface ScriptTemplate {
  readonly slots: readonly string[];
  build(slots: Slots): readonly Statement[];
}

/** Thrown within this folder alone: why a template cannot be used. */
export class TemplateError extends Error {}

const slotPattern = /\$\{\s*([^{}]*?)\s*\}/g;

/** A text as literal pieces and slots. */
export const slotsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(slotPattern)].map(([, name]) => name ?? '')),
];

interface Prepared {
  readonly code: string;
  readonly names: ReadonlyMap<string, string>;
}

/** Slots become identifiers that no template can hold by itself. */
function prepare(text: string): Prepared {
  const names = new Map<string, string>();
  const slots = slotsIn(text);
  if (text.includes('$ird_slot_')) throw new TemplateError('"$ird_slot_" is kept for ird2scxml');
  const code = text.replace(slotPattern, (_, name: string) => {
    const identifier = `$ird_slot_${slots.indexOf(name)}`;
    names.set(identifier, name);
    return identifier;
  });
  return { code, names };
}

function parsed(code: string): Program {
  try {
    return parse(code, { ecmaVersion: 5, sourceType: 'script' });
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'it cannot be read';
    throw new TemplateError(`it is not ES5: ${words}`);
  }
}

/** Reads a template of an expression; throws a TemplateError. */
export function expressionTemplate(text: string): ExpressionTemplate {
  const { code, names } = prepare(text);
  if (code.trim() === '') throw new TemplateError('it is empty');
  // Two expressions, or one that closes the bracket itself, must not pass for one.
  const [first, ...rest] = parsed(`(${code}\n)`).body;
  if (first?.type !== 'ExpressionStatement' || rest.length > 0)
    throw new TemplateError('it is no expression');
  const convert = converter(`(${code}\n)`, names);
  const nothing: Slots = () => js.text('');
  convert(first.expression, nothing);
  return { text, slots: slotsIn(text), build: (slots) => convert(first.expression, slots) };
}

/** Reads a template of a script; throws a TemplateError. */
export function scriptTemplate(text: string): ScriptTemplate {
  const { code, names } = prepare(text);
  const { body } = parsed(code);
  const slots = slotsIn(text);
  if (slots.length === 0) {
    const script = [js.rawStatement(code.trim())];
    return { slots, build: () => script };
  }
  const convert = converter(code, names);
  const statement = (each: EsStatement, values: Slots): Statement => {
    if (each.type === 'ExpressionStatement') return assignment(each.expression, values);
    if (each.type === 'IfStatement') {
      const branch = (inside: EsStatement | null | undefined): readonly Statement[] =>
        inside === null || inside === undefined
          ? []
          : (inside.type === 'BlockStatement' ? inside.body : [inside]).map((s) => statement(s, values));
      return js.when(convert(each.test, values), branch(each.consequent), branch(each.alternate));
    }
    throw new TemplateError(
      `with slots, a script may assign, call and decide by if, but not use ${each.type}`,
    );
  };
  const assignment = (each: Expression, values: Slots): Statement =>
    each.type === 'AssignmentExpression' && each.operator === '=' && each.left.type !== 'ObjectPattern'
      ? js.assign(convert(each.left, values), convert(each.right, values))
      : js.run(convert(each, values));
  const build = (values: Slots): readonly Statement[] =>
    body.map((each) => {
      if (each.type === 'ImportDeclaration' || each.type.startsWith('Export'))
        throw new TemplateError('it is no script');
      return statement(each as EsStatement, values); // ES5 scripts hold statements alone
    });
  build(() => js.text(''));
  return { slots, build };
}

const placeNames: Readonly<Record<string, string>> = {
  Literal: 'within a text: join with +',
  FunctionExpression: 'within a function',
  ObjectExpression: 'within an object',
};

const binaryOperators = '+ - * / % == != === !== < > <= >='.split(' ');

/** From the parser's tree to ours. What holds no slot and has no counterpart stays as it is written. */
function converter(code: string, names: ReadonlyMap<string, string>): (node: Node, slots: Slots) => Js {
  const convert = (node: Node, slots: Slots): Js => {
    const at = (part: Node): Js => convert(part, slots);
    const each = node as Expression; // the callers hand in expressions, and targets of assignments
    switch (each.type) {
      case 'Literal':
        if (typeof each.value === 'string' && !each.value.includes('$ird_slot_')) return js.text(each.value);
        if (typeof each.value === 'number') return js.number(each.value);
        if (typeof each.value === 'boolean') return js.boolean(each.value);
        break;
      case 'Identifier': {
        const slot = names.get(each.name);
        if (slot === undefined) return js.path(each.name);
        const held = slots(slot);
        if (held === undefined) throw new TemplateError(`nothing is called "${slot}"`);
        return held;
      }
      case 'ParenthesizedExpression':
        return at(each.expression);
      case 'MemberExpression':
        if (each.computed) return js.index(at(each.object), at(each.property));
        if (each.property.type === 'Identifier') return js.member(at(each.object), each.property.name);
        break;
      case 'CallExpression':
        return js.call(at(each.callee), ...each.arguments.map(at));
      case 'BinaryExpression':
        if (binaryOperators.includes(each.operator))
          return js.binary(at(each.left), each.operator as JsBinaryOperator, at(each.right)); // the list above holds ours alone
        break;
      case 'LogicalExpression':
        if (each.operator !== '??') return js.binary(at(each.left), each.operator, at(each.right));
        break;
      case 'UnaryExpression':
        if (each.operator === '!') return js.not(at(each.argument));
        if (each.operator === '-') return js.negate(at(each.argument));
        break;
      case 'ConditionalExpression':
        return js.conditional(at(each.test), at(each.consequent), at(each.alternate));
      case 'ArrayExpression':
        return js.array(...each.elements.flatMap((item) => (item === null ? [] : [at(item)])));
      default:
        break;
    }
    const written = code.slice(node.start, node.end);
    if (written.includes('$ird_slot_'))
      throw new TemplateError(`a slot may not stand ${placeNames[each.type] ?? `within ${each.type}`}`);
    return js.raw(each.type === 'SequenceExpression' ? `(${written})` : written);
  };
  return convert;
}
