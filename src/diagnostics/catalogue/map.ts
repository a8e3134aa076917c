// Codes 3xxx: mapping blocks and functions.
import { defineCatalogue, entry } from '../define.js';

export const mapEntries = defineCatalogue({
  IRD3001: entry<{ name: string; block: string; reason: string }>({
    severity: 'warning',
    title: 'Function has no mapping',
    text: (d) =>
      `Function "${d.name}" has no Orchestration equivalent in the tables, and block "${d.block}" became a placeholder: ${d.reason}`,
    help: 'Replace the call in the strategy, or finish the placeholder state by hand: its comment shows the block as it was.',
    about:
      'The page runs up to this block and then goes to default routing, so that no call is lost; a run that meets it ends as "notExecutable".',
    since: '0.1.0',
  }),
  IRD3002: entry<{ name: string; note: string }>({
    severity: 'info',
    title: 'Converted, behaviour needs review',
    text: (d) => `"${d.name}" was converted, but is not proven to behave the same: ${d.note}`,
    help: 'Compare the emitted state with the original block before release.',
    about:
      'The conversion rests on something that the documents leave open, or on an equivalent that is close but not the same. The sentence says which.',
    since: '0.1.0',
  }),
  IRD3003: entry<{ block: string; type: string; reason: string }>({
    severity: 'warning',
    title: 'Object became a placeholder',
    text: (d) => `Block "${d.block}" (${d.type}) became a placeholder: ${d.reason}`,
    help: 'Finish the placeholder state by hand: its comment shows the properties of the block and where its ports led.',
    about:
      'A placeholder is a real state that raises an error and leads to default routing: the call is not lost, and the gap cannot be overlooked.',
    since: '0.1.0',
  }),
  IRD3004: entry<{ block: string; reason: string }>({
    severity: 'warning',
    title: 'Part of a block has no equivalent',
    text: (d) => `A part of block "${d.block}" was not converted: ${d.reason}`,
    help: 'Decide whether the strategy relies on it; the emitted state works without it.',
    about:
      'The block itself was converted. What the message names has no counterpart in Orchestration, or none that is known.',
    since: '0.1.0',
  }),
  IRD3005: entry<{ id: string; known: string }>({
    severity: 'error',
    title: 'Unknown assumption',
    text: (d) => `There is no assumption "${d.id}"; there are ${d.known}`,
    help: 'Look the name up in docs/assumptions.md.',
    about: 'An assumption can be set otherwise by its id. The id that was given is not in the table.',
    since: '0.1.0',
  }),
  IRD3006: entry<{ id: string; chosen: string; values: string }>({
    severity: 'error',
    title: 'Value is not one of the alternatives of an assumption',
    text: (d) => `Assumption "${d.id}" cannot be "${d.chosen}"; it can be ${d.values}`,
    help: 'Take one of the values that docs/assumptions.md lists.',
    about:
      'Each assumption has a default and a list of alternatives that the conversion knows how to follow.',
    since: '0.1.0',
  }),
  IRD3010: entry<{ name: string; block: string }>({
    severity: 'info',
    title: 'Function is asked of URS',
    text: (d) => `Block "${d.block}" asks URS for "${d.name}": URS must stay in service with it`,
    help: 'Keep URS running beside Orchestration Server, or convert with --no-urs-calls and replace the call by hand.',
    about:
      'Orchestration has no equivalent of the function, so the page asks URS by a request, waits at most 10 seconds and takes the red port when none comes; IRD knew no such limit. The request needs Orchestration Server 8.1.440 or later.',
    since: '0.1.0',
  }),
  IRD3011: entry<{ name: string; block: string; isCalled: boolean }>({
    severity: 'info',
    title: 'Subroutine must stay in URS',
    text: (d) =>
      d.isCalled
        ? `A threshold of block "${d.block}" runs the subroutine "${d.name}" in URS: keep both, it must stay there, and the page has it where it is called by an object`
        : `A threshold of block "${d.block}" runs the subroutine "${d.name}" in URS: it must stay there`,
    help: 'Leave the subroutine loaded in URS when the strategies are taken out of service.',
    about:
      'URS evaluates thresholds and skill expressions under Orchestration as well. What they run is an IRD subroutine, whatever became of its other callers.',
    since: '0.1.0',
  }),
  IRD3012: entry<{ name: string; block: string }>({
    severity: 'info',
    title: 'Name of a function is not verified',
    text: (d) =>
      `Block "${d.block}" calls "${d.name}", whose name no document that could be read has: it was converted by what the name is commonly known for`,
    help: 'Check once, in the Reference Manual of your release or in IRD itself, that the function does what the page says.',
    about:
      'Most functions of IRD are known by name from practice alone. Such a call is converted where an equivalent is known, and always said: `ird2scxml explain` shows what is known of a function.',
    since: '0.1.0',
  }),
  IRD3020: entry<{ name: string; block: string; reason: string }>({
    severity: 'info',
    title: 'Part of it may have to stay in URS',
    text: (d) => `Block "${d.block}" calls "${d.name}": ${d.reason}`,
    help: 'Find out whether the strategy relies on what URS runs by itself; then leave it in URS, or keep it there as well.',
    about:
      'URS runs some subroutines by itself: those that predictive routing has registered, and those that thresholds name. A page of Orchestration does not call them. `ird2scxml explain` says of each function what stays.',
    since: '0.1.0',
  }),
  IRD3021: entry<{ block: string; strategy: string; gap: string }>({
    severity: 'warning',
    title: 'Strategy for the loss of the call is not on the page',
    text: (d) =>
      `Block "${d.block}" registers ${d.strategy === '' ? 'a strategy' : `the strategy "${d.strategy}"`} for the loss of the call that the page does not hold: ${d.gap}`,
    help: 'Convert the strategy together with those that register it; name it by a text, not by an expression.',
    about:
      'The call goes on as it did, and the registration is kept in the data of the page. When the call is lost the log names the strategy that should have run.',
    since: '0.1.0',
  }),
  IRD3022: entry<{ block: string; strategy: string; idle: readonly string[] }>({
    severity: 'warning',
    title: 'Blocks cannot work without the call',
    text: (d) =>
      `"${d.strategy}", which block "${d.block}" registers for the loss of the call, has blocks that cannot work then: ${d.idle.join(', ')}`,
    help: 'Take these blocks out, or let a service do their work: requests to servers, events, data of the page and log lines still work.',
    about:
      'When the strategy begins the interaction is gone. What plays, routes, queues or attaches fails, and goes on by its red port; without one the page ends. What reads the call finds what Orchestration still shows of it.',
    since: '0.1.0',
  }),
  IRD3023: entry<{ name: string; why: string; runners: readonly string[]; callers: readonly string[] }>({
    severity: 'info',
    title: 'Strategy is needed in URS',
    text: (d) => {
      if (d.why !== '') return `"${d.name}" stays in URS, its page is of no use: ${d.why}`;
      const runs = `"${d.name}" is run by URS, for thresholds of ${quoted(d.runners)}`;
      return d.callers.length > 0
        ? `${runs}, and by pages, for objects of ${quoted(d.callers)}: keep both`
        : `${runs}: it must stay there, and no page of these files needs its own`;
    },
    help: 'Leave the strategy loaded in URS when the others are taken out of service, and change both when one is changed.',
    about:
      'URS evaluates thresholds and skill expressions under Orchestration as well, and runs the subroutines that they name. It is decided over all strategies that are converted together: of a subroutine that objects call, too, both are kept.',
    since: '0.1.0',
  }),
});

/** Names in quotes, the first few of many. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}
