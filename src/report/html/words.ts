// Words with a sign and a colour: dispositions, statuses, severities.
import { markOf } from '../../drawing/signs.js';
import type { ReportFinding, ReportStrategy } from '../model.js';
import { made, markup, text, type Markup } from './markup.js';

/** Sign of a status. */
export const statusSign = (status: string): string => own(statusTones, status)?.[1] ?? '';

/** Class names come from these lists, never from a report. */
const statusTones: Readonly<Record<string, readonly [tone: string, sign: string]>> = {
  complete: ['good', '\u2713'],
  review: ['look', '?'],
  partial: ['work', '!'],
  embedded: ['calm', '\u21b3'],
  failed: ['bad', '\u00d7'],
  checked: ['calm', '\u2713'],
  skipped: ['calm', '\u2212'],
};
const severityTones: Readonly<Record<string, readonly [tone: string, sign: string]>> = {
  error: ['bad', '\u00d7'],
  warning: ['look', '!'],
  info: ['calm', 'i'],
};

const word = (value: string, [tone, sign]: readonly [string, string]): Markup =>
  markup`<span class="word t-${made(tone)}"><span class="sign" aria-hidden="true">${made(sign)}</span>${text(value)}</span>`;

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

export const statusWord = ({ status }: Pick<ReportStrategy, 'status'>): Markup =>
  word(status, own(statusTones, status) ?? ['calm', '']);

export const severityWord = ({
  severity,
  suppressed,
}: Pick<ReportFinding, 'severity' | 'suppressed'>): Markup =>
  suppressed === undefined
    ? word(severity, own(severityTones, severity) ?? ['calm', ''])
    : word('accepted', ['calm', '\u2212']);

/** A disposition as drawings show it. */
export function dispositionWord(disposition: string): Markup {
  const { sign } = markOf(disposition);
  return sign === ''
    ? text(disposition)
    : markup`<span class="word d-${made(disposition)}"><span class="sign" aria-hidden="true">${made(sign)}</span>${text(disposition)}</span>`;
}

/** Findings of a severity that count. */
export const open = (findings: readonly ReportFinding[], severity: string): number =>
  findings.filter((finding) => finding.severity === severity && finding.suppressed === undefined).length;

/** 12345 as 12,345. */
export const figure = (value: number): Markup => text(String(value).replace(/\B(?=(\d{3})+$)/g, ','));
