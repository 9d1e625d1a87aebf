import { textOf } from '#core/form-state';
import { explainSettingProblem } from '#modules/settings';
import { drawOutline, viewSettings } from '#modules/settings/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, drawOutline);
  const { outline } = await ask(event, viewSettings);
  return { source: outline?.source || null }; // none where areas alone have outlines
};

const mostBytes = 5_000_000;

export const actions: Actions = {
  default: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    // Larger files are refused by what they would hold: the field then says that no file was chosen.
    const geojson = file === undefined || file.size > mostBytes ? '' : await file.text();
    const answer = await submit(event, drawOutline, {
      values,
      input: {
        source: textOf(values, 'source'),
        geojson,
        latitudeFirst: textOf(values, 'latitudeFirst')
      },
      explain: explainSettingProblem
    });
    if (!answer.ok) {
      const { geojson: wrong, ...errors } = answer.failure.data.errors;
      if (wrong !== undefined) errors['file'] ??= wrong;
      answer.failure.data.errors = errors;
      return answer.failure;
    }
    sayDone(event, 'The outline is saved.');
    redirect(303, `/p/${event.params.partnership}/settings/nurseries?view=map`);
  }
};
