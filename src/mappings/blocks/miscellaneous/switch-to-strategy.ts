// Switch to Strategy: the other strategy is part of the page, and the call goes on at its start. Nothing comes back.
import { freshStart } from '../../call-end.js';
import { defineBlock } from '../../define.js';

export const switchToStrategyBlock = defineBlock({
  type: 'SwitchToStrategy',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.2' },
  source: 'URS log lines ("jump to strategy"); what the jump keeps is an assumption (switch.keeps)',
  about:
    'A jump: the other strategy is part of the page, once, and starts with fresh variables; interaction, priority, default destination and targets that still wait stay as they are. Nothing comes back.',
  build: (block, cx) => {
    const name = block.properties.strategy?.value ?? '';
    const other = name === '' ? undefined : cx.jump(name);
    if (other === undefined) {
      cx.placeholder(
        name === ''
          ? 'it names no strategy'
          : `strategy "${name}" is not among the converted files: convert them together`,
      );
      return { states: [] };
    }
    cx.assume('switch.keeps');
    const jump = cx.scriptState({
      // Calls of subroutines that led here are forgotten: nobody returns to them.
      statements: freshStart(other.variables),
      throws: false,
      success: other.entry,
      failure: cx.frame.defaultRouting,
    });
    return { states: [jump] };
  },
});
