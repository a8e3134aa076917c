// Codes 8110 to 8115: the table of new names that `--names` takes.
import { defineCatalogue, entry } from '../define.js';

/** What findings about one name say. */
export interface NameData {
  readonly kind: string;
  readonly old: string;
  readonly new: string;
  readonly strategy: string;
  readonly text: string;
}

export const nameEntries = defineCatalogue({
  IRD8110: entry<{ reason: string }>({
    severity: 'error',
    title: 'Table of names cannot be read',
    text: (d) => `The table of names cannot be read: ${d.reason}`,
    help: 'Write a CSV file whose first line is "kind,old,new"; docs/names.md shows one.',
    about:
      'The file that `--names` names is a table with one row for each object that has a new name. A conversion with a table that cannot be read does not begin.',
    since: '0.2.0',
  }),
  IRD8111: entry<{ reason: string }>({
    severity: 'error',
    title: 'Row of the table of names is wrong',
    text: (d) => `A row of the table of names is wrong: ${d.reason}`,
    help: 'Correct the row; docs/names.md lists the kinds and what each renames.',
    about:
      'Every row has a kind, an old and a new name. With a wrong row nothing is renamed: half of a renaming would send calls to objects that do not exist.',
    since: '0.2.0',
  }),
  IRD8112: entry<{ kind: string; name: string; line: number; what: string }>({
    severity: 'error',
    title: 'Rows of the table of names collide',
    text: (d) => `The ${d.kind} "${d.name}" ${d.what} in line ${d.line}, too`,
    help: 'Keep one row for each object, and give two objects two names.',
    about:
      'Two rows rename one object, or give two objects one name. The second would merge what the strategies keep apart.',
    since: '0.2.0',
  }),
  IRD8113: entry<{ kind: string; old: string; new: string }>({
    severity: 'warning',
    title: 'Row of the table of names is not used',
    text: (d) => `No strategy names the ${d.kind} "${d.old}"`,
    help: 'Correct the spelling (names are compared letter by letter), or remove the row.',
    about:
      'A row that renames nothing is often misspelled, and the object keeps its old name in the pages. Strategies that name it in a text whose meaning is not known do not count.',
    since: '0.2.0',
  }),
  IRD8114: entry<NameData>({
    severity: 'error',
    title: 'New name is in use',
    text: (d) =>
      `"${d.strategy}" already names the ${d.kind} "${d.new}"; "${d.old}" cannot be renamed to it without merging the two`,
    help: 'Choose another new name, or rename the object that has it now in the same table.',
    about:
      'A strategy names an object by the name that the table gives to another one. The page would send calls for both to the same object, and no later table could tell them apart.',
    since: '0.2.0',
  }),
  IRD8115: entry<NameData>({
    severity: 'info',
    title: 'Old name was left alone',
    text: (d) =>
      `"${d.text}" may mean the ${d.kind} "${d.old}", which is called "${d.new}" now; it was left alone`,
    help: 'Look what the text is used for, and change it in the strategy if it names that object.',
    about:
      'Names are exchanged where it is known that they name an object: in targets, thresholds, skill expressions, properties, and arguments of functions that take such a name. A text that a variable holds, that is put together from parts, or that stands in a script of a diagram may be anything.',
    since: '0.2.0',
  }),
});
