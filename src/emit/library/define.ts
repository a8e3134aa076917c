// What a function of the runtime library is: a row with its ES5 text, so that a page carries just the functions it uses and a test can check each.

/** One function (or value) of the `ird` object of an emitted page. */
export interface LibraryFunction {
  /** Name on the `ird` object. */
  readonly name: string;
  /** Other names of the library that the source uses. */
  readonly needs: readonly string[];
  /** One line, printed as comment above the function: what it gives, in the words of IRD. */
  readonly about: string;
  /** ES5.1 text of a function expression (of an object, for state), lines flush left. */
  readonly source: string;
}
