// Objects of the toolbar Outbound: requests about records of calling lists, over HTTP to the Outbound server. The record is the one that the call
// carries (GSW_RECORD_URI, GSW_RECORD_HANDLE); names of requests and fields are those of the server's protocol for desktops.
import type { Block, Expr, PropertiesOf, Value } from '../../../ir/nodes.js';
import type { Evidence } from '../../../ir/vocabulary/facts.js';
import { defineBlock, type BlockContext, type BlockMapping, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { askingState, objectOf, post } from '../requests.js';

type Record_ = PropertiesOf<'DoNotCall'>;

const source =
  'Orchestration developer guide, Migration and Integration (session:fetch by post with req=AddRecord); Outbound Contact deployment guide, request types of the log table; addresses of records observed in generated pages';

/** Where the Outbound server is asked. */
export const outboundServer = (cx: Pick<BlockContext, 'shared'>): Js =>
  cx.shared('outbound_url', 'Where the Outbound server takes requests over HTTP, e.g. http://host:port.');

function recordBlock<
  T extends 'CancelRecord' | 'DoNotCall' | 'RecordProcessed' | 'RescheduleRecord' | 'UpdateRecord',
>(type: T, request: string, evidence: Evidence, words: string): BlockMapping<T> {
  return defineBlock<T>({
    type,
    disposition: 'review',
    evidence,
    cost: 2,
    target: { from: '8.1.3' },
    source,
    about: `session:fetch by post to the record that the call carries (GSW_RECORD_URI, else ird_outbound_url and GSW_RECORD_HANDLE) with req=${request}: ${words}. Without either it takes the red port.`,
    build: (block, cx) => {
      const properties: Record_ = block.properties;
      const url = cx.library('recordUrl', cx.interaction, outboundServer(cx), js.text(request));
      return askOutbound(block as Block, url, fieldsOf(properties, cx), properties.timeout, cx); // a type parameter does not narrow to its union
    },
  });
}

/** What is said about the record. */
function fieldsOf(properties: Record_, cx: BlockContext): Readonly<Record<string, Js>> {
  const { phone, customerId, callResult, dateTime, fields } = properties;
  return {
    ...(phone ? { GSW_PHONE: textField(phone, cx) } : {}),
    ...(customerId ? { GSW_CUSTOMER_ID: textField(customerId, cx) } : {}),
    ...(callResult ? { GSW_CALL_RESULT: cx.expression(callResult).js } : {}),
    ...(dateTime ? { GSW_DATE_TIME: textField(dateTime, cx) } : {}),
    ...objectOf(fields, cx),
  };
}

const textField = (value: Value, cx: BlockContext): Js =>
  fieldText(cx.expression(value).js, value.kind === 'expression' ? value.expr : undefined, cx);

/** What a field that holds text is given: the zeros at the front of a number that is written there belong to it. */
export function fieldText(built: Js, expr: Expr | undefined, cx: Pick<BlockContext, 'library'>): Js {
  if (expr?.kind === 'number') return js.text(expr.raw);
  return expr?.type === 'INTEGER' || expr?.type === 'FLOAT' ? cx.library('text', built) : built;
}

function askOutbound(
  block: Block,
  url: Js,
  fields: Readonly<Record<string, Js>>,
  timeout: Record_['timeout'],
  cx: BlockContext,
): Region {
  const body = js.call('JSON.stringify', js.object(fields));
  const outcome = { success: cx.target('green'), failure: cx.target('red') };
  return { states: [askingState(block, post(url, body, timeout, cx), outcome, cx)] };
}

export const addRecordBlock = defineBlock({
  type: 'AddRecord',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.3' },
  source,
  about:
    'session:fetch by post to the calling list on the Outbound server (ird_outbound_url, else the server of GSW_RECORD_URI) with req=AddRecord; the path of the list is inferred.',
  build: (block, cx) => {
    const { callingList, campaign, timeout } = block.properties;
    if ((callingList?.value ?? '') === '') cx.placeholder('it names no calling list');
    const list = callingList ? cx.text(callingList) : js.text('');
    const names = { GSW_CALLING_LIST: list, ...(campaign ? { GSW_CAMPAIGN_NAME: cx.text(campaign) } : {}) };
    const url = cx.library('listUrl', cx.interaction, outboundServer(cx), list);
    return askOutbound(block, url, { ...names, ...fieldsOf(block.properties, cx) }, timeout, cx);
  },
});

export const cancelRecordBlock = recordBlock(
  'CancelRecord',
  'RequestRecordCancel',
  'unverified',
  'the record is not called any more',
);
export const doNotCallBlock = recordBlock(
  'DoNotCall',
  'DoNotCall',
  'inferred',
  'the number or the customer is not called any more',
);
export const recordProcessedBlock = recordBlock(
  'RecordProcessed',
  'RecordProcessed',
  'inferred',
  'the record is done with',
);
export const rescheduleRecordBlock = recordBlock(
  'RescheduleRecord',
  'RecordReschedule',
  'inferred',
  'the record is called at another time',
);
export const updateRecordBlock = recordBlock(
  'UpdateRecord',
  'UpdateCallCompletionStats',
  'unverified',
  'result and fields of the record are changed',
);
