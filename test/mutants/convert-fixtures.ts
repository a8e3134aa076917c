// Converts all fixtures; bundled with a fault in the converter it gives the pages that have the fault.
import { convertCase } from '../fixtures/convert-case.js';
import { mutantCases } from './converted.js';

export const pages = (): ReadonlyMap<string, string> =>
  new Map(
    mutantCases().flatMap((fixture) =>
      convertCase(fixture, fixture.files).strategies.flatMap(({ id, page }) =>
        page === undefined ? [] : [[`${fixture.name}/${id}`, page.text] as const],
      ),
    ),
  );
