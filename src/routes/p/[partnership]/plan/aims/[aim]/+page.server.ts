import { aimProgressKind } from '#modules/delivery';
import { reportAimProgress, viewAim } from '#modules/delivery/server';
import { explainRecordProblem } from '#modules/records';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewAim, { id: event.params.aim });

export const actions: Actions = {
  default: formAction(reportAimProgress, {
    of: 'aim',
    done: aimProgressKind.words.changed,
    explain: explainRecordProblem,
    to: ({ params }) => `plan/aims/${params.aim}`
  })
};
