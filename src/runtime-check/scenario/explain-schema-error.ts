// Turns the findings of the schema checker into sentences about the author's file, with a suggestion where a name is nearly right.
import type { ErrorObject } from 'ajv';
import { suggestion } from '../../diagnostics/nearest-name.js';

/** One thing that is wrong in a scenario, and where: a path of keys and indexes. */
export interface SchemaFault {
  readonly kind: 'unknown' | 'missing' | 'wrong';
  readonly path: readonly string[];
  /** The key itself, for `unknown` and `missing`. */
  readonly key: string;
  readonly message: string;
}

/** One fault for each mistake: of alternatives, the one that was got into furthest. */
export function explainSchemaErrors(errors: readonly ErrorObject[]): readonly SchemaFault[] {
  const alternatives = errors.filter((error) => error.keyword === 'anyOf');
  const kept = errors.filter((error) => {
    const around = alternatives.find(
      (outer) => outer !== error && error.schemaPath.startsWith(outer.schemaPath),
    );
    if (around !== undefined) return error.instancePath.length > around.instancePath.length;
    return error.keyword !== 'anyOf' || !goesDeeper(error, errors);
  });
  return kept.map(explain);
}

const goesDeeper = (outer: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  errors.some(
    (error) =>
      error.schemaPath.startsWith(outer.schemaPath) && error.instancePath.length > outer.instancePath.length,
  );

const parts = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function explain(error: ErrorObject): SchemaFault {
  const path = parts(error.instancePath);
  const where =
    path.length === 0 ? 'a scenario' : `"${path.filter((part) => !/^\d+$/.test(part)).join('.')}"`;
  const { params } = error as { readonly params: Readonly<Record<string, unknown>> };
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys(error.parentSchema?.['properties'] ?? {});
      return { kind: 'unknown', path, key, message: `${where}${suggestion(key, known)}` };
    }
    case 'required':
      return { kind: 'missing', path, key: String(params['missingProperty']), message: where };
    default:
      return { kind: 'wrong', path, key: path.at(-1) ?? '', message: demand(error, params) };
  }
}

function demand(error: ErrorObject, params: Readonly<Record<string, unknown>>): string {
  switch (error.keyword) {
    case 'type': {
      const wanted = [params['type']].flat().map(String);
      if (wanted.length === 1 && wanted[0] === 'string') {
        return typeof error.data === 'number' || typeof error.data === 'boolean'
          ? 'must be text; put it in quotes'
          : 'must be text';
      }
      return `must be ${wanted.map((type) => typeNames[type] ?? type).join(' or ')}`;
    }
    case 'enum': {
      const allowed = [params['allowedValues']].flat().map(String);
      return `must be one of ${allowed.join(', ')}${suggestion(String(error.data), allowed)}`;
    }
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    case 'anyOf':
      return 'must be a plain value, or a list of entries with "at" and "value"';
    default:
      return error.message ?? 'is wrong';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};
