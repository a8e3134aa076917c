// The constant part of `_genesys`: enumerations and descriptions. Only the names are documented; where a number is not, ours counts from 0.
import type { Plain } from '../script/engine.js';
import { modules } from '../validate/catalogue/index.js';

const documentedNumbers: Readonly<Record<string, number>> = {
  '_genesys.session.lookupseq.StartFromStrategy': -1,
};

/** The value of the global `_genesys` before functions and interactions are added. */
export function genesysConstants(sessionName: string): Plain {
  const root: Record<string, Record<string, Plain>> = { queue: {}, ixn: {}, session: {}, statistic: {} };
  for (const module of modules) {
    for (const [path, members] of Object.entries(module.objects)) {
      const [, owner = '', object = ''] = path.split('.');
      const place = (root[owner] ??= {});
      place[object] = Object.fromEntries(
        members.map((member, index) => [member, documentedNumbers[`${path}.${member}`] ?? index]),
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
