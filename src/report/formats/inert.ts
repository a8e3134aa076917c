// Names and messages carry text from input files: nothing in them may steer a terminal, or break a file that a program reads.

/** Text with control characters and marks of direction made visible as a dot; line breaks become blanks. */
export const inert = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\u00b7');

/** Text without halves of surrogate pairs, which no file in UTF-8 can hold. */
export const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** JSON on one line, or indented. C1 controls and marks of direction stay escapes, because the text may be shown in a terminal; it means the same. */
export const inertJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
