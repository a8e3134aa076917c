// Codes 21xx: how the blocks of a strategy hang together, and strategies with each other.
import { defineCatalogue, entry } from '../define.js';

export const graphEntries = defineCatalogue({
  IRD2101: entry<{ strategy: string }>({
    severity: 'error',
    title: 'Strategy has no start block',
    text: (d) => `"${d.strategy}" has no Entry block`,
    help: 'Check the file, and whether the export profile maps the type name of the start block to "Entry".',
    about: 'Nothing says where the strategy begins, so no page can be written for it.',
    since: '0.1.0',
  }),
  IRD2102: entry<{ strategy: string; first: string; second: string }>({
    severity: 'error',
    title: 'Strategy has several start blocks',
    text: (d) => `"${d.strategy}" has the start blocks ${d.first} and ${d.second}; the first is used`,
    help: 'Remove one of them.',
    about: 'What hangs on the second start block is not reached.',
    since: '0.1.0',
  }),
  IRD2103: entry<{ block: string }>({
    severity: 'warning',
    title: 'Block is not reached',
    text: (d) => `No path leads from the start to ${d.block}`,
    help: 'Connect the block or remove it. It is not part of the page.',
    about: 'Such blocks are often left over from an earlier version of the strategy.',
    since: '0.1.0',
  }),
  IRD2104: entry<{ block: string; port: string }>({
    severity: 'warning',
    title: 'Port is not connected',
    text: (d) => `Port "${d.port}" of ${d.block} is not connected: the strategy ends there`,
    help: 'Connect the port, or connect it to an Exit if the end is meant.',
    about: 'A voice call that has not been routed then goes to default routing (assumption "end.voice").',
    since: '0.1.0',
  }),
  IRD2105: entry<{ blocks: readonly string[] }>({
    severity: 'info',
    title: 'Error ports are not connected',
    text: (d) =>
      `${d.blocks.length === 1 ? 'One block has' : `${d.blocks.length} blocks have`} no connection at the red port: ${list(d.blocks)}`,
    help: 'Connect the red port where an error must not end in default routing.',
    about: 'An error in such a block goes to default routing (assumption "port.red-unconnected").',
    since: '0.1.0',
  }),
  IRD2106: entry<{ block: string; port: string; to: string }>({
    severity: 'error',
    title: 'Link leads nowhere',
    text: (d) =>
      `The link from port "${d.port}" of ${d.block} leads to "${d.to}", which is not a block of the strategy`,
    help: 'Check the file, and how the export profile reads the ends of links.',
    about: 'The port is taken as not connected.',
    since: '0.1.0',
  }),
  IRD2107: entry<{ from: string; to: string }>({
    severity: 'error',
    title: 'Link comes from nowhere',
    text: (d) => `A link to "${d.to}" comes from "${d.from}", which is not a block of the strategy`,
    help: 'Check the file, and how the export profile reads the ends of links.',
    about: 'The link has no effect.',
    since: '0.1.0',
  }),
  IRD2108: entry<{ block: string; port: string; first: string; second: string }>({
    severity: 'error',
    title: 'Port has two links',
    text: (d) =>
      `Port "${d.port}" of ${d.block} leads to ${d.first} and to ${d.second}; the first link is used`,
    help: 'Remove one of the links.',
    about: 'A port leads to one block.',
    since: '0.1.0',
  }),
  IRD2109: entry<{ block: string; type: string; port: string }>({
    severity: 'warning',
    title: 'Port is not known for this block',
    text: (d) =>
      `${d.block} has the port "${d.port}", which blocks of type "${d.type}" are not known to have`,
    help: 'Check how the export profile maps the names of ports.',
    about: 'The port is kept, but the conversion of the block may not lead anything to it.',
    since: '0.1.0',
  }),
  IRD2110: entry<{ blocks: readonly string[] }>({
    severity: 'warning',
    title: 'Loop in which nothing waits',
    text: (d) =>
      d.blocks.length === 1
        ? `${d.blocks[0]} leads back to itself and does not wait`
        : `A loop runs through ${list(d.blocks)} and nothing in it waits`,
    help: 'Make sure that a condition ends the loop soon, or let it wait: ORS limits how many states a session enters.',
    about:
      'Counting loops are fine. A loop that never ends keeps the session busy until the server stops it.',
    since: '0.1.0',
  }),
  IRD2111: entry<{ block: string; port: string }>({
    severity: 'warning',
    title: 'Port is listed twice',
    text: (d) => `${d.block} lists the port "${d.port}" more than once; links lead from the first`,
    help: 'Give the ports different names, or correct how the export profile reads them.',
    about: 'Ports are told apart by their names.',
    since: '0.1.0',
  }),
  IRD2120: entry<{ block: string; subroutine: string }>({
    severity: 'error',
    title: 'Subroutine is missing',
    text: (d) => `${d.block} calls the subroutine "${d.subroutine}", which is not among the files read`,
    help: 'Convert the subroutine together with the strategies that call it.',
    about: 'The call becomes a placeholder.',
    since: '0.1.0',
  }),
  IRD2121: entry<{ strategies: readonly string[] }>({
    severity: 'warning',
    title: 'Subroutines call each other in a circle',
    text: (d) =>
      d.strategies.length === 1
        ? `"${d.strategies[0]}" calls itself`
        : `The calls ${d.strategies.map((name) => `"${name}"`).join(' -> ')} -> "${d.strategies[0]}" come back to where they began`,
    help: 'Make sure that the recursion ends: each level keeps its variables in the session.',
    about:
      'The page runs recursion, with locals of their own for each level. URS limits the depth of calls; where is not stated.',
    since: '0.1.0',
  }),
  IRD2122: entry<{ block: string; subroutine: string; parameter: string; direction: 'input' | 'output' }>({
    severity: 'warning',
    title: 'Subroutine has no such parameter',
    text: (d) =>
      `${d.block} names the ${d.direction} parameter "${d.parameter}", which "${d.subroutine}" does not have`,
    help: 'Correct the name, or declare the parameter in the subroutine.',
    about: 'The value is not passed.',
    since: '0.1.0',
  }),
  IRD2123: entry<{ block: string; subroutine: string; parameter: string }>({
    severity: 'info',
    title: 'Input parameter is not given',
    text: (d) => `${d.block} does not give "${d.subroutine}" a value for its parameter "${d.parameter}"`,
    help: 'Nothing to do when the start value of the parameter is meant.',
    about: 'The parameter keeps the start value that the subroutine declares, or is empty.',
    since: '0.1.0',
  }),
  IRD2124: entry<{ name: string; other: string }>({
    severity: 'warning',
    title: 'Two strategies of one name',
    text: (d) => `"${d.name}" is the name of another strategy as well, in ${d.other}`,
    help: 'Convert one of them at a time, or rename one.',
    about: 'A call by that name means the first of them in the order of the file names.',
    since: '0.1.0',
  }),
  IRD2125: entry<{ name: string; here: string; other: string; there: string }>({
    severity: 'warning',
    title: 'Shared variable is declared in two ways',
    text: (d) =>
      `The SCRIPT variable "${d.name}" is declared as ${d.here}, but as ${d.there} in "${d.other}", which shares it`,
    help: 'Declare it alike in every strategy that uses it, or give one of them another name.',
    about:
      'A page holds one variable for all of its strategies, with the type and the start value of the declaration that it meets first.',
    since: '0.1.0',
  }),
});

const shown = 8;

/** Names in a row, the first few of many. */
function list(names: readonly string[]): string {
  const rest = names.length - shown;
  return rest > 0 ? `${names.slice(0, shown).join(', ')} and ${rest} more` : names.join(', ');
}
