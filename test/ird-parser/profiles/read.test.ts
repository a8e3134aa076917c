import { describe, expect, it } from 'vitest';
import { blockTypes, shapeOf } from '../../../src/ird-parser/profiles/known-names.js';
import { blockOf, exportOf, objects, read, strategyOf } from './export.js';

describe('blocks', () => {
  it.each([
    ['Multi-Assign', 'MultiAssign'],
    ['multi assign', 'MultiAssign'],
    ['Play Announcement and Collect Digits', 'PlayAnnouncementAndCollectDigits'],
    ['Day of Week', 'DayOfWeek'],
    ['Call Subroutine', 'CallSubroutine'],
    ['Force Routing', 'ForceRouting'],
    ['Classify (segmentation)', 'ClassifySegmentation'],
    ['Screen (segmentation)', 'ScreenSegmentation'],
    ['Exit (busy treatment)', 'BusyTreatmentExit'],
    ['Reply E-mail from External Resource', 'ReplyEmailFromExternalResource'],
    ['Forward E-Mail', 'ForwardEmail'],
    ['Processed', 'RecordProcessed'],
    ['Service Level Routing', 'ServiceLevel'],
    ['TTS', 'TextToSpeech'],
  ])('reads the type %s', (written, type) => {
    expect(blockOf(`<Object id="1" type="${written}"/>`)).toMatchObject({ type, sourceType: written });
  });

  it('knows every canonical type by its own name', () => {
    for (const type of blockTypes) expect(blockOf(`<Object id="1" type="${type}"/>`).type).toBe(type);
  });

  it('keeps a block of unknown type with all that it holds', () => {
    const text = objects(
      '<Object id="7" type="Teleport" name="T"><Property name="Where">Moon</Property><Table name="Stops"><Row><Cell name="A">1</Cell></Row></Table></Object>',
    );
    const { file, found, diagnostics } = read(text);
    expect(found).toEqual(['IRD1305 <Object id="7" type="Teleport" name="T">']);
    expect(diagnostics[0]?.node).toBe('Main/7');
    const [block] = file?.strategies[0]?.blocks ?? [];
    expect(block).toMatchObject({
      type: 'Unknown',
      sourceType: 'Teleport',
      properties: { Where: { kind: 'text', value: 'Moon' } },
    });
    expect(block?.rows['Stops']).toMatchObject([{ columns: { A: { kind: 'text', value: '1' } } }]);
  });

  it('keeps the properties of known objects without a shape as text', () => {
    const block = blockOf(
      '<Object id="1" type="Workforce"><Property name="Activity Name">M &amp; N</Property></Object>',
    );
    expect(block.properties).toMatchObject({ 'Activity Name': { kind: 'text', value: 'M & N' } });
  });

  it('reports missing and repeated ids, and a missing type', () => {
    const text = objects(
      '<Object id="1" type="Entry"/>\n<Object id="1" type="Exit"/><Object type="Exit"/><Object id="2"/>',
    );
    const { file, found, diagnostics } = read(text);
    expect(found).toEqual([
      'IRD1302 <Object id="1" type="Exit"/>',
      'IRD1303 <Object type="Exit"/>',
      'IRD1304 <Object id="2"/>',
    ]);
    expect(diagnostics[0]?.message).toBe('The id "1" belongs to the block in line 1 already');
    expect(file?.strategies[0]?.blocks).toHaveLength(4);
    expect(file?.strategies[0]?.blocks[2]?.id).toBe('line 2, column 29');
  });

  it('reads captions, flags and positions', () => {
    const block = blockOf('<Object id="1" type="Exit" name=" Done " disabled="YES" x="1.5" y="-20"/>');
    expect(block).toMatchObject({ caption: 'Done', disabled: true, position: { x: 1.5, y: -20 } });
    const { found } = read(objects('<Object id="1" type="Exit" disabled="perhaps" x="far" y="1"/>'));
    expect(found).toEqual(['IRD1309 perhaps', 'IRD1308 far']);
  });
});

describe('properties', () => {
  it('reads values from text, attribute and CDATA', () => {
    for (const property of [
      '<Property name="Expression">  a &lt; 1\n</Property>',
      '<Property name="condition" value="a &lt; 1"/>',
      '<Property name="Condition"><![CDATA[a < 1]]></Property>',
    ]) {
      const { condition } = blockOf(`<Object id="1" type="If">${property}</Object>`).properties;
      expect(condition).toMatchObject({ kind: 'expression', tree: { kind: 'binary', op: '<' } });
      expect(condition?.source.text.trim()).toBe('a < 1');
    }
  });

  it('keeps blanks inside CDATA and drops those around it', () => {
    const { text } = blockOf(
      '<Object id="1" type="Comment"><Property name="Text">\n <![CDATA[ a ]]> \n</Property></Object>',
    ).properties;
    expect(text).toMatchObject({ kind: 'text', value: ' a ' });
  });

  it('treats blank values as not set, but for texts', () => {
    const block = blockOf(
      '<Object id="1" type="Selection"><Property name="Timeout"/><Property name="Clear Target"> </Property><Property name="Threshold" value=""/><Property name="Statistics Name"></Property></Object>',
    );
    expect(block.properties).toMatchObject({ statistic: { kind: 'text', value: '' } });
    expect(Object.keys(block.properties)).toEqual(['statistic']);
  });

  it('reads each property in its language', () => {
    const block = blockOf(`<Object id="1" type="Selection">
      <Property name="Targets">Sales@StatServer.GA, ?:English > 3@StatServer.GA</Property>
      <Property name="Additional Threshold">sdata(Sales@.GA, StatAgentsTotal) > 0</Property>
      <Property name="Clear Target">on</Property>
      <Property name="VQ Variable"> queue </Property>
      <Property name="Min/Max">Maximum</Property></Object>`);
    expect(block.properties).toMatchObject({
      targetList: { kind: 'targets', tree: { items: [{}, {}] } },
      threshold: { kind: 'threshold' },
      clearTargets: { kind: 'boolean', value: true },
      virtualQueueVariable: { kind: 'variable', name: 'queue' },
      statisticOrder: { kind: 'text', value: 'max' },
    });
  });

  it('reports syntax errors where they stand in the file', () => {
    const text = objects(
      '<Object id="1" type="If"><Property name="Expression" value="a &lt; 1 &amp; &amp; b"/></Object>',
    );
    const { diagnostics, file } = read(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { span, node, severity } of diagnostics) {
      expect(span.start.offset).toBeGreaterThanOrEqual(text.indexOf('a &lt;'));
      expect(span.end.offset).toBeLessThanOrEqual(text.indexOf('"/></Object>'));
      expect([node, severity]).toEqual(['Main/1/condition', 'error']);
    }
    expect(file?.strategies[0]?.blocks[0]?.properties['condition']).toMatchObject({ kind: 'expression' });
  });

  it('reports values that are not of their kind, and leaves them out', () => {
    const { file, found } = read(
      objects('<Object id="1" type="Selection"><Property name="Clear Target">maybe</Property></Object>'),
    );
    expect(found).toEqual(['IRD1309 maybe']);
    expect(file?.strategies[0]?.blocks[0]?.properties).toEqual({});
  });

  it('keeps names without a meaning, and reports each once with its number', () => {
    const odd =
      '<Property name="Colour" value="red"/><Table name="Odd"><Row><Cell name="A">1</Cell></Row></Table>';
    const table =
      '<Table name="Targets"><Row><Cell name="Name">S</Cell><Cell name="Mood">good</Cell></Row></Table>';
    const { file, diagnostics } = read(
      objects(
        `<Object id="1" type="Selection">${odd}${table}</Object><Object id="2" type="Selection">${odd}</Object>`,
      ),
    );
    expect(diagnostics.map(({ code, message, node }) => [code, node, message])).toEqual([
      [
        'IRD1310',
        'Main/1',
        'The table "Odd" of "Selection" is not known (2 times in this strategy); it is kept, but not converted',
      ],
      [
        'IRD1310',
        'Main/1/targets[0]',
        'The column "Mood" of "Selection, table targets" is not known; it is kept, but not converted',
      ],
      [
        'IRD1310',
        'Main/1',
        'The property "Colour" of "Selection" is not known (2 times in this strategy); it is kept, but not converted',
      ],
    ]);
    const [block] = file?.strategies[0]?.blocks ?? [];
    expect(block?.others.map(({ name, value }) => [name, value.text])).toEqual([['Colour', 'red']]);
    expect(block?.rows['Odd']).toHaveLength(1);
    expect(block?.rows['targets']?.[0]?.columns['Mood']).toMatchObject({ kind: 'text', value: 'good' });
  });

  it('lets the first of two equal properties count', () => {
    const { file, found } = read(
      objects(
        '<Object id="1" type="Music"><Property name="Duration">10</Property><Property name="Time">20</Property></Object>',
      ),
    );
    expect(found).toEqual(['IRD1307 <Property name="Time">']);
    const [block] = file?.strategies[0]?.blocks ?? [];
    expect(block?.properties['duration']?.source.text).toBe('10');
    expect(block?.others.map(({ value }) => value.text)).toEqual(['20']);
  });

  it('knows the same word by its block', () => {
    const timeOf = (type: string): readonly string[] =>
      Object.keys(
        blockOf(`<Object id="1" type="${type}"><Property name="Timeout">5</Property></Object>`).properties,
      );
    expect([timeOf('Selection'), timeOf('Collect Digits'), timeOf('IVR')]).toEqual([
      ['timeout'],
      ['totalTimeout'],
      ['timeout'],
    ]);
  });

  it('takes no word that could mean two columns', () => {
    const { diagnostics } = read(
      objects(
        '<Object id="1" type="Selection"><Table name="Treatments"><Row><Cell name="DN">1</Cell></Row></Table></Object>',
      ),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD1310']);
  });

  it('survives names that mean something to JavaScript', () => {
    const markup = ['__proto__', 'constructor', 'toString']
      .map((name) => `<Property name="${name}">x</Property>`)
      .join('');
    const block = blockOf(`<Object id="1" type="Workforce">${markup}</Object>`);
    expect(Object.keys(block.properties)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(read(objects('<Object id="1" type="__proto__"/>')).found).toHaveLength(1);
    expect(
      read(
        objects('<Object id="1" type="If"><Property name="constructor">x</Property></Object>'),
      ).diagnostics.map(({ code }) => code),
    ).toEqual(['IRD1310']);
  });
});

describe('tables', () => {
  it('reads every table of every shape under its own name', () => {
    for (const type of blockTypes) {
      for (const [name, shape] of Object.entries(shapeOf(type) ?? {})) {
        if (shape.kind !== 'rows') continue;
        const cells = Object.keys(shape.columns).map((column) => `<Cell name="${column}">1</Cell>`);
        const text = objects(
          `<Object id="1" type="${type}"><Table name="${name}"><Row>${cells.join('')}</Row></Table></Object>`,
        );
        const [row] = read(text).file?.strategies[0]?.blocks[0]?.rows[name] ?? [];
        const expected = Object.entries(shape.columns).filter(([, language]) => language !== 'threshold');
        expect(Object.keys(row?.columns ?? {})).toEqual(
          expect.arrayContaining(expected.map(([column]) => column)),
        );
      }
    }
  });

  it('joins tables of one name and keeps the order of their rows', () => {
    const row = (value: string): string =>
      `<Table name="Pairs"><Row><Cell name="Key">${value}</Cell></Row></Table>`;
    const { pairs } = blockOf(`<Object id="1" type="Multi-Attach">${row('a')}${row('b')}</Object>`).rows;
    expect(pairs?.map(({ columns }) => columns['key'])).toMatchObject([{ value: 'a' }, { value: 'b' }]);
  });

  it('spells fixed words one way', () => {
    const types = ['GA', 'agentgroup', 'SKILL', 'Whatever'].map(
      (word) => `<Row><Cell name="Type">${word}</Cell></Row>`,
    );
    const { targets } = blockOf(
      `<Object id="1" type="Selection"><Table name="Targets">${types.join('')}</Table></Object>`,
    ).rows;
    expect(targets?.map(({ columns }) => columns['type'])).toMatchObject(
      ['Agent Group', 'Agent Group', 'Skill', 'Whatever'].map((value) => ({ kind: 'text', value })),
    );
    expect(targets?.[0]?.columns['type']?.source.text).toBe('GA');
  });
});

describe('links and ports', () => {
  const linked = (type: string, ports: readonly string[], inside = ''): readonly string[] => {
    const links = ports.map((port) => `<Link from="1" port="${port}" to="2"/>`);
    const strategy = strategyOf(
      exportOf(
        `<Objects><Object id="1" type="${type}">${inside}</Object><Object id="2" type="Exit"/></Objects><Links>${links.join('')}</Links>`,
      ),
    );
    return strategy.links.map(({ port }) => port);
  };

  it('spells ports one way', () => {
    expect(linked('If', ['Green', 'red', '1', '0', 'true', 'No', 'error', ''])).toEqual([
      'green',
      'red',
      'green',
      'red',
      'green',
      'red',
      'red',
      'green',
    ]);
  });

  it('leaves the ports of segments as their block names them', () => {
    const rows = ['1', 'No', 'Sales'].map(
      (port) => `<Row><Cell name="Port">${port}</Cell><Cell name="Value">x</Cell></Row>`,
    );
    const table = `<Table name="Segments">${rows.join('')}</Table>`;
    expect(linked('DNIS', ['1', 'no', 'SALES', 'other', 'Error', '7'], table)).toEqual([
      '1',
      'No',
      'Sales',
      'default',
      'red',
      '7',
    ]);
  });

  it('lists the ports that the block declares, then those of its links', () => {
    const strategy = strategyOf(
      exportOf(
        '<Objects><Object id="1" type="If"><Port name="red"/></Object></Objects><Links><Link from="1" to="1"/></Links>',
      ),
    );
    expect(strategy.blocks[0]?.ports.map(({ name }) => name)).toEqual(['red', 'green']);
    expect(strategy.links).toMatchObject([
      { id: '1:green:1', from: '1', port: 'green', to: '1', kind: 'output' },
    ]);
  });

  it('reports a link without an end, and keeps it', () => {
    const { file, found, diagnostics } = read(
      exportOf(
        '<Objects><Object id="1" type="Entry"/></Objects><Links><Link id="l" from="1"/><Link to="1"/></Links>',
      ),
    );
    expect(found).toEqual(['IRD1306 <Link id="l" from="1"/>', 'IRD1306 <Link to="1"/>']);
    expect(diagnostics[0]?.message).toBe('Link "l" does not say which block it leads to');
    expect(file?.strategies[0]?.links).toHaveLength(2);
  });
});

describe('strategies', () => {
  it('reads variables with their types, directions and start values', () => {
    const { variables } = strategyOf(
      exportOf(`<Variables>
        <Variable name="a" type="int" value="1"/><Variable name="b" type="text" value="plain text" scope="Input"/>
        <Variable name="c" type="STRING" value="'quoted'" scope="out"/><Variable name="d" type="LIST" value="k:v" scope="IN/OUT"/>
        <Variable name="e" type="Colour"/></Variables>`),
    );
    expect(
      variables.map(({ name, type, direction, initial }) => [name, type, direction, initial?.kind]),
    ).toEqual([
      ['a', 'INTEGER', 'local', 'expression'],
      ['b', 'STRING', 'in', 'text'],
      ['c', 'STRING', 'out', 'expression'],
      ['d', 'LIST', 'inout', 'list'],
      ['e', 'Colour', 'local', undefined],
    ]);
  });

  it('reports words that it does not know', () => {
    const { found } = read(
      '<Strategy name="S" type="opera"><Variables><Variable name="a" scope="sideways"/><Variable/></Variables></Strategy>',
    );
    expect(found).toEqual(['IRD1312 opera', 'IRD1312 sideways', 'IRD1313 <Variable/>']);
  });

  it('takes the name of the file when the strategy has none', () => {
    const { file, diagnostics } = read(
      '<Strategy><Objects><Object id="1" type="Entry"/></Objects></Strategy>',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD1311']);
    expect(file?.strategies[0]).toMatchObject({ name: 'main', kind: 'strategy' });
  });

  it('reads a strategy without blocks', () => {
    expect(strategyOf(exportOf('<Objects/><Links/>'))).toMatchObject({ blocks: [], links: [] });
  });

  it('reads comments, notes and metadata', () => {
    const strategy = strategyOf(
      '<IRDExport version="8.1"><Strategy name="S"><Property name="Author" value="A"/><Property name="Author">B</Property>' +
        '<Objects><Object id="1" type="Entry"><Comment>note</Comment><Comment text="two"/></Object></Objects>' +
        '<Comments><Comment object="1">on it</Comment><Comment/><Comment>free</Comment></Comments></Strategy></IRDExport>',
    );
    expect(strategy.metadata).toEqual({ Author: 'A; B', version: '8.1' });
    expect(strategy.blocks[0]?.notes.map(({ text }) => text)).toEqual(['note', 'two']);
    expect(strategy.comments.map(({ text, block }) => [text.text, block])).toEqual([
      ['on it', '1'],
      ['free', undefined],
    ]);
  });
});

describe('what was not read', () => {
  it('counts elements, attributes and texts by path', () => {
    const text = exportOf(
      '<Objects count="2"><Object id="1" type="Entry" colour="red">stray</Object><Object id="2" type="Exit" colour="blue"/></Objects><Extra a="1"><b/><b/></Extra>',
    );
    const { file, diagnostics, found } = read(text);
    expect(file?.unread.map(({ path, count }) => [path, count])).toEqual([
      ['IRDExport/Strategy/Objects/@count', 1],
      ['IRDExport/Strategy/Objects/Object/@colour', 2],
      ['IRDExport/Strategy/Objects/Object/text()', 1],
      ['IRDExport/Strategy/Extra', 1],
      ['IRDExport/Strategy/Extra/@a', 1],
      ['IRDExport/Strategy/Extra/b', 2],
    ]);
    expect(found[1]).toBe('IRD1320 colour="red"');
    expect(diagnostics[1]?.message).toBe(
      '"IRDExport/Strategy/Objects/Object/@colour" is read by no rule of profile "ird-8" (2 times in this file)',
    );
  });

  it('does not count what speaks to XML tools', () => {
    const text =
      '<Strategy name="S" xmlns="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd" xml:space="preserve"/>';
    expect(read(text).file?.unread).toEqual([]);
  });

  it('sums up when there is too much', () => {
    const { diagnostics, file } = read(
      exportOf(
        Array.from({ length: 50 }, (_, index) => `<x${index}/>`).join('') +
          '<Objects><Object id="1" type="Entry"/></Objects>',
      ),
    );
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics[20]?.message).toBe('30 more paths are read by no rule of profile "ird-8"');
    expect(file?.unread).toHaveLength(50);
  });
});

describe('size', () => {
  it('reads ten thousand linked blocks', () => {
    const count = 10_000;
    const blocks = Array.from({ length: count }, (_, index) => `<Object id="${index}" type="Exit"/>`);
    const links = Array.from(
      { length: count },
      (_, index) => `<Link from="${index}" to="${(index + 1) % count}"/>`,
    );
    const strategy = strategyOf(
      exportOf(`<Objects>${blocks.join('')}</Objects><Links>${links.join('')}</Links>`),
    );
    expect(strategy.blocks).toHaveLength(count);
    expect(strategy.links).toHaveLength(count);
    expect(strategy.blocks.every(({ ports }) => ports.length === 1)).toBe(true);
  });
});
