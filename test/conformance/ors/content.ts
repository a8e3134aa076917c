// Differences of executable content and events.
import { sources, type DialectCase } from './cases.js';

export const contentCases: readonly DialectCase[] = [
  {
    id: 'foreach',
    difference: 'There is no `foreach`: loops are written in scripts.',
    evidence: 'inferred',
    source: sources.draft,
    body: `<state id="s"><onentry>
      <foreach array="[1]" item="i"/></onentry></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]], runs: false },
  },
  {
    id: 'validate',
    difference: 'There is no `validate`.',
    evidence: 'inferred',
    source: sources.draft,
    body: `<state id="s"><onentry>
      <validate/></onentry></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]], runs: false },
  },
  {
    id: 'event element',
    difference: '`event` raises an internal event.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><event name="told"/></onentry><transition event="told" target="end"/></state><final id="end"/>`,
    expected: { events: ['told'], states: ['end'] },
  },
  {
    id: 'raise with parameters',
    difference: '`raise` names the event as it stands and may carry parameters.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><raise event="told"><param name="n" expr="1 + 1"/></raise></onentry>
      <transition event="told"><log expr="_event.data.n"/></transition></state>`,
    expected: { logs: ['2'] },
  },
  {
    id: 'log level',
    difference: '`log` takes a `level`.',
    evidence: 'documented',
    source: sources.reference,
    body: `<final id="end"><onentry><log label="L" expr="'text'" level="2"/></onentry></final>`,
    expected: { findings: [], logs: ['text (level 2)'] },
  },
  {
    id: 'assign anywhere',
    difference: 'The location of `assign` is any left-hand side.',
    evidence: 'observed',
    source: sources.pages,
    body: `<datamodel><data id="system" expr="({ context: {} })"/></datamodel><script>var App_X = {};</script>
      <final id="end"><onentry><assign location="App_X['request.id']" expr="1"/><assign location="_data.system.context.ID" expr="2"/>
      <log expr="App_X['request.id'] + _data.system.context.ID"/></onentry></final>`,
    expected: { findings: [], logs: ['3'] },
  },
  {
    id: 'send by expressions',
    difference: 'Event, target, type and delay of `send` are value expressions: text carries its own quotes.',
    evidence: 'documented',
    source: sources.reference,
    body: `<script>var name = 'tick'; var seconds = 2;</script>
      <state id="s"><onentry><send event="name + '.now'" delay="seconds + 's'" target="_sessionid" targettype="'scxml'"/></onentry>
      <transition event="tick.now" target="end"/></state><final id="end"/>`,
    expected: { findings: [], events: ['tick.now'], states: ['end'] },
  },
  {
    id: 'send without quotes',
    difference: 'A bare word in `send` is a variable, not a text.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry>
      <send event="tick"/></onentry><transition event="error" target="end"/></state><final id="end"/>`,
    expected: { findings: [['IRD5107', 2]], events: ['error.script.ReferenceError'] },
  },
  {
    id: 'no second forms',
    difference: 'There is no `eventexpr`, `targetexpr`, `typeexpr` or `delayexpr`.',
    evidence: 'observed',
    source: sources.pages,
    body: `<state id="s"><onentry>
      <send event="'e'" delayexpr="'2s'"/></onentry></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
  {
    id: 'internal target',
    difference: 'The target `_internal` of `send` is the internal queue.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><send event="'outside'"/><send event="'inside'" target="'_internal'"/></onentry>
      <transition event="*"/></state>`,
    expected: { events: ['inside', 'outside'] },
  },
  {
    id: 'send data',
    difference: '`send` carries parameters, or the variables that `namelist` names.',
    evidence: 'documented',
    source: sources.reference,
    body: `<script>var a = 1;</script><state id="s"><onentry><send event="'e'" namelist="a"><param name="b" expr="2"/></send></onentry>
      <transition event="e"><log expr="_event.data.a + _event.data.b"/></transition></state>`,
    expected: { logs: ['3'] },
  },
  {
    id: 'cancel answered',
    difference:
      '`cancel` is answered by `cancel.successful`, or by `error.notallowed` when nothing is left to cancel.',
    evidence: 'observed',
    source: sources.pages,
    body: `<script>var id;</script><state id="s"><onentry><send event="'late'" delay="'9s'" idlocation="id"/><cancel sendid="id"/><cancel sendid="id"/></onentry>
      <transition event="cancel.successful"><log expr="_event.name + (_event.data.sendid == id)"/></transition>
      <transition event="error.notallowed" target="end"><log expr="_event.name + (_event.data.sendid == id)"/></transition></state><final id="end"/>`,
    expected: { logs: ['cancel.successfultrue', 'error.notallowedtrue'], states: ['end'] },
  },
  {
    id: 'cancel by id',
    difference: '`cancel` names the event by the expression `sendid` or by the word `id`, never by both.',
    evidence: 'documented',
    source: sources.script,
    body: `<state id="s"><onentry><send event="'late'" delay="'9s'" id="t"/><cancel id="t"/>
      <cancel id="t" sendid="'t'"/></onentry><transition event="*"/></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
  {
    id: 'content from a variable',
    difference: '`content` takes its value from `_expr`.',
    evidence: 'observed',
    source: sources.pages,
    body: `<state id="s"><onentry><send event="'e'"><content _expr="{ a: 1 }"/></send></onentry><transition event="e"><log expr="_event.data.a"/></transition></state>`,
    expected: { findings: [], logs: ['1'] },
  },
  {
    id: 'descriptors',
    difference: 'Descriptors match by whole parts of a name; `error`, `error.*` and `*` are all used.',
    evidence: 'observed',
    source: sources.pages,
    body: `<state id="s"><onentry><raise event="errors"/><raise event="error.a.b"/><raise event="error"/></onentry>
      <transition event="error.a"><log expr="1"/></transition><transition event="error.*"><log expr="2"/></transition><transition event="*"><log expr="3"/></transition></state>`,
    expected: { logs: ['3', '1', '2'] },
  },
  {
    id: 'two queues',
    difference: 'Internal events are processed before external ones.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s"><onentry><send event="'outside'"/><raise event="inside"/></onentry><transition event="*"/></state>`,
    expected: { events: ['inside', 'outside'] },
  },
  {
    id: 'invoke',
    difference:
      '`invoke` starts another session of type scxml, with parameters as values of its data, and waits for `done.invoke`.',
    evidence: 'documented',
    source: sources.reference,
    files: {
      'other.scxml':
        '<?xml version="1.0" encoding="utf-8"?><scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" profile="ecmascript"><state id="w"><datamodel><data id="n"/></datamodel><transition target="f"/></state><final id="f"><donedata><param name="r" expr="_data.n * 2"/></donedata></final></scxml>',
    },
    body: `<state id="s"><invoke targettype="'scxml'" src="other.scxml" invokeid="sub"><param name="n" expr="21"/></invoke>
      <transition event="done.invoke.sub" target="end"><log expr="_event.data.r"/></transition></state><final id="end"/>`,
    expected: { findings: [], logs: ['42'], states: ['end'] },
  },
  {
    id: 'other invokes',
    difference: 'Nothing but sessions can be invoked.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s">
      <invoke type="'http://example.com/other'" src="x"/></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
  {
    id: 'autoforward',
    difference: '`autoforward` is false.',
    evidence: 'documented',
    source: sources.reference,
    body: `<state id="s">
      <invoke type="'scxml'" src="x" autoforward="true"/></state><final id="end"/>`,
    expected: { findings: [['IRD5006', 2]] },
  },
];
