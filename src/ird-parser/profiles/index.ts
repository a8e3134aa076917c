// Entry points for IRD XML: export profiles, and reading by them.
export { builtInDocuments } from './built-in.js';
export type * from './document.js';
export { loadProfile } from './load.js';
export type { ExportProfile } from './profile.js';
export { readByProfile } from './read-file.js';
export { exportReferenceMarkdown } from './reference.js';
