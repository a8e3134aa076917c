// The verb `eval` with its options and help; its code is loaded when it is called.
import { Option, type Command } from 'commander';
import type { EvalOptions } from '../commands/eval.js';
import type { ExitCode } from '../exit-codes.js';
import { addOwnOptions, repeated } from '../own-options.js';
import type { Terminal } from '../terminal.js';

/** What `eval --format` takes. */
const evaluationFormats = ['pretty', 'json'] as const;
export type EvaluationFormat = (typeof evaluationFormats)[number];

/** Adds `eval`; `finish` takes the exit code. */
export function addEval(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('eval')
    .description('compute an IRD expression by the rules of URS and as a page does, and compare')
    .argument('<expression>', 'expression of IRD, e.g. "a = 1 | b = 2 & c = 3"')
    .addOption(repeated('--var <name=value>', 'variable; name:TYPE=value says its type; may be repeated'))
    .addOption(repeated('--udata <key=value>', 'attached data of the interaction; may be repeated'))
    .option('--now <moment>', 'the clock, in UTC: 2026-03-02T09:00:00Z')
    .option('--zone <zone>', 'time zone of the clock; UTC when neither it nor the scenario says one')
    .addOption(repeated('--random <draw>', 'draw of Rand, from 0 up to 1; may be repeated'))
    .option('--scenario <file>', 'scenario that holds the rest of the world: lists, special days, statistics')
    .addOption(
      repeated(
        '--assume <id=value>',
        'answer an open question otherwise (docs/assumptions.md); may be repeated',
      ),
    );
  addOwnOptions(command)
    .option('--target <version>', 'version of Orchestration Server whose functions a page may use')
    .addOption(
      new Option('--format <name>', 'how the result is written').choices(evaluationFormats).default('pretty'),
    )
    .option('--color', 'colour, whatever the terminal says')
    .option('--no-color', 'no colour')
    .configureOutput({
      outputError: (text, write) => {
        write(minusFirst.test(text) ? `${text}${afterDashes}` : text);
      },
    })
    .addHelpText('after', examples)
    .action(async (expression: string, options: EvalOptions) => {
      const { evaluateCommand } = await import('../commands/eval.js');
      finish(await evaluateCommand(expression, options, terminal));
    });
}

/** What commander says of an expression that begins with a minus: it takes it for an option of one letter. */
const minusFirst = /^error: unknown option '-[^-]/;
const afterDashes = 'Write -- before an expression that begins with a minus: ird2scxml eval -- "-7 / 2"\n';

const examples = `
Examples:
  ird2scxml eval "a = 1 | b = 2 & c = 3" --var a=1 --var b=0 --var c=0
  ird2scxml eval "StrSub[UData['Account'],1,3]" --udata Account=5550100
  ird2scxml eval "Time[] >= 9:00 & Day[] <> Sunday" --now 2026-03-02T08:30:00Z --zone Europe/Berlin
  ird2scxml eval "Rand[6]" --random 0.3 --format json
  ird2scxml eval "PartnerOf[UData['Account']]" --overrides ours.yaml

Exit codes: 0 the two values agree, 1 they differ or the expression cannot be read, 2 usage. More: docs/eval.md.
`;
