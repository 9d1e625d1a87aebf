import { err, ok } from '#core/result';
import { query } from '#platform/command';
import * as v from 'valibot';
import type { ElsewhereArea } from '../own/elsewhere.ts';
import { isUnderWay } from './carry-on.server.ts';
import { findDraft, waitingDrafts, workingStates } from './drafts.store.server.ts';
import { rowsToChoose } from './choosing-rows.ts';
import { knownHere } from './known.server.ts';
import { guessMatching, matchingProblems } from './matching.ts';
import { doneImports } from './merge.store.server.ts';
import { elsewhereNames } from './elsewhere.ts';
import { unknownNames } from './names.ts';
import {
  collidingColumns,
  countRows,
  type RowKind,
  rowKinds,
  type StagedRow,
  stagedRows
} from './rows.store.server.ts';
import { publisherOf } from './publishers.ts';
import { draftInput, viewInput } from './schema.ts';
import { touchedValues, undoCounts } from './undo.store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const needs = 'indicators:add-values';
const notFound = { kind: 'not-found' } as const;
const rowsOnPage = 100;
const mostLeftOut = 100_000;
/** Milliseconds after which work that nobody in this process does has broken off. */
const brokenOffAfter = 30_000;

/** The files that wait here and those that were merged, newest first. */
export const viewImports = query({
  name: 'indicators.view-imports',
  needs,
  input: v.object({ indicatorId: v.optional(v.string(), '') }),
  example: {},
  async run({ scope, tx, input, now }) {
    const { indicators } = await knownHere(tx, scope);
    return ok({
      waiting: await waitingDrafts(tx, scope, now),
      done: await doneImports(tx, scope, {}),
      indicators: indicators.map(({ id, title }) => ({ id, title })),
      indicator: indicators.find((each) => each.id === input.indicatorId) ?? null
    });
  }
});

/**
 * One file: how far it has come, and what somebody has to say or see now. `isBrokenOff` where it was being read and nobody is reading it:
 * whoever shows it may take it further.
 */
export const viewImport = query({
  name: 'indicators.view-import',
  needs,
  input: viewInput,
  example: { id: noRecord },
  async run({ scope, tx, input, now }) {
    const [done = null] = await doneImports(tx, scope, { id: input.id });
    const draft = (await findDraft(tx, scope, input.id, now)) ?? null;
    if (draft === null && done === null) return err(notFound);
    const known = await knownHere(tx, scope);
    const counts = await countRows(tx, scope, input.id);
    const isPreview = draft?.state === 'to-confirm' || done !== null;
    const shown = isPreview ? shownKind(input.show, counts) : null;
    const pages = shown === null ? 1 : Math.max(1, Math.ceil(counts[shown] / rowsOnPage));
    const page = Math.min(input.page, pages);
    const rows =
      shown === null
        ? []
        : await stagedRows(tx, scope, input.id, {
            what: shown,
            limit: rowsOnPage,
            offset: (page - 1) * rowsOnPage
          });
    const { overview, matching } = draft ?? { overview: null, matching: null };
    const isMatched =
      matching !== null && matching.isReopened !== true && matchingProblems(matching).length === 0;
    const earlier =
      draft === null ? [] : await doneImports(tx, scope, { checksum: draft.checksum, limit: 3 });
    return ok({
      draft,
      done,
      earlier: earlier.filter((one) => one.id !== input.id && one.undone === null),
      indicators: known.indicators,
      areas: known.areas.areas,
      /** Names of the areas elsewhere among the rows shown. */
      namesElsewhere: namesOf(rows, known.areas.elsewhere),
      guess:
        overview === null
          ? null
          : (matching ?? guessMatching(overview, known, draft?.indicatorId ?? '')),
      /** Whose file it looks like; null where nobody's is known by these columns. */
      publisher: overview === null ? null : publisherOf(overview, known.published),
      collisions:
        overview === null || matching === null || draft?.state !== 'to-confirm'
          ? []
          : rowsToChoose(
              await collidingColumns(tx, scope, input.id),
              overview,
              matching,
              known.published?.totals ?? []
            ),
      unknown: overview !== null && isMatched ? unknownNames(overview, matching, known) : [],
      elsewhere: overview !== null && isMatched ? elsewhereNames(overview, matching, known) : [],
      isMatched,
      counts,
      shown,
      page,
      pages,
      rows,
      isBrokenOff:
        draft !== null &&
        workingStates.includes(draft.state) &&
        !isUnderWay(draft.id) &&
        now.getTime() - draft.touchedAt.getTime() > brokenOffAfter
    });
  }
});

function namesOf(
  rows: readonly StagedRow[],
  elsewhere: readonly ElsewhereArea[]
): Readonly<Record<string, string>> {
  const codes = new Set(rows.filter((row) => row.isElsewhere).map((row) => row.area));
  return Object.fromEntries(
    elsewhere.filter(({ code }) => codes.has(code)).map(({ code, name }) => [code, name])
  );
}

/** The kind of rows to show: the one asked for, or the first of which there are any, those to put right before all others. */
function shownKind(asked: string, counts: Readonly<Record<RowKind, number>>): RowKind | null {
  const order: readonly RowKind[] = [
    'refused',
    'changed',
    'added',
    'compared',
    'unchanged',
    'passed-over'
  ];
  const wanted = rowKinds.find((kind) => kind === asked && counts[kind] > 0);
  return wanted ?? order.find((kind) => counts[kind] > 0) ?? null;
}

/** The rows of a file that were or would be left out, as they stand in it, each with the reason. */
export const viewLeftOut = query({
  name: 'indicators.view-left-out',
  needs,
  input: draftInput,
  example: { id: noRecord },
  async run({ scope, tx, input, now }) {
    const draft = await findDraft(tx, scope, input.id, now);
    if (!draft?.overview) return err(notFound);
    const of = (what: RowKind) => stagedRows(tx, scope, input.id, { what, limit: mostLeftOut, offset: 0 }); // prettier-ignore
    return ok({
      headings: draft.overview.columns.map(({ heading }) => heading),
      rows: [...(await of('refused')), ...(await of('passed-over'))]
    });
  }
});

/** What undoing an import would do, with the values that somebody changed since. */
export const viewUndo = query({
  name: 'indicators.view-undo',
  needs,
  input: draftInput,
  example: { id: noRecord },
  async run({ scope, tx, input }) {
    const [done] = await doneImports(tx, scope, { id: input.id });
    if (done === undefined || done.commandRunId === null) return err(notFound);
    const undoable = { ...done, commandRunId: done.commandRunId };
    const known = await knownHere(tx, scope);
    return ok({
      done,
      counts: await undoCounts(tx, scope, undoable),
      touched: await touchedValues(tx, scope, undoable, 200),
      indicators: known.indicators,
      areas: known.areas.areas
    });
  }
});
