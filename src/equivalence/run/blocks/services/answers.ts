// What a block takes of the answer of a server.
import type { Value } from '../../../../ir/nodes.js';
import type { BlockContext } from '../../session.js';
import { firstRow, listOf, valueNamed } from '../../servers/answers.js';

type VariableValue = Extract<Value, { kind: 'variable' }>;

export interface Outputs {
  readonly outputs: readonly {
    readonly key?: Extract<Value, { kind: 'text' }>;
    readonly variable?: VariableValue;
  }[];
  readonly result?: VariableValue;
}

/** Stores the values that the block names, then the whole answer: as a list for a LIST, else as it came. */
export function takeAnswer({ outputs, result }: Outputs, answer: string, cx: BlockContext): void {
  const isList = result?.type === 'LIST';
  const row = outputs.length > 0 || isList ? firstRow(answer) : {};
  for (const { key, variable } of outputs)
    if (variable !== undefined) cx.frame.write(variable.name, valueNamed(row, key?.value ?? ''));
  if (result !== undefined) cx.frame.write(result.name, isList ? listOf(row) : answer);
}
