import { err, ok } from '#core/result';
import { command } from '#platform/command';
import { ownIndicators } from '../own/indicators.store.server.ts';
import * as v from 'valibot';
import * as draftStore from './drafts.store.server.ts';
import { knownHere } from './known.server.ts';
import { applyRemembered, guessMatching, isPlain, matchingProblems } from './matching.ts';
import { addImport, mergeRows } from './merge.store.server.ts';
import { isSettled } from './names.ts';
import type { Overview } from './overview.ts';
import type { FileProblem } from './problems.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { remembered } from './remembering.server.ts';
import * as rowStore from './rows.store.server.ts';
import { draftInput } from './schema.ts';

/**
 * The steps that a file goes through while nobody needs to do anything. Each is a command of its own in the name of whoever began, so
 * that rows wait under the same rules as everything else; only `carryOn` gives them.
 */

const noRecord = '00000000-0000-4000-8000-000000000000';
const needs = 'indicators:add-values';
const example = { id: noRecord };
const notFound = { kind: 'not-found' } as const;

/** What a file needs next, with everything to do it. */
export const nextStep = command({
  name: 'indicators.import-next-step',
  needs,
  input: draftInput,
  example,
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (draft === undefined) return err(notFound);
    const { state, overview, matching, headingRow, sheet } = draft;
    if (state === 'saving') return ok({ kind: 'merge' } as const);
    if (state !== 'reading' && state !== 'checking') return ok({ kind: 'none' } as const);
    const bytes = await draftStore.draftBytes(tx, scope, input.id);
    if (bytes === undefined) return err(notFound);
    if (state === 'reading') return ok({ kind: 'look', bytes, headingRow, sheet } as const);
    if (overview === null || matching === null) return err(notFound);
    await rowStore.clearRows(tx, scope, input.id);
    const known = await knownHere(tx, scope);
    await draftStore.changeDraft(tx, scope, input.id, ['checking'], {
      seenIndicators: Object.fromEntries(known.indicators.map((each) => [each.id, each.version])),
      rowsDone: 0,
      rowsInAll: overview.rowCount,
      changedSince: 0,
      problem: null,
      now
    });
    return ok({ kind: 'check', bytes, overview, matching, known, sheet } as const);
  }
});

/**
 * Keeps what a file looks like. Where files with these headings were matched before, or where the headings say everything, the file goes
 * on without asking; otherwise it waits for somebody to match it.
 */
export const keepOverview = command({
  name: 'indicators.import-overview',
  needs,
  input: v.object({ id: draftInput.entries.id, overview: v.custom<Overview>(() => true) }),
  example: { ...example, overview: { headingRow: 1, rowCount: 0, columns: [], decimal: 'point' } },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (draft === undefined) return err(notFound);
    const { overview } = input;
    const known = await knownHere(tx, scope);
    const guess = guessMatching(overview, known, draft.indicatorId ?? '');
    const before = await remembered(tx, scope, overview, known, draft.indicatorId ?? '');
    const matching = before ? applyRemembered(before.matching, overview, guess) : guess;
    const isSound = matchingProblems(matching).length === 0;
    // Figures written otherwise than those of before are looked at before they are read.
    const isAsBefore = before !== undefined && before.matching.decimal === guess.decimal;
    const isKnown = isSound && (isAsBefore || (before === undefined && isPlain(overview, guess)));
    const isReady = isKnown && isSettled(overview, matching, known);
    await draftStore.changeDraft(tx, scope, input.id, ['reading'], {
      state: isReady ? 'checking' : 'to-match',
      overview,
      ...(isKnown ? { matching } : {}),
      remembered: before !== undefined && isSound ? { at: before.at, byId: before.byId } : null,
      now
    });
    return ok();
  }
});

/** Keeps some values of a file beside what is there, and how far the reading has come. */
export const keepRows = command({
  name: 'indicators.import-rows',
  needs,
  input: v.object({
    id: draftInput.entries.id,
    rows: v.custom<RowColumns>(() => true),
    row: v.number()
  }),
  example: { ...example, rows: rowColumns([]), row: 0 },
  async run({ scope, input, tx, now }) {
    const isThere = await draftStore.changeDraft(tx, scope, input.id, ['checking'], {
      rowsDone: input.row,
      now
    });
    if (!isThere) return err(notFound);
    await rowStore.stageRows(tx, scope, input.id, input.rows);
    return ok();
  }
});

/** Ends the reading of a file: it can be looked at, or it could not be read. */
export const endReading = command({
  name: 'indicators.import-end-reading',
  needs,
  input: v.object({
    id: draftInput.entries.id,
    problem: v.nullable(v.custom<FileProblem>(() => true))
  }),
  example: { ...example, problem: null },
  async run({ scope, input, tx, now }) {
    const { id, problem } = input;
    if (problem === null) {
      const answer = await draftStore.changeDraft(tx, scope, id, ['checking'], {
        state: 'to-confirm',
        now
      });
      return answer ? ok() : err(notFound);
    }
    // A merge that broke off left nothing behind: its preview still stands. A file that cannot be read does not become readable.
    const isMerge = await draftStore.changeDraft(tx, scope, id, ['saving'], {
      state: 'to-confirm',
      problem,
      now
    });
    if (isMerge) return ok();
    await rowStore.clearRows(tx, scope, id);
    const changes = { state: 'failed', problem, now } as const;
    const isRead = await draftStore.changeDraft(tx, scope, id, ['reading', 'checking'], changes);
    return isRead ? ok() : err(notFound);
  }
});

/**
 * Puts the values of a file among those of the partnership: all that can be taken, in one transaction, each with its history.
 * Refuses, leaving nothing behind: values that somebody changed since the preview (`changed-since-preview`). Where an indicator itself was
 * changed, the file is checked again instead.
 */
export const merge = command({
  name: 'indicators.import-merge',
  needs,
  input: draftInput,
  example,
  async run({ scope, input, tx, now }) {
    const { id } = input;
    const draft = await draftStore.findDraft(tx, scope, id, now);
    if (draft?.state !== 'saving') return err(notFound);
    const indicators = await ownIndicators(tx, scope);
    const isAsSeen =
      indicators.length === Object.keys(draft.seenIndicators).length &&
      indicators.every((each) => draft.seenIndicators[each.id] === each.version);
    if (!isAsSeen) {
      await draftStore.changeDraft(tx, scope, id, ['saving'], { state: 'checking', now });
      return ok({ isMerged: false });
    }
    const counts = await rowStore.countRows(tx, scope, id);
    const { indicatorId, fileName, checksum } = draft;
    await addImport(tx, scope, { id, indicatorId, fileName, checksum, counts, now });
    const merged = await mergeRows(tx, scope, id, counts, now);
    const isWhole =
      merged.added === counts.added &&
      merged.changed === counts.changed &&
      merged.compared === counts.compared &&
      merged.unchanged === counts.unchanged;
    if (!isWhole) return err({ kind: 'changed-since-preview' } as const);
    await rowStore.clearTakenRows(tx, scope, id);
    await draftStore.changeDraft(tx, scope, id, ['saving'], { state: 'done', isMerged: true, now });
    return ok({ isMerged: true });
  }
});

/** Puts a file beside what is there now, for somebody to look at once more. */
export const lookAgain = command({
  name: 'indicators.import-look-again',
  needs,
  input: draftInput,
  example,
  async run({ scope, input, tx, now }) {
    const changedSince = await rowStore.compareAgain(tx, scope, input.id);
    const changes = { state: 'to-confirm', changedSince, now } as const;
    return (await draftStore.changeDraft(tx, scope, input.id, ['saving'], changes))
      ? ok()
      : err(notFound);
  }
});
