// The texts and numbers that a program mentions: digits, names and answers that it may be waiting for.
import { subexpressions, valuesOf } from '../../ir/walk.js';
import type { ProgramCode } from './program-code.js';

const longest = 40;

/** Those that comparisons and segments name first; each once. */
export function literalsOf(code: ProgramCode): readonly string[] {
  const compared: string[] = [];
  const others: string[] = [];
  for (const { block } of code.blocks) {
    for (const expr of code.expressions(block)) {
      for (const part of subexpressions(expr)) {
        if (part.kind === 'binary') {
          for (const side of [part.left, part.right]) compared.push(...textOf(side));
        } else others.push(...textOf(part));
      }
    }
    const { segments } = block.properties as { readonly segments?: unknown };
    if (segments === undefined) continue;
    for (const value of valuesOf(block)) if (value.kind === 'text') compared.push(value.value);
  }
  return [...new Set([...compared, ...others])].filter((text) => text !== '' && text.length <= longest);
}

function textOf(expr: { readonly kind: string }): readonly string[] {
  const { kind, value, raw } = expr as { kind: string; value?: unknown; raw?: string };
  if (kind === 'string') return [String(value)];
  return kind === 'number' ? [raw ?? ''] : [];
}
