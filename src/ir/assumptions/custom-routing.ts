// Open questions about custom routing: what the functions take and give that select, suspend and route.
import { defineAssumptions } from './define.js';

export const customRoutingAssumptions = defineAssumptions([
  {
    id: 'select-dn.arguments',
    question: 'What are the arguments of SelectDN?',
    default: 'targets, virtual queue, statistic, order, priority',
    alternatives: ['virtual queue, targets, statistic, order, priority'],
    evidence: 'unverified',
    why: 'Its signature is not public; these are the fields of the Selection that it stands for. Those that are left out hold as for a Selection.',
  },
  {
    id: 'select-dn.answer',
    question: 'What does SelectDN give?',
    default: 'the empty text: what is found comes from SuspendForDN',
    alternatives: [],
    evidence: 'unverified',
    why: 'It does not wait, and Orchestration tells of a target by an event. Whether URS gives the DN of a target that is ready at once is not described.',
  },
  {
    id: 'select-dn.again',
    question: 'What does the same SelectDN do while what it asked for waits, or something is found already?',
    default: 'nothing: the request keeps its place, and what is found is taken first',
    alternatives: [],
    evidence: 'unverified',
    why: 'Strategies call it in loops with SuspendForDN, whose log lines show one wait that begins again. A request whose targets, queue or priority may have changed is made anew.',
  },
  {
    id: 'suspend-dn.timeout',
    question: 'What becomes of the targets when the time of SuspendForDN is over?',
    default: 'they stay until ClearTargets or RouteCall',
    alternatives: [],
    evidence: 'inferred',
    why: 'URS log lines show the text return:timeout and a wait that begins again; dropping targets is the work of ClearTargets.',
  },
  {
    id: 'route-call.argument',
    question: 'What does RouteCall route to, and what becomes of other requests of the call?',
    default:
      'to what was selected when its argument names that or is empty, else to the number; others are given up',
    alternatives: [],
    evidence: 'unverified',
    why: 'It follows SuspendForDN, whose answer it is given; the signature of neither is public. A call that is routed waits nowhere else.',
  },
  {
    id: 'route-functions.arguments',
    question: 'What are the arguments of functions that route to where they say (TRoute and its relatives)?',
    default: 'destination, location, route type',
    alternatives: [],
    evidence: 'unverified',
    why: 'The request of the switch has them in this order. Further arguments have no part in the page.',
  },
  {
    id: 'service-functions.arguments',
    question:
      'What are the arguments of functions that ask a server (DBQuery, ESPRequest, AddRecord and others)?',
    default: 'the server first, then what is asked for, then its parameters',
    alternatives: [],
    evidence: 'unverified',
    why: 'The objects of the same meaning have their fields in this order. The page of each function says what it takes.',
  },
  {
    id: 'make-call.arguments',
    question: 'What are the arguments of functions that make a call?',
    default: 'destination, or origin and destination',
    alternatives: [],
    evidence: 'unverified',
    why: 'A call that names its destination alone is made from where the interaction stands.',
  },
]);
