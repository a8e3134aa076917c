// Objects of IRD's toolbar "Miscellaneous": variables, conditions, functions, subroutines.
import { meaning, objects, ports } from './define.js';

export const miscellaneousObjects = objects(
  {
    category: 'Miscellaneous',
    ports: ports.greenAndRed,
    waits: false,
    evidence: 'documented',
    portsEvidence: 'inferred',
    restsOn: meaning,
    source: "Composer's Migration from IRD, Miscellaneous Objects",
  },
  {
    Entry: {
      name: 'Entry',
      ports: ports.start,
      portsEvidence: 'observed',
      restsOn: [],
      about: 'Start of a strategy or subroutine.',
    },
    Exit: {
      name: 'Exit',
      ports: ports.none,
      portsEvidence: 'documented',
      restsOn: [],
      about: 'Ends the strategy; in a subroutine control returns to the caller.',
    },
    Assign: {
      name: 'Assign',
      mainProperties: ['variable'],
      about: 'Gives a variable the value of an expression.',
    },
    MultiAssign: {
      name: 'Multi-Assign',
      about: 'A list of assignments from top to bottom; later rows see the results of earlier ones.',
    },
    Function: {
      name: 'Function',
      mainProperties: ['expression'],
      about: 'Calls a function; the result may be kept in a variable.',
    },
    MultiFunction: { name: 'Multi-Function', about: 'A list of function calls from top to bottom.' },
    If: { name: 'If', ports: ports.condition, restsOn: ['port.if'], about: 'Two ways out by a condition.' },
    CallSubroutine: {
      name: 'Call Subroutine',
      waits: true,
      mainProperties: ['subroutine'],
      about: 'Runs a subroutine, with parameters in and out.',
    },
    Attach: {
      name: 'Attach',
      mainProperties: ['key'],
      source: 'guide on Universal Contact Centre key blocks',
      about: 'Attaches one pair to the interaction.',
    },
    MultiAttach: { name: 'Multi-Attach', about: 'Attaches several pairs to the interaction.' },
    Comment: {
      name: 'Comment',
      ports: ports.none,
      portsEvidence: 'documented',
      restsOn: [],
      source: "Orchestration Server Developer's Guide, Migration",
      about: 'Text on the canvas; nothing runs.',
    },
    Macro: {
      name: 'Macro',
      waits: true,
      mainProperties: ['macro'],
      about: 'A named fragment that strategies share.',
    },
    ErrorSegmentation: {
      name: 'Error Segmentation',
      ports: ports.segments,
      branches: ['segments', 'port'],
      restsOn: ['segment.order'],
      about: 'Stands after a red port and branches by the error; one port for each error listed.',
    },
    SwitchToStrategy: {
      name: 'Switch to Strategy',
      mainProperties: ['strategy'],
      ports: ports.redOnly,
      evidence: 'unverified',
      source: 'URS log lines in a public log reader; general knowledge',
      about: 'Goes on with another strategy and does not return.',
    },
  },
);
