import { outlineOf, planDocument } from '#modules/delivery';
import { viewPlan } from '#modules/delivery/server';
import { sayDate } from '#core/written-dates';
import { ask, placeOf } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';

/** The whole plan as it stands today, as a document. */
export async function wholePlan(event: Pick<RequestEvent, 'locals' | 'cookies'>) {
  const plan = await ask(event, viewPlan);
  const { name } = placeOf(event);
  return planDocument(outlineOf(plan, plan.groups), {
    place: name,
    title: `The plan of ${name}`,
    caption: `${name}: plan`,
    lead: `As it stood on ${sayDate(plan.today)}.`
  });
}
