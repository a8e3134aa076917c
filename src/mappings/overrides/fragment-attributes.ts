// Attributes of a template of a block: those that an action needs or may have, each compiled where it is an expression, and the place of what is wrong.
import { suggestion } from '../../diagnostics/nearest-name.js';
import type { XmlElement } from '../../xml/index.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { expressionTemplate, TemplateError, type ExpressionTemplate, type Slots } from './template.js';

/** What a fragment needs beside slots: where ports and the frame lead. */
export interface FragmentContext {
  readonly slots: Slots;
  /** State of `${port.green}`, `${end}` or `${default-routing}`; undefined when it is none. */
  target(slot: string): string | undefined;
}

/** Builds a part of the page when the slots are known. */
export type Build<T> = (cx: FragmentContext) => T;

/** Line and column within the template. */
export const where = ({ tagSpan }: XmlElement): string =>
  `line ${tagSpan.start.line - 1}, column ${tagSpan.start.column}: `;

/** Names the place of what cannot be used. */
export function within<T>(element: XmlElement, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new TemplateError(`${where(element)}${error.message}`);
  }
}

export interface Attributes {
  required(name: string): string;
  optional(name: string): string | undefined;
  expression(name: string): Build<Js>;
  optionalExpression(name: string): Build<Js> | undefined;
  /** No other attribute is there. */
  done(): void;
}

/** Reads the attributes of an element. */
export function attributesOf(element: XmlElement): Attributes {
  const seen = new Set<string>();
  const optional = (name: string): string | undefined => {
    seen.add(name);
    return element.attributes.find((each) => each.name === name)?.value.text;
  };
  const required = (name: string): string => {
    const value = optional(name);
    if (value === undefined) throw new TemplateError(`${where(element)}"${element.name}" needs "${name}"`);
    return value;
  };
  const compile = (text: string): Build<Js> => {
    const template: ExpressionTemplate = within(element, () => expressionTemplate(text));
    // Without slots the text stays as the user wrote it.
    return (cx) => (template.slots.length === 0 ? js.raw(text.trim()) : template.build(cx.slots));
  };
  return {
    required,
    optional,
    expression: (name) => compile(required(name)),
    optionalExpression: (name) => {
      const text = optional(name);
      return text === undefined ? undefined : compile(text);
    },
    done: () => {
      const strange = element.attributes.find(({ name }) => !seen.has(name));
      if (strange !== undefined) {
        throw new TemplateError(
          `${where(element)}"${element.name}" takes no "${strange.name}"${suggestion(strange.name, [...seen])}`,
        );
      }
    },
  };
}
