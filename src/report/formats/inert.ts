// Names and messages carry text from input files: nothing in them may steer a terminal.

/** Text with control characters and marks of direction made visible as a dot; line breaks become blanks. */
export const inert = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\u00b7');
