// Names of pages. Decided for all strategies of a run together, so that no page overwrites another and the order of the inputs is without effect.

export interface NamedStrategy {
  /** ASCII slug of the strategy's name. */
  readonly id: string;
  /** File that holds it; see `InputFile.name`. */
  readonly source: string;
}

/** Base name of the page. `conflict`: another strategy would have the same one; `extended`: it is longer than the id for that reason. */
export interface PageName {
  readonly base: string;
  readonly extended: boolean;
  readonly conflict: boolean;
}

const longest = 120;
/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** One name for each strategy, in their order. File systems that ignore case are taken into account. */
export function pageNames(strategies: readonly NamedStrategy[]): readonly PageName[] {
  const plain = strategies.map(({ id }) => fileNameOf(id));
  const isTaken = repeated(plain);
  const names = strategies.map(({ source }, i) => {
    const base = plain[i] ?? '';
    return isTaken(base) ? `${base}--${fileNameOf(source.replace(/\.[^./]*$/, ''))}` : base;
  });
  const isConflict = repeated(names);
  return names.map((base, i) => ({ base, extended: base !== plain[i], conflict: isConflict(base) }));
}

function repeated(names: readonly string[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return (name) => (counts.get(name.toLowerCase()) ?? 0) > 1;
}

function fileNameOf(words: string): string {
  const slug = words.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[.-]+|\.+$/g, '');
  const name = slug === '' || reserved.test(slug.split('.')[0] ?? '') ? `_${slug}` : slug;
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}_${checksum(words)}`;
}

// FNV-1a: tells long names with the same beginning apart; nothing depends on its strength.
function checksum(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
