// Business, Classify and Screen segmentation: they branch on a value that stands in the attached data.
import type { PropertiesOf } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import { branchState, type Branch } from '../branches.js';

const target = { from: '8.1.2' } as const;

export const businessBlock = defineBlock({
  type: 'Business',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source: 'Composer migration guide (named Business); that the value is read from attached data is inferred',
  about: 'Transitions on the attached value of the business attribute (CustomerSegment, ServiceType, ...).',
  build: (block, cx) =>
    valueState(block.properties.attribute?.value ?? 'CustomerSegment', block.properties.segments, cx),
});

export const classifySegmentationBlock = defineBlock({
  type: 'ClassifySegmentation',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source: 'IRD object documented; the attached key that holds the category is inferred',
  about: 'Transitions on the category that classification attached to the interaction.',
  build: (block, cx) => valueState('CategoryName', block.properties.segments, cx),
});

export const screenSegmentationBlock = defineBlock({
  type: 'ScreenSegmentation',
  disposition: 'review',
  evidence: 'unverified',
  cost: 1,
  target,
  source: 'object name unverified; the attached key that holds the matched rule is inferred',
  about: 'Transitions on the screening rule that matched.',
  build: (block, cx) => valueState('ScreenRuleName', block.properties.segments, cx),
});

function valueState(key: string, segments: PropertiesOf<'Business'>['segments'], cx: BlockContext): Region {
  cx.assume('segmentation.attached-key');
  const attached = cx.library('udata', cx.interaction, js.text(key));
  const branches: Branch[] = [];
  for (const segment of segments) {
    const wanted = segment.value?.value ?? segment.port?.value ?? '';
    const port = segment.port?.value ?? wanted;
    branches.push({
      condition: { js: js.binary(attached, '==', js.text(wanted)), throws: false },
      target: cx.target(port),
    });
  }
  return branchState(branches, cx.target('default'), cx);
}
