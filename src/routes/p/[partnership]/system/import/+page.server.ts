import {
  explainImportRefusal,
  fileProblemSentence,
  previewFeed,
  previewImport
} from '#modules/maps/server';
import { feedHosts } from '#modules/partnerships/server';
import { readForm, refuseUnlessMay, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, previewImport, previewFeed);
  return { hosts: (await feedHosts(event.locals.world)).map(({ host }) => host) };
};

export const actions: Actions = {
  file: async (event) => {
    const { values, files } = await readForm(event.request);
    const file = files.get('file');
    if (file === undefined) {
      const errors = { file: fileProblemSentence({ kind: 'no-file' }) };
      return fail(400, { values, errors });
    }
    const answer = await submit(event, previewImport, {
      values,
      input: {
        fileName: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        latitudeFirst: values['latitudeFirst']
      },
      explain: (problem) => ({ field: 'file', sentence: explainImportRefusal(problem) })
    });
    if (!answer.ok) return answer.failure;
    redirect(303, `/p/${event.params.partnership}/system/import/${answer.value.id}`);
  },
  feed: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, previewFeed, {
      values,
      explain: (problem) => ({ field: 'address', sentence: explainImportRefusal(problem) })
    });
    if (!answer.ok) return answer.failure;
    redirect(303, `/p/${event.params.partnership}/system/import/${answer.value.id}`);
  }
};
