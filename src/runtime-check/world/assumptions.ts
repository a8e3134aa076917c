// What the simulator does where the documents say nothing. A run names the rows that it used; docs/simulator.md explains each.

/** One sentence for each; `{}` is replaced by what it was used for. */
export const simulatorAssumptions = {
  'after-attach':
    'An attached interaction is among the interactions with interaction.attach.done; interaction.added does not come for it.',
  'after-delivery': 'After a delivery without detach the session is told by interaction.partystatechanged.',
  'after-detach': 'A detached interaction is reported by interaction.notcontrolled with resultof "detach".',
  'after-hangup': 'Actions that were under way when the caller hung up are not answered any more.',
  'after-merge':
    'After a merge the remaining interaction stands where the consult call stood, keeps its own user data and waits in its queues; interaction.onmerge comes before the end of the consult call, whose resultof is "merge".',
  'busy-treatments-end':
    'The busy treatments end with the timeout of their submit, also when its targets are kept.',
  'busy-treatments-repeat': 'The busy treatments start again from the first while the request waits.',
  'chat-lines': 'The fields of a line of a chat are not documented; they are from and message.',
  'comes-back':
    'A call that nobody answers comes back to the device that it was routed from, by interaction.partystatechanged and interaction.onrouterequest; other media are presented again.',
  'content-as-text': 'The content of an answer arrives as text; data of the scenario are written as JSON.',
  'cut-by-delivery':
    'A delivery cuts the treatment that is playing; its error comes after the reply to the submit.',
  'date-format': 'dateInZone gives MM/DD/YYYY, as IRD writes dates.',
  'dialog-stop': 'The attributes of dialog:stop are not documented; it stops what is playing.',
  duration: 'How long {} lasts is not documented; neither page nor scenario says it.',
  'empty-busy-list': 'Busy treatments that take no time are not started again.',
  'function-signature': 'The parameters of {} are not documented.',
  'inert-function': '{} is not simulated and has no effect.',
  'missing-list-item': 'A list, item or key that does not exist gives undefined.',
  'no-input': 'A caller who keys in nothing gives empty digits, not an error.',
  'no-value': 'A condition without a value is not met: {}.',
  'not-simulated': '{} is not simulated; it answers with its error event.',
  'percentage-draw': 'Percentage order draws among the targets that are ready at the moment.',
  'priority-tuning': 'Only useAge of priorityTuning is simulated.',
  'queue-update': 'The attributes of queue:update are not documented; requestid and priority are used.',
  'second-treatment': 'A treatment that starts while another one plays fails with invalidstate.treating.',
  'submit-error': 'The values of the field error of error.queue.submit are not documented; it is "{}".',
  'taken-away':
    'An interaction that the switch or the server takes away is reported by interaction.notcontrolled with an empty resultof.',
  'udata-visible': 'Changed user data are seen with the event interaction.udata.changed, not before.',
  'undescribed-target': '{} is not in the scenario; a target of its type is taken as open.',
  'unknown-attribute': '{} is not known and has no effect.',
  'unknown-function': '{} in a threshold or skill expression is not simulated; the condition is not met.',
  'unknown-skill': 'No agent of the scenario has the skill {}; it counts as 0.',
  'unknown-statistic': '{} is not in the scenario and counts as 0.',
  'unknown-zone': 'The time zone {} is not known; the zone of the scenario is taken.',
  'unreadable-condition': 'A condition that cannot be read is not met: {}.',
  unsubscribe: 'The attributes of statistic:unsubscribe are not documented; object and statistic are used.',
} as const;

export type SimulatorAssumption = keyof typeof simulatorAssumptions;

/** Says that an assumption was used, and for what. */
export type Assume = (id: SimulatorAssumption, what?: string) => void;
