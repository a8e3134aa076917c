// The grammar of the IRD languages: a Chevrotain parser with error recovery and an entry rule for each language.
// Operators and operands come out as one flat list; `chains.ts` applies the ranks. That keeps the parser's stack small, so that
// nesting is limited by `limits` and never by the machine.
import { CstParser, type CstNode, type IToken } from 'chevrotain';
import { expectations } from './expectations.js';
import * as t from './tokens.js';

/** `expression` serves expressions, skill expressions and thresholds; they differ in their tokens and in what is warned about. */
export class LanguageParser extends CstParser {
  constructor(validate: boolean) {
    super([...t.vocabulary], {
      recoveryEnabled: true,
      maxLookahead: 1,
      nodeLocationTracking: 'none',
      skipValidations: !validate,
      errorMessageProvider: expectations,
    });
    this.performSelfAnalysis();
  }

  readonly expression = this.RULE('expression', () => {
    this.SUBRULE(this.operand);
    this.MANY(() => {
      this.CONSUME(t.Operator);
      this.SUBRULE2(this.operand);
    });
  });

  readonly operand = this.RULE('operand', () => {
    this.MANY(() => this.CONSUME(t.Prefix));
    this.OR([
      { ALT: () => this.CONSUME(t.Literal) },
      {
        ALT: () => {
          this.CONSUME(t.Name);
          this.OPTION(() => {
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(t.LSquare);
                  this.SUBRULE(this.arguments);
                  this.CONSUME(t.RSquare);
                },
              },
              {
                ALT: () => {
                  this.CONSUME(t.LParen);
                  this.SUBRULE2(this.arguments);
                  this.CONSUME(t.RParen);
                },
              },
            ]);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME2(t.LParen);
          this.SUBRULE(this.expression);
          this.CONSUME2(t.RParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.SkillOpen);
          this.SUBRULE2(this.expression);
          this.CONSUME(t.Location);
        },
      },
    ]);
  });

  // `Name[]` is a call without arguments; that `Name[,a]` lacks one is found by `balance`.
  readonly arguments = this.RULE('arguments', () => {
    this.OPTION(() => this.SUBRULE(this.expression));
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.SUBRULE2(this.expression);
    });
  });

  readonly targets = this.RULE('targets', () => {
    this.SUBRULE(this.target);
    this.MANY(() => {
      this.CONSUME(t.ItemComma);
      this.SUBRULE2(this.target);
    });
  });

  // Every part is optional: what must be there is checked where the tree is built, in words about targets.
  readonly target = this.RULE('target', () => {
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.ThresholdOpen);
            this.OPTION(() => this.SUBRULE(this.expression, { LABEL: 'threshold' }));
            this.CONSUME(t.ThresholdClose);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.WeightOpen);
            this.OPTION2(() => this.SUBRULE2(this.expression, { LABEL: 'weight' }));
            this.CONSUME(t.RSquare);
          },
        },
      ]);
    });
    this.OPTION3(() => {
      this.OR2([
        { ALT: () => this.CONSUME(t.TargetName) },
        {
          ALT: () => {
            this.CONSUME(t.SkillOpen);
            this.SUBRULE3(this.expression, { LABEL: 'skill' });
          },
        },
      ]);
    });
    this.OPTION4(() => this.CONSUME(t.Location));
  });

  readonly list = this.RULE('list', () => {
    this.SUBRULE(this.pair);
    this.MANY(() => {
      this.CONSUME(t.ListPipe);
      this.SUBRULE2(this.pair);
    });
  });

  readonly pair = this.RULE('pair', () => {
    this.OPTION(() => this.CONSUME(t.ListKey));
    this.OPTION2(() => {
      this.CONSUME(t.ListColon);
      this.OPTION3(() => this.CONSUME(t.ListText));
    });
  });
}

let parser: LanguageParser | undefined;

/** Runs one entry rule over `tokens`. The parser is built on first use, since few commands read expressions. */
export function runGrammar(
  rule: 'expression' | 'targets' | 'list',
  tokens: readonly IToken[],
): { readonly cst: CstNode; readonly errors: LanguageParser['errors'] } {
  parser ??= new LanguageParser(false);
  parser.input = [...tokens];
  const cst = parser[rule]();
  return { cst, errors: parser.errors };
}
