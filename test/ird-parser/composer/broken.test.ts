// Broken diagrams: each problem is reported at its place, and the rest is read.
import { describe, expect, it } from 'vitest';
import { readComposer, isComposerDocument } from '../../../src/ird-parser/composer/index.js';
import { readXml } from '../../../src/xml/index.js';
import {
  fixtureText,
  readFixture,
  readText,
  shown,
  shownAll,
  shownRows,
  underlined,
  workflow,
} from './read-diagram-text.js';

const at = (name: string) => underlined(readFixture(`broken/${name}.workflow`));

describe('broken diagrams', () => {
  it('two blocks with one id', () => {
    const read = readFixture('broken/duplicate-id.workflow');
    expect(underlined(read)).toEqual(['IRD1707 _log']);
    expect(read.diagnostics[0]).toMatchObject({
      node: 'Twins/_log#2',
      severity: 'error',
      span: { start: { line: 6, column: 45 } },
    });
    expect(read.strategy.blocks.map((block) => block.id)).toEqual(['_entry', '_log', '_log#2', '_exit']);
  });

  it('links to nowhere', () => {
    const read = readFixture('broken/dangling-links.workflow');
    expect(underlined(read)).toEqual([
      'IRD1708 _gone',
      'IRD1708 _lost',
      'IRD1709 <links xmi:type="ird:WorkflowOutputLink" xmi:id="_l4" fromBlock="_entry"/>',
    ]);
    expect(read.diagnostics.map((d) => d.message)).toEqual([
      'Link "_l2" leads to block "_gone", which is not in the diagram',
      'Link "_l3" starts at block "_lost", which is not in the diagram',
      'Link "_l4" leads to no block',
    ]);
    expect(read.strategy.links.map((link) => [link.from, link.port, link.kind, link.to])).toEqual([
      ['_entry', 'default', 'output', '_exit'],
      ['_entry', 'error', 'exception', '_gone'],
      ['_lost', 'default', 'output', '_exit'],
      ['_entry', 'default', 'output', ''],
    ]);
  });

  it('no Entry block', () => {
    expect(at('no-entry')).toEqual([
      'IRD1704 <ird:StrategyDiagram xmi:id="_diagram" name="Headless" designedUsing="Composer 8.1.541.07">',
    ]);
  });

  it('two Entry blocks', () => {
    const read = readFixture('broken/two-entries.workflow');
    expect(read.diagnostics).toMatchObject([
      {
        code: 'IRD1705',
        node: 'Janus/_entry2',
        message: 'Workflow "Janus" has a second Entry block "Entry2" beside "Entry1"',
      },
    ]);
    expect(read.diagnostics[0]?.span.start).toMatchObject({ line: 5, column: 5 });
  });

  it('blocks without ids', () => {
    const read = readFixture('broken/missing-id.workflow');
    expect(read.diagnostics.map((d) => [d.code, d.node, d.span.start.line])).toEqual([
      ['IRD1706', 'Nameless/Log1', 5],
      ['IRD1706', 'Nameless/Log1#2', 6],
      ['IRD1706', 'Nameless/ird:LogBlock', 7],
    ]);
  });

  it('no blocks', () => {
    const read = readFixture('broken/empty.workflow');
    expect(read.diagnostics).toMatchObject([{ code: 'IRD1703', message: 'Diagram "Blank" has no blocks' }]);
    expect(read.strategy.blocks).toEqual([]);
  });

  it('unknown block types are kept as text, with ports and exceptions', () => {
    const read = readFixture('broken/unknown-block.workflow');
    expect(underlined(read)).toEqual([
      'IRD1710 ird:TeleportBlock',
      'IRD1710 <blocks xmi:id="_bare" name="Bare"/>',
    ]);
    expect(read.diagnostics.map((d) => d.message)).toEqual([
      'Block "Beam" has the type "ird:TeleportBlock", which is not known',
      'Block "Bare" has no type',
    ]);
    const beam = read.block('Beam');
    expect(beam).toMatchObject({ type: 'Unknown', sourceType: 'ird:TeleportBlock' });
    expect(beam.others.map((other) => [other.name, other.value.text])).toEqual([
      ['planet', 'Variable(home)'],
      ['speed', '9'],
      ['crew.name', 'Ada'],
      ['crew.rank', 'captain'],
      ['crew[2].name', 'Bo'],
    ]);
    expect(beam.ports.map((port) => [port.kind, port.name])).toEqual([
      ['output', 'arrived'],
      ['exception', 'error'],
    ]);
    expect(read.block('ByCategory').type).toBe('ComposerHttpRest');
  });

  it('files that hold no diagram that routes', () => {
    const callflow = readFixture('broken/not-routing.workflow');
    expect(callflow.file).toBeUndefined();
    expect(callflow.diagnostics).toMatchObject([
      { code: 'IRD1702', span: { start: { line: 3, column: 3 } } },
    ]);
    const other = readFixture('broken/not-a-diagram.workflow');
    expect(other.file).toBeUndefined();
    expect(other.diagnostics).toMatchObject([
      { code: 'IRD1701', message: 'The file holds no Composer diagram; its root element is "xmi:XMI"' },
    ]);
  });
});

describe('properties', () => {
  const target = (attributes: string, inside = '<targets name="A"/>') =>
    readText(
      workflow(`<blocks xmi:type="ird:TargetBlock" xmi:id="_t" name="T" ${attributes}>${inside}</blocks>`),
    );

  it('that no table knows are kept, counted and reported once each', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:LogBlock" xmi:id="_a" name="A" colour="red" mood=""/>
<blocks xmi:type="ird:LogBlock" xmi:id="_b" name="B" colour="blue"><frame width="2">wood<nail/></frame>stray</blocks>
<links xmi:type="ird:CurvedLink" fromBlock="_a" toBlock="_b" bend="3"/><legend text="x"/>`),
    );
    expect(read.block('A').others.map((o) => [o.name, o.value.text])).toEqual([['colour', 'red']]);
    expect(read.block('B').others.map((o) => [o.name, o.value.text])).toEqual([
      ['colour', 'blue'],
      ['frame', 'wood'],
      ['frame.width', '2'],
      ['text', 'stray'],
    ]);
    expect(read.file?.unread.map((item) => [item.path, item.count])).toEqual([
      ['blocks[ird:LogBlock]/@colour', 2],
      ['blocks[ird:LogBlock]/@mood', 1],
      ['blocks[ird:LogBlock]/frame', 1],
      ['blocks[ird:LogBlock]/text()', 1],
      ['links[ird:CurvedLink]', 1],
      ['links[ird:CurvedLink]/@bend', 1],
      ['StrategyDiagram/legend', 1],
    ]);
    expect(new Set(read.diagnostics.map((d) => d.code))).toEqual(new Set(['IRD1711']));
    expect(read.diagnostics.map((d) => d.message)[0]).toBe(
      '"blocks[ird:LogBlock]/@colour" is not known (2 times in this file); its value is kept as text and has no effect',
    );
    expect(underlined(read)[0]).toBe('IRD1711 red');
  });

  it('that stand twice are not lost', () => {
    const read = target(
      'timeout="5"',
      '<timeout value="9"/><targets name="A"/><statistic value="S1"/><statistic value="S2"/>',
    );
    expect(shownAll(read.block('T').properties)).toEqual({ timeout: 'integer:5', statistic: 'literal:S1' });
    expect(read.block('T').others.map((o) => [o.name, o.value.text])).toEqual([
      ['timeout.value', '9'],
      ['statistic[2].value', 'S2'],
    ]);
    expect(read.file?.unread.map((item) => item.path)).toEqual([
      'blocks[ird:TargetBlock]/timeout',
      'blocks[ird:TargetBlock]/statistic',
    ]);
  });

  it('of the wrong kind are kept as literals', () => {
    const read = target(
      'timeout="soon" priority="12345678901234567890" clearTargets="maybe" useTreatments="TRUE"',
    );
    expect(shownAll(read.block('T').properties)).toEqual({
      timeout: 'literal:soon',
      priority: 'literal:12345678901234567890',
      clearTargets: 'literal:maybe',
      useTreatments: 'boolean:true',
    });
    expect(underlined(read)).toEqual(['IRD1713 soon', 'IRD1713 12345678901234567890', 'IRD1713 maybe']);
    expect(read.diagnostics[2]?.message).toBe(
      'Property "clearTargets" of block "T" should be "true" or "false", but is "maybe"',
    );
  });

  it('that a block needs are asked for', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:EcmaScriptBlock" xmi:id="_s" name="S" script=" "/>
<blocks xmi:type="ird:TargetBlock" xmi:id="_t" name="T"/>
<blocks xmi:type="ird:AssignBlock" xmi:id="_a" name="A"><assignData Key="x" Value=""/><assignData Value="1"/></blocks>`),
    );
    expect(read.diagnostics.map((d) => [d.code, d.message])).toEqual([
      ['IRD1712', 'Block "S" has no value for "script"'],
      ['IRD1712', 'Block "T" has no value for "targets"'],
      ['IRD1712', 'Block "A" has no value for "assignments.expression"'],
      ['IRD1712', 'Block "A" has no value for "assignments.variable"'],
    ]);
  });

  it('may be written as attribute or as child element, in any case', () => {
    const read = target(
      'Timeout="Variable( later() )"',
      '<TARGETS NAME="A" StatServer="S"/><virtualqueue>VQ_1</virtualqueue>',
    );
    expect(shownAll(read.block('T').properties)).toEqual({
      timeout: 'expression: later() ',
      virtualQueue: 'literal:VQ_1',
    });
    expect(shownRows(read.block('T').rows['targets'])).toEqual([
      { name: 'literal:A', statServer: 'literal:S' },
    ]);
  });

  it('with a status that is not known are not taken for disabled', () => {
    const read = target('enableStatus="Paused"');
    expect(read.block('T')).toMatchObject({ disabled: false, others: [{ name: 'enableStatus' }] });
  });
});

describe('ports', () => {
  it('conditions with one name, or named like the default port', () => {
    const read = readText(
      workflow(
        '<blocks xmi:type="ird:BranchingBlock" xmi:id="_b" name="B"><conditions name="A" expression="1"/><conditions name="A" expression="2"/><conditions name="default" expression="3"/></blocks>',
      ),
    );
    expect(read.diagnostics.map((d) => [d.code, d.message])).toEqual([
      ['IRD1715', 'Block "B" has more than one output port "A"'],
      ['IRD1715', 'Block "B" has more than one output port "default"'],
    ]);
    expect(read.block('B').ports.map((port) => port.name)).toEqual(['A', 'default']);
  });

  it('a link from a port that the block does not have', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:BranchingBlock" xmi:id="_b" name="B"><conditions name="New" expression="1"/></blocks>
<links xmi:type="ird:WorkflowOutputLink" xmi:id="_l" name="Old" fromBlock="_b" toBlock="_entry"/>
<blocks xmi:type="ird:ExitBlock" xmi:id="_x" name="X"/><links xmi:type="ird:WorkflowOutputLink" fromBlock="_x" toBlock="_b"/>`),
    );
    expect(read.diagnostics.map((d) => [d.code, d.message])).toEqual([
      ['IRD1714', 'A link leaves block "B" by the port "Old", which the block does not have'],
      ['IRD1714', 'A link leaves block "X" by the port "default", which the block does not have'],
    ]);
    expect(read.block('B').ports.map((port) => port.name)).toEqual(['New', 'default', 'Old']);
  });

  it('exceptions that share an event are told apart by name', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:LogBlock" xmi:id="_b" name="B"><conditionalExceptions name="mine" event="error" condition="a"/><conditionalExceptions name="other" event="error"/></blocks>
<links xmi:type="ird:WorkflowExceptionLink" name="other" fromBlock="_b" toBlock="_entry"/>`),
    );
    expect(
      read
        .block('B')
        .ports.filter((port) => port.kind === 'exception')
        .map((port) => port.name),
    ).toEqual(['mine', 'other']);
    expect(read.strategy.links[0]?.port).toBe('other');
    expect(shown(read.block('B').rows['exceptions']?.[0]?.columns['condition'])).toBe('expression:a');
  });
});

describe('recognising the format', () => {
  const documentOf = (text: string) => {
    const { value } = readXml(new TextEncoder().encode(text), 'x.xml');
    if (!value) throw new Error('not XML');
    return value;
  };

  it('takes XMI and bare diagrams, and nothing else', () => {
    expect(isComposerDocument(documentOf(fixtureText('every-block.workflow')))).toBe(true);
    expect(isComposerDocument(documentOf(fixtureText('harbour.ixnprocess')))).toBe(true);
    expect(
      isComposerDocument(documentOf('<i:StrategyDiagram xmlns:i="http://studio.genesyslab.com/ird/"/>')),
    ).toBe(true);
    expect(isComposerDocument(documentOf('<strategies><XMI/></strategies>'))).toBe(false);
  });

  it('reads a bare diagram, named after its file', () => {
    const outcome = readComposer(
      documentOf(
        '<i:StrategyDiagram xmlns:i="http://studio.genesyslab.com/ird/" xmlns:x="http://www.omg.org/XMI"><blocks x:type="i:EntryBlock" x:id="e"/></i:StrategyDiagram>',
      ),
      'project',
    );
    expect(outcome.value?.strategies[0]).toMatchObject({
      name: 'x',
      blocks: [{ id: 'e', type: 'ComposerEntry' }],
    });
    expect(outcome.value?.profile.name).toBe('Composer, xmi:type');
    expect(outcome.diagnostics).toEqual([]);
  });

  it('puts the given path before those of the findings', () => {
    const outcome = readComposer(documentOf(fixtureText('broken/empty.workflow')), 'project/flows');
    expect(outcome.diagnostics[0]?.node).toBe('project/flows/Blank');
  });

  it('reads several diagrams of one file, each with its own drawing', () => {
    const diagram = (id: string) =>
      `<ird:StrategyDiagram xmi:id="${id}" name="${id}"><blocks xmi:type="ird:EntryBlock" xmi:id="${id}e"/></ird:StrategyDiagram>`;
    const note = (id: string) =>
      `<n:Diagram element="${id}"><children type="Note" description="about ${id}"/></n:Diagram>`;
    const read = readText(
      `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:ird="http://studio.genesyslab.com/ird/" xmlns:n="http://www.eclipse.org/gmf/runtime/1.0.2/notation">${diagram('A')}${diagram('B')}${note('B')}${note('A')}<extra xmlns=""/></xmi:XMI>`,
    );
    expect(read.file?.strategies.map((s) => [s.name, s.comments.map((c) => c.text.text)])).toEqual([
      ['A', ['about A']],
      ['B', ['about B']],
    ]);
    expect(read.diagnostics.map((d) => d.message)).toEqual([
      '"extra" is not known (once in this file); it was not read',
    ]);
  });
});
