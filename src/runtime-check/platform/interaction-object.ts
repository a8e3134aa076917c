// What a page sees of an interaction: the object `_genesys.ixn.interactions[id]`.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';

// One that was merged into another is gone; one that has ended can still be read.
const isSeen = ({ known, state }: Interaction): boolean => known && state !== 'merged';

/** The first interaction that pages see. */
export const firstInteraction = (all: readonly Interaction[]): Interaction | undefined => all.find(isSeen);

/** The value of `_genesys.ixn.interactions`: by id and by number. */
export function interactionsObject(all: readonly Interaction[]): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    all.filter(isSeen).flatMap((interaction, index) => {
      const object = interactionObject(interaction);
      return [
        [String(index), object],
        [interaction.id, object],
      ] as const;
    }),
  );
}

function interactionObject(interaction: Interaction): Plain {
  const { category, media, message } = interaction;
  return {
    g_uid: interaction.id,
    category,
    media,
    tenantid: 1,
    parentid: interaction.parent,
    ani: interaction.ani,
    contactedaddr: interaction.dnis,
    // User data come from the scenario and from scripts: plain data on both ways.
    udata: interaction.udata as Plain,
    parties: interaction.parties.map(({ device, devicetype, state }) => ({ device, devicetype, state })),
    location: { media_server: 'simulated' },
    xdata: { ...(category === 'voice' ? {} : { ixn_queue_view: message.view }), ...interaction.extensions },
    ...(category === 'voice' ? { voice: voiceOf(interaction) } : {}),
    ...(category === 'msgbased'
      ? { msgbased: { ...messageOf(interaction), ...contentOf(interaction) } }
      : {}),
    ...(category === 'chat'
      ? {
          chat: {
            type: message.type,
            media,
            externalID: message.externalID,
            transcript: transcriptOf(interaction),
          },
        }
      : {}),
  };
}

const voiceOf = ({ calltype, media, ani, dnis, callid, connid }: Interaction): Plain => ({
  type: calltype,
  media,
  ani,
  dnis,
  callid,
  connid,
});

const messageOf = ({ media, message }: Interaction): Readonly<Record<string, Plain>> => ({
  type: message.type,
  media,
  queue: message.queue,
  externalID: message.externalID,
  view: message.view,
});

// Content of a scenario file is plain by the way it was read.
const contentOf = ({ message }: Interaction): Readonly<Record<string, Plain>> =>
  message.fetched ? { content: (message.content ?? {}) as Plain } : {};

/** The lines of a chat as a page sees them. */
export const transcriptOf = ({ message }: Interaction): readonly Plain[] =>
  message.transcript.map(({ from, text }) => ({ from, message: text }));
