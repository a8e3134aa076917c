export { catalogue, type Code, type DataOf } from './catalogue/index.js';
export { diagnose, hasErrors, type Diagnostic, type Outcome } from './diagnose.js';
export { type Entry, type Severity } from './define.js';
export { codeFrame } from './frame.js';
export { compareSpans, wholeFile, type Position, type Span } from './span.js';
export { troubleOf, type Trouble } from './trouble.js';
