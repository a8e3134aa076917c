// Reads an export profile from the text of its file: JSON, schema, paths and words, each mistake at its line.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { diagnose, type Diagnostic, type Outcome, type Span } from '../../diagnostics/index.js';
import { sourceText } from '../../xml/index.js';
import type { ProfileDocument } from './document.js';
import { escapePointer, parseJson, type JsonText, type Stretch } from './json-text.js';
import { compileProfile, type ExportProfile } from './profile.js';
import { profileSchema } from './schema.js';

/** Findings about one profile; more would only repeat the mistake. */
const mostFindings = 20;

let validator: ValidateFunction<ProfileDocument> | undefined;

/** Compiling the schema takes longer than most profiles take to read, so it is done once and only when a profile is given. */
function profileValidator(): ValidateFunction<ProfileDocument> {
  validator ??= new Ajv2020({ allErrors: true }).compile<ProfileDocument>(profileSchema);
  return validator;
}

/** Reads the profile in `text`. The value is undefined when it cannot be used; then there is at least one error. */
export function loadProfile(text: string, file: string): Outcome<ExportProfile | undefined> {
  const source = sourceText(file, text);
  const span = (place: Stretch | undefined): Span => source.span(place?.start ?? 0, place?.end ?? 0);
  const refuse = (diagnostics: readonly Diagnostic[]): Outcome<undefined> => ({
    value: undefined,
    diagnostics: diagnostics.slice(0, mostFindings),
  });
  // A byte order mark is no part of JSON, but editors on Windows write it.
  const json = parseJson(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text);
  if ('problem' in json) return refuse([diagnose('IRD1201', '', span(json), { problem: json.problem })]);

  const document = json.value;
  const isProfile = profileValidator();
  if (!isProfile(document)) {
    const wrong = mistakes(isProfile.errors ?? []);
    return refuse(
      wrong.map(({ pointer, problem, isKey }) =>
        diagnose('IRD1202', '', span(json.locate(pointer, isKey ? 'key' : 'value')), {
          place: placeName(pointer),
          problem,
        }),
      ),
    );
  }
  const { profile, problems } = compileProfile(document);
  if (problems.length === 0) return { value: profile, diagnostics: [] };
  return refuse(
    problems.map(({ pointer, problem }) =>
      diagnose('IRD1203', '', span(nearest(json, pointer)), { place: placeName(pointer), problem }),
    ),
  );
}

/** `/blocks/0/at` -> `"blocks[0].at"`. */
function placeName(pointer: string): string {
  if (pointer === '') return 'the document';
  const parts = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = parts.map((part, index) =>
    /^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`,
  );
  return `"${name.join('')}"`;
}

const nearest = (json: JsonText, pointer: string): Stretch | undefined =>
  json.locate(pointer) ??
  (pointer === '' ? undefined : nearest(json, pointer.slice(0, pointer.lastIndexOf('/'))));

interface Mistake {
  readonly pointer: string;
  readonly problem: string;
  readonly isKey: boolean;
}

/** One sentence for each wrong place; the branches of a path (text or list of texts) count as one. */
function mistakes(errors: readonly ErrorObject[]): readonly Mistake[] {
  const branched = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map((error) => error.instancePath),
  );
  const inBranch = (pointer: string): boolean =>
    [...branched].some((outer) => pointer === outer || pointer.startsWith(`${outer}/`));
  return errors.flatMap((error): readonly Mistake[] => {
    const pointer = error.instancePath;
    if (error.keyword === 'anyOf') {
      return [{ pointer, problem: 'must be a path or a list of paths', isKey: false }];
    }
    if (inBranch(pointer)) return [];
    const parameters: Readonly<Record<string, unknown>> = error.params;
    const text = (key: string): string => String(parameters[key]);
    switch (error.keyword) {
      case 'additionalProperties': {
        const key = text('additionalProperty');
        return [
          {
            pointer: `${pointer}/${escapePointer(key)}`,
            problem: 'is not a key that a profile has',
            isKey: true,
          },
        ];
      }
      case 'required':
        return [{ pointer, problem: `lacks the key "${text('missingProperty')}"`, isKey: false }];
      case 'enum':
        return [{ pointer, problem: `must be one of ${listOf(parameters['allowedValues'])}`, isKey: false }];
      case 'const':
        return [{ pointer, problem: `must be ${text('allowedValue')}`, isKey: false }];
      case 'minItems':
      case 'minLength':
        return [{ pointer, problem: 'must not be empty', isKey: false }];
      default:
        return [{ pointer, problem: error.message ?? 'is wrong', isKey: false }];
    }
  });
}

const listOf = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => `"${String(value)}"`).join(', ') : String(values);
