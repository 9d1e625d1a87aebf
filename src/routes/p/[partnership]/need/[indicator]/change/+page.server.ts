import { changeIndicator, formOfIndicator, retireIndicator } from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfIndicator, { id: event.params.indicator });

const to = ({ params }: { readonly params: { readonly indicator: string } }) =>
  `need/${params.indicator}`;

export const actions: Actions = {
  save: formAction(changeIndicator, { of: 'indicator', to }),
  retire: formAction(retireIndicator, {
    of: 'indicator',
    to,
    explain: () => '',
    done: ({ isRetired }) =>
      isRetired
        ? 'The indicator is no longer counted. Its values are kept.'
        : 'The indicator is counted again.'
  })
};
