// Outbound: what is said of the record that a call carries, and new records (docs/messages.md, Outbound).
import type { PropertiesOf } from '../../../../ir/nodes.js';
import { NotRunnable } from '../../faults.js';
import type { BlockContext, Flow } from '../../session.js';
import { addRecord, askAboutRecord, type Fields, type RecordRequest } from '../../servers/outbound.js';
import { keyedValues, sentValue, timeoutOf } from '../../servers/requests.js';
import { failing } from '../basics.js';
import { defineRunners } from '../define.js';

type Said = PropertiesOf<'DoNotCall'>;

/** The fields of the record that the block gives, then those of its own list. */
function* fieldsOf(said: Said, cx: BlockContext): Flow<Fields> {
  const { phone, customerId, callResult, dateTime } = said;
  return {
    ...(phone === undefined ? {} : { GSW_PHONE: yield* failing(cx.text(phone)) }),
    ...(customerId === undefined ? {} : { GSW_CUSTOMER_ID: yield* failing(cx.text(customerId)) }),
    ...(callResult === undefined ? {} : { GSW_CALL_RESULT: yield* sentValue(callResult, cx) }),
    ...(dateTime === undefined ? {} : { GSW_DATE_TIME: yield* failing(cx.text(dateTime)) }),
    ...(yield* keyedValues(said.fields, cx)),
  };
}

const about = (request: RecordRequest) =>
  function* (block: { readonly properties: Said }, cx: BlockContext): Flow<'success'> {
    const fields = yield* fieldsOf(block.properties, cx);
    const timeout = yield* timeoutOf(block.properties.timeout, cx);
    yield* askAboutRecord(cx.session, request, fields, timeout);
    return 'success';
  };

export const records = defineRunners({
  CancelRecord: about('RequestRecordCancel'),
  DoNotCall: about('DoNotCall'),
  RecordProcessed: about('RecordProcessed'),
  RescheduleRecord: about('RecordReschedule'),
  UpdateRecord: about('UpdateCallCompletionStats'),
  *AddRecord({ id, properties }, cx) {
    const { callingList, campaign, timeout } = properties;
    const list = callingList?.value ?? '';
    if (list === '') throw new NotRunnable(`block "${id}" names no calling list`);
    const named = campaign === undefined ? {} : { GSW_CAMPAIGN_NAME: campaign.value };
    const fields = { ...named, ...(yield* fieldsOf(properties, cx)) };
    yield* addRecord(cx.session, list, fields, yield* timeoutOf(timeout, cx));
    return 'success';
  },
});
