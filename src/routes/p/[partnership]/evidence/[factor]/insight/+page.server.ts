import { addInsight, blankInsight, viewFactor } from '#modules/evidence/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const blank = await ask(event, blankInsight);
  const { factor } = await ask(event, viewFactor, { factor: event.params.factor });
  return { ...blank, factor };
};

export const actions: Actions = {
  default: formAction(addInsight, {
    with: ({ params }) => ({ factor: params.factor }),
    done: 'Your note is kept with this factor.',
    to: ({ params }) => `evidence/${params.factor}#insights`
  })
};
