// Tells the expressions that most pages are made of, names and literals with operators between them, from those that need a parser.

const operand = String.raw`(?:[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|\d+(?:\.\d+)?|'[^'\\\n\r]*'|"[^"\\\n\r]*")`;
const operator = String.raw`(?:[=!]==?|[<>]=?|&&|\|\||[-+*%])`;
const plain = new RegExp(String.raw`^\s*${operand}(?:\s*${operator}\s*${operand})*\s*$`);
const reserved = new RegExp(
  String.raw`(?:^|[^\w$.])(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|finally|for|` +
    String.raw`function|if|implements|import|in|instanceof|interface|let|new|package|private|protected|public|return|static|super|` +
    String.raw`switch|throw|try|typeof|var|void|while|with|yield|await|async)(?![\w$])`,
);

/** True when `source` is certainly an expression in every version of ECMAScript; false says nothing. */
export const isPlainExpression = (source: string): boolean => plain.test(source) && !reserved.test(source);
