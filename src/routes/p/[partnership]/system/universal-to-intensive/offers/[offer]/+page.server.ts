import { changeOffer, formOfOffer, removeOffer, viewStagesOfSupport } from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfOffer, { id: event.params.offer })),
  ...(await ask(event, viewStagesOfSupport))
});

const toMap = () => 'system/universal-to-intensive';

export const actions: Actions = {
  save: formAction(changeOffer, { of: 'offer', to: toMap }),
  remove: formAction(removeOffer, { of: 'offer', to: toMap })
};
