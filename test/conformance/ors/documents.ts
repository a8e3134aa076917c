// Differences of documents, states and data.
import { sources, type DialectCase } from './cases.js';

export const documentCases: readonly DialectCase[] = [
  {
    id: 'profile',
    difference: 'The root names the data model by `profile`, not by `datamodel`.',
    evidence: 'documented',
    source: sources.reference,
    root: 'datamodel="ecmascript"',
    body: '<final id="end"/>',
    expected: { findings: [['IRD5006', 1]] },
  },
  {
    id: 'declaration',
    difference: 'A page begins with an XML declaration that names its encoding.',
    evidence: 'documented',
    source: sources.language,
    root: 'without-declaration',
    body: '<final id="end"/>',
    expected: { findings: [['IRD5015', 1]] },
  },
  {
    id: 'vendor attributes',
    difference: 'The root and states take the attributes `_type` and `_persist`.',
    evidence: 'documented',
    source: sources.reference,
    root: '_type="routingstrategy" _persist="false"',
    body: '<state id="s" _type="normal" _persist="may"><transition target="end"/></state><final id="end"/>',
    expected: { findings: [], states: ['end'] },
  },
  {
    id: 'initial of the root',
    difference: 'The root may hold an `initial` element, and its transition executable content.',
    evidence: 'documented',
    source: sources.language,
    body: `<initial><transition target="b"><log expr="'on the way'"/></transition></initial><state id="a"/><final id="b"/>`,
    expected: { logs: ['on the way'], states: ['b'] },
  },
  {
    id: 'initial that leads out',
    difference: 'The `initial` of a state without states inside leads on to another state.',
    evidence: 'inferred',
    source: 'a subroutine page that comes with Composer',
    body: `<state id="s">
      <initial><transition target="end"/></initial></state><final id="end"/>`,
    expected: { findings: [['IRD5012', 2]], states: ['end'] },
  },
  {
    id: 'state src',
    difference: 'A state cannot be loaded from a file by `src`.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"
      src="other.scxml"/><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
  {
    id: 'history',
    difference: 'There are no history states.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s">
      <history id="h"><transition target="t"/></history><state id="t"/></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]], runs: false },
  },
  {
    id: 'anchor',
    difference: 'There is no `anchor` to go back to.',
    evidence: 'documented',
    source: sources.script,
    body: `<state id="s">
      <anchor type="a"/><transition anchor="a"/></state><final id="end"/>`,
    expected: {
      findings: [
        ['IRD5006', 2],
        ['IRD5006', 2],
      ],
      runs: false,
    },
  },
  {
    id: 'internal transitions',
    difference: 'Every transition is external: it has no `type`.',
    evidence: 'inferred',
    source: sources.draft,
    body: `<state id="s"><state id="t"/>
      <transition type="internal" event="e" target="t"/></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
  {
    id: 'data object',
    difference: 'Data stand on `_data`; they are no variables.',
    evidence: 'documented',
    source: 'Composer and Orchestration overview of SCXML 8.1.2',
    body: `<datamodel><data id="x" expr="41"/></datamodel>
      <final id="end"><onentry><assign location="_data.x" expr="_data.x + 1"/><log expr="_data.x + typeof x"/></onentry></final>`,
    expected: { logs: ['42undefined'] },
  },
  {
    id: 'data ids',
    difference: 'The id of data is a legal name of a variable.',
    evidence: 'documented',
    source: sources.script,
    body: `<datamodel>
      <data id="a.b"/></datamodel><final id="end"/>`,
    expected: { findings: [['IRD5014', 2]], runs: false },
  },
  {
    id: 'data attributes',
    difference: 'Data take `_type` and `_desc`, which change nothing.',
    evidence: 'documented',
    source: sources.script,
    body: `<datamodel><data id="x" _type="parameter" _desc="what it is" expr="1"/></datamodel><final id="end"><onentry><log expr="_data.x"/></onentry></final>`,
    expected: { findings: [], logs: ['1'] },
  },
  {
    id: 'data from a file',
    difference: 'Data may come from a file by `src`.',
    evidence: 'documented',
    source: sources.script,
    files: { 'hours.json': '{ "open": 9 }' },
    body: `<datamodel><data id="hours" src="hours.json"/></datamodel><final id="end"><onentry><log expr="_data.hours.open"/></onentry></final>`,
    expected: { logs: ['9'] },
  },
  {
    id: 'start parameters',
    difference:
      'A parameter that starts the session becomes the value of the data of its name, in whatever state they stand.',
    evidence: 'documented',
    source: sources.reference,
    data: { x: 7 },
    body: `<state id="s"><datamodel><data id="x" expr="1"/></datamodel><onentry><log expr="_data.x"/></onentry></state>`,
    expected: { logs: ['7'] },
  },
  {
    id: 'return values',
    difference:
      'A compound state that reaches its final state tells its values by `done.state` with parameters.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="sub"><final id="f"><donedata><param name="ReturnValue" expr="'ok'"/></donedata></final>
      <transition event="done.state.sub" target="end"><log expr="_event.data.ReturnValue"/></transition></state><final id="end"/>`,
    expected: { logs: ['ok'], states: ['end'] },
  },
];
