// What other phases use of the IR, beside its types (nodes.ts), its walks (walk.ts), the vocabulary and the assumptions.
export { checkCallGraph } from './call-graph.js';
export { lowerStrategy } from './lower.js';
export type { LowerEnvironment } from './lowering/context.js';
export { printExpression, printStrategy } from './print.js';
export { findByName, signatureOf, signaturesOf, type SubroutineSignature } from './signature.js';
