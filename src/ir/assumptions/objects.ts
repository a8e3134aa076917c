// Open questions about single objects: errors, macros, jumps, requests to other servers.
import { defineAssumptions } from './define.js';

export const objectAssumptions = defineAssumptions([
  {
    id: 'error-segmentation.match',
    question: 'How does a segment of Error Segmentation name its error?',
    default: 'by event, number or words',
    alternatives: [],
    evidence: 'inferred',
    why: 'The error codes of URS were not found. A segment is compared with the event of Orchestration, with the number in its error, and with the words of its error and description.',
  },
  {
    id: 'treatment.result',
    question: 'What does the result variable of Play Application and Record User Announcement receive?',
    default: 'the extensions of its end, as a list',
    alternatives: [],
    evidence: 'unverified',
    why: 'The events that end these treatments are documented with extensions and without digits; under which of their keys a result or the id of a recording stands was not found.',
  },
  {
    id: 'macro.variables',
    question: 'Which variables does a macro work on?',
    default: 'its own, fresh at each use',
    alternatives: [],
    evidence: 'inferred',
    why: 'Nothing was found about it. Parameters are copied in, results are copied out, as for a subroutine; variables that the macro declares are its own.',
  },
  {
    id: 'variables.script',
    question: 'Who shares a variable of scope SCRIPT?',
    default: 'one for all of a call',
    alternatives: ['one for each strategy'],
    evidence: 'inferred',
    why: 'Logs of URS mark variables as LOCAL or SCRIPT; practitioners remember that strategies and subroutines of a call share the latter by name. They start once, with the first declaration that the page meets.',
  },
  {
    id: 'service-level.widening',
    question: 'When does Service Level routing add targets?',
    default: 'after the seconds of each step',
    alternatives: [],
    evidence: 'unverified',
    why: 'URS is said to widen the targets to keep the service level of the queue; how it computes the moment was not found. The time that the call has waited is what a page can tell.',
  },
  {
    id: 'switch.keeps',
    question: 'What does Switch to Strategy keep?',
    default: 'all but variables and calls',
    alternatives: [],
    evidence: 'inferred',
    why: 'URS logs a jump, not a call. Variables are local to a strategy; interaction, priority, default destination and waiting targets belong to the call.',
  },
]);
