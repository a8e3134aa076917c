// Whether two plain values are the same, whatever the order of keys. A key without a value is as good as none.

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const keysOf = (tree: Tree): readonly string[] => Object.keys(tree).filter((key) => tree[key] !== undefined);

export function isSameValue(a: unknown, b: unknown): boolean {
  // Zero has no sign on the wire.
  if (a === b || Object.is(a, b)) return true;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => isSameValue(a[key], b[key]));
}
