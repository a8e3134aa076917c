// The blocks that strategies of an estate are made of: each gives its XML, what it holds by the book of the ground truth, and its ports.

export const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const names = (word, count) =>
  Array.from({ length: count }, (_, index) => `${word} ${String(index + 1).padStart(2, '0')}`);
const groups = names('Desk', 40);
const lists = names('Directory', 12);
const keys = names('Key', 60).map((key) => key.replace(' ', '_'));
const queues = names('VQ', 50).map((queue) => queue.replace(' ', '_'));
const skills = ['Billing', 'Loans', 'Norsk', 'Claims', 'Cards'];
const statistics = ['StatAgentsAvailable', 'StatAgentsTotal'];

const property = (name, value) => `        <Property name="${name}">${escapeXml(String(value))}</Property>\n`;
const table = (name, rows) =>
  `        <Table name="${name}">\n${rows
    .map(
      (cells) =>
        `          <Row>${Object.entries(cells)
          .map(([cell, value]) => `<Cell name="${cell}">${escapeXml(String(value))}</Cell>`)
          .join('')}</Row>\n`,
    )
    .join('')}        </Table>\n`;

const fn = (name) => ['function', name];

/** An expression with a text value, and what it uses. */
function textOf(draws) {
  const key = draws.often(keys);
  switch (draws.between(0, 3)) {
    case 0:
      return {
        text: `Cat[UData['${key}'], '-x']`,
        uses: [fn('Cat'), fn('UData'), ['attached data', key]],
      };
    case 1:
      return { text: 'StrSub[ANI[], 0, 3]', uses: [fn('StrSub'), fn('ANI')] };
    case 2: {
      const list = draws.often(lists);
      return {
        text: `ListLookupValue['${list}', note, 'desk']`,
        uses: [fn('ListLookupValue'), ['list object', list]],
      };
    }
    default:
      return { text: `UData['${key}']`, uses: [fn('UData'), ['attached data', key]] };
  }
}

function conditionOf(draws) {
  if (draws.chance(0.4)) {
    const number = `555${String(draws.between(0, 9999)).padStart(4, '0')}`;
    return { text: `DNIS[] = '${number}'`, uses: [fn('DNIS'), ['hard-coded number', number]] };
  }
  if (draws.chance(0.5)) {
    const group = draws.often(groups);
    const statistic = draws.pick(statistics);
    return {
      text: `SData['${group}@StatServer.GA', ${statistic}] > ${draws.between(0, 9)}`,
      uses: [fn('SData'), ['agent group', group], ['stat server', 'StatServer'], ['statistic', statistic]],
    };
  }
  const key = draws.often(keys);
  return { text: `UData['${key}'] = 'gold'`, uses: [fn('UData'), ['attached data', key]] };
}

/** `green` and `red` say where a block leads: `next`, `skip` (one further), `back` (itself) or nothing. */
const way = (green = 'next', red = undefined) => ({ green, red });

export const entry = () => ({ type: 'Entry', xml: '', uses: [], ports: { green: 'next' } });
export const exit = () => ({ type: 'Exit', xml: '', uses: [], ports: {} });
export const lastResort = () => ({ type: 'Default', xml: '', uses: [], ports: {} });

export const assign = (draws) => {
  const { text, uses } = textOf(draws);
  return {
    type: 'Assign',
    xml: property('Variable', 'note') + property('Expression', text),
    uses,
    ports: way(),
  };
};

export const call = (draws) => {
  const { text, uses } = textOf(draws);
  return {
    type: 'Function',
    xml: property('Function', text) + property('Result', 'note'),
    uses,
    ports: way(),
  };
};

export const branch = (draws) => {
  const { text, uses } = conditionOf(draws);
  return { type: 'If', xml: property('Expression', text), uses, ports: way('next', 'skip') };
};

export const attach = (draws) => {
  const key = draws.often(keys);
  return {
    type: 'Attach',
    xml: property('Key', key) + property('Value', 'note'),
    uses: [['attached data', key]],
    ports: way(),
  };
};

export const announce = (draws) => {
  const prompt = String(draws.between(1001, 1999));
  return {
    type: 'Play Announcement',
    xml: table('Prompts', [{ Type: 'announcement', Value: prompt }]),
    uses: [['prompt', prompt]],
    ports: way(),
  };
};

export const defaultDestination = (number) => ({
  type: 'Set Default Destination',
  xml: property('Destination', `'${number}'`),
  uses: [['dn', number]],
  ports: way(),
});

export const subroutine = (name) => ({
  type: 'Call Subroutine',
  xml: property('Subroutine', name),
  uses: [['subroutine', name]],
  call: name,
  ports: way(),
});

/** A Selection; `timeout` undefined leaves it out, `level` is the level that its skill is compared with. */
export function selection(draws, { timeout = draws.between(5, 90), level = undefined } = {}) {
  const queue = draws.often(queues);
  const group = draws.often(groups);
  const skill = draws.pick(skills);
  const target =
    level === undefined
      ? { Type: 'Agent Group', Name: group, 'Stat Server': 'StatServer' }
      : { Type: 'Skill', Name: `${skill} >= ${level}`, 'Stat Server': 'StatServer' };
  return {
    type: 'Selection',
    xml:
      property('Virtual Queue Alias', queue) +
      (timeout === null ? '' : property('Timeout', timeout)) +
      property('Clear Target', 'true') +
      property('Statistics Name', 'StatTimeInReadyState') +
      table('Targets', [target]),
    uses: [
      ['virtual queue', queue],
      ['statistic', 'StatTimeInReadyState'],
      ['stat server', 'StatServer'],
      level === undefined ? ['agent group', group] : ['skill', skill],
    ],
    ports: way('stop', 'next'),
  };
}

/** An object that no table knows. */
export const unknownObject = () => ({
  type: 'Sentiment Probe',
  xml: property('Model', 'calm'),
  uses: [],
  ports: way(),
});

/** Leads back to itself and waits for nothing. */
export const busyLoop = () => ({
  type: 'If',
  xml: property('Expression', "note = 'again'"),
  uses: [],
  ports: way('back', 'next'),
});

/** The usual blocks with their weights. */
export const usual = [
  [assign, 5],
  [call, 4],
  [branch, 5],
  [attach, 3],
  [announce, 4],
].flatMap(([make, weight]) => Array.from({ length: weight }, () => make));
