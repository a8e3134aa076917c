// Strategies whose names, captions and values are what no name should be: markup, formulas, escapes, paths, and what file systems refuse.
import { escapeXml } from './blocks.mjs';

/** Names that have done harm somewhere. Control characters stand as references where XML allows them. */
export const hostileNames = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+1-1',
  '\u009b31mred\u009b0m',
  'left\u202egnp.exe',
  '\u200fright to left\u200e',
  '../../../outside',
  '..\\..\\outside',
  '/absolute',
  'C:\\absolute',
  'CON',
  'nul.scxml',
  'COM1',
  'ends with a dot.',
  'ends with blank ',
  'a:b*c?d"e<f>g|h',
  'SALES line',
  'Sales Line',
  'sales line',
  ']]>',
  '--',
  '<!-- -->',
  '${x}`x`{{x}}',
  '::error::x %0A',
  '# heading | cell',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  '\u00e9'.repeat(300),
  '\u65e5\u672c\u8a9e',
  '\u{1f4de} line',
  '...',
  '.',
  '-rf',
  '.hidden',
];

/** Gives `{ file, text }`: one strategy a file, the files with plain names. */
export function* generateHostileEstate() {
  for (const [index, name] of hostileNames.entries()) {
    const text = escapeXml(name).replace(/[\u0080-\u009f]/g, (c) => `&#x${c.charCodeAt(0).toString(16)};`);
    const other = escapeXml(hostileNames[(index + 7) % hostileNames.length] ?? '');
    yield {
      file: `hostile-${String(index + 1).padStart(2, '0')}.xml`,
      text: `<?xml version="1.0" encoding="UTF-8"?>
<IRDExport version="8.1.400">
  <Strategy name="${text}" type="strategy">
    <Variables><Variable name="note" type="STRING" scope="local" description="${other}"/></Variables>
    <Objects>
      <Object id="101" type="Entry" name="${text}"/>
      <Object id="102" type="Assign" name="${other}"><Property name="Variable">note</Property><Property name="Expression">'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'</Property></Object>
      <Object id="103" type="Attach" name="${text}"><Property name="Key">${text}</Property><Property name="Value">note</Property></Object>
      <Object id="104" type="${text}" name="${other}"/>
      <Object id="105" type="Call Subroutine" name="${other}"><Property name="Subroutine">${text}!</Property></Object>
      <Object id="109" type="Exit" name="${other}"/>
    </Objects>
    <Links>
      <Link id="1" from="101" port="green" to="102"/>
      <Link id="2" from="102" port="green" to="103"/>
      <Link id="3" from="103" port="green" to="104"/>
      <Link id="4" from="104" port="green" to="105"/>
      <Link id="5" from="105" port="green" to="109"/>
    </Links>
  </Strategy>
</IRDExport>
`,
    };
  }
}
