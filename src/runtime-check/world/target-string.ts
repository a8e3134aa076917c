// The target format of routing, `{threshold}[weight]name@server.type` and `{threshold}[weight]?name:skills@server.type`, comma separated. Read here by
// a scanner of its own, so that the world does not share a fault with the converter's parser.

/** Type codes of targets: agent, place, their groups, queue, DN, campaign, routing point, destination label, queue group. */
export const targetTypes = ['A', 'AP', 'GA', 'GP', 'GC', 'GQ', 'Q', 'DN', 'C', 'RP', 'DL'] as const;
export type TargetType = (typeof targetTypes)[number];

export interface WantedTarget {
  /** As written, without threshold and weight. */
  readonly text: string;
  /** Name of the object; the group of a skill target, '' when it has none. */
  readonly name: string;
  readonly server: string;
  readonly type: TargetType;
  readonly skills?: string;
  readonly threshold?: string;
  readonly weight?: number;
  /** The workbin of the target is meant, not the target itself. */
  readonly workbin?: boolean;
}

export type TargetList =
  | { readonly ok: true; readonly targets: readonly WantedTarget[] }
  | { readonly ok: false; readonly at: number; readonly message: string };

// Longest first: `.GA` must not be read as `.G` and a rest. The lookahead keeps dots and commas inside names and skill expressions.
const ending = /(?:@([^@,]*?))?\.(GA|GP|GC|GQ|AP|DN|RP|DL|A|Q|C)\s*(?=,|$)/g;

/** Reads a target list; names may hold blanks, dots and apostrophes. */
export function parseTargets(text: string): TargetList {
  const targets: WantedTarget[] = [];
  let at = 0;
  while (at < text.length) {
    const read = parseOne(text, at);
    if (!read.ok) return read;
    targets.push(read.target);
    at = read.next;
  }
  return targets.length === 0
    ? { ok: false, at: 0, message: 'the target list is empty' }
    : { ok: true, targets };
}

type One =
  | { readonly ok: true; readonly target: WantedTarget; readonly next: number }
  | { readonly ok: false; readonly at: number; readonly message: string };

function parseOne(text: string, start: number): One {
  let at = skipBlanks(text, start);
  const thresholds: string[] = [];
  while (text[at] === '{') {
    const close = closing(text, at);
    if (close < 0) return { ok: false, at, message: 'the threshold has no closing brace' };
    const inside = text.slice(at + 1, close).trim();
    if (inside !== '') thresholds.push(inside);
    at = skipBlanks(text, close + 1);
  }
  let weight: number | undefined;
  if (text[at] === '[') {
    const close = text.indexOf(']', at);
    const inside = close < 0 ? '' : text.slice(at + 1, close).trim();
    if (close < 0 || !/^\d*(\.\d+)?$/.test(inside)) {
      return { ok: false, at, message: 'the weight in brackets is not a number' };
    }
    if (inside !== '') weight = Number(inside);
    at = skipBlanks(text, close + 1);
  }
  ending.lastIndex = at;
  const end = ending.exec(text);
  if (end === null) {
    return { ok: false, at, message: `"${text.slice(at, at + 60).trim()}" does not end in @server.type` };
  }
  const head = text.slice(at, end.index).trim();
  const target = describe(head, end[1]?.trim() ?? '', end[2] ?? '', text.slice(at, ending.lastIndex).trim());
  if (target === undefined) return { ok: false, at, message: 'the target has no name' };
  const next = text[ending.lastIndex] === ',' ? ending.lastIndex + 1 : ending.lastIndex;
  return {
    ok: true,
    next: skipBlanks(text, next),
    target: {
      ...target,
      ...(thresholds.length === 0 ? {} : { threshold: joined(thresholds) }),
      ...(weight === undefined ? {} : { weight }),
    },
  };
}

// Several thresholds must all be met.
const joined = (thresholds: readonly string[]): string =>
  thresholds.length === 1 ? (thresholds[0] ?? '') : thresholds.map((each) => `(${each})`).join(' & ');

function describe(head: string, server: string, code: string, text: string): WantedTarget | undefined {
  const type = targetTypes.find((known) => known === code);
  if (type === undefined || head === '') return undefined;
  if (!head.startsWith('?')) return { text, name: head, server, type };
  const colon = head.indexOf(':');
  if (colon < 0) return undefined;
  const skills = head.slice(colon + 1).trim();
  return skills === '' ? undefined : { text, name: head.slice(1, colon).trim(), server, type, skills };
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i] ?? '')) i++;
  return i;
}

function closing(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i;
  }
  return -1;
}

/** An object as it is addressed. */
export interface ObjectName {
  readonly name: string;
  /** Behind the @: the switch of a number, the server of a target; '' when it is not named. */
  readonly location: string;
  readonly type: TargetType | undefined;
}

/** The parts of an object written in target format (`az@.A` gives `az`), or as a number with its switch; else the text itself. */
export function objectName(text: string): ObjectName {
  const read = parseTargets(text);
  const first = read.ok && read.targets.length === 1 ? read.targets[0] : undefined;
  if (first !== undefined) {
    const { name, server, type } = first;
    return { name: name === '' ? first.text : name, location: server, type };
  }
  const sign = text.indexOf('@');
  return sign > 0
    ? { name: text.slice(0, sign), location: text.slice(sign + 1), type: undefined }
    : { name: text, location: '', type: undefined };
}
