// The busy treatments of a submit: the children of `dialog:runtreatments`. They raise no events of their own.
import { childElements, type XmlElement } from '../../xml/index.js';
import type { BusyTreatment } from '../world/treatments.js';
import type { Services } from './module.js';
import { answerTreatment, readTreatment } from './treatment.js';

/** Evaluates the list once, when the submit runs; undefined when an expression failed. */
export function busyTreatments(
  action: XmlElement,
  interaction: string,
  services: Services,
): readonly BusyTreatment[] | undefined {
  const list: BusyTreatment[] = [];
  for (const group of childElements(action, 'runtreatments')) {
    for (const element of childElements(group)) {
      const treatment = readTreatment(element, services);
      if (treatment === undefined) return undefined;
      list.push({
        begin: (round) => {
          const result = answerTreatment(treatment, services);
          // Later rounds repeat the first: the trace keeps one.
          if (round === 1) {
            services.recorder.step('treatment', { element: treatment.name, busy: true, ...treatment.params });
          }
          if (result.udata !== undefined) services.receiveData(interaction, result.udata);
          if (result.error !== undefined) {
            services.recorder.detail('action', `busy treatment ${treatment.name} fails: ${result.error}`);
          }
          return result.seconds;
        },
      });
    }
  }
  return list;
}
