// The options that say how far the search for scenarios goes.
import { InvalidArgumentError, Option } from 'commander';

/** Scenarios that are tried when nothing else is said. */
export const usualBudget = 1_000;

/** `--budget`: how far the search for scenarios goes. */
export const budgetOption = (): Option =>
  new Option(
    '--budget <scenarios>',
    'scenarios that a comparison may try beside the given ones (default: 1000)',
  ).argParser((value: string) => whole(value, 1_000_000));

/** `--seed`: where the search begins. */
export const seedOption = (): Option =>
  new Option('--seed <number>', 'seed of the search for scenarios')
    .argParser((value: string) => whole(value, 2_147_483_647))
    .default(1);

function whole(value: string, most: number): number {
  if (!/^\d{1,10}$/.test(value) || Number(value) > most)
    throw new InvalidArgumentError('It is not such a number.');
  return Number(value);
}
