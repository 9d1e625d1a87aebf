import { listOf, textOf, type FormValues } from '#core/form-state';
import { elsewhereKinds, explainRefusal } from '#modules/indicators/import';
import {
  chooseRows,
  chooseSheet,
  confirmImport,
  discardImport,
  explainFile,
  matchAgain,
  matchColumns,
  matchNames,
  viewImport
} from '#modules/indicators/import/server';
import { ask, readForm, sayDone, send, submit } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { takesFileOn } from '../takes-file-on.server.ts';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const view = await ask(event, viewImport, {
    id: event.params.import,
    show: searchParams.get('show') ?? '',
    page: searchParams.get('page') ?? 1
  });
  // Cairn was stopped while it read this file: it takes it up again for whoever looks.
  if (view.isBrokenOff) await takesFileOn(event, event.params.import);
  const problem = view.draft?.problem ?? null;
  return { ...view, problem: problem === null ? null : explainFile(problem) };
};

type Here = Pick<RequestEvent, 'locals'> & {
  readonly params: { partnership: string; import: string };
};

async function takesOn(event: Here): Promise<never> {
  await takesFileOn(event, event.params.import);
  redirect(303, `/p/${event.params.partnership}/need/import/${event.params.import}`);
}

/** The fields numbered from 0 under one name: `use-0`, `use-1`, … */
function numbered(values: FormValues, name: string): string[] {
  const found: string[] = [];
  while (`${name}-${found.length}` in values) found.push(textOf(values, `${name}-${found.length}`));
  return found;
}

/** The texts ticked for each column. Each is sent behind a sign, for an empty one is a choice too. */
function onlyOf(values: FormValues): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(values).flatMap((name) => {
      const column = /^only-(\d+)$/.exec(name)?.[1];
      return column === undefined
        ? []
        : [[column, listOf(values, name).map((text) => text.slice(1))]];
    })
  );
}

function chosenElsewhere(values: FormValues): Record<string, string> {
  return Object.fromEntries(
    elsewhereKinds.flatMap((kind) => {
      const chosen = textOf(values, `elsewhere-${kind}`);
      return chosen === '' ? [] : [[kind, chosen]];
    })
  );
}

export const actions: Actions = {
  columns: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, matchColumns, {
      values,
      input: {
        id: event.params.import,
        uses: numbered(values, 'use'),
        across: textOf(values, 'across') || undefined,
        indicatorId: textOf(values, 'indicatorId'),
        period: textOf(values, 'period'),
        decimal: textOf(values, 'decimal') || undefined,
        // Radio buttons that were left alone send nothing.
        areShares: textOf(values, 'areShares'),
        countedPer: textOf(values, 'countedPer'),
        carriesDown: textOf(values, 'carriesDown'),
        only: onlyOf(values),
        headingRow: textOf(values, 'headingRow')
      },
      explain: explainRefusal
    });
    return answer.ok ? takesOn(event) : answer.failure;
  },
  names: async (event) => {
    const { values } = await readForm(event.request);
    const kinds = numbered(values, 'kind');
    const texts = numbered(values, 'text');
    const names = numbered(values, 'name').map((meaning, index) => ({
      kind: kinds[index],
      text: texts[index],
      meaning
    }));
    const answer = await submit(event, matchNames, {
      values,
      input: { id: event.params.import, names, elsewhere: chosenElsewhere(values) },
      explain: explainRefusal
    });
    return answer.ok ? takesOn(event) : answer.failure;
  },
  sheet: async (event) => {
    const { values } = await readForm(event.request);
    const sheet = textOf(values, 'sheet');
    await send(event, chooseSheet, { id: event.params.import, sheet });
    return takesOn(event);
  },
  rows: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, chooseRows, {
      values,
      input: { id: event.params.import, only: onlyOf(values) },
      explain: explainRefusal
    });
    return answer.ok ? takesOn(event) : answer.failure;
  },
  again: async (event) => {
    await send(event, matchAgain, { id: event.params.import });
    redirect(303, event.url.pathname);
  },
  confirm: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, confirmImport, {
      values,
      input: {
        id: event.params.import,
        seen: textOf(values, 'seen'),
        takeTheRest: textOf(values, 'takeTheRest')
      },
      explain: (problem) =>
        problem.kind === 'rows-refused'
          ? { field: 'takeTheRest', sentence: explainRefusal(problem) }
          : explainRefusal(problem)
    });
    return answer.ok ? takesOn(event) : answer.failure;
  },
  discard: async (event) => {
    await send(event, discardImport, { id: event.params.import });
    sayDone(event, 'The file is let go of. Nothing was saved from it.');
    redirect(303, `/p/${event.params.partnership}/need/import`);
  }
};
