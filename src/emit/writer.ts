// Writes a page as SCXML text: the only file that touches xmlbuilder2. Attribute order, line breaks inside attributes and CDATA sections are decided here.
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type {
  Action,
  AttributeValue,
  DataItem,
  ElementChild,
  Page,
  StateNode,
  Transition,
} from '../mappings/target-tree.js';
import { printLibrary } from './library/index.js';
import { printJs, printStatements } from './print-js.js';

const scxmlNamespace = 'http://www.w3.org/2005/07/scxml';
const modules: Readonly<Record<string, string>> = {
  queue: 'http://www.genesyslab.com/modules/queue',
  ixn: 'http://www.genesyslab.com/modules/interaction',
  dialog: 'http://www.genesyslab.com/modules/dialog',
  session: 'http://www.genesyslab.com/modules/session',
  statistic: 'http://www.genesyslab.com/modules/statistic',
  ws: 'http://www.genesyslab.com/modules/ws',
  classification: 'http://www.genesyslab.com/modules/classification',
};

// xmlbuilder2 turns a line break in an attribute into a blank; it travels as this private character and is written as a reference.
const lineBreak = '\ue00a';

/** Writes the page. The text ends with a line break, uses `\n`, and is the same for the same page. */
export function writePage(page: Page): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(scxmlNamespace, 'scxml', {
    version: '1.0',
    profile: 'ecmascript',
    name: page.name,
    initial: page.initial,
  });
  for (const prefix of usedModules(page.states)) root.att(`xmlns:${prefix}`, modules[prefix] ?? '');
  page.header.forEach((line) => comment(root, line));
  if (page.data.length > 0) writeData(root.ele('datamodel'), page.data);
  const library = printLibrary(page.library);
  if (library !== '') cdata(root.ele('script'), library, 2);
  if (page.globals.length > 0) cdata(root.ele('script'), printStatements(page.globals), 2);
  page.states.forEach((state) => writeState(root, state, 1));
  return `${root.end({ prettyPrint: true, indent: '  ', wellFormed: true })}\n`.replaceAll(
    lineBreak,
    '&#10;',
  );
}

/** Modules in the order of the table: a page declares what it uses. */
function usedModules(states: readonly StateNode[]): readonly string[] {
  const used = new Set<string>();
  const visitAction = (action: Action | ElementChild): void => {
    if (action.kind === 'element') {
      used.add(action.module);
      action.children?.forEach(visitAction);
    } else if (action.kind === 'if') {
      action.branches.forEach((b) => b.actions.forEach(visitAction));
      action.otherwise?.forEach(visitAction);
    }
  };
  const visit = (state: StateNode): void => {
    [state.onentry, state.onexit].forEach((list) => list?.forEach(visitAction));
    state.transitions?.forEach((t) => t.actions?.forEach(visitAction));
    state.children?.forEach(visit);
  };
  states.forEach(visit);
  return Object.keys(modules).filter((name) => used.has(name));
}

function writeData(parent: XMLBuilder, items: readonly DataItem[]): void {
  for (const item of items) {
    if (item.comment !== undefined) comment(parent, item.comment);
    const data = parent.ele('data', { id: item.id });
    if (item.value) attribute(data, 'expr', printJs(item.value));
  }
}

function writeState(parent: XMLBuilder, state: StateNode, depth: number): void {
  state.comments?.forEach((text) => comment(parent, text));
  state.notes?.forEach((text) => comment(parent, text));
  const node = parent.ele(state.kind, { id: state.id });
  if (state.initial !== undefined) attribute(node, 'initial', state.initial);
  writeActions(node, 'onentry', state.onentry, depth + 1);
  writeActions(node, 'onexit', state.onexit, depth + 1);
  state.transitions?.forEach((t) => writeTransition(node, t, depth + 1));
  state.children?.forEach((child) => writeState(node, child, depth + 1));
}

function writeActions(
  parent: XMLBuilder,
  name: string,
  actions: readonly Action[] | undefined,
  depth: number,
): void {
  if (actions === undefined || actions.length === 0) return;
  const node = parent.ele(name);
  actions.forEach((action) => writeAction(node, action, depth + 1));
}

function writeTransition(parent: XMLBuilder, t: Transition, depth: number): void {
  if (t.comment !== undefined) comment(parent, t.comment);
  const node = parent.ele('transition');
  if (t.event !== undefined) attribute(node, 'event', t.event);
  if (t.cond !== undefined) attribute(node, 'cond', printJs(t.cond));
  if (t.target !== undefined) attribute(node, 'target', t.target);
  t.actions?.forEach((action) => writeAction(node, action, depth + 1));
}

function writeAction(parent: XMLBuilder, action: Action, depth: number): void {
  switch (action.kind) {
    case 'script':
      cdata(parent.ele('script'), printStatements(action.statements), depth + 1);
      return;
    case 'assign': {
      const node = parent.ele('assign');
      attribute(node, 'location', printJs(action.location));
      attribute(node, 'expr', printJs(action.value));
      return;
    }
    case 'log': {
      const node = parent.ele('log');
      attribute(node, 'expr', printJs(action.value));
      if (action.label !== undefined) attribute(node, 'label', action.label);
      if (action.level !== undefined) attribute(node, 'level', String(action.level));
      return;
    }
    case 'raise':
    case 'send': {
      const node = parent.ele(action.kind);
      if (action.kind === 'raise') attribute(node, 'event', action.event);
      else {
        attribute(node, 'event', `'${action.event}'`);
        if (action.delay) attribute(node, 'delay', printJs(action.delay));
        if (action.idLocation) attribute(node, 'idlocation', printJs(action.idLocation));
      }
      for (const [name, value] of Object.entries(action.params ?? {})) param(node, name, printJs(value));
      return;
    }
    case 'cancel':
      attribute(parent.ele('cancel'), 'sendid', printJs(action.sendid));
      return;
    case 'if':
      writeIf(parent, action, depth);
      return;
    case 'element':
      writeElement(parent, action, depth);
      return;
  }
}

function writeIf(parent: XMLBuilder, action: Extract<Action, { kind: 'if' }>, depth: number): void {
  const [first, ...others] = action.branches;
  if (first === undefined) return;
  const node = parent.ele('if');
  attribute(node, 'cond', printJs(first.cond));
  first.actions.forEach((a) => writeAction(node, a, depth + 1));
  for (const branch of others) {
    attribute(node.ele('elseif'), 'cond', printJs(branch.cond));
    branch.actions.forEach((a) => writeAction(node, a, depth + 1));
  }
  if (action.otherwise !== undefined && action.otherwise.length > 0) {
    node.ele('else');
    action.otherwise.forEach((a) => writeAction(node, a, depth + 1));
  }
}

function writeElement(
  parent: XMLBuilder,
  element: Extract<Action, { kind: 'element' }>,
  depth: number,
): void {
  const node = parent.ele(modules[element.module] ?? '', `${element.module}:${element.name}`);
  for (const [name, value] of Object.entries(element.attributes))
    attribute(node, name, printAttribute(value));
  for (const child of element.children ?? []) {
    switch (child.kind) {
      case 'element':
        writeElement(node, child, depth + 1);
        break;
      case 'param':
        param(node, child.name, printJs(child.value));
        break;
      case 'content':
        attribute(node.ele(scxmlNamespace, 'content'), '_expr', printJs(child.value));
        break;
    }
  }
}

const printAttribute = (value: AttributeValue): string =>
  value.kind === 'literal' ? value.text : printJs(value.js);

function param(parent: XMLBuilder, name: string, expr: string): void {
  const node = parent.ele(scxmlNamespace, 'param');
  attribute(node, 'name', name);
  attribute(node, 'expr', expr);
}

const attribute = (node: XMLBuilder, name: string, value: string): XMLBuilder =>
  node.att(name, legal(value).replace(/\r\n|\r|\n/g, lineBreak));

/** A comment: two hyphens would end it, so they are kept apart. */
function comment(parent: XMLBuilder, text: string): void {
  const safe = legal(text)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ');
  parent.com(` ${safe} `);
}

/** Script text on lines of its own, indented; `]]>` is split over two sections. */
function cdata(node: XMLBuilder, text: string, depth: number): void {
  const margin = '  '.repeat(depth);
  const body = legal(text)
    .split('\n')
    .map((line) => (line === '' ? '' : margin + line))
    .join('\n');
  const sections = `\n${body}\n${'  '.repeat(Math.max(0, depth - 1))}`.split(/(?<=\]\])(?=>)/);
  sections.forEach((section) => node.dat(section));
}

/** What XML 1.0 forbids cannot be written at all, not even as a reference; it is made visible instead. */
function legal(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ue00a/g,
    '\ufffd',
  );
}
