// What a page sees of an interaction: the object `_genesys.ixn.interactions[id]`.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interactions.js';

/** The value of `_genesys.ixn.interactions`: by id and by number. */
export function interactionsObject(all: readonly Interaction[]): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    all.flatMap((interaction, index) => {
      const object = interactionObject(interaction);
      return [
        [String(index), object],
        [interaction.id, object],
      ] as const;
    }),
  );
}

function interactionObject(interaction: Interaction): Plain {
  const { category, media, calltype } = interaction;
  const parties: Plain = [
    ...(category === 'voice' ? [{ device: interaction.ani, devicetype: 'unknown' }] : []),
    { device: interaction.device, devicetype: interaction.delivery === undefined ? 'routepoint' : 'agent' },
  ];
  return {
    g_uid: interaction.id,
    category,
    media,
    tenantid: 1,
    parentid: '',
    ani: interaction.ani,
    contactedaddr: interaction.dnis,
    // User data come from the scenario and from scripts: plain data on both ways.
    udata: interaction.udata as Plain,
    parties,
    location: { media_server: 'simulated' },
    xdata: category === 'voice' ? {} : { ixn_queue_view: '' },
    ...(category === 'voice'
      ? {
          voice: {
            type: calltype,
            media,
            ani: interaction.ani,
            dnis: interaction.dnis,
            callid: interaction.callid,
            connid: interaction.connid,
          },
        }
      : {}),
    ...(category === 'msgbased'
      ? { msgbased: { type: 'InboundNew', media, queue: interaction.device, externalID: '', view: '' } }
      : {}),
    ...(category === 'chat' ? { chat: { type: 'chat', media, externalID: '', transcript: [] } } : {}),
  };
}
