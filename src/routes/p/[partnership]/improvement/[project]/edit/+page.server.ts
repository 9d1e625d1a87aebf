import { dateOf } from '#core/dates';
import { textOf } from '#core/form-state';
import { aimOf, checkAim, composeAim } from '#modules/improvement';
import { changeProject, formOfProject } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import { planChoices } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfProject, { id: event.params.project });
  const aim = aimOf(record);
  return {
    record,
    choices,
    aim: composeAim(aim),
    gaps: checkAim(aim, dateOf(event.locals.world.clock())),
    ties: await planChoices(event)
  };
};

export const actions: Actions = {
  save: formAction(changeProject, {
    of: 'project',
    to: ({ params, values }) =>
      textOf(values, 'then') === 'check'
        ? `improvement/${params.project}/edit#aim-check`
        : `improvement/${params.project}`
  })
};
