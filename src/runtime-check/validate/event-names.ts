// Events that transitions wait for: names that belong to a module of Orchestration must be names that it sends.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { attribute, elementsWithin, type XmlElement } from '../../xml/index.js';
import { moduleOf, modules } from './catalogue/index.js';
import type { ModuleRow } from './catalogue/rows.js';
import { scxmlNamespace } from '../document/content.js';
import { nearestName } from '../../diagnostics/nearest-name.js';

const eventsOf = (module: ModuleRow): readonly string[] => [
  ...Object.keys(module.events),
  ...Object.values(module.elements).flatMap((row) => Object.keys(row.events)),
];

const byRoot: ReadonlyMap<string, { readonly module: ModuleRow; readonly events: readonly string[] }> =
  new Map(
    modules.flatMap((module) => {
      const entry = { module, events: eventsOf(module) };
      return module.eventRoots.map((root) => [root, entry] as const);
    }),
  );

/** Findings about the event names of all transitions. */
export function checkEventNames(root: XmlElement): readonly Diagnostic[] {
  const all = [...elementsWithin(root)];
  const own = all.flatMap(sentBy);
  const used = new Set(all.map((element) => moduleOf(element.uri)?.prefix));
  return all.flatMap((element) => {
    if (element.uri !== scxmlNamespace || element.local !== 'transition') return [];
    const value = attribute(element, 'event')?.value;
    if (value === undefined) return [];
    return [...value.text.matchAll(/\S+/g)].flatMap((found) => {
      const problem = judge(found[0], own, used);
      return problem === undefined ? [] : [problem(value.span(found.index, found.index + found[0].length))];
    });
  });
}

/** Names that the page raises or sends; texts of a computed name count as names. */
function sentBy(element: XmlElement): readonly string[] {
  if (element.uri !== scxmlNamespace) return [];
  switch (element.local) {
    case 'raise':
      return [attribute(element, 'event')?.value.text ?? ''];
    case 'event':
      return [attribute(element, 'name')?.value.text ?? ''];
    case 'send': {
      const expression = attribute(element, 'event')?.value.text ?? '';
      return [...expression.matchAll(/'([^']*)'|"([^"]*)"/g)].map((found) => found[1] ?? found[2] ?? '');
    }
    default:
      return [];
  }
}

type Report = (span: Diagnostic['span']) => Diagnostic;

function judge(
  written: string,
  own: readonly string[],
  used: ReadonlySet<string | undefined>,
): Report | undefined {
  const event = written.replace(/\.?\*$/, '').replace(/\.$/, '');
  const parts = event.split('.');
  const isError = parts[0] === 'error';
  const entry = byRoot.get(parts[isError ? 1 : 0] ?? '') ?? slipOf(parts, isError);
  if (entry === undefined) return undefined;
  const { module, events } = entry;
  const matches = (name: string): boolean => name === event || name.startsWith(`${event}.`);
  if (events.some(matches) || own.some(matches)) return undefined;
  const near = nearestEvent(parts, events);
  const data = { module: module.prefix, event };
  if (near !== undefined) {
    return (span) => diagnose('IRD5108', '', span, { ...data, near: `; did you mean "${near}"?` });
  }
  // Interactions come to every session; other modules speak to pages that use them.
  if (module.prefix !== 'ixn' && !used.has(module.prefix)) return undefined;
  return module.eventsComplete
    ? (span) => diagnose('IRD5108', '', span, { ...data, near: '' })
    : (span) => diagnose('IRD5109', '', span, data);
}

/** The module whose name was written wrong, when the rest is an event of it. */
function slipOf(parts: readonly string[], isError: boolean): ReturnType<typeof byRoot.get> {
  const at = isError ? 1 : 0;
  const root = nearestName(parts[at] ?? '', byRoot.keys());
  if (root === undefined || parts.length < at + 2) return undefined;
  const entry = byRoot.get(root);
  const event = parts.with(at, root).join('.');
  return entry?.events.some((name) => name === event) === true ? entry : undefined;
}

/** The event that differs from what was written by slips in its parts. */
function nearestEvent(parts: readonly string[], events: readonly string[]): string | undefined {
  const cut = events
    .map((name) => name.split('.'))
    .filter((name) => name.length >= parts.length)
    .map((name) => name.slice(0, parts.length));
  return cut
    .find((name) => name.every((part, index) => nearestName(parts[index] ?? '', [part]) !== undefined))
    ?.join('.');
}
