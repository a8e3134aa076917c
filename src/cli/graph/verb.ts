// The verb `graph` with its options and help; its code is loaded when it is called.
import { Option, type Command } from 'commander';
import { graphFormats, type GraphOptions } from '../commands/graph-options.js';
import type { ExitCode } from '../exit-codes.js';
import { addPipelineOptions } from '../pipeline-options.js';
import type { Terminal } from '../terminal.js';

/** Adds `graph`; `finish` takes the exit code. */
export function addGraph(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('graph')
    .description('draw the flow of a strategy, or the state machine of a page')
    .argument('<file>', 'exported strategy (.xml), diagram (.workflow) or page (.scxml)')
    .argument('[others...]', 'files of the subroutines that it calls, folders or patterns')
    .option('--strategy <name>', 'which strategy of the file; needed when it holds several')
    .option('--machine', 'draw the state machine of the page that the strategy becomes', false)
    .addOption(new Option('--format <name>', 'format of the drawing').choices(graphFormats).default('svg'))
    .option('-o, --output <file>', 'file for the drawing; standard output when left out');
  addPipelineOptions(command)
    .addHelpText('after', examples)
    .action(async (file: string, others: string[], options: GraphOptions) => {
      const { graph } = await import('../commands/graph.js');
      finish(await graph(file, others, options, terminal));
    });
}

const examples = `
Examples:
  ird2scxml graph Main.xml -o Main.svg
  ird2scxml graph Main.xml subroutines/ --format mermaid >> README.md
  ird2scxml graph all.xml --strategy "Main line" --machine -o Main.svg
  ird2scxml graph pages/Main.scxml --format dot | dot -Tpdf -o Main.pdf

What became of a block is shown by a colour and a sign: \u2713 exact, \u2212 omitted, ? review, U stays a call to URS, ! placeholder,
\u00d7 unsupported, 0 unreachable. Dashed arrows of an SVG lead back. Exit codes: 0 drawn, 1 the file has errors that keep it from being drawn, 2 usage.
`;
