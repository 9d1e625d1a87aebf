import { textOf } from '#core/form-state';
import { explainImportRefusal } from '#modules/maps';
import { confirmImport, discardImport, viewImport } from '#modules/maps/server';
import { ask, readForm, sayDone, send, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewImport, { id: event.params.import });

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const actions: Actions = {
  confirm: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, confirmImport, {
      values,
      input: {
        id: event.params.import,
        fingerprint: textOf(values, 'fingerprint'),
        takeTheRest: textOf(values, 'takeTheRest')
      },
      explain: (problem) =>
        problem.kind === 'rows-refused'
          ? { field: 'takeTheRest', sentence: explainImportRefusal(problem) }
          : explainImportRefusal(problem)
    });
    if (!answer.ok) return answer.failure;
    const { added, changed, connections } = answer.value;
    const parts = [
      `${counted(added, 'service is', 'services are')} added`,
      `${changed.toLocaleString('en-GB')} changed`,
      ...(connections === 0 ? [] : [`${counted(connections, 'connection', 'connections')} drawn`])
    ];
    sayDone(event, `${parts.join(', ')}.`);
    redirect(303, `/p/${event.params.partnership}/system`);
  },
  discard: async (event) => {
    await send(event, discardImport, { id: event.params.import });
    redirect(303, `/p/${event.params.partnership}/system/import`);
  }
};
