import { reviewArrangements, viewArrangementReview } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewArrangementReview);

export const actions: Actions = {
  default: formAction(reviewArrangements, { to: () => 'plan/arrangements' })
};
