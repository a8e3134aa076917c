// Error Segmentation: transitions on the last error that a block of the page has met, which every way out by an error keeps.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { branchState } from '../branches.js';

export const errorSegmentationBlock = defineBlock({
  type: 'ErrorSegmentation',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.2' },
  source:
    'Composer help, IRD functionality included in Composer (errors are event names of Orchestration); Orchestration developer guide, error events; how a segment names its error is an assumption (error-segmentation.match)',
  about:
    'Transitions on the error that the block before it met. Orchestration tells errors by events and words and has no counterpart of the numbers of URS: check each segment.',
  build: (block, cx) => {
    cx.assume('error-segmentation.match');
    const branches = block.properties.segments.map((segment) => {
      const port = segment.port?.value ?? segment.value?.value ?? '';
      const wanted = segment.value?.value || port;
      return {
        condition: { js: cx.library('isError', js.text(wanted)), throws: false },
        target: cx.target(port),
      };
    });
    return branchState(branches, cx.target('default'), cx);
  },
});
