// Tells the expressions that most pages are made of, names and literals with operators between them, from those that need a parser.

const path = String.raw`[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*`;
const operand = String.raw`(?:${path}|\d+(?:\.\d+)?|'[^'\\\n\r]*'|"[^"\\\n\r]*")`;
const operator = String.raw`(?:[=!]==?|[<>]=?|&&|\|\||[-+*%])`;
const plain = new RegExp(String.raw`^\s*${operand}(?:\s*${operator}\s*${operand})*\s*$`);
const reserved = new RegExp(
  String.raw`(?:^|[^\w$.])(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|finally|for|` +
    String.raw`function|if|implements|import|in|instanceof|interface|let|new|package|private|protected|public|return|static|super|` +
    String.raw`switch|throw|try|typeof|var|void|while|with|yield|await|async)(?![\w$])`,
);

/** True when `source` is certainly an expression in every version of ECMAScript; false says nothing. */
export const isPlainExpression = (source: string): boolean => plain.test(source) && !reserved.test(source);

const plainPath = new RegExp(String.raw`^\s*${path}\s*$`);
/** Names of values, not of variables. */
const values: ReadonlySet<string> = new Set(['this', 'null', 'true', 'false']);

/** True when `source` can certainly be assigned to in every version of ECMAScript; false says nothing. */
export const isPlainLocation = (source: string): boolean =>
  plainPath.test(source) && !reserved.test(source) && !values.has(source.trim());
