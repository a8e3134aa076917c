// The session module: requests to other servers, sessions beside the own one, list objects, options, local time.
import type { PlatformModule } from './module.js';
import { start, terminate, updatestart } from './session-control.js';
import { fetch } from './session-fetch.js';
import { sessionFunctions } from './session-functions.js';

export const session: PlatformModule = {
  prefix: 'session',
  elements: { fetch, start, terminate, updatestart },
  functions: sessionFunctions,
};
