// Checks a configuration by its schema: every mistake has its place, and a name that is nearly right is suggested.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { compareSpans, diagnose, type Diagnostic } from '../diagnostics/index.js';
import { suggestion } from '../diagnostics/nearest-name.js';
import type { LocatedConfig } from './read-text.js';
import type { JsonSchema } from './schema.js';
import { sections, settings } from './settings.js';

/** What is wrong with it; nothing when it can be used. */
export function checkConfig(config: LocatedConfig, schema: JsonSchema): readonly Diagnostic[] {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  if (validate(config.value)) return [];
  const errors = validate.errors ?? [];
  // Of alternatives, the sentence about all of them is enough.
  const kept = errors.filter((error) => error.keyword === 'anyOf' || !error.schemaPath.includes('/anyOf/'));
  return kept.map((error) => explain(error, config)).sort((a, b) => compareSpans(a.span, b.span));
}

function explain(error: ErrorObject, { placeOf }: LocatedConfig): Diagnostic {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { params } = error as { readonly params: Readonly<Record<string, unknown>> }; // of every keyword, by ajv
  if (error.keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return unknownKey(key, path, Object.keys(error.parentSchema?.['properties'] ?? {}), placeOf);
  }
  return diagnose('IRD8212', '', placeOf(path, 'value'), {
    path: path.length === 0 ? 'the file' : `"${path.join('.')}"`,
    what: demand(error, params),
  });
}

function unknownKey(
  key: string,
  path: readonly string[],
  known: readonly string[],
  placeOf: LocatedConfig['placeOf'],
): Diagnostic {
  const span = placeOf([...path, key]);
  const [section] = path;
  const verbs = settings
    .filter((each) => each.key === key)
    .flatMap(({ own = [], shared = [] }) => [...shared, ...own]);
  if (verbs.length > 0) {
    const where = section === undefined ? 'at the top of the file' : `in section "${section}"`;
    const others = [...new Set(verbs)].filter((verb) => sections.includes(verb));
    return diagnose('IRD8213', '', span, { key, where, sections: others.join(', ') });
  }
  const hint =
    suggestion(key, known) || `; the keys are ${known.filter((name) => name !== '$schema').join(', ')}`;
  return diagnose('IRD8211', '', span, {
    key,
    where: section === undefined ? 'the configuration' : `section "${section}"`,
    hint,
  });
}

function demand(error: ErrorObject, params: Readonly<Record<string, unknown>>): string {
  switch (error.keyword) {
    case 'type': {
      const wanted = [params['type']].flat().map((type) => typeWords[String(type)] ?? String(type));
      const quoted = wanted.join() === 'text' && ['number', 'boolean'].includes(typeof error.data);
      return `takes ${wanted.join(' or ')}${quoted ? '; put it in quotes' : ''}`;
    }
    case 'enum': {
      const allowed = [params['allowedValues']].flat().map(String);
      return `takes ${allowed.join(', ')}${suggestion(String(error.data), allowed)}`;
    }
    case 'anyOf':
      return 'takes a path, or false';
    case 'minLength':
      return 'is empty';
    case 'minimum':
      return 'takes 0 or more';
    default:
      return error.message ?? 'is wrong';
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};
