import { explainImportRefusal, fileProblemSentence } from '#modules/maps';
import { previewImport } from '#modules/maps/server';
import { readForm, submit } from '#platform/page.server';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { place } = event.locals;
  if (place === null) error(404, { message: 'We could not find that page.' });
  if (!place.permissions.includes('services:import')) {
    error(403, { message: 'Only coordinators import spreadsheets here.' });
  }
};

export const actions: Actions = {
  default: async (event) => {
    const { files } = await readForm(event.request);
    const file = files.get('file');
    if (file === undefined) {
      const errors = { file: fileProblemSentence({ kind: 'no-file' }) };
      return fail(400, { values: {}, errors });
    }
    const answer = await submit(event, previewImport, {
      values: {},
      input: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      explain: (problem) => ({ field: 'file', sentence: explainImportRefusal(problem) })
    });
    if (!answer.ok) return answer.failure;
    redirect(303, `/p/${event.params.partnership}/system/import/${answer.value.id}`);
  }
};
