// What is known of the objects below `_genesys.ixn`: the interactions of a session, and the media types.
import { object, type ModuleRow } from './rows.js';

const one = '_genesys.ixn.interactions[id]';

export const ixnObjects: ModuleRow['objects'] = {
  '_genesys.ixn': object('documented', ['interactions', 'mediaType'], { firstixnid: { known: 'observed' } }),
  [one]: object(
    'documented',
    [
      'g_uid',
      'category',
      'tenantid',
      'parentid',
      'contactedaddr',
      'parties',
      'udata',
      'voice',
      'msgbased',
      'chat',
      'xdata',
      'location',
    ],
    { ani: { known: 'observed' }, media: { known: 'observed' } },
  ),
  [`${one}.voice`]: object('observed', ['type', 'media', 'ani', 'dnis', 'callid', 'connid']),
  [`${one}.msgbased`]: object('observed', ['type', 'media', 'queue', 'externalID', 'view']),
  [`${one}.chat`]: object('observed', ['type', 'media', 'externalID'], {
    transcript: { known: 'documented' },
  }),
  [`${one}.parties[p]`]: object('observed', ['device', 'devicetype']),
  [`${one}.location`]: object('observed', ['media_server']),
  [`${one}.xdata`]: object('observed', ['ixn_queue_view']),
};

export const ixnEnumerations: ModuleRow['enumerations'] = {
  '_genesys.ixn.mediaType': object('observed', [
    'TMediaAny',
    'TMediaVoice',
    'TMediaVoIP',
    'TMediaEMail',
    'TMediaVMail',
    'TMediaSMail',
    'TMediaChat',
    'TMediaVideo',
    'TMediaCobrowsing',
    'TMediaWhiteboard',
    'TMediaAppSharing',
    'TMediaWebform',
    'TMediaWorkItem',
    'TMediaCallback',
    'TMediaFax',
    'TMediaIMChat',
    'TMediaBusinessEvent',
    'TMediaAlert',
    'TMediaSMS',
    'TMediaOutboundPreview',
    'TMediaOpenMedia',
    'TMediaNativeSMS',
  ]),
};
