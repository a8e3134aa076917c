// The days and times that the scripts of a diagram write are reached by the search.
import { expect, it } from 'vitest';
import { findScenarios } from '../../../src/equivalence/scenarios/find-scenarios.js';
import type { SourceProgram } from '../../../src/equivalence/run/program.js';
import { createPipeline } from '../../../src/migrate.js';
import { loadEngine } from '../../runtime-check/load-engine.js';

const block = (id: string, type: string, inside = '', more = ''): string =>
  `<blocks xmi:type="ird:${type}Block" xmi:id="${id}" name="${id}" ${more}>${inside}</blocks>`;
const link = (from: string, to: string, name = ''): string =>
  `<links xmi:type="ird:WorkflowOutputLink" xmi:id="${from}${to}" ${name === '' ? '' : `name="${name}"`} fromBlock="${from}" toBlock="${to}"/>`;
const branch = (name: string, expression: string): string =>
  `<conditions xmi:type="datatypes:BranchItem" xmi:id="c${name}" name="${name}" expression="${expression}"/>`;

const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:datatypes="http://studio.genesyslab.com/common/datatypes/" xmlns:ird="http://studio.genesyslab.com/ird/">
<ird:StrategyDiagram xmi:id="d" name="Kiosk" designedUsing="Composer 8.1.541.07">
${block('Start', 'Entry', '<variables xmi:type="datatypes:Variable" xmi:id="v1" name="day" value="0" type="User"/><variables xmi:type="datatypes:Variable" xmi:id="v2" name="time" value="\'\'" type="User"/>', 'starting="true"')}
${block('Clock', 'Assign', '<assignData xmi:type="datatypes:KeyValuePairItem" xmi:id="a1" Key="day" Value="_genesys.session.dayInZone(\'CET\')"/><assignData xmi:type="datatypes:KeyValuePairItem" xmi:id="a2" Key="time" Value="_genesys.session.timeInZone(\'CET\')"/>')}
${block('Open', 'Branching', branch('Saturday', 'day == _genesys.session.day.Saturday') + branch('Morning', "time &lt; '06:30:00'") + branch('Evening', "time &gt; '21:15:00'"))}
${block('End', 'Exit', '', 'terminating="true"')}
${link('Start', 'Clock')}${link('Clock', 'Open')}${link('Open', 'End', 'Saturday')}${link('Open', 'End', 'Morning')}${link('Open', 'End', 'Evening')}${link('Open', 'End', 'default')}
</ird:StrategyDiagram></xmi:XMI>`;

async function programOf(text: string): Promise<SourceProgram> {
  const pipeline = createPipeline({
    ...{ selection: 'urs', notes: false, assumptions: {}, version: '0.0.0' },
  }).value;
  const read = pipeline?.read({ file: 'Kiosk.workflow', name: 'Kiosk.workflow', bytes: Buffer.from(text) });
  const [strategy] = read === undefined ? [] : (pipeline?.link([read]).strategies ?? []);
  const program = strategy?.convert().program;
  if (program === undefined) throw new Error('the diagram could not be read');
  return { ...program(), engine: await loadEngine() };
}

it('every branch by the clock is taken', async () => {
  const found = await findScenarios(await programOf(diagram), { given: [], budget: 120, seed: 1 });
  const ports = found.unreached.filter(({ kind }) => kind === 'port');
  expect(ports).toEqual([]);
  expect(found.coverage.source.port.reached).toBe(found.coverage.source.port.of);
  expect(found.coverage.source.port.of).toBeGreaterThan(4);
});
