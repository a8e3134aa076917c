// What a call came with beside its attached data, on both sides.
import { expect, it } from 'vitest';
import { drawn, sameSteps, show } from './both-sides.js';

const asked = drawn([
  {
    type: 'Assign',
    name: 'Read',
    properties: { Variable: 's', Expression: "Cat[ExtData['UU_DATA'], '/', ExtensionData['None']]" },
  },
  show,
]);

it.each([
  ['a call', { extensions: { UU_DATA: 'gold' } }, 'gold/'],
  ['a number', { extensions: { UU_DATA: 5 } }, '5/'],
  ['a message beside its view', { media: 'email', view: 'In', extensions: { UU_DATA: 'gold' } }, 'gold/'],
  ['nothing', {}, '/'],
])('extensions of %s', async (_what, interaction, s) => {
  const steps = await sameSteps(asked, { interaction });
  expect(JSON.stringify(steps)).toContain(JSON.stringify({ s }).slice(1, -1));
});
