import {
  archiveInsight,
  bringBackInsight,
  changeInsight,
  formOfInsight,
  viewFactor
} from '#modules/evidence/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, formOfInsight, { id: event.params.insight });
  if (view.record.factor !== event.params.factor) error(404, 'We could not find that page.');
  const { factor } = await ask(event, viewFactor, { factor: view.record.factor });
  return { ...view, factor };
};

const page = {
  of: 'insight',
  to: ({ params }: { params: { factor: string } }) => `evidence/${params.factor}#insights`
} as const;

export const actions: Actions = {
  save: formAction(changeInsight, page),
  archive: formAction(archiveInsight, page),
  bringBack: formAction(bringBackInsight, page)
};
