import { textOf } from '#core/form-state';
import { explainRefusal } from '#modules/indicators/import';
import { undoImport, viewUndo } from '#modules/indicators/import/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewUndo, { id: event.params.import });

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, undoImport, {
      values,
      input: { id: event.params.import, withTouched: textOf(values, 'withTouched') },
      explain: explainRefusal
    });
    if (!answer.ok) return answer.failure;
    const { undone } = answer.value;
    sayDone(
      event,
      `The import is undone: ${undone === 1 ? 'one value is' : `${undone.toLocaleString('en-GB')} values are`} what they were before.`
    );
    redirect(303, `/p/${event.params.partnership}/need/import/${event.params.import}`);
  }
};
