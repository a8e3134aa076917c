// The public API: the phases as functions, what they give, and the tables that the documentation is made from.

export { version } from './version.js';
export {
  catalogue,
  codeFrame,
  type Code,
  type Diagnostic,
  type Outcome,
  type Position,
  type Severity,
  type Span,
} from './diagnostics/index.js';
