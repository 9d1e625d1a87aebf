import { viewMeasureChoices } from '#modules/improvement/server';
import { ask } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { measures } = await ask(event, viewMeasureChoices);
  const [only] = measures;
  if (only !== undefined && measures.length === 1) {
    redirect(303, `/p/${event.params.partnership}/improvement/measures/${only.measure.id}/add`);
  }
  return { measures };
};
