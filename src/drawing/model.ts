// A drawing as plain data: boxes, arrows between them, groups around them. What is drawn, not where.

/** What a box looks like: by the category of a block, or the kind of a state. */
export const shapes = [
  'terminal',
  'decision',
  'routing',
  'treatment',
  'data',
  'call',
  'service',
  'note',
] as const;
export type Shape = (typeof shapes)[number];

/** What an arrow means, by the role of its port; `event`: a transition of a state machine. */
export const arrowKinds = ['usual', 'failure', 'default', 'branch', 'exception', 'event'] as const;
export type ArrowKind = (typeof arrowKinds)[number];

export interface Box {
  /** Unique in its drawing: the id of a block, or of a state. */
  readonly id: string;
  /** What a person calls it. */
  readonly label: string;
  /** What kind of thing it is, in words; '' when that is no news. */
  readonly kind: string;
  readonly shape: Shape;
  /** What became of it; '' where nothing is said. */
  readonly disposition: string;
  /** Why. */
  readonly reason: string;
  /** Ports that lead nowhere though something could come out of them. */
  readonly open: readonly string[];
  /** Group that it lies in. */
  readonly group?: string;
  /** First and last line in the file that it comes from, from 1. */
  readonly lines?: readonly [first: number, last: number];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Shown beside it; '' when there is nothing to say. */
  readonly label: string;
  readonly kind: ArrowKind;
  /** The whole of what the label shortens. */
  readonly title: string;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
}

export interface Drawing {
  readonly name: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** Outer ones before those inside them. */
  readonly groups: readonly Group[];
}

/** Which states a block became. */
export interface BlockStates {
  /** Id of the block in the drawing of the flow. */
  readonly block: string;
  readonly states: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

/** A strategy as it was drawn, beside the state machine that it became. Stored in reports as JSON. */
export interface StrategyGraph {
  readonly graph: 1;
  readonly flow: Drawing;
  /** Where there is a page. */
  readonly machine?: Drawing;
  /** From blocks to states. */
  readonly links: readonly BlockStates[];
}
