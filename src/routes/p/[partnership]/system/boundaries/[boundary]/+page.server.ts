import { textOf } from '#core/form-state';
import { drawOutline, removeOutline, viewBoundary } from '#modules/boundaries/server';
import { ask, formAction, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewBoundary, { id: event.params.boundary });

const mostBytes = 5_000_000;

export const actions: Actions = {
  draw: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    const hasFile = file !== undefined && file.size > 0;
    // Of a larger file nothing is read: the field then asks for one that can be.
    const sent = hasFile && file.size <= mostBytes ? await file.text() : '';
    const answer = await submit(event, drawOutline, {
      values,
      input: {
        id: event.params.boundary,
        geojson: hasFile ? sent : textOf(values, 'geojson'),
        source: textOf(values, 'source')
      },
      explain: drawOutline.explain
    });
    if (!answer.ok) {
      const { geojson: wrong, ...errors } = answer.failure.data.errors;
      if (wrong !== undefined) errors[hasFile ? 'file' : 'geojson'] = wrong;
      answer.failure.data.errors = errors;
      return answer.failure;
    }
    sayDone(event, drawOutline.done);
    redirect(
      303,
      `/p/${event.params.partnership}/system/boundaries/${event.params.boundary}#outline`
    );
  },
  undraw: formAction(removeOutline, {
    of: 'boundary',
    to: ({ params }) => `system/boundaries/${params.boundary}`,
    done: 'The outline is taken away.',
    explain: () => 'This could not be saved.'
  })
};
