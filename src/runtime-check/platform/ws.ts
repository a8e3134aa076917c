// The answer to an HTTP request that was sent to the session.
import { asText, type PlatformModule } from './module.js';

export const ws: PlatformModule = {
  prefix: 'ws',
  elements: {
    response: (call, { recorder }) => {
      const { values } = call;
      recorder.detail(
        'action',
        `ws:response ${asText(values['type'] ?? 'positive')} ${asText(values['resultcode'])}`.trim(),
      );
    },
  },
  functions: {},
};
