// Text of input files in drawings: it must not break the file it is written to, nor turn what stands around it.

/** Text without control characters, marks of direction and halves of surrogate pairs; line breaks become blanks. */
export const inert = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
      '\u00b7',
    );

/** Text as it stands in XML or HTML, between tags and between quotes. */
export const escapeMarkup = (text: string): string =>
  inert(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
