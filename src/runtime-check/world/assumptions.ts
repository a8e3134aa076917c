// What the simulator does where the documents say nothing. A run names the rows that it used; docs/simulator.md explains each.

/** One sentence for each; `{}` is replaced by what it was used for. */
export const simulatorAssumptions = {
  'abort-digits': 'A caller who keys in an abort digit gives empty digits, not an error.',
  activity: 'The attributes of queue:activity are not documented; its name is taken for a group of agents.',
  'after-attach':
    'An attached interaction is among the interactions with interaction.attach.done; interaction.added does not come for it.',
  'after-createcall':
    'A new call is with the session that made it: interaction.added comes after voice.createcall.done; who is called answers at once when the scenario does not say otherwise.',
  'after-delivery': 'After a delivery without detach the session is told by interaction.partystatechanged.',
  'after-detach': 'A detached interaction is reported by interaction.notcontrolled with resultof "detach".',
  'after-hangup':
    'Treatments, requests for a target and redirects that were under way when the caller hung up are not answered any more.',
  'after-merge':
    'After a merge the remaining interaction stands where the consult call stood, keeps its own user data and waits in its queues; interaction.onmerge comes before the end of the consult call, whose resultof is "merge".',
  announcement:
    'createann answers with the id of the announcement as ANN_ID in the extensions; deleteann of an id that was not recorded fails with "invalidattribute".',
  'any-order':
    'Without an order the first target that can take it is chosen, of a group the first agent of the scenario.',
  associate:
    'The attributes of ixn:associate are not documented; sessionid names a session of the run. The one is told by interaction.notcontrolled with resultof "associate", the other by interaction.added.',
  'attached-keys':
    "Without the option report_targets in the scenario URS attaches no keys; the values of those that it attaches are partly the simulator's own.",
  'blended-media':
    'The media of an agent do not exclude each other: each takes as many interactions as its capacity says.',
  'busy-treatments-end':
    'The busy treatments end with the timeout of their submit, also when its targets are kept.',
  'busy-treatments-latest':
    'Where several requests of an interaction wait, the busy treatments of the last one are played.',
  'busy-treatments-repeat': 'The busy treatments start again from the first while the request waits.',
  'cct-targets':
    'An entry of the input of cCTExtractTargets without Stat Server gets the one that is given; translation data are not kept.',
  'chat-lines': 'The fields of a line of a chat are not documented; they are from and message.',
  'comes-back':
    'A call that nobody answers comes back to the device that it was routed from, by interaction.partystatechanged and interaction.onrouterequest; other media are presented again.',
  'conditional-prompts':
    'Prompts of the types isuccess, ifailure and itimeout are played in their case only, iretry never: nothing is asked twice.',
  'content-as-text': 'The content of an answer arrives as text; data of the scenario are written as JSON.',
  'cut-by-delivery':
    'A delivery cuts the treatment that is playing; its error comes after the reply to the submit.',
  'date-format': 'dateInZone gives MM/DD/YYYY, as IRD writes dates.',
  'dialog-stop': 'The attributes of dialog:stop are not documented; it stops what is playing.',
  duration: 'How long {} lasts is not documented; neither page nor scenario says it.',
  'elastic-done': 'The reply of {} to a request that succeeds is not documented; it is its done event.',
  'empty-busy-list': 'Busy treatments that take no time are not started again.',
  'equal-statistics': 'Of those whose statistic is equal the first one listed is chosen.',
  'error-word': 'No document has the error {}.',
  'event-field': 'No document has the field {}.',
  'expected-wait':
    'Where the scenario gives none, the expected wait of a virtual queue is the average wait of those who were routed from it.',
  'fetch-hints': 'The form of the hints of an answer is not documented; they hold its headers by name.',
  'function-signature': 'The parameters of {} are not documented.',
  'guaranteed-delivery':
    'A request with gdelivery that fails is sent again gd_retries times, gd_retry_interval seconds apart.',
  hold: 'A call that is put on hold or retrieved is reported by interaction.partystatechanged.',
  'inert-function': '{} is not simulated and has no effect.',
  lcfgdata: 'lcfgdata is taken as list, item, key and default.',
  'list-lookup':
    'The parameters of listLookupValue are not documented; it gives the item whose key has the value.',
  'list-target':
    'A List object as target stands for the targets that its items, or the values below them, name.',
  'message-content':
    'The content of a message is the member content of msgbased, from the reply to ixn:getcontent on.',
  'missing-list-item': 'A list, item or key that does not exist gives undefined.',
  'missing-statistic': 'Who has no value of {} comes after those who have one, for min and for max.',
  'no-address':
    'A request over HTTP without an address fails at once as unreachable; which word Orchestration has for it is not documented.',
  'no-answer': 'An agent who does not answer is not ready until the scenario says otherwise.',
  'no-input': 'A caller who keys in nothing gives empty digits, not an error.',
  'no-urs-statistic': 'URS counts {}; without URS the function gives undefined.',
  'no-value': 'A condition without a value is not met: {}.',
  'no-web-request': 'No request of the scenario waits for the answer to {}.',
  'not-subscribed': '{} is read without the subscription that Stat Server needs; its value is given.',
  'nothing-classified': 'Without an answer in the scenario nothing is found: no categories and no rules.',
  'percentage-draw': 'Percentage order draws among the targets that are ready at the moment.',
  'priority-tuning':
    'Of priorityTuning useAge and useObjective are simulated; an interaction without a service objective counts with 60 seconds.',
  'queue-update':
    'The attributes of queue:update are not documented; requestid and priority are used, and its targets are added to those of the request.',
  'remote-default': 'When the destination of dialog:remote fails, its default takes over without an error.',
  'reserve-zero': 'reserveTarget with 0 seconds ends the reservation.',
  'route-error':
    'A delivery by submit that fails is tried with the next target, unless on_route_error or onRouteError says default, ignore or delete; then the request ends with error.queue.submit, or the interaction does.',
  'route-type-reject': 'A redirect with RouteTypeReject ends the call: nobody gets it.',
  'scheduled-start':
    'session:start with an idealtime to come answers when the session starts; until then it is known by the id that was written.',
  'second-treatment': 'A treatment that starts while another one plays fails with invalidstate.treating.',
  'selected-is-routed':
    'With route="false" a request leaves its virtual queue as routed when its target is selected, whatever comes of the redirect.',
  'set-options':
    'The parameters of setOptions are not documented; name and value, or an object of them, are what getConfigOption gives from then on.',
  'set-tenant': 'setTenant changes _genesys.session.tenant with the next event; tenantid stays.',
  'several-submits':
    'The submits of an interaction are independent until it is delivered: each may select a target; with the delivery the others leave their queues as cleared.',
  'special-day-time': 'With useTime a part of a day counts only while it lasts, in the zone that is given.',
  'statistic-interval':
    'interval is a number of seconds: changes are told at the end of each, with 0 at once.',
  'submit-src':
    'What src names is the rule of that name among the rules of the scenario; where it has none, the targets of the element are used.',
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
  userevent:
    'Neither the attributes nor the events of ixn:userevent are documented; it answers as every action does, and has no other effect.',
  workbin: 'A workbin takes the interaction at once, whatever the state of its owner.',
} as const;

export type SimulatorAssumption = keyof typeof simulatorAssumptions;

/** Says that an assumption was used, and for what. */
export type Assume = (id: SimulatorAssumption, what?: string) => void;
