// Blocks of Composer diagrams: known by example, from diagrams and the pages generated from them. Every output is named `default`.
import { objects, ports } from './define.js';

export const composerObjects = objects(
  {
    category: 'Composer',
    ports: ports.composer,
    waits: false,
    evidence: 'observed',
    portsEvidence: 'observed',
    source: 'diagrams of public Composer projects and the pages generated from them',
  },
  {
    ComposerEntry: { name: 'Entry', about: 'Start of a workflow.' },
    ComposerExit: { name: 'Exit', ports: ports.none, about: 'Ends a workflow.' },
    ComposerDisconnect: {
      name: 'Disconnect',
      ports: ports.none,
      about: 'Ends the interaction and the workflow.',
    },
    ComposerAssign: { name: 'Assign', about: 'A list of assignments.' },
    ComposerEcmaScript: { name: 'ECMAScript', about: 'Runs a script.' },
    ComposerBranching: {
      name: 'Branching',
      ports: [{ name: 'default', role: 'default' }],
      branches: ['conditions', 'name'],
      about: 'Branches by conditions in order.',
    },
    ComposerTarget: {
      name: 'Target',
      waits: true,
      ports: [{ name: 'default', role: 'success', mayEnd: true }],
      about: 'Queues the interaction and routes to the best target.',
    },
    ComposerForceRoute: {
      name: 'Force Route',
      waits: true,
      ports: [{ name: 'default', role: 'success', mayEnd: true }],
      about: 'Routes to a destination.',
    },
    ComposerPlayApplication: { name: 'Play Application', waits: true, about: 'Runs a voice application.' },
    ComposerPlayMessage: { name: 'Play Message', waits: true, about: 'Plays prompts.' },
    ComposerPlaySound: { name: 'Play Sound', waits: true, about: 'Plays music, a tone or silence.' },
    ComposerUserInput: { name: 'User Input', waits: true, about: 'Plays prompts and takes digits.' },
    ComposerUserData: { name: 'User Data', waits: true, about: 'Sets attached data.' },
    ComposerHttpRest: { name: 'HTTP REST', waits: true, about: 'Asks a web service.' },
    ComposerWebRequest: { name: 'Web Request', waits: true, about: 'Asks a web server.' },
    ComposerLog: { name: 'Log', about: 'Writes to the log.' },
    ComposerWait: {
      name: 'Wait Event',
      waits: true,
      ports: [...ports.composer, { name: 'timeout', role: 'branch', mayEnd: true }],
      about: 'Waits for an event or a time.',
    },
    ComposerSubroutine: { name: 'Subroutine', waits: true, about: 'Runs a sub-workflow.' },
    ComposerBeginParallel: {
      name: 'Begin Parallel',
      ports: ports.none,
      openPorts: true,
      about: 'Starts branches that run side by side.',
    },
    ComposerEndParallel: { name: 'End Parallel', waits: true, about: 'Waits for the branches.' },
    ComposerOpm: { name: 'OPM', waits: true, about: 'Reads operational parameters.' },
    ComposerCreateEmail: { name: 'Create Email', waits: true, about: 'Makes an e-mail.' },
    ComposerIdentifyCustomer: { name: 'Identify Customer', waits: true, about: 'Finds the contact.' },
    ComposerIpdNode: {
      name: 'Node of an interaction process',
      waits: true,
      ports: ports.none,
      openPorts: true,
      about: 'A queue, a workflow or another node of an interaction process.',
    },
  },
);
