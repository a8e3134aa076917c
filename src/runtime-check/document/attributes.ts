// Reads the attributes of SCXML elements in the forms that a dialect has, and keeps the expressions and findings of a page while it is compiled.
import { diagnose, type Code, type DataOf, type Diagnostic, type Span } from '../../diagnostics/index.js';
import { attribute, type LocatedText, type XmlAttribute, type XmlElement } from '../../xml/index.js';
import type { AttributeForm, Dialect } from '../interpreter/dialects.js';
import type { Compiled } from '../script/engine.js';
import type { Expression, Value } from './nodes.js';
import { declaredNames, nothingDeclared } from './declared-names.js';
import { prepareCode, type PreparedCode } from './syntax.js';

/** What is gathered while a page is compiled. */
export interface Compilation {
  readonly dialect: Dialect;
  /** The text of a whole file that has a part in the page. */
  readonly textOf: (file: string) => string;
  readonly resolve: (uri: string) => string | undefined;
  readonly expressions: readonly Expression[];
  readonly diagnostics: readonly Diagnostic[];
  /** The index of the state that is compiled now: expressions belong to it. */
  readonly state: number;
  /** From now on, `state` is compiled. */
  within(state: number): void;
  /** `element` is what the expression belongs to. */
  expression(kind: Compiled['kind'], element: XmlElement, text: LocatedText, value?: LocatedText): Expression;
  report<C extends Code>(code: C, span: Span, data: DataOf<C>): void;
}

export function newCompilation(
  dialect: Dialect,
  textOf: Compilation['textOf'],
  resolve: Compilation['resolve'],
): Compilation {
  const expressions: Expression[] = [];
  const diagnostics: Diagnostic[] = [];
  let owner = 0;
  const report: Compilation['report'] = (code, span, data) => {
    diagnostics.push(diagnose(code, '', span, data));
  };
  const prepare = (kind: Compiled['kind'], text: LocatedText): PreparedCode => {
    const prepared = prepareCode(text.text, kind, dialect);
    if (prepared.failure) {
      const { message, offset } = prepared.failure;
      const start = Math.min(offset, text.text.length);
      const end = Math.min(start + 1, text.text.length);
      report('IRD5505', text.span(start, end), { kind: nameOf[kind], message });
    }
    return prepared;
  };
  return {
    dialect,
    textOf,
    resolve,
    get state() {
      return owner;
    },
    within(state) {
      owner = state;
    },
    expressions,
    diagnostics,
    report,
    expression(kind, { local }, text, value) {
      const first = prepare(kind === 'assignment' ? 'location' : kind, text);
      const second = value && prepare('expression', value);
      const made: Expression = {
        index: expressions.length,
        kind,
        tag: local,
        state: owner,
        declares:
          first.tree && dialect.stateScopes && owner > 0 ? declaredNames(first.tree) : nothingDeclared,
        text,
        code: first.code,
        value: second && value && { text: value, code: second.code },
        failure: first.failure ?? (second?.failure && { ...second.failure, inValue: true }),
      };
      expressions.push(made);
      return made;
    },
  };
}

const nameOf: Readonly<Record<Compiled['kind'], string>> = {
  script: 'script',
  expression: 'expression',
  condition: 'condition',
  location: 'location',
  assignment: 'assignment',
};

/** The literal text of an attribute, trimmed; undefined when it is missing or empty. */
export function literalOf(element: XmlElement, name: string): string | undefined {
  const text = attribute(element, name)?.value.text.trim();
  return text === '' ? undefined : text;
}

/** The names in an attribute that holds a list of them. */
export const listOf = (element: XmlElement, name: string): readonly string[] =>
  (attribute(element, name)?.value.text ?? '').split(/\s+/).filter((word) => word !== '');

/** An attribute that must be there; a missing one is reported. */
export function requiredAttribute(
  compilation: Compilation,
  element: XmlElement,
  name: string,
): XmlAttribute | undefined {
  const found = attribute(element, name);
  if (!found) compilation.report('IRD5507', element.tagSpan, { element: element.name, attribute: name });
  return found;
}

/** The expression in attribute `name`. */
export function expressionOf(
  compilation: Compilation,
  element: XmlElement,
  name: string,
  kind: Compiled['kind'],
): Expression | undefined {
  const found = attribute(element, name);
  return found && compilation.expression(kind, element, found.value);
}

/** The value of whichever of the forms is there; two of them exclude each other. */
export function valueOf(
  compilation: Compilation,
  element: XmlElement,
  forms: readonly AttributeForm[],
): Value | undefined {
  const [first, second] = forms.filter(({ attribute: name }) => attribute(element, name) !== undefined);
  if (!first) return undefined;
  if (second) {
    const data = { element: element.name, first: first.attribute, second: second.attribute };
    compilation.report('IRD5509', element.tagSpan, data);
  }
  const found = attribute(element, first.attribute);
  if (!found) return undefined;
  return first.form === 'literal'
    ? { kind: 'literal', text: found.value.text }
    : { kind: 'expression', expression: compilation.expression('expression', element, found.value) };
}
