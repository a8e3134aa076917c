// What an action does that the catalogue knows and no module carries out: it answers with its error.
import type { Handler } from './module.js';

export const notSimulated: Handler = (call, services) => {
  services.recorder.assume('not-simulated', call.name);
  if (!call.refused()) call.fail('unknown', `The simulator does not carry out ${call.name}.`);
};
