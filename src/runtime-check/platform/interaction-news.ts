// Turns what others do to interactions into the events that a page hears, and into steps of the trace.
import type { Gone, News } from '../world/news.js';
import type { Services } from './module.js';

/** A listener of the world that posts the events of the interaction module. */
export function hearNews(services: Services): (news: News) => void {
  const { world, treatments, recorder } = services;
  const focus = (interactionid: string): string => world.interactions.find(interactionid)?.device ?? '';
  return (news) => {
    const about = world.interactions.find(news.what === 'merged' ? news.into : news.interaction);
    const { post } = about === undefined ? services : services.ownerOf(about);
    switch (news.what) {
      case 'added':
      case 'presented': {
        const { interaction: interactionid } = news;
        const event = news.what === 'added' ? 'interaction.added' : 'interaction.present';
        // Before the first event is taken the page sees no interaction: the platform shows it then.
        if (world.at() > 0) services.refresh();
        post(event, { interactionid, focusdeviceid: focus(interactionid) });
        return;
      }
      case 'gone':
        gone(news, services, post);
        return;
      case 'merged': {
        const { from, into, resultof } = news;
        treatments.move(from, into);
        services.refresh();
        post('interaction.onmerge', { frominteractionid: from, tointeractionid: into });
        if (resultof !== undefined) post('interaction.deleted', { interactionid: from, resultof });
        return;
      }
      case 'party':
        services.refresh();
        post('interaction.partystatechanged', {
          interactionid: news.interaction,
          focusdeviceid: news.device,
        });
        return;
      case 'routeRequest':
        services.refresh();
        post('interaction.onrouterequest', { interactionid: news.interaction, focusdeviceid: news.device });
        return;
      case 'data':
        services.refresh();
        post('interaction.udata.changed', { interactionid: news.interaction });
        return;
      case 'line':
        recorder.assume('chat-lines');
        services.refresh();
        post('chat.message', {
          interactionid: news.interaction,
          message: { from: news.line.from, message: news.line.text },
        });
        return;
      default:
        return news satisfies never;
    }
  };
}

function gone(
  { interaction, by, abandoned, event, resultof }: Gone,
  services: Services,
  post: Services['post'],
): void {
  const { world, treatments, recorder } = services;
  const other = world.interactions.main?.id === interaction ? {} : { interaction };
  const waited = abandoned || by !== 'caller';
  if (waited) {
    treatments.stopAll(interaction, 'silent');
    recorder.step('ended', { by, ...other });
    recorder.assume('after-hangup');
  }
  services.refresh();
  post(`interaction.${event}`, { interactionid: interaction, resultof });
}
