// The path language of export profiles: the part of XPath that says where something stands in a file. Text in, steps out.

/** `*`, a local name, or a name in a namespace that the profile declares. */
export interface NameTest {
  readonly local: string | undefined;
  /** Namespace URI; undefined = any namespace. */
  readonly uri: string | undefined;
}

/** `[@kind]`, `[Name]`, `[*]`, `[@kind='x']`, `[Name='x']`: what must be there, and its text. */
export interface Predicate {
  readonly attribute: boolean;
  readonly test: NameTest;
  readonly equals: string | undefined;
}

export interface Step {
  readonly axis: 'self' | 'parent' | 'child' | 'descendant' | 'attribute';
  readonly test: NameTest;
  readonly predicates: readonly Predicate[];
}

/** Where something stands. `name`: the name of what is found is meant, not its text. `literal`: a fixed text, found everywhere. */
export interface Path {
  readonly text: string;
  readonly literal: string | undefined;
  readonly steps: readonly Step[];
  readonly name: boolean;
}

/** A path that cannot be read, and why. */
export interface PathFault {
  readonly problem: string;
}

const name = /(?:([\p{L}_][\p{L}\p{N}_.-]*):)?([\p{L}_][\p{L}\p{N}_.-]*|\*)/uy;
const predicate =
  /\[\s*(@?)((?:[\p{L}_][\p{L}\p{N}_.-]*:)?(?:[\p{L}_][\p{L}\p{N}_.-]*|\*))\s*(?:=\s*(?:'([^']*)'|"([^"]*)")\s*)?\]/uy;
const anything: NameTest = { local: undefined, uri: undefined };

/** Reads one path. `namespaces` are the prefixes of the profile. */
export function parsePath(text: string, namespaces: ReadonlyMap<string, string>): Path | PathFault {
  const trimmed = text.trim();
  const literal = /^(?:'([^']*)'|"([^"]*)")$/.exec(trimmed);
  if (literal) return { text: trimmed, literal: literal[1] ?? literal[2] ?? '', steps: [], name: false };
  const named = /(^|\/)name\(\)$/.exec(trimmed);
  const location = named ? trimmed.slice(0, named.index) || '.' : trimmed;
  const steps = parseSteps(location, namespaces);
  return 'problem' in steps ? steps : { text: trimmed, literal: undefined, steps, name: named !== null };
}

function parseSteps(text: string, namespaces: ReadonlyMap<string, string>): readonly Step[] | PathFault {
  const steps: Step[] = [];
  let at = 0;
  let axis: 'child' | 'descendant' = 'child';
  if (text.startsWith('//')) {
    axis = 'descendant';
    at = 2;
  }
  for (;;) {
    const read = parseStep(text, at, axis, namespaces);
    if ('problem' in read) return read;
    steps.push(read.step);
    at = read.end;
    if (at === text.length) return steps;
    if (read.step.axis === 'attribute') return fault(text, at, 'an attribute can only end a path');
    const separator = text.startsWith('//', at) ? '//' : '/';
    if (!text.startsWith(separator, at)) return fault(text, at, 'expected "/" or the end of the path');
    axis = separator === '//' ? 'descendant' : 'child';
    at += separator.length;
  }
}

function parseStep(
  text: string,
  start: number,
  axis: 'child' | 'descendant',
  namespaces: ReadonlyMap<string, string>,
): { readonly step: Step; readonly end: number } | PathFault {
  const plain = (kind: 'self' | 'parent', length: number) => ({
    step: { axis: kind, test: anything, predicates: [] },
    end: start + length,
  });
  if (text.startsWith('..', start)) return plain('parent', 2);
  if (text.startsWith('.', start)) return plain('self', 1);
  const isAttribute = text.startsWith('@', start);
  name.lastIndex = isAttribute ? start + 1 : start;
  const found = name.exec(text);
  if (!found)
    return fault(
      text,
      start,
      'expected the name of an element, "@" and the name of an attribute, "*", "." or ".."',
    );
  const test = nameTest(found[0], namespaces);
  if ('problem' in test) return test;
  const predicates: Predicate[] = [];
  let end = name.lastIndex;
  while (text.startsWith('[', end)) {
    predicate.lastIndex = end;
    const read = predicate.exec(text);
    if (isAttribute || !read) {
      return fault(
        text,
        end,
        "a condition reads [@name], [@name='text'], [Name], [Name='text'] or [*], and follows an element",
      );
    }
    const inner = nameTest(read[2] ?? '*', namespaces);
    if ('problem' in inner) return inner;
    predicates.push({ attribute: read[1] === '@', test: inner, equals: read[3] ?? read[4] });
    end = predicate.lastIndex;
  }
  return { step: { axis: isAttribute ? 'attribute' : axis, test, predicates }, end };
}

function nameTest(written: string, namespaces: ReadonlyMap<string, string>): NameTest | PathFault {
  const colon = written.indexOf(':');
  const local = written.slice(colon + 1);
  const prefix = colon < 0 ? undefined : written.slice(0, colon);
  const uri = prefix === undefined ? undefined : namespaces.get(prefix);
  if (prefix !== undefined && uri === undefined) {
    return { problem: `the prefix "${prefix}" is not declared under "namespaces"` };
  }
  return { local: local === '*' ? undefined : local, uri };
}

const fault = (text: string, at: number, problem: string): PathFault => ({
  problem: `${problem}, at character ${at + 1} of "${text}"`,
});
