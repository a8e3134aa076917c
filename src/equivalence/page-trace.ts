// What a page's trace file says of a block and of a state: by which mapping row the one became the other. Only what is needed here is read.

export interface TracedRegion {
  /** Path of the source block. */
  readonly node: string;
  readonly states: readonly string[];
  readonly mapping: string;
  readonly disposition: string;
}

export interface PageTrace {
  readonly ofBlock: (node: string) => TracedRegion | undefined;
  readonly ofState: (id: string) => TracedRegion | undefined;
}

/** Reads the text of a trace file; what is none names nothing. */
export function readPageTrace(text: string | undefined): PageTrace {
  const regions = regionsOf(text);
  return {
    ofBlock: (node) => regions.find((region) => region.node === node),
    ofState: (id) => regions.find(({ states }) => states.includes(id)),
  };
}

function regionsOf(text: string | undefined): readonly TracedRegion[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    return [];
  }
  const { regions } = recordOf(value);
  return listOf(regions).map((each) => {
    const { node, states, mapping, disposition } = recordOf(each);
    return {
      node: String(node),
      states: listOf(states).map((state) => String(recordOf(state)['id'])),
      mapping: String(mapping),
      disposition: String(disposition),
    };
  });
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
