// What IRD's functions for properties of a call give for an interaction of the simulated world.
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { CallProperty } from './context.js';

/** What the simulated platform tells of an interaction beside its data: messages have the view that they came from. */
export const extensionsOf = ({ category, message }: Interaction): Readonly<Record<string, string>> =>
  category === 'voice' ? {} : { ixn_queue_view: message.view };

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
