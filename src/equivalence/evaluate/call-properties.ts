// What IRD's functions for properties of a call give for an interaction of the simulated world.
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { CallProperty } from './context.js';

/** What an interaction came with beside its data; the simulated platform adds the view that a message came from. */
export function extensionOf({ category, message, extensions }: Interaction, key: string): string | undefined {
  if (Object.hasOwn(extensions, key)) return String(extensions[key]);
  return category !== 'voice' && key === 'ixn_queue_view' ? message.view : undefined;
}

/** The platform's own names are those of every simulated session. */
export function propertyOf(interaction: Interaction, property: CallProperty): string {
  const isVoice = interaction.category === 'voice';
  switch (property) {
    case 'ani':
    case 'dnis':
    case 'callid':
    case 'connid':
      return isVoice ? interaction[property] : '';
    case 'callType':
      return isVoice ? interaction.calltype : '';
    case 'interaction':
      return interaction.id;
    case 'mediaType':
      return interaction.media;
    case 'thisDN':
      return interaction.device;
    case 'otherDN':
      return (
        interaction.parties.find(({ device }) => !['', interaction.device].includes(device))?.device ?? ''
      );
    case 'server':
      return 'simulated';
    case 'tenant':
      return 'Environment';
    case 'tenantID':
      return '1';
  }
}
