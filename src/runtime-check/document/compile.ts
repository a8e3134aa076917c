// Compiles the located XML of a page into what the interpreter runs; every static fault is a finding with its place.
import { hasErrors, type Outcome } from '../../diagnostics/index.js';
import { attribute, type XmlDocument, type XmlElement } from '../../xml/index.js';
import type { Dialect } from '../interpreter/dialects.js';
import { literalOf, newCompilation } from './attributes.js';
import { isScxml } from './content.js';
import { eventTable } from './event-descriptors.js';
import type { WholePage } from './include.js';
import type { CompiledDocument } from './nodes.js';
import { scopeChains } from './scopes.js';
import { compileStates } from './states.js';

/** Faults that do not keep a page from running: what they concern fails when it is met. */
const harmless: ReadonlySet<string> = new Set(['IRD5505', 'IRD5531']);

export interface CompileOptions {
  /** Another SCXML root inside the document. */
  readonly element?: XmlElement;
  /** The text of another file that a script or data is in; undefined: there is none. Without it, other files are not read. */
  readonly resolve?: (uri: string) => string | undefined;
}

/** A file, with what was included in it. */
export type CompilePage = XmlDocument & Partial<Pick<WholePage, 'texts' | 'prefixes'>>;

/** Compiles `document`. Undefined when the page cannot run at all. */
export function compileDocument(
  document: CompilePage,
  pageDialect: Dialect,
  options: CompileOptions = {},
): Outcome<CompiledDocument | undefined> {
  const { element = document.root, resolve = () => undefined } = options;
  const { texts, prefixes } = document;
  const dialect = withDataModel(pageDialect, element);
  const textOf = (file: string): string => texts?.get(file) ?? document.text;
  const compilation = newCompilation(dialect ?? pageDialect, textOf, resolve);
  if (!isScxml(element) || element.local !== 'scxml') {
    compilation.report('IRD5501', element.tagSpan, { found: element.name });
    return { value: undefined, diagnostics: compilation.diagnostics };
  }
  if (!dialect) {
    const { attribute: name, byName } = pageDialect.dataModels;
    const found = attribute(element, name);
    const known = [...byName.keys()].filter((model) => model !== '');
    const data = { found: found?.value.text ?? '', known };
    compilation.report('IRD5530', found?.span ?? element.tagSpan, data);
    return { value: undefined, diagnostics: compilation.diagnostics };
  }
  const tree = compileStates(compilation, element, prefixes ?? new Map());
  const { diagnostics } = compilation;
  const fatal = hasErrors(diagnostics.filter((found) => !harmless.has(found.code)));
  if (fatal) return { value: undefined, diagnostics };
  const compiled: CompiledDocument = {
    ...tree,
    source: document,
    name: attribute(element, 'name')?.value.text ?? '',
    dialect,
    binding: literalOf(element, 'binding') === 'late' ? 'late' : 'early',
    expressions: compilation.expressions,
    events: eventTable(tree.states.length),
    scopeChains: scopeChains(tree.states),
    hasInvokes: tree.states.some((state) => state.invokes.length > 0),
  };
  return { value: compiled, diagnostics };
}

/** The dialect with the data model that the root names; undefined when there is none of that name. */
function withDataModel(dialect: Dialect, root: XmlElement): Dialect | undefined {
  const { attribute: name, byName } = dialect.dataModels;
  const dataModel = byName.get(literalOf(root, name) ?? '');
  if (dataModel === undefined) return undefined;
  return dataModel === dialect.dataModel ? dialect : { ...dialect, dataModel };
}
