// Looks names up in records that files and pages filled: a name such as `constructor` is a key of theirs, or nothing.

/** The value of a key that the record itself has. */
export const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
