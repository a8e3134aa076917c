// Faults in the functions that a page carries: each line of the runtime library may be wrong in small ways.
import { inLines, type MutationKind } from '../define.js';

/** What keeps the page going: whether its details matter depends on what the platform does, and is the matter of other kinds. */
const plumbing =
  /^ird\.(?:text|listText|num|int|truth|chars|start|isVoice|isLoss|parentOf|isReply|isLive|hasPending|dropPending|close\w*|udata|shownData|remember|enter|leave|reply\w*|is[A-Z]\w*Reply|waitingRequest|setting|set|property|voice|media)$/;

export const libraryKinds: readonly MutationKind[] = [
  inLines({
    id: 'library-off-by-one',
    about: 'A function counts from 0 where IRD counts from 1, or takes one character too many.',
    from: 'library',
    region: 'library',
    pattern: / - 1\b/,
    unless: /length - 1\]|ird_/,
    unlessIn: plumbing,
    replace: () => ' - 0',
  }),
  inLines({
    id: 'library-comparison',
    about: 'A function compares with or without the boundary wrongly.',
    from: 'library',
    region: 'library',
    pattern: / (<=|>=|<|>) /,
    unless: /for \(|ird_live|ird_stack|indexOf/,
    unlessIn: plumbing,
    replace: ([, operator = '']) => ` ${operator.endsWith('=') ? operator.slice(0, -1) : `${operator}=`} `,
  }),
  inLines({
    id: 'library-zone-lost',
    about: 'A function reads the clock in UTC.',
    from: 'library',
    region: 'library',
    pattern: /\.get(Hours|Minutes|Day|Date|Month|FullYear)\(\)/,
    replace: ([, part]) => `.getUTC${part ?? ''}()`,
  }),
  inLines({
    id: 'library-month-from-zero',
    about: 'Months are counted from 0.',
    from: 'library',
    region: 'library',
    pattern: /(getMonth\(\)|getUTCMonth\(\)) \+ 1/,
    replace: ([, month]) => month ?? '',
  }),
  inLines({
    id: 'library-default-lost',
    about: 'A function gives undefined where IRD gives the empty text.',
    from: 'library',
    region: 'library',
    pattern: /=== undefined \? '' : /,
    unlessIn: plumbing,
    replace: () => "=== undefined ? 'undefined' : ",
  }),
  inLines({
    id: 'library-separator',
    about: 'Lists are written with another separator.',
    from: 'library',
    region: 'library',
    pattern: /(join|split)\('\|'\)/,
    unlessIn: plumbing,
    replace: ([, name]) => `${name ?? ''}(',')`,
  }),
];
