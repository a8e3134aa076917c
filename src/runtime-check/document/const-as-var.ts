// Scripts of published pages declare with `const`, which engines of the ES5 age took as a kind of `var` while ES5 itself has it reserved.
import { parse, type Node } from 'acorn';

/** The text with each declaring `const` replaced by `var` and two blanks; unchanged when it cannot be parsed. */
export function constAsVar(source: string): string {
  if (!/\bconst\b/.test(source)) return source;
  const pieces: string[] = [];
  let from = 0;
  for (const at of constDeclarations(source)) {
    pieces.push(source.slice(from, at), 'var  ');
    from = at + 'const'.length;
  }
  return pieces.join('') + source.slice(from);
}

function constDeclarations(source: string): readonly number[] {
  try {
    const found: number[] = [];
    const waiting: Node[] = [parse(source, { ecmaVersion: 'latest' })];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if ('kind' in node && node.kind === 'const') found.push(node.start);
      for (const part of Object.values(node).flat()) if (isNode(part)) waiting.push(part);
    }
    return found.sort((a, b) => a - b);
  } catch {
    // Not a script in any version: it is told elsewhere.
    return [];
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
