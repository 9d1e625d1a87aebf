import { createHash } from 'node:crypto';
import { err, ok } from '#core/result';
import { command, type InputIssue } from '#platform/command';
import { findOwnIndicator } from '../own/indicators.store.server.ts';
import * as draftStore from './drafts.store.server.ts';
import { knownHere } from './known.server.ts';
import { draftDays } from './limits.ts';
import { hasBlankNames, matchingProblems, mayBeShares, otherOutOf } from './matching.ts';
import { remember, remembered } from './remembering.server.ts';
import { type Known, type Matching, type NameKind, newArea, passOver } from './meanings.ts';
import { doneImports } from './merge.store.server.ts';
import { choiceFor, elsewhereNames } from './elsewhere.ts';
import { groupsOf, isSettled, unknownNames } from './names.ts';
import * as rowStore from './rows.store.server.ts';
import {
  confirmInput,
  draftInput,
  fileInput,
  matchingInput,
  namesInput,
  rowsInput,
  sheetInput,
  undoInput
} from './schema.ts';
import { explainMatching, nameNouns } from './sentences.ts';
import * as undoStore from './undo.store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const notReady = { kind: 'not-ready' } as const;

/** Takes a file in, to be read by `carryOn`. Changes no value. */
export const beginImport = command({
  name: 'indicators.begin-import',
  needs: 'indicators:add-values',
  input: fileInput,
  example: { fileName: 'values.csv', bytes: Buffer.from('period,value\n2024/25 Q1,72.5\n') },
  async run({ scope, input, tx, now, newId }) {
    if (input.indicatorId !== '' && !(await findOwnIndicator(tx, scope, input.indicatorId))) {
      return err(notFound);
    }
    const id = newId();
    await draftStore.addDraft(tx, scope, {
      id,
      indicatorId: input.indicatorId === '' ? null : input.indicatorId,
      fileName: input.fileName,
      checksum: createHash('sha256').update(input.bytes).digest('hex'),
      bytes: input.bytes,
      now,
      expiresAt: new Date(now.getTime() + draftDays * 24 * 60 * 60 * 1000)
    });
    return ok({ id });
  }
});

/** Says what the columns of a file hold, and remembers it for files with the same headings. */
export const matchColumns = command({
  name: 'indicators.match-columns',
  needs: 'indicators:add-values',
  input: matchingInput,
  example: { id: noRecord, uses: ['period', 'value'] },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (!draft?.overview) return err(notFound);
    const { id, headingRow, ...given } = input;
    const open = ['to-match', 'to-confirm'] as const;
    if (headingRow !== null && headingRow !== draft.overview.headingRow) {
      const again = { state: 'reading', headingRow, matching: null, now } as const;
      return (await draftStore.changeDraft(tx, scope, id, open, again))
        ? ok({ isMatched: false })
        : err(notReady);
    }
    const known = await knownHere(tx, scope);
    const before = await remembered(tx, scope, draft.overview, known, draft.indicatorId ?? '');
    const names = draft.matching?.names ?? before?.matching.names ?? noNames;
    const elsewhere = draft.matching?.elsewhere ?? before?.matching.elsewhere ?? {};
    const isHere = known.indicators.some((each) => each.id === given.indicatorId);
    const indicatorId = isHere ? given.indicatorId : '';
    const { areShares, carriesDown, countedPer, ...plain } = given;
    const { overview } = draft;
    // What the file leaves in no doubt is not remembered as an answer, unless somebody gave one.
    const isAsked = areShares !== false || mayBeShares(overview, given.uses, known);
    const matching: Matching = {
      ...plain,
      ...(isAsked ? { areShares } : {}),
      ...(otherOutOf(overview, given.uses, indicatorId, known) === null ? {} : { countedPer }),
      ...(hasBlankNames(overview, given.uses) ? { carriesDown } : {}),
      indicatorId,
      names,
      elsewhere,
      headings: overview.columns.map(({ heading }) => heading)
    };
    const problems = [
      ...matchingProblems(matching),
      ...(matching.uses.length === draft.overview.columns.length
        ? []
        : [{ kind: 'no-figures' } as const])
    ];
    if (problems.length > 0) {
      const issues = problems.map(explainMatching);
      return err({ kind: 'invalid-input', issues: issues.map(asIssue) } as const);
    }
    await remember(tx, scope, draft, draft.overview, known, matching, now);
    const isMatched = isSettled(draft.overview, matching, known);
    const state = isMatched ? 'checking' : 'to-match';
    return (await draftStore.changeDraft(tx, scope, id, open, { state, matching, now }))
      ? ok({ isMatched })
      : err(notReady);
  }
});

const noNames: Matching['names'] = { indicator: {}, breakdown: {}, area: {} };
const asIssue = ({ field, sentence }: { field: string; sentence: string }): InputIssue => ({
  path: field,
  message: sentence
});

/** Says what the names in a file mean that nothing here is called, and remembers it. */
export const matchNames = command({
  name: 'indicators.match-names',
  needs: 'indicators:add-values',
  input: namesInput,
  example: { id: noRecord, names: [] },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (!draft?.overview || draft.matching === null) return err(notFound);
    const { overview, matching } = draft;
    const known = await knownHere(tx, scope);
    const issues: InputIssue[] = [];
    const names = structuredClone(matching.names) as Record<NameKind, Record<string, string>>; // a copy may be written to
    for (const [index, { kind, text }] of unknownNames(overview, matching, known).entries()) {
      const meaning = input.names.find((one) => one.kind === kind && one.text === text)?.meaning;
      if (meaning === undefined || !isMeaning(kind, meaning, known)) {
        const message = `Choose what the ${nameNouns[kind].one} “${text.slice(0, 60)}” means`;
        issues.push({ path: `name-${index}`, message });
      } else names[kind][text] = meaning;
    }
    if (issues.length > 0) return err({ kind: 'invalid-input', issues } as const);
    const found = elsewhereNames(overview, matching, known);
    const elsewhere = Object.fromEntries(
      found.map(({ kind }) => [kind, input.elsewhere[kind] ?? choiceFor(matching, kind)])
    );
    const settled = { ...matching, names, elsewhere: { ...matching.elsewhere, ...elsewhere } };
    await remember(tx, scope, draft, overview, known, settled, now);
    // Names of areas elsewhere that are parts of this place after all are still to be asked for.
    const state = isSettled(overview, settled, known) ? 'checking' : 'to-match';
    const changes = { state, matching: settled, now } as const;
    return (await draftStore.changeDraft(tx, scope, input.id, ['to-match', 'to-confirm'], changes))
      ? ok()
      : err(notReady);
  }
});

function isMeaning(kind: NameKind, meaning: string, known: Known): boolean {
  if (meaning === passOver) return true;
  switch (kind) {
    case 'indicator':
      return known.indicators.some((each) => each.id === meaning);
    case 'breakdown':
      return meaning === 'all' || groupsOf(known).some((group) => group.id === meaning);
    case 'area':
      return (
        meaning === newArea ||
        meaning === 'all' ||
        known.areas.areas.some((area) => area.id === meaning)
      );
  }
}

/** Has another sheet of the same workbook read. What was said of the columns of the one before is left behind with it. */
export const chooseSheet = command({
  name: 'indicators.choose-sheet',
  needs: 'indicators:add-values',
  input: sheetInput,
  example: { id: noRecord, sheet: 'Table 2' },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (draft?.overview?.sheet?.others.includes(input.sheet) !== true) return err(notFound);
    const again = { state: 'reading', sheet: input.sheet, headingRow: null, matching: null, now } as const; // prettier-ignore
    await rowStore.clearRows(tx, scope, input.id);
    return (await draftStore.changeDraft(tx, scope, input.id, ['to-match', 'to-confirm'], again))
      ? ok()
      : err(notReady);
  }
});

/** Says which rows of a file are meant, where several are for the same value; the file is then read again. */
export const chooseRows = command({
  name: 'indicators.choose-rows',
  needs: 'indicators:add-values',
  input: rowsInput,
  example: { id: noRecord, only: { '0': ['Persons'] } },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (!draft?.overview || draft.matching === null) return err(notFound);
    const known = await knownHere(tx, scope);
    const matching = { ...draft.matching, only: { ...draft.matching.only, ...input.only } };
    await remember(tx, scope, draft, draft.overview, known, matching, now);
    const changes = { state: 'checking', matching, now } as const;
    return (await draftStore.changeDraft(tx, scope, input.id, ['to-confirm'], changes))
      ? ok()
      : err(notReady);
  }
});

/** Goes back to saying what the columns hold. */
export const matchAgain = command({
  name: 'indicators.match-again',
  needs: 'indicators:add-values',
  input: draftInput,
  example: { id: noRecord },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (!draft?.matching) return err(notFound);
    // The names are asked for again too: what was chosen wrongly has to be put right somewhere.
    const matching = { ...draft.matching, names: noNames, elsewhere: {}, isReopened: true };
    const changes = { state: 'to-match', matching, now } as const;
    await rowStore.clearRows(tx, scope, input.id);
    return (await draftStore.changeDraft(tx, scope, input.id, ['to-match', 'to-confirm'], changes))
      ? ok()
      : err(notReady);
  }
});

/**
 * Agrees to what a preview showed, all of it; `carryOn` merges it. `seen` is when the preview was made: what was put together anew since
 * has to be looked at again. Refuses a file with rows that cannot be taken, unless the others are to be taken without them.
 */
export const confirmImport = command({
  name: 'indicators.confirm-import',
  needs: 'indicators:add-values',
  input: confirmInput,
  example: { id: noRecord, seen: '' },
  async run({ scope, input, tx, now }) {
    const draft = await draftStore.findDraft(tx, scope, input.id, now);
    if (draft === undefined) return err(notFound);
    if (draft.state !== 'to-confirm') return err(notReady);
    if (draft.touchedAt.toISOString() !== input.seen) {
      return err({ kind: 'changed-since-preview', values: draft.changedSince } as const);
    }
    const counts = await rowStore.countRows(tx, scope, input.id);
    if (counts.refused > 0 && !input.takeTheRest) {
      return err({ kind: 'rows-refused', rows: counts.refused } as const);
    }
    if (counts.added + counts.changed + counts.compared === 0)
      return err({ kind: 'nothing-to-save' } as const);
    const changes = {
      state: 'saving',
      takeTheRest: input.takeTheRest,
      problem: null,
      now
    } as const;
    return (await draftStore.changeDraft(tx, scope, input.id, ['to-confirm'], changes))
      ? ok()
      : err(notReady);
  }
});

/** Lets go of a file that waits, or that could not be read. */
export const discardImport = command({
  name: 'indicators.discard-import',
  needs: 'indicators:add-values',
  input: draftInput,
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    return (await draftStore.removeDraft(tx, scope, input.id)) ? ok() : err(notFound);
  }
});

/**
 * Takes an import back as a whole. Values that somebody changed since stay as they are, unless `withTouched`; how many stayed is noted
 * with the import.
 */
export const undoImport = command({
  name: 'indicators.undo-import',
  needs: 'indicators:add-values',
  input: undoInput,
  example: { id: noRecord },
  async run({ scope, input, tx, now }) {
    const [done] = await doneImports(tx, scope, { id: input.id });
    if (done === undefined || done.commandRunId === null) return err(notFound);
    if (done.undone !== null) return err({ kind: 'already-undone' } as const);
    const undoable = { ...done, commandRunId: done.commandRunId };
    const { removed, restored, touched } = await undoStore.undoCounts(tx, scope, undoable);
    const undone = await undoStore.undoImport(tx, scope, undoable, input.withTouched, now);
    const kept = removed + restored + touched - undone;
    await undoStore.dropCompared(tx, scope, input.id);
    return (await undoStore.noteUndone(tx, scope, input.id, kept, now))
      ? ok({ undone, kept })
      : err({ kind: 'already-undone' } as const);
  }
});
