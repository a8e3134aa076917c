// Open questions about priorities that grow by intervals.
import { defineAssumptions } from './define.js';

export const incrementAssumptions = defineAssumptions([
  {
    id: 'priority-increment.arguments',
    question: 'In which order do the arguments of IncrementPriority stand?',
    default: 'increment, interval',
    alternatives: ['interval, increment'],
    evidence: 'unverified',
    why: 'The function is known by name only. A limit, where there is one, is taken for the third argument.',
  },
  {
    id: 'priority-increment.interval',
    question: 'In which unit is the interval of a priority increment?',
    default: 'seconds',
    alternatives: ['minutes'],
    evidence: 'unverified',
    why: 'Timeouts of a Selection are in seconds; nothing was found about the interval.',
  },
  {
    id: 'priority-increment.start',
    question: 'From when does a priority grow?',
    default: 'the first wait after the call',
    alternatives: ['each wait anew'],
    evidence: 'unverified',
    why: 'The priority belongs to the interaction, so that one Selection goes on where the last one stopped, announcements between them included. The queue functions of the simulator count from the submit that waits.',
  },
  {
    id: 'priority-increment.limit',
    question: 'What does the limit of a priority increment limit?',
    default: 'the priority',
    alternatives: [],
    evidence: 'unverified',
    why: 'priorityLimits of Orchestration is a function of its own, so that a limit of the priority itself is likely; a priority that is beyond the limit from the start stays as it is.',
  },
  {
    id: 'priority-increment.again',
    question: 'What becomes of what a priority has grown by when increments are set again?',
    default: 'it stays',
    alternatives: [],
    evidence: 'unverified',
    why: 'The call says how the priority grows, not what it is. It stays, too, when Priority sets a new one, and is added to that.',
  },
]);
