// The constant part of `_genesys`: enumerations and descriptions. Only the names are documented; where a number is not, ours counts from 0.
import type { Plain } from '../script/engine.js';
import { modules } from '../validate/catalogue/index.js';

/** The value of the global `_genesys` before functions and interactions are added. */
export function genesysConstants(sessionName: string): Plain {
  const root: Record<string, Record<string, Plain>> = { queue: {}, ixn: {}, session: {}, statistic: {} };
  for (const module of modules) {
    for (const [path, { members }] of Object.entries(module.enumerations)) {
      const [, owner = '', object = ''] = path.split('.');
      const place = (root[owner] ??= {});
      place[object] = Object.fromEntries(
        Object.entries(members).map(([member, row], index) => [member, row.value ?? index]),
      );
    }
  }
  return {
    ...root,
    ixn: { ...root['ixn'], interactions: {} },
    session: {
      ...root['session'],
      server: { url: 'http://ors.invalid', name: sessionName, cluster: 'simulated' },
      tenant: 'Environment',
      tenantid: 1,
    },
  };
}
