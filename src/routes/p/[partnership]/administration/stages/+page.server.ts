import { textOf } from '#core/form-state';
import { setStages, viewStagesOfSupport } from '#modules/maps/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, setStages);
  return ask(event, viewStagesOfSupport);
};

const becomesField = /^becomes-(.+)$/;

export const actions: Actions = {
  default: formAction(setStages, {
    with: (_, values) => ({
      becomes: Object.fromEntries(
        Object.keys(values).flatMap((name) => {
          const stage = becomesField.exec(name)?.[1];
          const line = textOf(values, name);
          return stage === undefined || line === '' ? [] : [[stage, line]];
        })
      )
    }),
    to: () => 'administration/stages'
  })
};
