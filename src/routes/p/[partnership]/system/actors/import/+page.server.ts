import { textOf, type FormValues } from '#core/form-state';
import { mapFileSentence, type MapFileProblem } from '#modules/actors';
import { importMapFile, previewMapFile } from '#modules/actors/server';
import type { CommonProblem } from '#platform/command';
import { errorsByField, placeOf, readForm, refuseUnlessMay, sayDone, send } from '#web/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, importMapFile);
};

/** Letters that a form carries back whole, so that nothing has to be kept between the two steps. */
const mostLetters = 400_000;

const refused = (sentence: string, values: FormValues = {}) =>
  fail(400, { values, errors: { file: sentence }, preview: null });

/** What a text would bring, or the answer of a page that says why it cannot. */
async function preview(event: Parameters<Actions[string]>[0], text: string) {
  const { person, world } = event.locals;
  if (person === null) error(404);
  const answer = await previewMapFile.run({ personId: person.id }, placeOf(event).id, { text }, world); // prettier-ignore
  return answer.ok ? { preview: { ...answer.value, text } } : { refusal: refusalOf(answer.error) };
}

function refusalOf(problem: MapFileProblem | CommonProblem) {
  switch (problem.kind) {
    case 'not-found':
      error(404);
      break;
    case 'not-allowed':
      error(403);
      break;
    case 'invalid-input':
      return refused('This file cannot be read.');
    default:
      return refused(mapFileSentence(problem));
  }
}

export const actions: Actions = {
  /** Looks at the file: nothing is changed. */
  file: async (event) => {
    const { files } = await readForm(event.request);
    const file = files.get('file');
    if (file === undefined) return refused('Choose a file of Kumu, as JSON');
    if (file.size > mostLetters) {
      return refused('This file is larger than 400 kB, which is more than a map of actors needs.');
    }
    const seen = await preview(event, await file.text());
    if (seen.refusal !== undefined) return seen.refusal;
    return { values: {} as FormValues, errors: {}, preview: seen.preview };
  },
  /** Takes what was looked at. Where personal details may be in it, the page asks first. */
  take: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await send(event, importMapFile, values);
    if (answer.ok) {
      const { actors, links, sectors } = answer.value;
      sayDone(event, `Taken over: ${actors} actors, ${links} links, ${sectors} sectors.`);
      redirect(303, `/p/${event.params.partnership}/system/actors`);
    }
    if (answer.error.kind !== 'invalid-input') return refusalOf(answer.error);
    const seen = await preview(event, textOf(values, 'text'));
    if (seen.refusal !== undefined) return seen.refusal;
    return fail(400, { values, errors: errorsByField(answer.error.issues), preview: seen.preview });
  }
};
