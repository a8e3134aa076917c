// Which profile describes a file: what share of the places that it needs are there, and whether it finds strategies with blocks.
import { elementsWithin, type XmlDocument, type XmlElement } from '../../xml/index.js';
import type { Path } from './path.js';
import type { ExportProfile } from './profile.js';
import { eachElement } from './reading.js';
import { newMarks, selectAll, valueOf } from './select.js';
import { eachStrategy } from './strategies.js';

/** Strategies that are looked at: a file of many has one layout. */
const mostStrategies = 20;

/** How well a profile fits a document. */
export interface Fit {
  readonly profile: ExportProfile;
  /** 0 when the profile does not fit; else how many of the essentials it finds. */
  readonly essentials: number;
  readonly found: number;
  readonly needed: number;
  /** The needed places that are not in the document, as `key "path"`. */
  readonly missing: readonly string[];
}

/** Fits of all profiles, the best first; equals in the order given. */
export function rankProfiles(document: XmlDocument, profiles: readonly ExportProfile[]): readonly Fit[] {
  const names = namesIn(document.root);
  const share = (fit: Fit): number => fit.essentials + fit.found / Math.max(1, fit.needed);
  return profiles
    .map((profile) => assess(document, profile, names))
    .toSorted((one, other) => share(other) - share(one));
}

/** Names of elements, and of attributes with `@`, that occur anywhere, with how often elements do. */
function namesIn(root: XmlElement): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const element of elementsWithin(root)) {
    names.set(element.local, (names.get(element.local) ?? 0) + 1);
    for (const attribute of element.attributes) names.set(`@${attribute.local}`, 1);
  }
  return names;
}

function assess(document: XmlDocument, profile: ExportProfile, names: ReadonlyMap<string, number>): Fit {
  const isThere = (path: Path): boolean =>
    path.steps.every(
      ({ axis, test }) =>
        test.local === undefined || names.has(axis === 'attribute' ? `@${test.local}` : test.local),
    );
  const missing = profile.needed
    .filter(({ paths }) => !paths.some(isThere))
    .map(({ key, paths }) => `${key} "${paths[0]?.text ?? ''}"`);
  return {
    profile,
    essentials: essentialsFound(document, profile),
    found: profile.needed.length - missing.length,
    needed: profile.needed.length,
    missing,
  };
}

/**
 * How many of the essentials (strategy, its name, a block, its id, its type) the profile finds. 0: no strategy with a block that has an
 * id or a type, nor one with nothing in it that the profile does not know.
 */
function essentialsFound(document: XmlDocument, profile: ExportProfile): number {
  const marks = newMarks();
  const known = (paths: readonly Path[] | undefined, element: XmlElement): boolean =>
    paths !== undefined && (valueOf(paths, element, marks)?.text.trim() ?? '') !== '';
  const strategies = eachStrategy(document, profile, marks).slice(0, mostStrategies);
  const found = strategies.map(({ rule, element }) => {
    const named = known(rule.name, element) ? 1 : 0;
    for (const rules of [profile.variables, profile.links, profile.comments, profile.metadata]) {
      for (const one of rules) if (!('in' in one) || one.in === 'strategy') selectAll(one.at, element, marks);
    }
    const blocks = eachElement(profile.blocks, element, marks);
    if (blocks.length === 0) {
      const strange = element.children.some((child) => child.kind === 'element' && !marks.nodes.has(child));
      return strange ? 0 : 1 + named;
    }
    const withId = blocks.some(({ rule: { id }, item }) => known(id, item));
    const withType = blocks.some(({ rule: { type }, item }) => !isNameOnly(type) && known(type, item));
    return withId || withType ? 2 + named + Number(withId) + Number(withType) : 0;
  });
  return Math.max(0, ...found);
}

// Every element has a name, so a type that is the name of its element tells nothing.
const isNameOnly = (paths: readonly Path[]): boolean =>
  paths.every((path) => path.name || path.literal !== undefined);

/** The sentence parts of the finding that no profile fits: the two nearest, and what the file looks like. */
export function describeMisfit(
  document: XmlDocument,
  fits: readonly Fit[],
): { readonly fits: string; readonly file: string } {
  const nearest = fits.slice(0, 2);
  const describe = ({ profile, essentials, found, needed, missing }: Fit): string => {
    if (essentials > 0) return `"${profile.name}", which is built in, would fit`;
    const first = missing.slice(0, 3).join(', ');
    const lacks = missing.length === 0 ? 'but no strategy with a block' : `not ${first}`;
    const more = missing.length > 3 ? ', ...' : '';
    return `"${profile.name}" found ${found} of the ${needed} places that it needs, ${lacks}${more}`;
  };
  const frequent = [...namesIn(document.root)]
    .filter(([name]) => !name.startsWith('@'))
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([name, count]) => `"${name}" (${count})`);
  return {
    fits: nearest.map(describe).join('; '),
    file: `its root element is "${document.root.name}", its most frequent elements are ${frequent.join(', ')}`,
  };
}
