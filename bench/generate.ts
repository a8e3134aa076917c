// Makes strategies of any size in the built-in layout `ird-8`, for the bench alone. They look like production ones: every ten blocks ask for the time,
// attach data, play, collect digits, branch, compute, and queue with busy treatments. The same size gives the same bytes.

/** Blocks of one group, in their order: type, properties, tables, and the ports with how many blocks further they lead. */
interface Member {
  readonly type: string;
  readonly caption: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Port -> distance to the block that it leads to; beyond the last block it leads to the exit. */
  readonly ports: Readonly<Record<string, number>>;
}

const group = (n: number): readonly Member[] => [
  {
    type: 'If',
    caption: `Open in wave ${n}?`,
    properties: { Expression: `Time[] >= 8:00 & Time[] < 18:00 & attempts < ${n % 7} + 3` },
    ports: { green: 1, red: 2 },
  },
  {
    type: 'Multi-Assign',
    caption: `Count ${n}`,
    tables: {
      Assignments: [
        { Variable: 'attempts', Expression: 'attempts + 1' },
        { Variable: 'product', Expression: `Cat['gold_', UData['segment'], '_${n}']` },
      ],
    },
    ports: { green: 1, red: 1 },
  },
  {
    type: 'Attach',
    caption: `Attach ${n}`,
    properties: { Key: `wave_${n}`, Value: "Cat[ANI[], '-', product]" },
    ports: { green: 1, red: 1 },
  },
  {
    type: 'Play Announcement',
    caption: `Welcome ${n}`,
    tables: { Prompts: [{ Type: 'announcement', Value: String(1000 + n), Interruptible: 'true' }] },
    ports: { green: 1, red: 1 },
  },
  {
    type: 'Collect Digits',
    caption: `Menu ${n}`,
    properties: {
      'Max Digits': '1',
      'Start Timeout': '5',
      'Digit Timeout': '3',
      'Total Timeout': '15',
      Result: 'digits',
    },
    ports: { green: 1, red: 2 },
  },
  {
    type: 'Generic',
    caption: `Choice ${n}`,
    tables: {
      Segments: [
        { Port: 'sales', Condition: "digits = '1'" },
        { Port: 'service', Condition: "digits = '2' | StrLen[digits] = 0" },
      ],
    },
    ports: { sales: 1, service: 2, default: 3 },
  },
  {
    type: 'Assign',
    caption: `Sales ${n}`,
    properties: { Variable: 'product', Expression: `StrToUpper[Cat['sales', product]]` },
    ports: { green: 2, red: 2 },
  },
  {
    type: 'Function',
    caption: `Service ${n}`,
    properties: { Result: 'digits', Expression: 'StrSub[ANI[], 0, 3]' },
    ports: { green: 1, red: 1 },
  },
  {
    type: 'Music',
    caption: `Music ${n}`,
    properties: { Duration: '4', Source: `'music/on_hold_${n % 5}'` },
    ports: { green: 1, red: 1 },
  },
  {
    type: 'Selection',
    caption: `Queue ${n}`,
    properties: { Timeout: '30', 'Virtual Queue Alias': `VQ_Wave_${n}`, 'Clear Target': 'true' },
    tables: {
      Targets: [
        { Type: 'Agent Group', Name: `Wave ${n}`, 'Stat Server': 'StatServer' },
        { Type: 'Skill', Name: `Sales > ${n % 9}`, 'Stat Server': 'StatServer' },
      ],
    },
    ports: { red: 1 },
  },
];

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A strategy with about `blocks` blocks: entry and exit and groups of ten between them. */
export function generateStrategy(blocks: number, name = `Generated ${blocks}`): string {
  const groups = Math.max(1, Math.round((blocks - 2) / 10));
  const members = Array.from({ length: groups }, (_, n) => group(n + 1)).flat();
  const exit = members.length + 2;
  const objects = members.map((member, i) => objectText(member, i + 2));
  const links = members.flatMap(({ ports }, i) =>
    Object.entries(ports).map(([port, distance]) => linkText(i + 2, port, Math.min(i + 2 + distance, exit))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<IRDExport version="8.1">
  <Strategy name="${escape(name)}" type="strategy">
    <Variables>
      <Variable name="attempts" type="INTEGER" value="0" scope="local" description=""/>
      <Variable name="product" type="STRING" value="'none'" scope="local" description=""/>
      <Variable name="digits" type="STRING" value="''" scope="local" description=""/>
    </Variables>
    <Objects>
      <Object id="1" type="Entry" name="Start"/>
${objects.join('\n')}
      <Object id="${exit}" type="Exit" name="End"/>
    </Objects>
    <Links>
${linkText(1, 'green', 2)}
${links.join('\n')}
    </Links>
  </Strategy>
</IRDExport>
`;
}

function objectText({ type, caption, properties = {}, tables = {} }: Member, id: number): string {
  const values = Object.entries(properties).map(
    ([name, text]) => `        <Property name="${name}">${escape(text)}</Property>`,
  );
  const lists = Object.entries(tables).map(([name, rows]) => {
    const lines = rows.map((row) => {
      const cells = Object.entries(row).map(([cell, text]) => `<Cell name="${cell}">${escape(text)}</Cell>`);
      return `          <Row>${cells.join('')}</Row>`;
    });
    return `        <Table name="${name}">\n${lines.join('\n')}\n        </Table>`;
  });
  const x = 40 + (id % 10) * 120;
  const y = 40 + Math.floor(id / 10) * 80;
  return [
    `      <Object id="${id}" type="${type}" name="${escape(caption)}" x="${x}" y="${y}">`,
    ...values,
    ...lists,
    '      </Object>',
  ].join('\n');
}

const linkText = (from: number, port: string, to: number): string =>
  `      <Link id="l${from}.${port}" from="${from}" port="${port}" to="${to}"/>`;
