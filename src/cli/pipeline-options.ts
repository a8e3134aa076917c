// Options that say how strategies are converted: the same for `convert` and `audit`.
import { Option, type Command } from 'commander';
import { priorityIncrementWays } from '../mappings/define.js';
import { defaultTarget } from '../mappings/target-version.js';
import { addOwnOptions, repeated } from './own-options.js';

/** Adds them to a verb. */
export const addPipelineOptions = (command: Command): Command =>
  addOwnOptions(
    command.option(
      '--profile <file>',
      'export profile that describes the layout of the XML (docs/export-profile.md)',
    ),
  )
    .option('--names <file>', 'table of objects that have new names (docs/names.md)')
    .option('--no-notes', 'leave out the comments that say what to review')
    .addOption(
      new Option('--selection <way>', 'how a Selection delivers the interaction')
        .choices(['urs', 'redirect'])
        .default('urs'),
    )
    .addOption(
      new Option(
        '--priority-increments <way>',
        'how IncrementPriority lets a priority grow (docs/priority-increments.md)',
      )
        .choices(priorityIncrementWays)
        .default('resubmit'),
    )
    .addOption(
      new Option(
        '--target <version>',
        'version of Orchestration Server that the pages are to run on; what needs a later one becomes a placeholder',
      ).default(defaultTarget),
    )
    .option('--no-urs-calls', 'make placeholders of functions that URS would be asked for')
    .addOption(
      repeated(
        '--assume <id=value>',
        'answer an open question otherwise (docs/assumptions.md); may be repeated',
      ),
    );
