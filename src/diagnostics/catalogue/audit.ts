// Codes 2150 to 2155 and 8160 to 8162: what an audit points out, and the table of DNs that it takes.
import { defineCatalogue, entry } from '../define.js';

export const auditEntries = defineCatalogue({
  IRD2150: entry<{ block: string }>({
    severity: 'warning',
    title: 'Selection waits without end',
    text: (d) =>
      `${d.block} has no timeout: a call for which nobody becomes free waits until it is abandoned`,
    help: 'Give the block a timeout and connect its red port, or accept that callers wait.',
    about:
      'Without a timeout the page asks for 99999 seconds, which is more than a day. An audit reports it, because nobody chooses it knowingly; the conversion is not affected.',
    since: '0.2.0',
  }),
  IRD2151: entry<{ block: string }>({
    severity: 'info',
    title: 'Selection does not wait',
    text: (d) => `${d.block} has a timeout of 0: its targets are tried once`,
    help: 'Nothing to do when this is meant, as in a Selection that only looks whether somebody is free.',
    about: 'A timeout of 0 stays 0 in the page. In a loop such blocks keep the session busy (IRD2110).',
    since: '0.2.0',
  }),
  IRD2152: entry<{ block: string; skill: string; comparison: string }>({
    severity: 'warning',
    title: 'Skill expression accepts level 0',
    text: (d) => `The skill expression of ${d.block} holds for level 0 of "${d.skill}" (${d.comparison})`,
    help: 'Ask for a level of 1 and more, unless agents without the skill are meant, too.',
    about:
      'Whether an agent who does not have a skill counts as having it at level 0 is a setting of URS (inferred). The page hands the text to URS as it is; where the setting differs between the old and the new platform, calls reach agents who do not know the subject.',
    since: '0.2.0',
  }),
  IRD2153: entry<{ block: string; code: string }>({
    severity: 'warning',
    title: 'Condition assigns',
    text: (d) => `The condition "${d.code}" of ${d.block} assigns a value instead of comparing`,
    help: 'Write "==" (or "===") where a comparison is meant.',
    about:
      'In ECMAScript a single "=" assigns: the condition holds whenever the value on its right counts as true, and the variable has changed. IRD compares with a single "=", so that the slip is common in diagrams that were imported.',
    since: '0.2.0',
  }),
  IRD2154: entry<{ name: string; page: string; reason: string }>({
    severity: 'info',
    title: 'Name has to change',
    text: (d) => `"${d.name}" cannot be the name of a page: it becomes "${d.page}", ${d.reason}`,
    help: 'Use the new name where the page is provisioned; docs/ir.md says how names are made.',
    about:
      'Names of pages and states are made of letters, digits and underlines. A name with other characters than blanks between its words is hard to recognise afterwards.',
    since: '0.2.0',
  }),
  IRD2155: entry<{ block: string }>({
    severity: 'warning',
    title: 'Server is asked without a limit',
    text: (d) => `${d.block} asks a server with a timeout of 0: a server that never answers holds the call`,
    help: 'Give the block a timeout, so that its red port is taken when no answer comes.',
    about:
      'What a timeout of 0 means to session:fetch is in no document that was found; it is passed on, and the simulated platform and the run of the strategy take it for no limit at all. On a platform that takes it for no time, the block would always fail.',
    since: '0.2.0',
  }),
  IRD8160: entry<{ reason: string }>({
    severity: 'error',
    title: 'Table of DNs cannot be read',
    text: (d) => `The table of DNs cannot be read: ${d.reason}`,
    help: 'Write a CSV file whose first line is "dn,strategy"; docs/audit.md shows one with all columns.',
    about:
      'The file that `--dns` names has one line for each routing point or queue. An audit with a table that cannot be read does not begin.',
    since: '0.2.0',
  }),
  IRD8161: entry<{ dn: string; strategy: string }>({
    severity: 'warning',
    title: 'Strategy of a DN is missing',
    text: (d) => `"${d.strategy}", which DN "${d.dn}" is loaded with, is not among the files`,
    help: 'Export the strategy as well, or correct its name in the table.',
    about: 'The cut-over sheet has a line for the DN and no page to load on it.',
    since: '0.2.0',
  }),
  IRD8162: entry<{ dn: string; line: number }>({
    severity: 'warning',
    title: 'DN stands twice in the table',
    text: (d) => `DN "${d.dn}" stands in line ${d.line}, too`,
    help: 'Keep one line for each DN; a DN on another switch needs the column "switch".',
    about: 'One routing point is loaded with one strategy. The cut-over sheet shows both lines.',
    since: '0.2.0',
  }),
});
