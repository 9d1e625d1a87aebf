import { textOf, type FormValues } from '#core/form-state';
import {
  confirmImport,
  discardImport,
  explainImportRefusal,
  matchImport,
  matchImportAgain,
  sayMeanings,
  viewImport,
  viewSuggestions
} from '#modules/maps/server';
import { ask, readForm, sayDone, send, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewImport, { id: event.params.import });

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** What is said under one name, numbered from 0: `use-0`, `use-1`, … */
function numbered(values: FormValues, name: string): string[] {
  const found: string[] = [];
  while (`${name}-${found.length}` in values) found.push(textOf(values, `${name}-${found.length}`));
  return found;
}

export const actions: Actions = {
  columns: async (event) => {
    const { values } = await readForm(event.request);
    const tables = numbered(values, 'kind').map((kind, index) => ({
      kind,
      uses: numbered(values, `use-${index}`)
    }));
    const answer = await submit(event, matchImport, {
      values,
      input: { id: event.params.import, tables },
      explain: explainImportRefusal
    });
    return answer.ok ? redirect(303, event.url.pathname) : answer.failure;
  },
  words: async (event) => {
    const { values } = await readForm(event.request);
    const kinds = numbered(values, 'kind');
    const meanings = numbered(values, 'text').map((text, index) => ({
      kind: kinds[index],
      text,
      means: [values[`means-${index}`] ?? []].flat().filter((one) => one !== '')
    }));
    const answer = await submit(event, sayMeanings, {
      values,
      input: { id: event.params.import, meanings },
      explain: explainImportRefusal
    });
    return answer.ok ? redirect(303, event.url.pathname) : answer.failure;
  },
  again: async (event) => {
    await send(event, matchImportAgain, { id: event.params.import });
    redirect(303, event.url.pathname);
  },
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
    const { added, changed, connections, at } = answer.value;
    const parts = [
      `${counted(added, 'service is', 'services are')} added`,
      `${changed.toLocaleString('en-GB')} changed`,
      ...(connections === 0 ? [] : [`${counted(connections, 'connection', 'connections')} drawn`])
    ];
    sayDone(event, `${parts.join(', ')}.`);
    const { suggested } = await ask(event, viewSuggestions, { at });
    const next = suggested.length > 0 ? `/suggested?at=${at}` : '';
    redirect(303, `/p/${event.params.partnership}/system${next}`);
  },
  discard: async (event) => {
    await send(event, discardImport, { id: event.params.import });
    redirect(303, `/p/${event.params.partnership}/system/import`);
  }
};
