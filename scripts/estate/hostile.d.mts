export const hostileNames: readonly string[];
export function generateHostileEstate(): Generator<{ readonly file: string; readonly text: string }, void>;
