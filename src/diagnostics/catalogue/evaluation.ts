// Codes 81xx: what `eval` finds when it computes one expression by the rules of URS and as the page does.
import { defineCatalogue, entry } from '../define.js';

export const evaluationEntries = defineCatalogue({
  IRD8101: entry<{ rules: string; page: string }>({
    severity: 'error',
    title: 'The page computes another value than URS',
    text: (d) => `By the rules of URS the value is ${d.rules}, on the page it is ${d.page}`,
    help: 'Look at the reviews that are listed. Without one it is a fault of ird2scxml: report the command line.',
    about:
      'The expression was computed twice: directly, by the documented rules of IRD and URS, and by running the ES5 that a page would carry. A call that is marked for review may differ on purpose: Attach on a key that exists adds a second pair in IRD and replaces the value in Orchestration.',
    since: '0.1.0',
  }),
  IRD8102: entry<{ reason: string }>({
    severity: 'warning',
    title: 'Value by the rules of URS is not known',
    text: (d) => `The value by the rules of URS is not known: ${d.reason}`,
    help: 'Give the function a value of its own with a variable, or test the strategy with scenarios.',
    about:
      'The expression holds a function whose result depends on the router, or that no document describes. Nothing is compared then.',
    since: '0.1.0',
  }),
  IRD8103: entry<{ reason: string }>({
    severity: 'warning',
    title: 'Expression does not become one expression of ES5',
    text: (d) => `There is no single expression of ES5: ${d.reason}`,
    help: 'Convert a strategy that holds the expression to see the states that it becomes.',
    about:
      'A function became a request with an answer of its own, so that its call stands in states before the use; or it has no mapping, and the block that holds it becomes a placeholder. Nothing is compared then.',
    since: '0.1.0',
  }),
  IRD8104: entry<{ reason: string }>({
    severity: 'warning',
    title: 'Evaluation fails',
    text: (d) => `The evaluation fails: ${d.reason}`,
    help: 'Check whether the strategy excludes the case; its block leaves by the error port, or the call is routed by default.',
    about:
      'The expression has no value with the values that were given, by the rules of URS as on the page. "docs/assumptions.md" says what URS is taken to do then.',
    since: '0.1.0',
  }),
});
