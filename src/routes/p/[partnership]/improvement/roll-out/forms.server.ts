import { dateOf } from '#core/dates';
import { viewIdeaChoices } from '#modules/improvement/server';
import { viewRollOutChoices } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';

/** What the form of a roll-out chooses from: settings, factors, and the projects and ideas it may come from. */
export async function choicesOf(event: Pick<RequestEvent, 'locals' | 'cookies'>) {
  const projects = await ask(event, viewIdeaChoices);
  return {
    ...(await ask(event, viewRollOutChoices)),
    projects: projects.map(({ id, title }) => ({ value: id, label: title })),
    ideas: projects
      .filter(({ ideas }) => ideas.length > 0)
      .map(({ title, ideas }) => ({
        label: title,
        options: ideas.map(({ id, text }) => ({ value: id, label: text }))
      })),
    today: dateOf(event.locals.world.clock())
  };
}
