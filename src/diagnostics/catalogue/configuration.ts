// Codes 8210 to 8229: configuration files and the variables of the environment that stand for settings.
import { defineCatalogue, entry } from '../define.js';

export const configurationEntries = defineCatalogue({
  IRD8210: entry<{ reason: string }>({
    severity: 'error',
    title: 'Configuration is not readable text',
    text: (d) => `The configuration cannot be read: ${d.reason}`,
    help: 'Mend the file, or leave it alone with --no-config; docs/configuration.md shows one.',
    about:
      'A configuration file is JSON or YAML, by its ending. Nothing of a file that cannot be read is used, and the command does not begin.',
    since: '0.2.0',
  }),
  IRD8211: entry<{ key: string; where: string; hint: string }>({
    severity: 'error',
    title: 'Unknown key in the configuration',
    text: (d) => `There is no key "${d.key}" in ${d.where}${d.hint}`,
    help: 'Correct or remove the key; docs/configuration.md lists them.',
    about: 'A key that is not known would do nothing, although somebody meant it to.',
    since: '0.2.0',
  }),
  IRD8212: entry<{ path: string; what: string }>({
    severity: 'error',
    title: 'Wrong value in the configuration',
    text: (d) => `In the configuration, ${d.path} ${d.what}`,
    help: 'Correct the value; docs/configuration.md says what each key takes.',
    about: 'A value has the wrong type, or is none of the words that the option takes.',
    since: '0.2.0',
  }),
  IRD8213: entry<{ key: string; where: string; sections: string }>({
    severity: 'error',
    title: 'Key stands in the wrong part of the configuration',
    text: (d) => `"${d.key}" cannot stand ${d.where}; it belongs to ${d.sections}`,
    help: 'Move it to the section of that verb, or to the top of the file where several verbs share it; docs/configuration.md has the table.',
    about:
      'Settings that several verbs share stand at the top of the file. What means something else to each verb, like `output`, stands in the section of the verb.',
    since: '0.2.0',
  }),
  IRD8214: entry<{ used: string; other: string }>({
    severity: 'error',
    title: 'Two configurations in one folder',
    text: (d) => `"${d.used}" and "${d.other}" are in the same folder, and only one can count`,
    help: 'Remove one of them, or name the one that counts with --config.',
    about: 'Which of two files counts should not depend on an order that one has to look up.',
    since: '0.2.0',
  }),
  IRD8215: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'Configuration file cannot be loaded',
    text: (d) => `The configuration "${d.file}" cannot be loaded: ${d.reason}`,
    help: 'Check the path and the permissions; a .mjs file has to export its settings as default.',
    about:
      'A file that was named does not exist or cannot be opened, or a module failed while it was imported.',
    since: '0.2.0',
  }),
  IRD8216: entry<{ name: string; reason: string }>({
    severity: 'error',
    title: 'Variable of the environment has a wrong value',
    text: (d) => `The environment variable "${d.name}" cannot be used: ${d.reason}`,
    help: 'Correct or unset the variable; docs/configuration.md says what each takes.',
    about: 'A variable that stands for a setting takes what the option takes.',
    since: '0.2.0',
  }),
  IRD8217: entry<{ name: string; hint: string }>({
    severity: 'warning',
    title: 'Unknown variable of the environment',
    text: (d) => `The environment variable "${d.name}" is not known and does nothing${d.hint}`,
    help: 'Correct its name, or unset it; docs/configuration.md lists the variables.',
    about:
      'A name that begins with IRD2SCXML_ and is nearly one of the variables is probably misspelled, and what it was to say does not hold.',
    since: '0.2.0',
  }),
});
