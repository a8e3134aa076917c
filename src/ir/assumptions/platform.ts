// Open questions about clocks, statistics and attached keys: what the platform below a strategy answers.
import { defineAssumptions } from './define.js';

export const platformAssumptions = defineAssumptions([
  {
    id: 'clock.zone',
    question: 'Whose clock and time zone do Date, Day, Time and TimeStamp read?',
    default: 'the host of Orchestration Server',
    alternatives: [],
    evidence: 'observed',
    why: 'Orchestration Server reads the clock of its own host, URS read its own. Set both hosts to one zone, or name the zone in the strategy.',
  },
  {
    id: 'timeinzone.precision',
    question: 'How precise is the time that TimeInZone gives?',
    default: 'minutes',
    alternatives: ['seconds'],
    evidence: 'inferred',
    why: 'Time gives hh:mm, so TimeInZone is taken to do the same; the function of Orchestration Server gives hh:mm:ss.',
  },
  {
    id: 'sdata.missing',
    question: 'What does SData give for a statistic that has no value?',
    default: '0',
    alternatives: ['error'],
    evidence: 'unverified',
    why: 'Not described.',
  },
  {
    id: 'segmentation.attached-key',
    question: 'Which attached key do Business, Classify and Screen segmentation read?',
    default: 'the attribute, CategoryName, ScreenRuleName',
    alternatives: [],
    evidence: 'unverified',
    why: 'The objects branch on what earlier steps attached; the names of those keys were not found.',
  },
]);
