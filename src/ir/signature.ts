// What a caller has to know about a strategy or subroutine: its name and its parameters.
import type { SourceStrategy } from '../ird-parser/source-model.js';
import { type AssumptionOverrides, valueOf } from './assumptions/table.js';
import type { IrdType, Strategy } from './nodes.js';
import { typeOfDeclaration } from './lowering/types.js';
import { objectFact } from './vocabulary/objects.js';

export interface ParameterSignature {
  readonly name: string;
  readonly type: IrdType;
  readonly direction: 'in' | 'out' | 'inout';
}

export interface SubroutineSignature {
  readonly name: string;
  readonly kind: Strategy['kind'];
  readonly parameters: readonly ParameterSignature[];
  /** Control can stay in it: a loop that calls it need not be a busy loop. */
  readonly waits: boolean;
}

/** The signature of a strategy as read; nothing need be lowered for it. */
export function signatureOf(source: SourceStrategy): SubroutineSignature {
  const parameters: ParameterSignature[] = [];
  for (const { name, type, direction } of source.variables) {
    if (direction !== 'local' && direction !== 'script')
      parameters.push({ name, type: typeOfDeclaration(type) ?? 'UNKNOWN', direction });
  }
  const waits = source.blocks.some((block) => objectFact(block.type).waits);
  return { name: source.name, kind: source.kind, parameters, waits };
}

/** Signatures by name: the first strategy of a name counts, `checkCallGraph` reports the others. */
export function signaturesOf(sources: readonly SourceStrategy[]): ReadonlyMap<string, SubroutineSignature> {
  const found = new Map<string, SubroutineSignature>();
  for (const source of sources) if (!found.has(source.name)) found.set(source.name, signatureOf(source));
  return found;
}

/** Finds an entry by the name that a call uses: as written, then without regard to case unless names are told apart by it. */
export function findByName<T>(
  all: ReadonlyMap<string, T>,
  name: string,
  overrides?: AssumptionOverrides,
): { readonly name: string; readonly found: T } | undefined {
  const exact = all.get(name);
  if (exact !== undefined) return { name, found: exact };
  if (valueOf('names.case', overrides) === 'yes') return undefined;
  const folded = name.toLowerCase();
  for (const [key, found] of all) if (key.toLowerCase() === folded) return { name: key, found };
  return undefined;
}
