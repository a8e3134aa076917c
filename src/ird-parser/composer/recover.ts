// IRD text that was commented out in a script: Composer's importer leaves expressions that it cannot translate as comments, and
// people keep the old expression beside the new one. How the importer marks them is not public, so the text itself decides.
import { sliceText, type LocatedText } from '../../xml/index.js';
import { commentsOf } from './script-comments.js';

/** The IRD expressions found in comments of `script`, in order, each with its place in the file. */
export function recoverIrd(script: LocatedText): readonly LocatedText[] {
  if (!script.text.includes('//') && !script.text.includes('/*')) return [];
  return commentsOf(script.text).flatMap(([from, to]) => recoverFrom(sliceText(script, from, to)));
}

/** A bracket may stay open over this many lines of a comment. */
const longest = 20;

/** Expressions of one comment: line by line, going on over lines while a bracket is open. */
function recoverFrom(comment: LocatedText): readonly LocatedText[] {
  const found: LocatedText[] = [];
  const lines = [...comment.text.matchAll(/[^\r\n]+/g)].map((line) => ({
    from: line.index,
    to: line.index + line[0].length,
    open: openBrackets(line[0]),
  }));
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (!first) break;
    let { open, to } = first;
    let last = index;
    for (let next = lines[last + 1]; open > 0 && next && last - index < longest; next = lines[last + 1]) {
      open += next.open;
      to = next.to;
      last++;
    }
    const expression = expressionIn(sliceText(comment, first.from, to));
    if (!expression) continue;
    found.push(expression);
    index = last;
  }
  return found;
}

const marker = /^[\s*]*IRD(?:[ -]?(?:expression|function|original|strategy))?\s*:/i;
/** A call in IRD's form: a name that starts with a capital, or one of the functions of thresholds, directly before `[`. */
const irdCall = /(?:^|[^\w$.\])'"])(?:[A-Z]\w*|sdata|acfgdata|lcfgdata|callage|run)\[/;
/** What ECMAScript has and IRD does not: a comment with this in it is a piece of script that was switched off. */
const ecmaScriptOnly =
  /===?|!==?|&&|\|\||[{}]|\b(?:var|let|const|new|function|return|typeof|throw)\b|[\w$\])]\.[A-Za-z_$][\w$]*\s*[(=[]/;

function expressionIn(lines: LocatedText): LocatedText | undefined {
  const marked = marker.exec(lines.text);
  if (!marked && !looksLikeIrd(lines.text)) return undefined;
  const text = lines.text;
  let from = marked?.[0].length ?? 0;
  let to = text.length;
  while (from < to && /[\s*]/.test(text.charAt(from))) from++;
  while (to > from && /[\s*;]/.test(text.charAt(to - 1))) to--;
  return from < to ? sliceText(lines, from, to) : undefined;
}

function looksLikeIrd(text: string): boolean {
  const plain = withoutStrings(text);
  return irdCall.test(plain) && !ecmaScriptOnly.test(plain) && openBrackets(text) === 0;
}

const withoutStrings = (text: string): string => text.replace(/'[^'\r\n]*'|"[^"\r\n]*"/g, "''");

/** How many square brackets are left open, strings not looked at. */
function openBrackets(text: string): number {
  let open = 0;
  for (const character of withoutStrings(text)) {
    if (character === '[') open++;
    else if (character === ']') open--;
  }
  return open;
}
