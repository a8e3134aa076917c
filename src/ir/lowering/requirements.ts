// What a block cannot do its work without. Composer diagrams are checked where they are read.
import { diagnose } from '../../diagnostics/index.js';
import type { SourceBlock, SourceRow, SourceValue } from '../../ird-parser/source-model.js';
import type { ShapedBlockType } from '../../ird-parser/shapes.js';
import type { Lowering, Place } from './context.js';

interface Requirement {
  /** One of these properties or rows must be there. */
  readonly oneOf: readonly string[];
  /** What is missing, in words. */
  readonly called: string;
  /** Without it the block is empty rather than broken. */
  readonly mayBeEmpty?: boolean;
  /** Columns that each row needs. */
  readonly columns?: readonly string[];
}

const need = (property: string, called: string): Requirement => ({ oneOf: [property], called });
const rows = (property: string, called: string, columns: readonly string[]): Requirement => ({
  oneOf: [property],
  called,
  mayBeEmpty: true,
  columns,
});
const targets: Requirement = { oneOf: ['targets', 'targetList'], called: 'targets', columns: ['name'] };
const segments = rows('segments', 'segments', ['port']);
const prompts = rows('prompts', 'prompts', ['value']);
const text = need('text', 'text to speak');

const requirements: Readonly<Partial<Record<ShapedBlockType, readonly Requirement[]>>> = {
  Assign: [need('variable', 'variable'), need('expression', 'expression')],
  MultiAssign: [rows('assignments', 'assignments', ['variable', 'expression'])],
  Function: [need('expression', 'function call')],
  MultiFunction: [rows('calls', 'function calls', ['expression'])],
  If: [need('condition', 'condition')],
  CallSubroutine: [need('subroutine', 'name of a subroutine')],
  Attach: [need('key', 'key'), need('value', 'value')],
  MultiAttach: [rows('pairs', 'pairs', ['key', 'value'])],
  ANI: [segments],
  DNIS: [segments],
  Date: [segments],
  DayOfWeek: [segments],
  Time: [segments],
  Business: [segments],
  ClassifySegmentation: [segments],
  ScreenSegmentation: [segments],
  ErrorSegmentation: [segments],
  CustomServer: [need('request', 'request')],
  WebService: [need('url', 'address')],
  ExternalService: [need('application', 'application'), need('service', 'service'), need('method', 'method')],
  Macro: [need('macro', 'name of a macro')],
  SwitchToStrategy: [need('strategy', 'name of a strategy')],
  Generic: [rows('segments', 'segments', ['port', 'condition'])],
  PlayAnnouncement: [prompts],
  PlayAnnouncementAndCollectDigits: [prompts],
  TextToSpeech: [text],
  TextToSpeechAndCollectDigits: [text],
  PlayApplication: [need('application', 'application')],
  IVR: [need('target', 'target')],
  SetDefaultDestination: [need('destination', 'destination')],
  Selection: [targets],
  Statistics: [targets],
  Percentage: [targets],
  LoadBalancing: [targets],
  ServiceLevel: [targets],
  ForceRouting: [targets],
  QueueInteraction: [need('queue', 'interaction queue')],
  RouteInteraction: [targets],
  Workbin: [need('workbin', 'workbin')],
  RoutingRule: [need('rule', 'name of a rule')],
  Classify: [need('categoryRoot', 'root category')],
  AddRecord: [need('callingList', 'calling list')],
};

const table: ReadonlyMap<string, readonly Requirement[]> = new Map(Object.entries(requirements));

/** Reports what the block lacks. */
export function checkRequirements(block: SourceBlock, place: Place, cx: Lowering): void {
  for (const requirement of table.get(block.type) ?? []) {
    const { oneOf, called, mayBeEmpty = false, columns = [] } = requirement;
    if (!oneOf.some((name) => isGiven(block.properties[name]) || hasRows(block.rows[name]))) {
      const code = mayBeEmpty ? 'IRD2017' : 'IRD2016';
      cx.diagnostics.push(diagnose(code, place.node, block.span, { block: place.label, missing: called }));
    }
    for (const name of oneOf) {
      (block.rows[name] ?? []).forEach((row, index) => {
        checkRow(row, columns, `row ${index + 1} of its ${called}`, place, cx);
      });
    }
  }
}

function checkRow(
  row: SourceRow,
  columns: readonly string[],
  where: string,
  place: Place,
  cx: Lowering,
): void {
  for (const column of columns) {
    if (isGiven(row.columns[column])) continue;
    const missing = `${column} in ${where}`;
    cx.diagnostics.push(diagnose('IRD2016', place.node, row.span, { block: place.label, missing }));
  }
}

const hasRows = (found: readonly SourceRow[] | undefined): boolean => found !== undefined && found.length > 0;

/** A value that cannot be used is reported as such, not as missing. */
function isGiven(value: SourceValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'text') return value.value.trim() !== '';
  if (value.kind === 'variable') return value.name.trim() !== '';
  return true;
}
