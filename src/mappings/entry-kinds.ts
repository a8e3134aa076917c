// The kinds of names that the tables hold, apart from the tables, so that the command line can list them without loading those.

export const entryKinds = ['function', 'statistic', 'constant', 'operator', 'threshold', 'object'] as const;
export type EntryKind = (typeof entryKinds)[number];
