// The modules of the platform that the simulator carries out, one file for each.
import { agent } from './agent.js';
import { classification } from './classification.js';
import { dialog } from './dialog.js';
import { elasticconnector } from './elasticconnector.js';
import { ixn } from './ixn.js';
import type { PlatformModule } from './module.js';
import { queue } from './queue.js';
import { session } from './session.js';
import { statistic } from './statistic.js';
import { ws } from './ws.js';

export const platformModules: readonly PlatformModule[] = [
  queue,
  ixn,
  dialog,
  session,
  statistic,
  ws,
  classification,
  elasticconnector,
  agent,
];
