// The tests of the W3C's implementation report plan, as their manifest lists them. The package holds the documents with the ECMAScript data model filled in.
import { attribute, elementsWithin, readXml, type XmlElement } from '../../src/xml/index.js';
import type { W3cCase } from './cases.js';
import type { Files } from './tarball.js';

const folder = 'test/w3c-ecma';

/** Manual tests whose result a machine can tell; of the others a person has to read the log. */
const judged: Readonly<Record<string, W3cCase['wanted']>> = {
  // Its script cannot be had, so that it must not run at all.
  '301': 'refused',
  // They hold an expression that is none: refused, or an error where it is met.
  '313': 'pass or refused',
  '314': 'pass or refused',
};

export interface W3cTests {
  readonly cases: readonly W3cCase[];
  /** Manual tests that are not run. */
  readonly byHand: readonly string[];
}

export function w3cTests(files: Files): W3cTests {
  const cases: W3cCase[] = [];
  const byHand: string[] = [];
  for (const test of testElements(files)) {
    const isManual = text(test, 'manual') === 'true';
    const id = text(test, 'id');
    const wanted = isManual ? judged[id] : 'pass';
    if (!wanted) {
      byHand.push(id);
      continue;
    }
    for (const start of elementsNamed(test, 'start')) {
      const name = text(start, 'uri').replace(/^.*\//, '');
      const file = `${folder}/${name}.scxml`;
      cases.push({
        kind: 'w3c',
        id: name.replace(/^test|\.txml$/g, ''),
        group: isManual ? 'manual' : groupOf(text(test, 'conformance'), files.get(file) ?? ''),
        file,
        section: test.parent ? text(test.parent, 'specnum') : '',
        wanted,
      });
    }
  }
  return { cases, byHand: byHand.toSorted((a, b) => Number(a) - Number(b)) };
}

const groupOf = (conformance: string, document: string): W3cCase['group'] =>
  conformance === 'mandatory'
    ? 'mandatory'
    : document.includes('#BasicHTTPEventProcessor')
      ? 'optional, HTTP'
      : 'optional';

function testElements(files: Files): readonly XmlElement[] {
  const manifest = files.get(`${folder}/manifest.xml`) ?? '';
  const { value } = readXml(new TextEncoder().encode(manifest), 'manifest.xml');
  return value ? elementsNamed(value.root, 'test') : [];
}

const elementsNamed = (root: XmlElement, name: string): readonly XmlElement[] =>
  [...elementsWithin(root)].filter(({ local }) => local === name);

const text = (element: XmlElement, name: string): string => attribute(element, name)?.value.text ?? '';
