// Findings about objects that name something outside of their strategy: strategies to switch to, macros.
import { entry } from '../define.js';

export const lowerObjectEntries = {
  IRD2130: entry<{ block: string; strategy: string }>({
    severity: 'error',
    title: 'Strategy to switch to is missing',
    text: (d) => `${d.block} switches to the strategy "${d.strategy}", which is not among the files read`,
    help: 'Convert the strategy together with those that switch to it.',
    about: 'The jump becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2131: entry<{ block: string; strategy: string; kind: string }>({
    severity: 'error',
    title: 'Switch to what is no strategy',
    text: (d) => `${d.block} switches to "${d.strategy}", which is a ${d.kind}`,
    help: 'Call it instead, or name the strategy that is meant.',
    about: 'The jump becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2132: entry<{ block: string; macro: string }>({
    severity: 'error',
    title: 'Macro is missing',
    text: (d) => `${d.block} uses the macro "${d.macro}", which is not among the files read`,
    help: 'Convert the macro together with the strategies that use it.',
    about: 'The block becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2133: entry<{ block: string; macro: string; kind: string }>({
    severity: 'error',
    title: 'Macro that is none',
    text: (d) => `${d.block} uses "${d.macro}" as a macro, which is a ${d.kind}`,
    help: 'Call it as a subroutine, or name the macro that is meant.',
    about: 'The block becomes a placeholder.',
    since: '0.1.0',
  }),
};
