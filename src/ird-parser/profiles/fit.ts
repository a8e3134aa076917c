// Which profile describes a file: what share of the places that it needs are there, and whether it finds strategies with blocks.
import { elementsWithin, type XmlDocument, type XmlElement } from '../../xml/index.js';
import type { Path } from './path.js';
import type { ExportProfile } from './profile.js';
import { eachElement } from './reading.js';
import { isElement, newMarks, selectAll, selectFromTop, valueOf } from './select.js';

/** How well a profile fits a document. */
export interface Fit {
  readonly profile: ExportProfile;
  readonly fits: boolean;
  readonly found: number;
  readonly needed: number;
  /** The needed places that are not in the document, as `key "path"`. */
  readonly missing: readonly string[];
}

/** Fits of all profiles, the best first; equals in the order given. */
export function rankProfiles(document: XmlDocument, profiles: readonly ExportProfile[]): readonly Fit[] {
  const names = namesIn(document.root);
  const share = (fit: Fit): number => (fit.fits ? 1 : 0) + fit.found / fit.needed;
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
    fits: findsStrategy(document, profile),
    found: profile.needed.length - missing.length,
    needed: profile.needed.length,
    missing,
  };
}

/** At least one strategy, with a block that has an id or a type, or with nothing in it that the profile does not know. */
function findsStrategy(document: XmlDocument, profile: ExportProfile): boolean {
  const marks = newMarks();
  const strategies = profile.strategies
    .flatMap((rule) => selectFromTop(rule.at, document.root, marks))
    .filter(isElement);
  return strategies.some((strategy) => {
    for (const rules of [profile.variables, profile.links, profile.comments, profile.metadata]) {
      for (const rule of rules)
        if (!('in' in rule) || rule.in === 'strategy') selectAll(rule.at, strategy, marks);
    }
    const blocks = eachElement(profile.blocks, strategy, marks);
    const known = (paths: readonly Path[], block: XmlElement): boolean =>
      (valueOf(paths, block, marks)?.text.trim() ?? '') !== '';
    if (blocks.length > 0) {
      return blocks.some(
        ({ rule, item }) => known(rule.id, item) || (!isNameOnly(rule.type) && known(rule.type, item)),
      );
    }
    return strategy.children.every((child) => child.kind !== 'element' || marks.nodes.has(child));
  });
}

// Every element has a name, so a type that is the name of its element tells nothing.
const isNameOnly = (paths: readonly Path[]): boolean =>
  paths.every((path) => path.name || path.literal !== undefined);

/** The sentence parts of the finding that no profile fits: the two nearest, and what the file looks like. */
export function describeMisfit(
  document: XmlDocument,
  fits: readonly Fit[],
): { fits: string; file: string; edit: string } {
  const nearest = fits.slice(0, 2);
  const describe = ({ profile, found, needed, missing }: Fit): string => {
    const places = missing.slice(0, 3).join(', ');
    const lacks =
      missing.length === 0
        ? 'but no strategy with a block'
        : `not ${places}${missing.length > 3 ? ', ...' : ''}`;
    return `"${profile.name}" found ${found} of the ${needed} places that it needs, ${lacks}`;
  };
  const frequent = [...namesIn(document.root)]
    .filter(([name]) => !name.startsWith('@'))
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([name, count]) => `"${name}" (${count})`);
  return {
    fits: nearest.map(describe).join('; '),
    file: `its root element is "${document.root.name}", its most frequent elements are ${frequent.join(', ')}`,
    edit: nearest[0]?.missing[0] ?? '',
  };
}
