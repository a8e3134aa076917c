// CallInfo and Data Manipulation: properties of the interaction, and its attached data.
import type { CallProperty } from '../context.js';
import { toText } from '../values.js';
import type { Arguments } from '../arguments.js';
import type { Compute, Family } from './define.js';

const property =
  (name: CallProperty): Compute =>
  (_args, cx) =>
    cx.call(name);

/** The first digits of the calling number by the North American plan, without its country code 1. */
const digitsOfCaller =
  (count: number): Compute =>
  (_args, cx) => {
    const digits = [...cx.call('ani')].filter((c) => c >= '0' && c <= '9');
    const national = digits.length === 11 && digits[0] === '1' ? digits.slice(1) : digits;
    return national.slice(0, count).join('');
  };

/** The value that a pair gets: numbers as written. */
const pairValue = (args: Arguments): string => toText(args.value(1));

const remove: Compute = (args, cx) => {
  cx.data.remove(args.text(0));
  return '';
};

const extension: Compute = (args, cx) => cx.extension(args.text(0)) ?? '';

export const interaction: Family = {
  ANI: property('ani'),
  CallID: property('callid'),
  CallType: property('callType'),
  CallUUID: property('interaction'),
  ConnID: property('connid'),
  DNIS: property('dnis'),
  ExtData: extension,
  ExtensionData: extension,
  GetCurrentSwitch: property('server'),
  HomeLocation: property('server'),
  InteractionID: property('interaction'),
  MediaType: property('mediaType'),
  NPA: digitsOfCaller(3),
  NPANXX: digitsOfCaller(6),
  Orig: property('ani'),
  OtherDN: property('otherDN'),
  TServer: property('server'),
  Tenant: property('tenant'),
  TenantID: property('tenantID'),
  ThisDN: property('thisDN'),
  AttachedDataItemList: (_args, cx) =>
    cx.data
      .pairs()
      .map(([key, value]) => `${key}:${value}`)
      .join('|'),
  AttachedDataKeyList: (_args, cx) =>
    cx.data
      .pairs()
      .map(([key]) => key)
      .join('|'),
  UData: (args, cx) => cx.data.read(args.text(0)) ?? '',
  Attach: (args, cx) => {
    cx.data.attach(args.text(0), pairValue(args));
    return '';
  },
  Update: (args, cx) => {
    cx.data.update(args.text(0), pairValue(args));
    return '';
  },
  Delete: remove,
  DeleteAttachedData: remove,
};
