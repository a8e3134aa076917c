// A document of IRD XML and a profile give a source file: all strategies, and the account of what was not read.
import { diagnose, type Outcome } from '../../diagnostics/index.js';
import type { XmlDocument } from '../../xml/index.js';
import type { SourceFile } from '../source-model.js';
import { builtInProfiles } from './built-in.js';
import { describeMisfit, rankProfiles } from './fit.js';
import type { ExportProfile } from './profile.js';
import { readStrategy } from './read-strategy.js';
import type { Reading, Retype } from './reading.js';
import { newMarks } from './select.js';
import { eachStrategy } from './strategies.js';
import { collectUnread, reportUnread } from './unread.js';

/** Reads `document` by `given`, else by the built-in profile that fits best. None that fits is an error that names the nearest two. */
export function readByProfile(
  document: XmlDocument,
  given?: ExportProfile,
  retype?: Retype,
): Outcome<SourceFile | undefined> {
  const [best] = rankProfiles(document, given ? [given] : builtInProfiles());
  if (best && best.essentials > 0) return readWith(document, best.profile, retype);
  const all = [...(given ? [given] : []), ...builtInProfiles()];
  const ranked = rankProfiles(document, all);
  // A profile that the user named is told about first, however badly it fits.
  const told = ranked.toSorted(
    (one, other) => Number(other.profile === given) - Number(one.profile === given),
  );
  const data = describeMisfit(document, told);
  return { value: undefined, diagnostics: [diagnose('IRD1110', '', document.root.tagSpan, data)] };
}

function readWith(
  document: XmlDocument,
  profile: ExportProfile,
  retype: Retype | undefined,
): Outcome<SourceFile> {
  const reading: Reading = { profile, marks: newMarks(), diagnostics: [], retype, strange: new Map() };
  const strategies = eachStrategy(document, profile, reading.marks).map(({ element, rule }) =>
    readStrategy(element, rule, baseName(document.file), reading),
  );
  const unread = collectUnread(document, reading);
  reportUnread(unread, reading);
  return {
    value: {
      file: document.file,
      format: 'ird-xml',
      text: document.text,
      profile: { name: profile.name, evidence: profile.evidence },
      strategies,
      unread,
    },
    diagnostics: reading.diagnostics,
  };
}

/** Name of the file without folder and extension. */
function baseName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.[^.]*$/, '') || name || 'strategy';
}
