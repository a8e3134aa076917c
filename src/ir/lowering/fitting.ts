// Whether a value is of the language that its property wants. Export layouts differ in what they mark as literal, so literals are accepted for expressions.
import type { SourceValue } from '../../ird-parser/source-model.js';
import type { PropertyLanguage } from '../../ird-parser/shapes.js';

/** How messages call what a property wants. */
export const languageNames: Readonly<Record<PropertyLanguage, string>> = {
  expression: 'an expression',
  targets: 'a list of targets',
  skill: 'a skill expression',
  threshold: 'a threshold',
  list: 'a list of pairs',
  text: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  variable: 'the name of a variable',
  ecmascript: 'a script',
};

/** The value as one of `language`; undefined when it is none. A literal is as good as an expression. */
export function inLanguage(value: SourceValue, language: PropertyLanguage): SourceValue | undefined {
  const { kind, source } = value;
  if (kind === language) return value;
  switch (language) {
    case 'text':
    case 'list':
      return { kind: 'text', value: source.text, source };
    case 'expression':
      return asLiteral(value);
    case 'variable':
      return kind === 'text' ? { kind: 'variable', name: value.value, source } : undefined;
    case 'targets':
    case 'skill':
    case 'threshold':
    case 'integer':
    case 'boolean':
    case 'ecmascript':
      return undefined;
  }
}

/** A literal setting as the expression that gives it. */
function asLiteral(value: SourceValue): SourceValue | undefined {
  const { source } = value;
  const span = source.span();
  switch (value.kind) {
    case 'text':
      return { kind: 'expression', tree: { kind: 'string', value: value.value, quote: "'", span }, source };
    case 'integer':
      return {
        kind: 'expression',
        tree: { kind: 'number', value: value.value, float: false, raw: source.text, span },
        source,
      };
    case 'boolean':
      return { kind: 'expression', tree: { kind: 'name', name: String(value.value), span }, source };
    case 'variable':
      return { kind: 'expression', tree: { kind: 'name', name: value.name, span }, source };
    case 'expression':
    case 'skill':
    case 'threshold':
    case 'targets':
    case 'list':
    case 'ecmascript':
      return undefined;
  }
}
