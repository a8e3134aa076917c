// The version of ird2scxml, as package.json has it (a test compares the two).

/** Version of ird2scxml. */
export const version = '0.1.0';
