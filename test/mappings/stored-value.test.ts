import { describe, expect, it } from 'vitest';
import { printJs } from '../../src/emit/print-js.js';
import type { IrdType } from '../../src/ir/nodes.js';
import * as js from '../../src/mappings/js.js';
import { storedAs } from '../../src/mappings/stored-value.js';

const stored = (to: IrdType, from: IrdType, value: js.Js): string =>
  printJs(storedAs(to, from, value, (name, ...args) => js.call(`ird.${name}`, ...args)));
const v = js.path('v');

describe('what a variable holds', () => {
  it('is a number when it is INTEGER', () => {
    expect(stored('INTEGER', 'STRING', v)).toBe('ird.num(v)');
    expect(stored('INTEGER', 'UNKNOWN', v)).toBe('ird.num(v)');
    expect(stored('INTEGER', 'FLOAT', v)).toBe('ird.whole(v)');
    expect(stored('DAY', 'STRING', v)).toBe('ird.num(v)');
  });
  it('is a text when it is STRING or LIST', () => {
    expect(stored('STRING', 'INTEGER', v)).toBe('ird.text(v)');
    expect(stored('STRING', 'BOOLEAN', v)).toBe('ird.text(v)');
    expect(stored('LIST', 'UNKNOWN', v)).toBe('ird.text(v)');
  });
  it('keeps a fraction when it is FLOAT', () => {
    expect(stored('FLOAT', 'STRING', v)).toBe('ird.float(v)');
    expect(stored('FLOAT', 'INTEGER', v)).toBe('v');
  });
  it('is the value itself when the types agree or nothing is known', () => {
    expect(stored('INTEGER', 'INTEGER', v)).toBe('v');
    expect(stored('INTEGER', 'BOOLEAN', v)).toBe('v');
    expect(stored('STRING', 'TIME', v)).toBe('v');
    expect(stored('TIME', 'STRING', v)).toBe('v');
    expect(stored('UNKNOWN', 'STRING', v)).toBe('v');
  });
  it('of a literal is computed at once', () => {
    expect(stored('INTEGER', 'STRING', js.text('30s'))).toBe('30');
    expect(stored('INTEGER', 'STRING', js.text('soon'))).toBe('0');
    expect(stored('INTEGER', 'FLOAT', js.number(-2.9))).toBe('-2');
    expect(stored('STRING', 'INTEGER', js.number(7))).toBe("'7'");
  });
  it('is not converted twice', () => {
    expect(stored('STRING', 'UNKNOWN', js.call('ird.text', v))).toBe('ird.text(v)');
    expect(stored('INTEGER', 'UNKNOWN', js.call('ird.num', v))).toBe('ird.num(v)');
  });
});
