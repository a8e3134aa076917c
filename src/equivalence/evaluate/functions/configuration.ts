// Configuration Options: an option by its name. Where the search begins makes no difference to one that is set in a single place.
import type { Family } from './define.js';

export const configuration: Family = {
  GetConfigOption: (args, cx) => cx.option(args.text(0)) ?? '',
};
