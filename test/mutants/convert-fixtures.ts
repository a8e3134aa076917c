// Converts all fixtures; bundled with a fault in the converter it gives the pages that have the fault.
import { fixtureCases } from '../fixtures/cases.js';
import { convertCase } from '../fixtures/convert-case.js';

export const pages = (): ReadonlyMap<string, string> =>
  new Map(
    fixtureCases().flatMap((fixture) =>
      convertCase(fixture, fixture.files).strategies.flatMap(({ id, page }) =>
        page === undefined ? [] : [[`${fixture.name}/${id}`, page.text] as const],
      ),
    ),
  );
