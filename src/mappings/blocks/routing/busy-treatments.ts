// Busy treatments: what the caller hears while the request waits. URS plays the list in order; under Orchestration it stands inside the submit.
import type { BlockType, PropertiesOf, Value } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Action, ElementChild } from '../../target-tree.js';
import { dialogElement } from '../treatments/dialog.js';
import { defaultDestination } from '../treatments/set-default-destination.js';

export type TreatmentRow = PropertiesOf<'Selection'>['busyTreatments'][number];

export interface BusyTreatments {
  /** dialog:runtreatments, or nothing. */
  readonly children: readonly ElementChild[];
  /** What has to be done before the submit (Set Default Destination). */
  readonly before: readonly Action[];
  /** Seconds after which the list leaves the block (Exit), when it does. */
  readonly exitAfter: number | undefined;
}

const typeWords: Readonly<Record<string, BlockType>> = {
  tts: 'TextToSpeech',
  music: 'Music',
  ran: 'RAN',
  ivr: 'IVR',
};

/** `Play Announcement and Collect Digits` -> `PlayAnnouncementAndCollectDigits`. */
function treatmentType(row: TreatmentRow): BlockType {
  const words = (row.type?.value ?? '').trim();
  const known = typeWords[words.toLowerCase()];
  if (known) return known;
  const pascal = words
    .split(/[^A-Za-z]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
  return pascal as BlockType; // an unknown word falls through to the default of dialogElement
}

/** Converts the list; each row that has no equivalent is reported. */
export function busyTreatments(rows: readonly TreatmentRow[], cx: BlockContext): BusyTreatments {
  const children: ElementChild[] = [];
  const before: Action[] = [];
  let elapsed: number | undefined = 0;
  let exitAfter: number | undefined;
  for (const row of rows) {
    const type = treatmentType(row);
    if (type === 'SetDefaultDestination') {
      if (row.destination) {
        before.push({
          kind: 'assign',
          location: defaultDestination,
          value: cx.stored(row.destination, 'STRING').js,
        });
        cx.review('the default destination is set before the list is played, not when its turn comes');
      }
      continue;
    }
    if (type === 'Exit' || type === 'BusyTreatmentExit') {
      if (elapsed === undefined) cx.placeholder('Exit follows a treatment whose length is not known');
      else {
        exitAfter = elapsed;
        cx.review(
          `the busy treatment list leaves the block at its Exit, after ${elapsed} s; this became the timeout`,
        );
      }
      break;
    }
    if (type === 'CancelCall') {
      cx.review(
        'Cancel Call among the busy treatments was left out: nothing else plays when its turn comes',
        row.type?.id,
      );
      continue;
    }
    const element = dialogElement(
      type,
      { ...row, prompts: row.rows.prompts, parameters: row.rows.parameters },
      cx,
    );
    if (element === undefined) {
      cx.placeholder(`busy treatment "${row.type?.value ?? ''}" is not known`);
      continue;
    }
    children.push(element);
    elapsed = elapsed === undefined ? undefined : plus(elapsed, row.duration);
  }
  if (children.length > 0) ['busy.order', 'busy.target-found'].forEach((id) => cx.assume(id));
  return { children: children.length > 0 ? [runTreatments(children)] : [], before, exitAfter };
}

const runTreatments = (children: readonly ElementChild[]): ElementChild => ({
  kind: 'element',
  module: 'dialog',
  name: 'runtreatments',
  attributes: {},
  children,
});

function plus(elapsed: number, duration: Value | undefined): number | undefined {
  return duration?.kind === 'expression' && duration.expr.kind === 'number'
    ? elapsed + duration.expr.value
    : undefined;
}

/** Shortens a timeout to the moment at which the list leaves the block. */
export function shorten(timeout: js.Js, exitAfter: number | undefined): js.Js {
  if (exitAfter === undefined) return timeout;
  return timeout.kind === 'number' && timeout.value <= exitAfter ? timeout : js.number(exitAfter);
}

/** Accounts for a list that is not played. */
export function omitTreatments(p: PropertiesOf<'Statistics'>, cx: BlockContext): void {
  for (const row of p.busyTreatments) {
    for (const part of [row, ...row.rows.prompts, ...row.rows.parameters]) {
      for (const field of Object.values(part)) {
        if (typeof field === 'object' && 'kind' in field) cx.omit(field.id, 'Use Treatments is off');
      }
    }
  }
}
