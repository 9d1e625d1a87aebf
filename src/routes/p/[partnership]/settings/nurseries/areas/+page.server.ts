import { textOf } from '#core/form-state';
import { explainSettingProblem } from '#modules/settings';
import { drawAreas, removeAreas, viewSettings } from '#modules/settings/server';
import { ask, formAction, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, drawAreas);
  const { outline } = await ask(event, viewSettings);
  return {
    drawn: outline?.areas.map(({ name }) => name) ?? [],
    source: outline?.areasSource ?? ''
  };
};

const mostBytes = 5_000_000;
const map = 'settings/nurseries?view=map';

export const actions: Actions = {
  draw: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    // Larger files are refused by what they would hold: the field then says that no file was chosen.
    const geojson = file === undefined || file.size > mostBytes ? '' : await file.text();
    const answer = await submit(event, drawAreas, {
      values,
      input: {
        source: textOf(values, 'source'),
        nameProperty: textOf(values, 'nameProperty'),
        latitudeFirst: textOf(values, 'latitudeFirst'),
        geojson
      },
      explain: explainSettingProblem
    });
    if (!answer.ok) {
      const { geojson: wrong, ...errors } = answer.failure.data.errors;
      if (wrong !== undefined) errors['file'] ??= wrong;
      answer.failure.data.errors = errors;
      return answer.failure;
    }
    const { areas, elsewhere } = answer.value;
    const left = elsewhere === 0 ? '' : ` ${elsewhere.toLocaleString('en-GB')} of other places were left out.`; // prettier-ignore
    sayDone(event, `${areas === 1 ? 'One outline is' : `${areas} outlines are`} saved.${left}`);
    redirect(303, `/p/${event.params.partnership}/${map}`);
  },
  remove: formAction(removeAreas, {
    done: 'The outlines of areas are taken away.',
    explain: explainSettingProblem,
    to: () => map
  })
};
