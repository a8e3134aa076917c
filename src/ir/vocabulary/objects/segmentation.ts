// Objects of IRD's toolbar "Segmentation": one port for each segment, and a default.
import { objects, ports } from './define.js';

const order: readonly string[] = ['segment.order'];
const ranges: readonly string[] = [...order, 'segment.ranges'];

export const segmentationObjects = objects(
  {
    category: 'Segmentation',
    ports: ports.segments,
    branches: ['segments', 'port'],
    waits: false,
    restsOn: order,
    evidence: 'documented',
    portsEvidence: 'inferred',
    source: "Orchestration Server Developer's Guide, Migration",
  },
  {
    ANI: { name: 'ANI', about: 'Branches by the number of the caller.' },
    DNIS: { name: 'DNIS', about: 'Branches by the number that was dialled.' },
    Date: { name: 'Date', restsOn: ranges, about: 'Branches by ranges of dates.' },
    DayOfWeek: { name: 'Day of Week', restsOn: ranges, about: 'Branches by the day of the week.' },
    Time: {
      name: 'Time',
      restsOn: ranges,
      evidence: 'unverified',
      source: 'general knowledge of Universal Routing, not checked against its Reference Manual',
      about: 'Branches by ranges of the time of day.',
    },
    Generic: { name: 'Generic', about: 'Branches by a list of conditions; the first that holds wins.' },
    Business: {
      name: 'Business',
      mainProperties: ['attribute'],
      about: 'Branches by a business attribute of the interaction.',
    },
    ClassifySegmentation: {
      name: 'Classify (segmentation)',
      ports: ports.segmentsAndRed,
      about: 'Branches by the category that classification gave the interaction.',
    },
    ScreenSegmentation: {
      name: 'Screen (segmentation)',
      evidence: 'unverified',
      source: 'general knowledge of Universal Routing, not checked against its Reference Manual',
      about: 'Branches by the screening rule that fits.',
    },
  },
);
