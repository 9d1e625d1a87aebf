import { textOf } from '#core/form-state';
import { fileLimits } from '#modules/indicators/import';
import { beginImport, explainFile, viewImports } from '#modules/indicators/import/server';
import { ask, readForm, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { takesFileOn } from './takes-file-on.server.ts';

export const load: PageServerLoad = (event) =>
  ask(event, viewImports, { indicatorId: event.url.searchParams.get('indicator') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const { values, files } = await readForm(event.request);
    const refuse = (sentence: string) => fail(400, { values, errors: { file: sentence } });
    const file = files.get('file');
    const pasted = textOf(values, 'text');
    if (file === undefined && pasted.trim() === '') {
      return refuse('Choose a file, or paste its rows');
    }
    if ((file?.size ?? 0) > fileLimits.bytes) {
      return refuse(explainFile({ kind: 'file-too-large', mostBytes: fileLimits.bytes }));
    }
    const bytes =
      file === undefined ? Buffer.from(pasted) : new Uint8Array(await file.arrayBuffer());
    const answer = await submit(event, beginImport, {
      values,
      input: {
        indicatorId: textOf(values, 'indicatorId'),
        fileName: file?.name ?? 'Pasted rows',
        bytes
      },
      explain: () => ''
    });
    if (!answer.ok) return answer.failure;
    await takesFileOn(event, answer.value.id);
    redirect(303, `/p/${event.params.partnership}/need/import/${answer.value.id}`);
  }
};
