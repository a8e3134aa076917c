// The constant part of `_genesys`: enumerations and descriptions. Only the names are documented; where a number is not, ours counts from 0.
import type { Plain } from '../script/engine.js';
import { modules } from '../validate/catalogue/index.js';

/** Whether a value stands for a member of an enumeration: its number, or its name. */
export function isMember(enumeration: string, member: string, given: Plain): boolean {
  const rows = modules.flatMap(({ enumerations }) => Object.entries(enumerations));
  const members = rows.find(([path]) => path === enumeration)?.[1].members ?? {};
  const number = members[member]?.value ?? Object.keys(members).indexOf(member);
  return given === member || given === number;
}

/** The name of the member that a value stands for; '' when it is none. */
export function memberOf(enumeration: string, given: Plain): string {
  const rows = modules.flatMap(({ enumerations }) => Object.entries(enumerations));
  const members = Object.keys(rows.find(([path]) => path === enumeration)?.[1].members ?? {});
  return members.find((member) => isMember(enumeration, member, given)) ?? '';
}

/** The value of the global `_genesys` before functions and interactions are added. */
export function genesysConstants(sessionName: string): Plain {
  const root: Record<string, Record<string, Plain>> = Object.fromEntries(
    modules.map(({ prefix }) => [prefix, {}]),
  );
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
    ixn: { ...root['ixn'], interactions: {}, firstixnid: '' },
    session: {
      ...root['session'],
      server: { url: 'http://ors.invalid', name: sessionName, cluster: 'simulated' },
      tenant: 'Environment',
      tenantid: 1,
    },
  };
}
