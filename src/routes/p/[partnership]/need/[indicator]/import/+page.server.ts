import {
  decodeFile,
  explainImport,
  explainIndicatorProblem,
  importLimits
} from '#modules/indicators';
import { importValues, previewImport, viewValues } from '#modules/indicators/server';
import { textOf, type FormValues } from '#core/form-state';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { indicator } = await ask(event, viewValues, { id: event.params.indicator });
  return { indicator };
};

function refuse(sentence: string, values: FormValues = {}) {
  return fail(400, { values, errors: { file: sentence }, preview: null });
}

export const actions: Actions = {
  preview: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    const pasted = textOf(values, 'text');
    if (file === undefined && pasted.trim() === '')
      return refuse('Choose a file, or paste its rows');
    if (file !== undefined && file.size > importLimits.bytes) {
      return refuse(explainImport({ kind: 'file-too-large', most: importLimits.bytes }), values);
    }
    const read = file === undefined ? null : decodeFile(new Uint8Array(await file.arrayBuffer()));
    if (read !== null && !read.ok) return refuse(explainImport(read.error), values);
    const input = {
      indicatorId: event.params.indicator,
      fileName: file?.name ?? 'Pasted rows',
      text: read?.value ?? pasted
    };
    const { plan, problem } = await ask(event, previewImport, input);
    return { values, errors: {}, preview: { ...input, plan, problem } };
  },
  save: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, indicatorId: event.params.indicator };
    const answer = await submit(event, importValues, {
      values,
      input,
      explain: explainIndicatorProblem
    });
    if (!answer.ok) return answer.failure;
    const { added, changed, unchanged } = answer.value;
    sayDone(event, `Saved: ${added} added, ${changed} changed, ${unchanged} as they were.`);
    redirect(303, `/p/${event.params.partnership}/need/${event.params.indicator}/values`);
  }
};
