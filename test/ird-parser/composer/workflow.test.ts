// A workflow with every block type: what becomes of blocks, properties, rows, ports, links, variables and the drawing.
import { describe, expect, it } from 'vitest';
import { workflowTables } from '../../../src/ird-parser/composer/block-tables.js';
import { composerBlockTypes } from '../../../src/ird-parser/shapes.js';
import type { SourceValue } from '../../../src/ird-parser/source-model.js';
import { fixtureText, readFixture, readText, shownAll, shownRows } from './read-diagram-text.js';

const read = readFixture('every-block.workflow');
const { strategy } = read;
const properties = (caption: string) => shownAll(read.block(caption).properties);
const rows = (caption: string, name: string) => shownRows(read.block(caption).rows[name]);
const ports = (caption: string) => read.block(caption).ports.map((port) => `${port.kind} ${port.name}`);

describe('a workflow with every block type', () => {
  it('is read without anything left over', () => {
    expect(read.file).toMatchObject({
      file: 'every-block.workflow',
      format: 'composer-workflow',
      profile: { name: 'Composer 8.1.541.07, xmi:type', evidence: 'observed' },
      text: read.text,
      unread: [],
    });
    expect(strategy.blocks.flatMap((block) => block.others)).toEqual([]);
    expect(read.diagnostics.map((d) => d.code)).toEqual(['IRD1717', 'IRD1717']);
  });

  it('has each type of the contract', () => {
    const found = new Set(strategy.blocks.map((block) => block.type));
    expect([...found].sort()).toEqual(composerBlockTypes.filter((type) => type !== 'ComposerIpdNode').sort());
    expect(workflowTables.map((table) => table.type).sort()).toEqual([...found].sort());
  });

  it('keeps name, kind and metadata', () => {
    expect(strategy).toMatchObject({ kind: 'strategy', name: 'HarbourClinic', language: 'ecmascript' });
    expect(strategy.metadata).toEqual({
      composer: 'Composer 8.1.541.07',
      author: 'R. Tide',
      history: '8.1.0, 8.1.300.01',
      'namespace ward': 'http://ward.invalid/ns',
    });
  });

  it('reads variables with type, direction and initial value', () => {
    const summary = strategy.variables.map((v) => [v.name, v.type, v.direction, v.description]);
    expect(summary).toEqual([
      ['system.Language', 'System', 'local', 'Application language'],
      ['system.DNIS', 'System', 'local', 'Called number'],
      ['ward', '', 'local', 'Ward the caller asked for'],
      ['urgency', '', 'local', ''],
      ['patient', '', 'in', ''],
      ['outcome', '', 'out', ''],
    ]);
    expect(strategy.variables[2]?.initial).toMatchObject({
      kind: 'ecmascript',
      form: 'expression',
      code: "'none'",
    });
    expect(strategy.variables[5]?.initial).toBeUndefined();
  });

  it('reads scripts, conditions of blocks, logging and notes', () => {
    const block = read.block('SetWard');
    expect(block).toMatchObject({
      id: '_script',
      type: 'ComposerEcmaScript',
      sourceType: 'ird:EcmaScriptBlock',
    });
    expect(block.notes.map((note) => note.text)).toEqual(['IRD object: Multi-Assign\nWard by called number']);
    expect(properties('SetWard')['condition']).toBe("expression:ward == 'none'");
    expect(block.properties['script']).toMatchObject({ kind: 'ecmascript', form: 'script' });
    expect(rows('SetWard', 'logging')).toEqual([
      { expression: "expression:'ward ' + ward" },
      { expression: "expression:'urgency ' + urgency" },
    ]);
  });

  it('reads assignments, conditions and user data in order', () => {
    expect(rows('SetUrgency', 'assignments')).toEqual([
      { variable: 'variable:urgency', expression: 'expression:urgency + 1' },
      { variable: 'variable:outcome', expression: "expression:'waiting'" },
    ]);
    expect(rows('ByUrgency', 'conditions')).toEqual([
      { name: 'text:Urgent', expression: "expression:urgency > 2 && ward != 'none'" },
      { name: 'text:Known caller', expression: 'expression:patient !== undefined', postAction: 'text:home' },
    ]);
    expect(rows('AttachWard', 'pairs')).toEqual([
      { key: 'literal:Ward', value: 'expression:ward', valueSource: 'text:Variable' },
      { key: 'literal:Site', value: 'literal:Harbour' },
    ]);
  });

  it('reads a target block with its targets', () => {
    expect(properties('ToNurse')).toEqual({
      detach: 'boolean:false',
      clearTargets: 'boolean:true',
      statisticsOrder: 'text:Max',
      timeout: 'expression:urgency > 2 ? 60 : 20',
      priority: 'integer:10',
      useTreatments: 'boolean:true',
      useAccessCode: 'boolean:false',
      hints: 'literal:{}',
      hintsSource: 'text:Resource',
      route: 'boolean:true',
      routeDataType: 'text:boolean',
      statistic: 'literal:StatTimeInReadyState',
      statisticSource: 'text:Configuration Server',
      virtualQueue: 'literal:VQ_Nurses@Switch_1',
      virtualQueueSource: 'text:Configuration Server',
      routeType: 'literal:Default',
      routeTypeSource: 'text:Enum',
      from: 'expression:system.ThisDN',
      fromSource: 'text:Variable',
    });
    expect(rows('ToNurse', 'targets')).toEqual([
      {
        name: 'literal:Night nurses',
        statServer: 'literal:Stat_Server',
        weight: 'integer:60',
        threshold: 'literal:sdata(Night nurses@Stat_Server.GA, StatAgentsReady) > 0',
      },
      { name: "expression:'Nursing > 5'", type: 'text:Skill', statServer: 'literal:Stat_Server' },
      {
        name: 'expression:fallback',
        type: 'text:Variable',
        statServer: 'expression:server',
        skipTarget: 'boolean:true',
      },
    ]);
  });

  it('reads what routes, plays and asks', () => {
    expect(properties('ToDesk')).toMatchObject({
      destination: 'literal:5550100',
      destinationSwitch: 'text:Switch_1',
    });
    expect(properties('AskWard')).toEqual({
      requestId: 'variable:inputRequest',
      numDigits: 'integer:3',
      ignoreDigits: 'literal:#',
      terminationDigits: 'literal:*',
      clearInput: 'boolean:true',
      startTimeout: 'integer:8',
      digitTimeout: 'expression:slow ? 5 : 2',
      result: 'variable:ward',
    });
    expect(properties('Greet')).toEqual({
      typeOfPrompts: 'text:Announcement',
      device: 'expression:system.ThisDN',
    });
    expect(rows('Greet', 'prompts')).toEqual([
      { value: "expression:'Welcome to the clinic'", type: 'text:Text' },
      { value: 'expression:greetingUrl', type: 'text:Text', interruptible: 'boolean:false' },
    ]);
    expect(properties('PlayMenu')).toEqual({
      resource: 'literal:/Callflows/Menu.callflow',
      type: 'text:ProjectFile',
      timeout: 'integer:30',
      useUserData: 'boolean:true',
      extensions: 'variable:menuResult',
    });
    expect(rows('PlayMenu', 'parameters')).toEqual([
      { name: 'text:ward', value: 'expression:ward', description: 'text:Ward to announce' },
      { name: 'text:choice', variable: 'variable:outcome', type: 'text:output' },
    ]);
    expect(properties('Ring')).toEqual({ soundType: 'text:ARM', duration: 'integer:20' });
    expect(rows('Ring', 'resource')).toEqual([
      {
        resourceValueOrId: 'literal:1003',
        armPersonalityId: 'literal:11',
        armBaseUrl: "expression:'http://media.invalid'",
        armFileExt: "expression:'_pcmu.wav'",
      },
    ]);
  });

  it('reads requests to other systems', () => {
    expect(properties('FindPatient')).toEqual({
      uri: 'expression:lookupUrl',
      requestMethod: 'text:post',
      result: 'variable:patient',
      jsonPayload: 'expression:query',
      useJsonPayload: 'boolean:true',
      statusCode: 'variable:status',
      responseStatus: 'variable:found',
      encodingType: 'text:application/json',
      guaranteeHttpExecution: 'boolean:false',
      retries: 'integer:3',
      retryInterval: 'integer:5',
    });
    expect(rows('FindPatient', 'parameters')).toEqual([
      { name: 'text:number', value: 'expression:system.ANI' },
    ]);
    expect(rows('FindPatient', 'headers')).toEqual([
      { name: 'text:X-Site', value: 'literal:harbour' },
      {
        name: 'text:X-Key',
        value: 'expression:_data.siteKey',
        source: 'text:Variable',
        scope: 'text:Project',
      },
    ]);
    expect(properties('TellWard')).toEqual({
      timeout: 'integer:15',
      uri: 'literal:http://ward.invalid/call',
      result: 'variable:reply',
      sslPrivateKeyPassword: 'expression:_data.keyWord',
      sslPrivateKeyPasswordSource: 'text:Variable',
      sslPrivateKeyPasswordScope: 'text:Project',
    });
    expect(rows('Confirm', 'to')).toEqual([
      { value: 'expression:mail', source: 'text:Variable' },
      { value: 'literal:desk@clinic.invalid' },
    ]);
    expect(properties('Confirm')['standardResponseName']).toBe('text:Thank you');
    expect(rows('WhoIsIt', 'customerAttributes')).toEqual([
      { attribute: 'text:PhoneNumber', value: 'expression:system.ANI', valueSource: 'text:Variable' },
    ]);
    expect(rows('WhoIsIt', 'variablesMapping')).toEqual([
      { variable: 'variable:mail', attribute: 'text:EmailAddress' },
    ]);
  });

  it('reads waiting: events with conditions that are escaped twice', () => {
    expect(properties('HoldOn')).toEqual({ timeout: 'integer:30', timeoutDataType: 'text:integer' });
    expect(rows('HoldOn', 'events')).toEqual([{ event: 'text:Done', condition: 'expression:urgency < 5' }]);
    expect(rows('Entry1', 'exceptions')[0]?.['condition']).toBe(
      'expression:_event.data.interactionid == system.InteractionID && !_event.data.resultof',
    );
  });

  it('knows which block is disabled', () => {
    expect(strategy.blocks.filter((block) => block.disabled).map((block) => block.caption)).toEqual([
      'TellWard',
    ]);
  });

  it('gives each block its ports', () => {
    expect(ports('ByUrgency')).toEqual(['output Urgent', 'output Known caller', 'output default']);
    expect(ports('ToNurse')).toEqual([
      'output default',
      'output busyTreatments',
      'exception error.queue.submit',
      'exception queue.cancel.done',
    ]);
    expect(ports('AttachWard')).toEqual(['output default', 'output timeout']);
    expect(ports('HoldOn')).toEqual(['output default', 'output timeout']);
    expect(ports('Fork')).toEqual(['output 1', 'output 2']);
    expect(ports('Entry1')).toEqual(['output default', 'exception interaction.deleted', 'exception error']);
    expect(ports('Exit1')).toEqual([]);
    expect(ports('HangUp')).toEqual([]);
  });

  it('connects every link to a port of its block', () => {
    for (const link of strategy.links) {
      const from = strategy.blocks.find((block) => block.id === link.from);
      expect(from?.ports.map((port) => `${port.kind} ${port.name}`)).toContain(`${link.kind} ${link.port}`);
      expect(strategy.blocks.some((block) => block.id === link.to)).toBe(true);
    }
    const leaving = strategy.links.filter((link) => link.from === '_target');
    expect(leaving.map((link) => [link.id, link.port, link.to])).toEqual([
      ['_l26', 'busyTreatments', '_play'],
      ['_l28', 'default', '_exit'],
      ['_l29', 'error.queue.submit', '_force'],
      ['_l30', 'queue.cancel.done', '_force'],
    ]);
  });

  it('takes positions and notes from the drawing', () => {
    expect(read.block('Entry1').position).toEqual({ x: 400, y: -20 });
    expect(read.block('SetWard').position).toEqual({ x: 0, y: 90 });
    expect(read.block('Exit1').position).toBeUndefined();
    expect(strategy.comments.map((comment) => [comment.text.text, comment.block])).toEqual([
      ['The ward comes from the\r\ncalled number.', '_script'],
      ['Night shift only', undefined],
      [' Drawn for the harbour clinic. ', undefined],
    ]);
  });

  it('keeps the place of every value in the file', () => {
    const raw = (value: SourceValue | undefined): string => {
      const span = value?.source.span();
      return span ? read.text.slice(span.start.offset, span.end.offset) : '';
    };
    const target = read.block('ToNurse').properties;
    expect(raw(target['timeout'])).toBe('urgency &gt; 2 ? 60 : 20');
    expect(raw(target['virtualQueue'])).toBe('VQ_Nurses@Switch_1');
    expect(raw(read.block('HoldOn').rows['events']?.[0]?.columns['condition'])).toBe('urgency &amp;lt; 5');
    expect(raw(read.block('LogCaller').rows['logging']?.[0]?.columns['expression'])).toBe(
      "'caller ' + system.ANI",
    );
    for (const block of strategy.blocks) {
      for (const value of Object.values(block.properties)) {
        if (value.kind === 'ecmascript') expect(value.code).toBe(value.source.text);
      }
    }
  });
});

describe('a workflow of the other generation', () => {
  const ferry = readFixture('older-spelling.workflow');

  it('is read the same way', () => {
    expect(ferry.diagnostics).toEqual([]);
    expect(ferry.file?.unread).toEqual([]);
    expect(ferry.file?.profile.name).toBe('Composer 8.1.561.29, xsi:type');
    expect(ferry.strategy.blocks.map((block) => [block.caption, block.type])).toEqual([
      ['Entry', 'ComposerEntry'],
      ['Season', 'ComposerBranching'],
      ['Desk', 'ComposerTarget'],
      ['Exit', 'ComposerExit'],
    ]);
    expect(ferry.strategy.variables.map((v) => [v.name, v.type])).toEqual([
      ['system.ANI', 'System'],
      ['season', ''],
    ]);
    expect(ferry.block('Season').ports.map((port) => port.name)).toEqual(['Summer', 'Winter', 'default']);
    expect(shownRows(ferry.block('Desk').rows['targets'])).toEqual([
      { name: 'literal:Ferry desk north', statServer: 'literal:Stat_Server', weight: 'integer:60' },
      { name: 'literal:Ferry desk south', statServer: 'literal:Stat_Server', weight: 'integer:40' },
    ]);
    expect(ferry.block('Desk').position).toEqual({ x: 214, y: 300 });
    expect(ferry.strategy.comments.map((comment) => comment.text.text)).toEqual([
      'Weights agreed with both desks',
    ]);
  });

  it('gives the same strategy when its types are spelled the newer way', () => {
    const content = ({ strategy: { blocks, links } }: typeof ferry) =>
      JSON.stringify({
        blocks: blocks.map((b) => [
          b.type,
          b.caption,
          shownAll(b.properties),
          Object.values(b.rows).map(shownRows),
        ]),
        links: links.map((l) => [l.id, l.port, l.kind, l.from, l.to]),
      });
    const respelled = readText(fixtureText('older-spelling.workflow').replaceAll('xsi:type', 'xmi:type'));
    expect(respelled.file?.profile.name).toBe('Composer 8.1.561.29, xmi:type');
    expect(content(respelled)).toBe(content(ferry));
  });
});
