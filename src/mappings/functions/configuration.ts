// Options and the names of the servers: what the session module of Orchestration gives for them.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { argument, since813, sources } from './row.js';

const observed = {
  evidence: 'observed',
  disposition: 'review',
  cost: 1,
  target: since813,
} as const;

/** A member of an enumeration of the session module, by the constant of IRD with the same name. */
const lookupSequence = (name: Js): Js =>
  name.kind === 'string' && /^[A-Za-z_]\w*$/.test(name.value)
    ? js.path(`_genesys.session.lookupseq.${name.value}`)
    : js.index(js.path('_genesys.session.lookupseq'), name);

/** The word with which Router is asked for the application; with any other it gives the cluster. */
const applicationName = 'APPLICATION_NAME';
const server = {
  name: js.path('_genesys.session.server.name'),
  cluster: js.path('_genesys.session.server.cluster'),
};

export const configuration = defineFunctions([
  {
    ...observed,
    ird: 'GetConfigOption',
    source: 'session function getConfigOption and its look-up sequences, seen in generated pages',
    about:
      'The option by getConfigOption, searched in the same order; how IRD wrote the path of an option is not documented',
    throws: true,
    examples: [
      {
        ird: "GetConfigOption['limit','StartFromTenant']",
        js: "ird.text(_genesys.session.getConfigOption(_data.ird_ixn, 'limit', _genesys.session.lookupseq.StartFromTenant))",
        value: '10',
      },
    ],
    build: (args, cx) => {
      const sequence = args.length > 1 ? [lookupSequence(argument(args, args.length - 1))] : [];
      return cx.library(
        'text',
        js.call('_genesys.session.getConfigOption', cx.interaction, argument(args, 0), ...sequence),
      );
    },
  },
  {
    ...observed,
    ird: 'Router',
    evidence: 'documented',
    source: sources.irdDescription,
    about:
      'Name or cluster of the server that runs the page: that is Orchestration Server, where IRD gave the router',
    examples: [
      {
        ird: "Router['APPLICATION_NAME']",
        js: 'ird.text(_genesys.session.server.name)',
        value: 'ORS_1',
      },
      { ird: "Router['CLUSTER']", js: 'ird.text(_genesys.session.server.cluster)', value: 'ORS' },
    ],
    build: (args, cx) => {
      const wanted = argument(args, 0);
      if (wanted.kind === 'string')
        return cx.library('text', wanted.value === applicationName ? server.name : server.cluster);
      const isName = js.binary(wanted, '==', js.text(applicationName));
      return cx.library('text', js.conditional(isName, server.name, server.cluster));
    },
  },
  {
    ...observed,
    ird: 'SetCallOption',
    source: 'session function setOptions, seen in a log of Orchestration Server',
    about: 'Sets the option for this call by setOptions; the parameters of that function are not documented',
    throws: true,
    examples: [
      {
        ird: "SetCallOption['report_targets','true']",
        js: "_genesys.session.setOptions('report_targets', 'true')",
      },
    ],
    build: (args) => js.call('_genesys.session.setOptions', ...args),
  },
]);
