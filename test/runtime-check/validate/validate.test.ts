import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/diagnostics/index.js';
import { validatePage } from '../../../src/runtime-check/validate/validate.js';
import { nearestName } from '../../../src/diagnostics/nearest-name.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const modules = ['queue', 'dialog', 'session', 'statistic']
  .map((name) => `xmlns:${name}="http://www.genesyslab.com/modules/${name}"`)
  .join(' ');
const open = `<scxml xmlns="http://www.w3.org/2005/07/scxml" ${modules} xmlns:ixn="www.genesyslab.com/modules/interaction" xmlns:xi="http://www.w3.org/2001/XInclude" version="1.0" profile="ecmascript" initial="a" name="t">\n`;

/** A page with the given content; line 3 is its first line. */
const page = (content: string): string => `${head}${open}${content}\n</scxml>\n`;

const found = (text: string): readonly string[] =>
  validatePage(text, 'p.scxml').map(
    (d) => `${d.code} ${String(d.span.start.line)}:${String(d.span.start.column)} ${d.message}`,
  );

/** Codes of the findings in executable content. */
const inside = (content: string): readonly string[] =>
  found(
    page(
      `<state id="a"><onentry>${content}</onentry><transition event="x" target="z"/></state><final id="z"/>`,
    ),
  );

const codes = (lines: readonly string[]): readonly string[] => lines.map((line) => line.slice(0, 7));

describe('a sound page', () => {
  it('has no findings', () => {
    const text = page(`
<datamodel><data id="rid" expr="''"/><data id="n" expr="0"/></datamodel>
<script><![CDATA[ var limit = 3; function twice(x) { return x && x < 9 ? 2 * x : 0; } ]]></script>
<state id="a" initial="b">
  <onentry><log expr="'start ' + _sessionid"/></onentry>
  <transition event="interaction.deleted" cond="!_event.data.resultof || _event.data.resultof == 'deletion'" target="z"/>
  <state id="b">
    <onentry>
      <queue:submit requestid="_data.rid" interactionid="_data.ixn" queue="'VQ'" timeout="10" ordertype="'max'" orderstat="'StatAgentLoading'" route="true" clearontimeout="true">
        <dialog:runtreatments><dialog:playsound type="'music'" resource="'x'" duration="10"/></dialog:runtreatments>
        <queue:targets type="agentgroup" statserver="'S'"><queue:target name="'Sales'"/><queue:targetid expr="'a@.A'"/></queue:targets>
      </queue:submit>
      <session:fetch requestid="_data.f" srcexpr="'http://h'" method="'post'"><param name="a" expr="1"/><content _expr="_data.body"/></session:fetch>
      <send event="'tick'" delay="'2s'" idlocation="_data.timer"/>
      <if cond="_data.n &gt; limit"><assign location="_data.n" expr="0"/><elseif cond="_data.n == 1"/><raise event="my"><param name="x" expr="1"/></raise><else/><cancel sendid="_data.timer"/></if>
    </onentry>
    <transition event="queue.submit.done" cond="_event.data.requestid==_data.rid" target="z"/>
    <transition event="error" target="z"><log expr="_event.toSource()" level="2"/></transition>
  </state>
</state>
<final id="z"><onentry><ixn:redirect interactionid="_data.ixn" to="'9'" type="_genesys.queue.rType.RouteTypeDefault" detach="true"/></onentry></final>`);
    expect(found(text)).toEqual([]);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(found(text.replace('encoding="UTF-8"', 'encoding="windows-1252"'))).toEqual([]);
  });

  it('may come from Composer: prefixes and includes are told, not rejected', () => {
    const text = page(`<final id="_composer_noboot"/>
<state id="a"><xi:include href="Main.scxml" parse="xml" resolveid="Main" xpointer="_composer_entry"/>
<transition event="done.state.Main" target="$$_MY_PREFIX_$$.elsewhere"/></state>
<script><xi:include href="../include/common.js" parse="text"/></script>`);
    expect(codes(found(text))).toEqual(['IRD5513', 'IRD5010', 'IRD5010']);
    const fragment = page(
      '<state id="a"><initial><transition target="$$_MY_PREFIX_$$.b"/></initial><state id="b"/></state>',
    );
    expect(codes(found(fragment))).toEqual(['IRD5513']);
  });
});

describe('the document', () => {
  it('must be well-formed SCXML', () => {
    expect(codes(found('<scxml'))[0]).toMatch(/^IRD1/);
    expect(codes(found(''))[0]).toMatch(/^IRD1/);
    expect(codes(found('<!DOCTYPE x [<!ENTITY a "b">]><scxml/>'))[0]).toMatch(/^IRD1/);
    expect(codes(found(`${head}<html/>`))).toEqual(['IRD5001']);
    expect(codes(found(`${head}<scxml version="1.0"/>`))).toEqual(['IRD5001']);
  });

  it('names version, profile and encoding', () => {
    const bare = '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="2.0"><final id="z"/></scxml>';
    expect(found(bare)).toEqual([
      'IRD5015 1:1 The page does not begin with an XML declaration that names its encoding',
      'IRD5002 1:1 The root has no attribute "profile"; "ecmascript" is expected',
      'IRD5002 1:48 The root attribute "version" is "2.0"; "1.0" is expected',
    ]);
  });

  it('has usable data', () => {
    const text = page(
      `<datamodel><data id="my-value"/><data id="x"/><data id="x"/><data id="class"/><data expr="1"/></datamodel><final id="a"/>`,
    );
    expect(codes(found(text))).toEqual(['IRD5014', 'IRD5014', 'IRD5014', 'IRD5007']);
  });
});

describe('states', () => {
  it('have ids of their own, and targets that exist', () => {
    expect(found(page('<state id="a"><transition event="e" target="a"/></state>\n<final id="a"/>'))).toEqual([
      'IRD5003 4:12 The id "a" is used already in line 3',
    ]);
    expect(
      found(page('<state id="a"><transition event="e" target="rooted"/></state>\n<final id="routed"/>')),
    ).toEqual([
      'IRD5004 3:45 There is no state "rooted"; did you mean "routed"?',
      'IRD5011 4:1 No transition leads to the state "routed"',
    ]);
    expect(found(page('<state id="a" initial="b"><state id="c"/></state><final id="z"/>'))[0]).toContain(
      'IRD5004 3:24',
    );
    expect(codes(found(page('<state id="b"/><final id="z"/>')))).toContain('IRD5004');
  });

  it('begin inside', () => {
    const text = page('<state id="a" initial="z"><state id="b"/></state><final id="z"/>');
    expect(codes(found(text))).toContain('IRD5012');
    expect(
      codes(
        found(page('<state id="a"><initial><transition/></initial><state id="b"/></state><final id="z"/>')),
      ),
    ).toContain('IRD5007');
  });

  it('can be reached through initial states, parallel legs and transitions of their parents', () => {
    const text =
      page(`<parallel id="a"><state id="b"><state id="c"/><transition event="e" target="d"/></state><state id="f"><initial><transition target="g"/></initial><state id="h"/><state id="g"/></state></parallel>
<state id="d"><transition event="e" target="z"/></state><state id="lost"><state id="in"/></state><final id="z"/>`);
    expect(found(text)).toEqual([
      'IRD5011 3:146 No transition leads to the state "h"',
      'IRD5011 4:57 No transition leads to the state "lost"',
    ]);
  });

  it('lead to an end', () => {
    expect(codes(found(page('<state id="a"/>')))).toEqual(['IRD5013']);
    expect(codes(found(page('').replace('initial="a" ', '')))).toEqual(['IRD5013']);
  });
});

describe('structure', () => {
  it('keeps each element in its place', () => {
    expect(inside('<state id="q"/>')[0]).toBe('IRD5005 3:24 "state" may not stand in "onentry"');
    expect(inside('<queue:target name="\'x\'"/>')[0]).toContain('it belongs in queue:targets');
    expect(inside('<queue:update><queue:submit><queue:targets/></queue:submit></queue:update>')[0]).toContain(
      'it is executable content',
    );
    expect(inside('some text')[0]).toBe('IRD5005 3:24 "text" may not stand in "onentry"');
    expect(codes(found(page('<state id="a"><queue:submit/></state><final id="z"/>')))).toContain('IRD5005');
  });

  it('knows no other elements', () => {
    expect(inside('<asign location="x" expr="1"/>')).toEqual([
      'IRD5009 3:24 "asign" is no element of SCXML; did you mean "assign"?',
    ]);
    expect(inside('<queue:sumbit/>')).toEqual([
      'IRD5101 3:24 The module "queue" has no element "sumbit"; did you mean "submit"?',
    ]);
    expect(inside('<x:y xmlns:x="http://example.com"><x:z/></x:y>')).toEqual([
      'IRD5102 3:24 The namespace "http://example.com" is none of Orchestration',
    ]);
  });

  it('tells what Orchestration leaves out, with the reason', () => {
    expect(inside('<foreach array="x" item="i"/>')).toEqual([
      'IRD5006 3:24 Orchestration does not support the element "foreach": the Working Draft of 2009 has no loop; write it in a script',
    ]);
    expect(codes(inside('<send eventexpr="x" event="\'e\'" delayexpr="y"/>'))).toEqual([
      'IRD5006',
      'IRD5006',
    ]);
    expect(codes(inside('<script src="a.js"/>'))).toEqual(['IRD5006']);
    expect(codes(inside('<cancel/>'))).toEqual(['IRD5006']);
    const states = page(
      `<state id="a"><history id="h"/><invoke type="http"/><invoke type="scxml" src="x"/></state><final id="z"/>`,
    );
    expect(codes(found(states))).toEqual(['IRD5006', 'IRD5006', 'IRD5011']);
    expect(codes(found(page('<final id="a"/>').replace('profile=', 'datamodel=')))).toEqual([
      'IRD5002',
      'IRD5006',
    ]);
  });
});

describe('attributes', () => {
  it('are errors when the list is complete, notes when it is not', () => {
    expect(inside('<queue:submit><queue:targets typ="agent"/></queue:submit>')[0]).toBe(
      'IRD5103 3:53 "queue:targets" has no attribute "typ"; did you mean "type"?',
    );
    expect(inside('<queue:submit timeot="1"><queue:targets/></queue:submit>')).toEqual([
      'IRD5104 3:38 "timeot" is no known attribute of "queue:submit"; did you mean "timeout"?',
    ]);
    expect(codes(inside('<assign location="_data.x" exprr="1"/>'))).toEqual(['IRD5008']);
  });

  it('are there when they are required', () => {
    expect(inside('<ixn:terminate/>')).toEqual([
      'IRD5007 3:24 "ixn:terminate" has no attribute "interactionid", which is required',
    ]);
    expect(codes(inside('<send delay="1"/><raise/><assign expr="1"/><if><log/></if>'))).toEqual([
      'IRD5007',
      'IRD5007',
      'IRD5007',
      'IRD5007',
    ]);
  });

  it('take words as they stand', () => {
    const targets = (type: string): readonly string[] =>
      inside(`<queue:submit><queue:targets type="${type}"/></queue:submit>`);
    expect(targets("'agent'")[0]).toContain('it is a literal, without inner quotes');
    expect(targets('agentgrup')[0]).toContain('did you mean "agentgroup"?');
    expect(targets('agent')).toEqual([]);
  });

  it('are expressions: a bare word is told when nothing declares it', () => {
    expect(inside('<queue:submit queue="VQ_Sales"><queue:targets/></queue:submit>')).toEqual([
      'IRD5107 3:45 "queue" of "queue:submit" is an expression: the word VQ_Sales is read as a variable',
    ]);
    expect(inside('<script>var VQ_Sales = 1;</script><queue:cancel queue="VQ_Sales"/>')).toEqual([]);
    expect(
      inside('<script>(function () { VQ_Sales = 1; })();</script><queue:cancel queue="VQ_Sales"/>'),
    ).toEqual([]);
    expect(inside('<send event="tick" delay="\'2s\'"/>')[0]).toMatch(/^IRD5107/);
  });
});

describe('event names', () => {
  it('stand as they are', () => {
    const on = (event: string): readonly string[] =>
      found(page(`<state id="a"><transition event="${event}" target="z"/></state><final id="z"/>`));
    expect(on('queue.submit.done error.* *')).toEqual([]);
    expect(on("'tick'")).toEqual([
      `IRD5016 3:34 The event "'tick'" of "transition" cannot match: it is no expression, so that quotes are part of the name`,
    ]);
    expect(codes(on('a, b'))).toEqual(['IRD5016']);
    expect(codes(on(' '))).toEqual(['IRD5016']);
    expect(codes(on('.a b..c'))).toEqual(['IRD5016', 'IRD5016']);
    expect(codes(inside(`<raise event="'x'"/>`))).toEqual(['IRD5016']);
  });
});

describe('scripts', () => {
  it('are ES5, with the place in the file through entities and CDATA', () => {
    expect(inside('<if cond="1 &lt; 2 &amp;&amp; ;"><log/></if>')).toEqual([
      'IRD5201 3:54 The condition cannot be parsed: unexpected token',
    ]);
    const script = page('<script><![CDATA[\n  var a = 1;\n  var b = = 2;\n]]></script><final id="a"/>');
    expect(found(script)).toEqual(['IRD5201 5:11 The script cannot be parsed: unexpected token']);
  });

  it('tell newer syntax from broken syntax', () => {
    expect(codes(inside('<script>var f = x =&gt; x;</script>'))).toEqual(['IRD5202']);
    expect(codes(inside('<script>let a = `x`;</script>'))).toEqual(['IRD5202']);
    expect(codes(inside('<script>const a = 1;</script>'))).toEqual(['IRD5204']);
    expect(codes(inside('<script>const a = () =&gt; 1;</script>'))).toEqual(['IRD5202']);
  });

  it('hint at missing inner quotes', () => {
    expect(inside('<send event="\'e\'" delay="2s"/>')[0]).toContain('text needs quotes inside the attribute');
  });

  it('are one expression and nothing else', () => {
    expect(codes(inside('<log expr="1) + (2"/>'))).toEqual(['IRD5201']);
    expect(codes(inside('<log expr="a; b"/>'))).toEqual(['IRD5201']);
    expect(codes(inside('<log expr=""/>'))).toEqual(['IRD5201']);
    expect(codes(inside('<log expr="1 /* one */; "/>'))).toEqual([]);
    expect(codes(inside('<log expr="return 1"/>'))).toEqual(['IRD5201']);
    expect(codes(inside('<log expr="{a: 1}.a"/>'))).toEqual([]);
  });

  it('have locations that can be assigned to', () => {
    expect(codes(inside('<queue:submit requestid="f()"><queue:targets/></queue:submit>'))).toEqual([
      'IRD5203',
    ]);
    expect(codes(inside('<assign location="1" expr="2"/>'))).toEqual(['IRD5203']);
    expect(codes(inside(`<assign location="App_X['requestid']" expr="2"/>`))).toEqual([]);
    expect(codes(inside('<assign location="(_data.x)" expr="2"/>'))).toEqual([]);
  });

  it('name what the platform has', () => {
    expect(inside('<log expr="_genesys.session.timeInZon(\'CET\')"/>')).toEqual([
      'IRD5106 3:35 "_genesys.session.timeInZon" is no known function or value of the platform; did you mean "timeInZone"?',
    ]);
    expect(inside('<log expr="_genesys.queue.rType.RouteTypeDefalt"/>')[0]).toContain('"RouteTypeDefault"');
    expect(inside('<log expr="_genesys.sesion.tenant"/>')[0]).toContain('"session"');
    expect(inside('<log expr="_genesys.ixn.interactions[0].udata.x + _genesys.session.tenant"/>')).toEqual(
      [],
    );
  });
});

describe('hostile pages', () => {
  it('are answered by findings, not by a crash', () => {
    expect(codes(inside(`<log expr="${'('.repeat(100_000)}1"/>`))).toEqual(['IRD5201']);
    expect(inside(`<log expr="${'a.'.repeat(20_000)}b"/>`)).toEqual([]);
    expect(codes(inside(`<script>${'{'.repeat(100_000)}</script>`))).toEqual(['IRD5201']);
    expect(codes(found(page('<state id="a">'.repeat(100_000))))[0]).toMatch(/^IRD1/);
    expect(
      found(page(`<state id="a">${'<state>'.repeat(150)}${'</state>'.repeat(150)}</state><final id="z"/>`))
        .length,
    ).toBeGreaterThan(0);
    expect(
      codes(inside('<constructor/><queue:constructor/><queue:cancel toString="1" __proto__="2"/>')),
    ).toEqual(['IRD5009', 'IRD5101', 'IRD5104', 'IRD5104']);
    expect(
      codes(
        found(
          page('<state id="a"><transition event="e" target="__proto__ constructor"/></state><final id="z"/>'),
        ),
      ),
    ).toEqual(['IRD5004', 'IRD5004', 'IRD5011']);
  });

  it('with many states take time in proportion', () => {
    const states = Array.from(
      { length: 3000 },
      (_, i) => `<state id="s${String(i)}"><transition event="e" target="s${String(i + 1)}"/></state>`,
    );
    expect(
      found(
        page(
          `<state id="a"><transition event="e" target="s0"/></state>${states.join('')}<final id="s3000"/>`,
        ),
      ),
    ).toEqual([]);
  });
});

describe('suggestions', () => {
  it('are near, or nothing', () => {
    expect(nearestName('tiemout', ['timeout', 'type'])).toBe('timeout');
    expect(nearestName('Queue', ['queue'])).toBe('queue');
    expect(nearestName('zzz', ['queue'])).toBeUndefined();
    expect(nearestName('', ['queue'])).toBeUndefined();
  });

  it('every finding says what to do next', () => {
    for (const [code, entry] of Object.entries(catalogue).filter(([name]) => /^IRD5[0-4]/.test(name))) {
      expect(entry.help.length, code).toBeGreaterThan(10);
    }
  });
});
