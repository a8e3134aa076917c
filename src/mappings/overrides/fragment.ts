// Templates of blocks: what stands inside a state, written as SCXML with slots in its expressions. Read before anything is converted, into the same tree
// that our own mappings build.
import { hasErrors } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { readXml, textOf, type XmlElement } from '../../xml/index.js';
import type { Js } from '../js.js';
import type { Action, AttributeValue, ElementChild, OrsModule, Transition } from '../target-tree.js';
import { attributesOf, where, within, type Build, type FragmentContext } from './fragment-attributes.js';
import { expressionTemplate, scriptTemplate, slotsIn, TemplateError } from './template.js';

export interface BuiltFragment {
  readonly onentry: readonly Action[];
  readonly onexit: readonly Action[];
  readonly transitions: readonly Transition[];
}

export interface FragmentTemplate {
  /** Names of its slots, each once. */
  readonly slots: readonly string[];
  /** Whether it says itself where the block goes on. */
  readonly hasTransitions: boolean;
  build(cx: FragmentContext): BuiltFragment;
}

const modules: readonly OrsModule[] = [
  'queue',
  'ixn',
  'dialog',
  'session',
  'statistic',
  'ws',
  'classification',
];

const scxmlActions = ['log', 'assign', 'script', 'raise', 'send', 'cancel', 'if'] as const;

/** Reads a fragment: actions, or `onentry`, `onexit` and `transition` as in a state. Throws a TemplateError. */
export function fragmentTemplate(text: string): FragmentTemplate {
  const root = readFragment(text);
  const children = elementsOf(root);
  if (children.length === 0) throw new TemplateError('it holds no element');
  const parts = ['onentry', 'onexit', 'transition'];
  const isState = children.some(({ name }) => parts.includes(name));
  if (!isState) {
    const onentry = actionsOf(children);
    return fragment(text, [onentry], [], []);
  }
  const stray = children.find(({ name }) => !parts.includes(name));
  if (stray !== undefined) {
    throw new TemplateError(`${where(stray)}beside "transition" or "onentry", "${stray.name}" has no place`);
  }
  const named = (name: string): readonly XmlElement[] => children.filter((child) => child.name === name);
  return fragment(
    text,
    named('onentry').map((each) => actionsOf(elementsOf(each))),
    named('onexit').map((each) => actionsOf(elementsOf(each))),
    named('transition').map(transitionOf),
  );
}

function fragment(
  text: string,
  onentry: readonly Build<readonly Action[]>[],
  onexit: readonly Build<readonly Action[]>[],
  transitions: readonly Build<Transition>[],
): FragmentTemplate {
  return {
    slots: slotsIn(text),
    hasTransitions: transitions.length > 0,
    build: (cx) => ({
      onentry: onentry.flatMap((build) => build(cx)),
      onexit: onexit.flatMap((build) => build(cx)),
      transitions: transitions.map((build) => build(cx)),
    }),
  };
}

/** Wraps the text, so that it may hold several elements and the prefixes of ORS. */
function readFragment(text: string): XmlElement {
  const prefixes = modules.map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
  const bytes = new TextEncoder().encode(`<template ${prefixes}>\n${text}\n</template>`);
  const { value, diagnostics } = readXml(bytes, 'template');
  if (value === undefined || hasErrors(diagnostics)) {
    const [first] = diagnostics.filter(({ severity }) => severity === 'error');
    const place = first === undefined ? '' : `line ${first.span.start.line - 1}: `;
    throw new TemplateError(`${place}it is not well-formed: ${first?.message ?? 'it cannot be read'}`);
  }
  return value.root;
}

function elementsOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.kind === 'element') return [child];
    if (child.kind === 'text' && child.value.text.trim() !== '') {
      throw new TemplateError(
        `${where(parent)}text "${child.value.text.trim().slice(0, 30)}" has no place here`,
      );
    }
    return [];
  });
}

const actionsOf = (elements: readonly XmlElement[]): Build<readonly Action[]> => {
  const builds = elements.map(actionOf);
  return (cx) => builds.map((build) => build(cx));
};

function actionOf(element: XmlElement): Build<Action> {
  if (element.prefix !== '') return moduleElement(element);
  const name = scxmlActions.find((known) => known === element.name);
  if (name === undefined) {
    const known = [...scxmlActions, ...modules.map((module) => `${module}:...`)];
    throw new TemplateError(
      `${where(element)}"${element.name}" is no action that a template may hold${suggestion(element.name, scxmlActions) || `; known are ${known.join(', ')}`}`,
    );
  }
  const read = attributesOf(element);
  switch (name) {
    case 'log': {
      const value = read.expression('expr');
      const label = read.optional('label');
      read.done();
      return (cx) => ({ kind: 'log', value: value(cx), ...(label === undefined ? {} : { label }) });
    }
    case 'assign': {
      const [place, value] = [read.expression('location'), read.expression('expr')];
      read.done();
      return (cx) => ({ kind: 'assign', location: place(cx), value: value(cx) });
    }
    case 'script': {
      read.done();
      const script = within(element, () => scriptTemplate(textOf(element).text));
      return (cx) => ({ kind: 'script', statements: script.build(cx.slots) });
    }
    case 'cancel': {
      const sendid = read.expression('sendid');
      read.done();
      return (cx) => ({ kind: 'cancel', sendid: sendid(cx) });
    }
    case 'raise':
    case 'send': {
      const event = read.required('event').replace(/^'(.*)'$/, '$1');
      const delay = name === 'send' ? read.optionalExpression('delay') : undefined;
      read.done();
      const params = elementsOf(element).map(paramOf);
      const built = (cx: FragmentContext): { readonly params?: Readonly<Record<string, Js>> } =>
        params.length === 0
          ? {}
          : { params: Object.fromEntries(params.map((param) => [param.name, param.value(cx)])) };
      return (cx) =>
        name === 'raise'
          ? { kind: 'raise', event, ...built(cx) }
          : { kind: 'send', event, ...built(cx), ...(delay === undefined ? {} : { delay: delay(cx) }) };
    }
    case 'if':
      return ifAction(element);
  }
}

/** `elseif` and `else` divide the content of an `if`, as in SCXML. */
function ifAction(element: XmlElement): Build<Action> {
  const branches: { cond: Build<Js> | undefined; content: XmlElement[] }[] = [
    { cond: attributesOf(element).expression('cond'), content: [] },
  ];
  for (const child of elementsOf(element)) {
    if (child.name === 'elseif') branches.push({ cond: attributesOf(child).expression('cond'), content: [] });
    else if (child.name === 'else') branches.push({ cond: undefined, content: [] });
    else branches.at(-1)?.content.push(child);
  }
  const ready = branches.map(({ cond, content }) => ({ cond, actions: actionsOf(content) }));
  return (cx) => {
    const otherwise = ready.find(({ cond }) => cond === undefined)?.actions(cx);
    return {
      kind: 'if',
      branches: ready.flatMap(({ cond, actions }) =>
        cond === undefined ? [] : [{ cond: cond(cx), actions: actions(cx) }],
      ),
      ...(otherwise === undefined ? {} : { otherwise }),
    };
  };
}

type ModuleAction = Extract<Action, { kind: 'element' }>;

function moduleElement(element: XmlElement): Build<ModuleAction> {
  const module = modules.find((known) => known === element.prefix);
  if (module === undefined) {
    throw new TemplateError(
      `${where(element)}"${element.name}" belongs to no module of ORS${suggestion(element.prefix, modules)}`,
    );
  }
  const attributes = element.attributes.map(({ name, value }) => {
    const { text } = value;
    if (slotsIn(text).length === 0) return [name, (): AttributeValue => ({ kind: 'literal', text })] as const;
    const template = within(element, () => expressionTemplate(text));
    // `requestid` and the like are places that the platform writes to.
    const kind = name === 'requestid' ? 'location' : 'value';
    return [name, (cx: FragmentContext): AttributeValue => ({ kind, js: template.build(cx.slots) })] as const;
  });
  const children = elementsOf(element).map((child): Build<ElementChild> => {
    if (child.prefix !== '') return moduleElement(child);
    if (child.name === 'param') {
      const { name, value } = paramOf(child);
      return (cx) => ({ kind: 'param', name, value: value(cx) });
    }
    if (child.name === 'content') {
      const value = attributesOf(child).expression('_expr');
      return (cx) => ({ kind: 'content', value: value(cx) });
    }
    throw new TemplateError(`${where(child)}"${child.name}" has no place in "${element.name}"`);
  });
  return (cx) => ({
    kind: 'element',
    module,
    name: element.local,
    attributes: Object.fromEntries(attributes.map(([name, build]) => [name, build(cx)])),
    ...(children.length > 0 ? { children: children.map((build) => build(cx)) } : {}),
  });
}

function paramOf(element: XmlElement): { readonly name: string; readonly value: Build<Js> } {
  if (element.name !== 'param') {
    throw new TemplateError(`${where(element)}"${element.name}" has no place here; "param" has`);
  }
  const read = attributesOf(element);
  const param = { name: read.required('name'), value: read.expression('expr') };
  read.done();
  return param;
}

function transitionOf(element: XmlElement): Build<Transition> {
  const read = attributesOf(element);
  const event = read.optional('event');
  const cond = read.optionalExpression('cond');
  const target = read.optional('target');
  read.done();
  const actions = actionsOf(elementsOf(element));
  const slot = target === undefined ? undefined : /^\$\{\s*([^{}]*?)\s*\}$/.exec(target)?.[1];
  if (target !== undefined && slot === undefined) {
    throw new TemplateError(
      `${where(element)}a transition leads to \${port.<name>}, \${end} or \${default-routing}, not to "${target}"`,
    );
  }
  return (cx) => {
    const state = slot === undefined ? undefined : cx.target(slot);
    if (slot !== undefined && state === undefined) throw new TemplateError(`nothing is called "${slot}"`);
    const done = actions(cx);
    return {
      ...(event === undefined ? {} : { event }),
      ...(cond === undefined ? {} : { cond: cond(cx) }),
      ...(state === undefined ? {} : { target: state }),
      ...(done.length > 0 ? { actions: done } : {}),
    };
  };
}
