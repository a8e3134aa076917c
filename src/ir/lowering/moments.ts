// Bare DATE, TIME and DAY constants: what `12/24/2026`, `17:30` and `Monday` stand for.
import type { MomentLiteral } from '../../ird-parser/languages/ast.js';
import { findConstant } from '../vocabulary/functions.js';

/** Seconds since midnight, `MM/DD/YYYY`, or 0 (Sunday) to 6; undefined when there is no such moment. */
export function momentValue(literal: Pick<MomentLiteral, 'type' | 'raw'>): number | string | undefined {
  switch (literal.type) {
    case 'TIME':
      return timeValue(literal.raw);
    case 'DATE':
      return dateValue(literal.raw);
    case 'DAY':
      return dayValue(literal.raw);
  }
}

function timeValue(raw: string): number | undefined {
  const [hours = NaN, minutes = NaN, seconds = 0, ...rest] = raw.split(':').map(wholeNumber);
  const exists = hours < 24 && minutes < 60 && seconds < 60 && rest.length === 0;
  return exists ? (hours * 60 + minutes) * 60 + seconds : undefined;
}

function dateValue(raw: string): string | undefined {
  const [month = NaN, day = NaN, year = NaN, ...rest] = raw.split('/').map(wholeNumber);
  const exists =
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year) && year >= 1000 && rest.length === 0;
  return exists ? [pad(month, 2), pad(day, 2), pad(year, 4)].join('/') : undefined;
}

function dayValue(raw: string): number | undefined {
  const constant = findConstant(raw);
  return constant?.returns === 'DAY' && typeof constant.value === 'number' ? constant.value : undefined;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const wholeNumber = (digits: string): number => (/^\d{1,4}$/.test(digits) ? Number(digits) : NaN);
const pad = (number: number, width: number): string => String(number).padStart(width, '0');
