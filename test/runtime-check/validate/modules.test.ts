// What the catalogue of the modules says about a page: each rule with its place and its suggestion.
import { describe, expect, it } from 'vitest';
import { validatePage } from '../../../src/runtime-check/validate/validate.js';

const modules = [
  ...['queue', 'dialog', 'session', 'statistic', 'ws'],
  ...['classification', 'elasticconnector', 'agent', 'resource', 'interaction'],
];

const page = (content: string, used: readonly string[] = modules): string => {
  const namespaces = used.map((name) => {
    const prefix = name === 'interaction' ? 'ixn' : name;
    return `xmlns:${prefix}="http://www.genesyslab.com/modules/${name}"`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" ${namespaces.join(' ')} version="1.0" profile="ecmascript" initial="a" name="t">
${content}
</scxml>`;
};

const found = (text: string): readonly string[] =>
  validatePage(text, 'p.scxml').map(
    (d) => `${d.code} ${String(d.span.start.line)}:${String(d.span.start.column)} ${d.message}`,
  );

const inside = (content: string): readonly string[] =>
  found(
    page(
      `<state id="a"><onentry>${content}</onentry><transition event="x" target="z"/></state><final id="z"/>`,
    ),
  );

/** Findings about the event of a transition in line 3. */
const on = (event: string, before = '', used = modules): readonly string[] =>
  found(
    page(
      `<state id="a"><transition event="${event}" target="z"/></state>\n<state id="b"><onentry>${before}<statistic:subscribe object="'o'" statistic="'s'"/><queue:cancel/><dialog:stop/><agent:setdnd/></onentry><transition event="x" target="a"/></state><final id="z"/>`,
      used,
    ),
  ).filter((line) => !line.startsWith('IRD5011'));

describe('event names', () => {
  it('that a module sends are right, whole or in part', () => {
    for (const event of [
      ...['queue.submit.done', 'queue.submit', 'queue', 'queue.*', 'queue.cancelled', 'error.queue.submit'],
      ...['error', 'error.*', '*', 'error.queue', 'error.dialog.play.', 'interaction.udata.changed'],
      ...['interaction.udata', 'voice.createcall.done', 'chat.message', 'msgbased', 'statistic.update'],
      ...['dialog.playsound.done.timeout', 'done.state.x', 'my.event', 'error.script.ReferenceError'],
      ...['agent.setdnd.done', 'elasticconnector.createindex', 'error.notallowed', 'cancel.successful'],
    ]) {
      expect(on(event), event).toEqual([]);
    }
  });

  it('with a slip are warned of, with what was meant', () => {
    expect(on('queue.sumbit.done')).toEqual([
      'IRD5108 3:34 The module "queue" sends no event "queue.sumbit.done"; did you mean "queue.submit.done"?',
    ]);
    expect(on('x queue.submit.doen error.dialog.paly')).toEqual([
      'IRD5108 3:36 The module "queue" sends no event "queue.submit.doen"; did you mean "queue.submit.done"?',
      'IRD5108 3:54 The module "dialog" sends no event "error.dialog.paly"; did you mean "error.dialog.play"?',
    ]);
    expect(on('Interaction.added')[0]).toContain('did you mean "interaction.added"?');
    expect(on('interacton.udata.changed')[0]).toContain('did you mean "interaction.udata.changed"?');
    expect(on('queue.sumbit.*')[0]).toContain('did you mean "queue.submit"?');
  });

  it('that are none are warned of where all are known, and noted where not', () => {
    expect(on('statistic.gone')).toEqual([
      'IRD5108 3:34 The module "statistic" sends no event "statistic.gone"',
    ]);
    expect(on('queue.timeout')).toEqual([
      'IRD5109 3:34 "queue.timeout" is no known event of the module "queue"',
    ]);
    expect(on('interaction.transferred')).toEqual([
      'IRD5109 3:34 "interaction.transferred" is no known event of the module "ixn"',
    ]);
  });

  it('of the page itself are its own, also when they look like those of a module', () => {
    expect(on('queue.timeout', '<raise event="queue.timeout"/>')).toEqual([]);
    expect(on('queue.timeout', `<send event="'queue.timeout'" delay="'2s'"/>`)).toEqual([]);
    expect(on('queue.timeout', '<event name="queue.timeout"/>')).toEqual([]);
    // A module that the page does not use does not speak to it.
    expect(on('classification.over')).toEqual([]);
    expect(on('classification.clasify.done')[0]).toMatch(/^IRD5108/);
  });

  it('may be strange', () => {
    for (const event of [
      'error.',
      'queue..done',
      '.',
      'constructor.x.y',
      'error.__proto__.x',
      'queue.toString',
    ]) {
      expect(
        on(event).filter((line) => !/^IRD5016|^IRD5109/.test(line)),
        event,
      ).toEqual([]);
    }
  });
});

describe('fields of events', () => {
  const reading = (event: string, cond: string, inside = ''): readonly string[] =>
    found(
      page(
        `<state id="a"><transition event="${event}" cond="${cond}" target="z">${inside}</transition></state><final id="z"/>`,
      ),
    );

  it('with a slip are warned of, with their place', () => {
    expect(reading('queue.submit.done', '_event.data.requestId == 1')).toEqual([
      'IRD5112 3:71 "queue.submit.done" carries no "requestId"; did you mean "requestid"?',
    ]);
    const script = '<script>var x = _event.data.interactionID;</script>';
    expect(reading('interaction.added', 'true', script)[0]).toContain('did you mean "interactionid"?');
    expect(reading('dialog.collect.done', 'true', '<log expr="_event.data.digts"/>')[0]).toContain(
      '"digits"',
    );
  });

  it('are taken as they are when they are known, far from any, or of another event', () => {
    expect(reading('queue.submit.done', '_event.data.resource.dn == _event.data.vqselected')).toEqual([]);
    expect(reading('queue.submit.done', '_event.data.access == 1')).toEqual([]);
    expect(reading('queue.submit', '_event.data.error == 1')).toEqual([]);
    expect(reading('error', '_event.data.erorr == 1')).toEqual([]);
    expect(reading('my.event queue.submit.done', '_event.data.requestId == 1')).toEqual([]);
    expect(reading('queue.submit.done', '_event.data.__proto__ == 1')).toEqual([]);
  });
});

describe('children', () => {
  it('that are required are missed', () => {
    expect(inside('<queue:submit timeout="5"/>')).toEqual([
      'IRD5017 3:24 "queue:submit" has no "queue:targets" inside, which is required',
    ]);
    expect(inside('<dialog:playandcollect><dialog:prompts/></dialog:playandcollect>')).toEqual([
      'IRD5017 3:24 "dialog:playandcollect" has no "dialog:input" inside, which is required',
      'IRD5017 3:47 "dialog:prompts" has no "dialog:prompt" inside, which is required',
    ]);
    expect(inside('<queue:submit src="rule.xml"/>')).toEqual([]);
  });

  it('stand inside as often as they may', () => {
    const targets = '<queue:targets/>';
    expect(inside(`<queue:submit>${targets}${targets}</queue:submit>`)).toEqual([
      'IRD5018 3:54 "queue:submit" has "queue:targets" inside more than once',
    ]);
    expect(
      inside('<session:fetch srcexpr="\'u\'"><content>a</content><content>b</content></session:fetch>'),
    ).toEqual(['IRD5018 3:73 "session:fetch" has "content" inside more than once']);
    expect(
      inside('<dialog:play><dialog:prompts><dialog:prompt intid="1"/></dialog:prompts></dialog:play>'),
    ).toEqual([]);
  });

  it('do not go together', () => {
    expect(
      inside(
        '<queue:submit><queue:targets><queue:activity/><queue:target name="\'a\'"/></queue:targets></queue:submit>',
      ),
    ).toEqual(['IRD5019 3:53 "queue:activity" beside other targets: an activity stands alone']);
    const prompts = (type: string, count: number): readonly string[] =>
      inside(
        `<dialog:play><dialog:prompts type="${type}">${'<dialog:prompt intid="1"/>'.repeat(count)}</dialog:prompts></dialog:play>`,
      );
    expect(prompts('tts', 1)[0]).toContain('there is nothing to speak');
    expect(prompts('MSG_URL', 2)[0]).toContain('such prompts stand alone');
    expect(prompts('MSG_URL', 1)).toEqual([]);
    expect(prompts('ann', 2)).toEqual([]);
  });

  it('that are unknown have no place', () => {
    expect(inside('<queue:submit><queue:targets><queue:tarket/></queue:targets></queue:submit>')).toEqual([
      'IRD5101 3:53 The module "queue" has no element "tarket"; did you mean "target"?',
    ]);
    expect(inside('<agent:logot for="{}"/>')[0]).toContain('did you mean "logout"?');
    expect(inside('<resource:x/>')).toEqual(['IRD5101 3:24 The module "resource" has no element "x"']);
  });
});

describe('values', () => {
  it('that are one of a few words', () => {
    const order = (value: string): readonly string[] =>
      inside(`<queue:submit ordertype="${value}"><queue:targets/></queue:submit>`);
    expect(order("'mx'")).toEqual(['IRD5110 3:49 "ordertype" of "queue:submit" knows no "mx"']);
    expect(order("'percentag'")[0]).toContain('did you mean "percentage"?');
    expect(order("'max'")).toEqual([]);
    expect(order("_data.order + 'x'")).toEqual([]);
    expect(inside('<ws:response requestid="_event.sendid" type="\'positiv\'"/>')[0]).toContain(
      'did you mean "positive"?',
    );
    expect(inside('<ixn:createcall from="1" to="2" type="reguler"/>')[0]).toMatch(
      /^IRD5105 .*did you mean "regular"/,
    );
  });

  it('that are true or false stand without quotes', () => {
    const route = (value: string): readonly string[] =>
      inside(`<queue:submit route="${value}"><queue:targets/></queue:submit>`);
    expect(route("'true'")).toEqual([
      `IRD5111 3:45 "route" of "queue:submit" is the text 'true', not true or false`,
    ]);
    expect([route('true'), route('_data.n == 1')]).toEqual([[], []]);
  });

  it('are required where they are', () => {
    expect(inside('<elasticconnector:createindextemplate name="\'n\'" type="\'t\'" mapping="{}"/>')).toEqual([
      'IRD5007 3:24 "elasticconnector:createindextemplate" has no attribute "index", which is required',
    ]);
  });

  it('of attributes are checked against complete lists as errors, others as notes', () => {
    expect(inside('<agent:logout for="{}" agnet="\'anna\'"/>')).toEqual([
      'IRD5103 3:47 "agent:logout" has no attribute "agnet"; did you mean "agent"?',
    ]);
    expect(inside('<classification:screen rot="\'r\'"/>')).toEqual([
      'IRD5104 3:47 "rot" is no known attribute of "classification:screen"; did you mean "root"?',
    ]);
  });
});

describe('members of _genesys', () => {
  it('are known by name', () => {
    const log = (path: string): readonly string[] => inside(`<log expr="${path}"/>`);
    expect(log('_genesys.session.setTennant(1)')[0]).toContain('did you mean "setTenant"?');
    expect(log('_genesys.session.server.ulr')[0]).toContain('did you mean "url"?');
    expect(log('_genesys.resource.resourceType.CFGExtention')[0]).toContain('did you mean "CFGExtension"?');
    expect(log('_genesys.statistic.sdata(1)')[0]).toContain('did you mean "sData"?');
    for (const path of [
      '_genesys.session.tenantid',
      '_genesys.ixn.firstixnid',
      '_genesys.session.day.Friday',
    ]) {
      expect(log(path), path).toEqual([]);
    }
  });
});
