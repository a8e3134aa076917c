// The profiles that come with ird2scxml, in the order in which they are tried.
import type { ProfileDocument } from './document.js';
import { ird8Elements } from './ird-8-elements.js';
import { ird8 } from './ird-8.js';
import { compileProfile, type ExportProfile } from './profile.js';

export const builtInDocuments: readonly ProfileDocument[] = [ird8, ird8Elements];

let compiled: readonly ExportProfile[] | undefined;

/** The built-in profiles, ready for use; compiled at the first call. */
export function builtInProfiles(): readonly ExportProfile[] {
  compiled ??= builtInDocuments.map((document) => {
    const { profile, problems } = compileProfile(document);
    const [problem] = problems;
    if (problem)
      throw new Error(`internal: profile ${document.name}, ${problem.pointer}: ${problem.problem}`);
    return profile;
  });
  return compiled;
}
