import {
  chooseReminder,
  makeCalendarAddress,
  viewDue,
  withdrawCalendarAddress
} from '#modules/reports/server';
import { ask, readForm, sayDone, send } from '#web/page.server';
import { isMailPossible } from '#web/mail.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewDue)),
  isMailPossible: isMailPossible()
});

const refused = 'Your role here does not let you do this.';

export const actions: Actions = {
  make: async (event) => {
    const made = await send(event, makeCalendarAddress, {});
    if (!made.ok) error(403, refused);
    // Shown this once: the answer to this very request, kept by nobody.
    return { address: `${event.url.origin}/calendar/${made.value.token}.ics` };
  },
  withdraw: async (event) => {
    await send(event, withdrawCalendarAddress, {});
    sayDone(event, 'The address no longer opens anything.');
    redirect(303, `/p/${event.params.partnership}/due`);
  },
  mail: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await send(event, chooseReminder, values);
    if (!answer.ok) error(403, refused);
    sayDone(
      event,
      answer.value.isMailed
        ? 'You get an e-mail when something is owed, at most once a week.'
        : 'You get no e-mail.'
    );
    redirect(303, `/p/${event.params.partnership}/due`);
  }
};
