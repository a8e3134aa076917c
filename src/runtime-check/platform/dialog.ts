// The dialog module: treatments that the flow waits for.
import type { ActionCall, PlatformModule, Services } from './module.js';
import { recordAction } from './record-action.js';
import { answerTreatment, readTreatment, resultData } from './treatment.js';
import { interactionOf } from './which-interaction.js';

function treat(call: ActionCall, services: Services): void {
  const { treatments, recorder } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  const treatment = readTreatment(call.element, services, call.values);
  if (treatment === undefined) return;
  // Documented for these two; a page that listens to `dialog.play` gets it as well.
  if (call.requestId !== '' && (call.name === 'dialog:play' || call.name === 'dialog:start')) {
    services.post(`${call.name.replace(':', '.')}.requestid`, { requestid: call.requestId });
  }
  if (interaction?.state !== 'present') {
    const state = interaction?.state === 'delivered' ? 'routed' : 'null';
    call.fail(`invalidstate.${state}`, 'The interaction is not with the session.');
    return;
  }
  if (treatments.isPlaying(interaction.id)) {
    recorder.assume('second-treatment');
    call.fail('invalidstate.treating', 'Another treatment is playing.');
    return;
  }
  recorder.step('treatment', { element: treatment.name, ...treatment.params });
  if (call.refused()) return;
  const result = answerTreatment(treatment, services);
  const nth = services.world.answers.asked('treatment');
  const over = recorder.begin({ kind: 'treatment', nth, what: treatment.name });
  treatments.play(interaction.id, result.seconds, (how) => {
    over();
    if (how === 'cut') {
      call.fail('cancelled', 'The treatment was cut.');
      return;
    }
    if (result.udata !== undefined) services.receiveData(interaction.id, result.udata);
    if (result.error === undefined) call.done(resultData(result));
    else call.fail(result.error, `The treatment failed: ${result.error}.`);
  });
}

function stop(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (interaction === undefined || !services.treatments.isPlaying(interaction.id)) {
    call.fail('invalidstate', 'No treatment is playing.');
    return;
  }
  services.recorder.assume('dialog-stop');
  call.done();
  services.treatments.stop(interaction.id);
}

export const dialog: PlatformModule = {
  prefix: 'dialog',
  elements: {
    play: treat,
    playandcollect: treat,
    playandverify: treat,
    collect: treat,
    playsound: treat,
    start: treat,
    pause: treat,
    remote: treat,
    createann: treat,
    deleteann: treat,
    stop,
  },
  functions: {},
};
