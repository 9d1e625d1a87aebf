import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { rememberColumns } from '#platform/remembered';
import { holdRow } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import { cycleFormFields, programmeFields } from './conflicts.ts';
import { parseCycles, type CyclesProblem } from './parse-cycles.ts';
import { hasFigures, misfitsOf, type CycleMisfit } from './rules.ts';
import {
  cycleInput,
  cyclesInput,
  newCycleInput,
  newProgrammeInput,
  oneCycle,
  programmeInput
} from './schema.ts';
import * as store from './store.server.ts';
import { cyclesTable } from './tables.ts';
import type {
  Cycle,
  CycleDetails,
  CycleId,
  Programme,
  ProgrammeDetails,
  ProgrammeId
} from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = {
  title: 'Sing and Play',
  rhythm: 'monthly' as const,
  stages: 'Could come\nCame once\nCame to the end',
  servedStage: '1'
};

type ProgrammeProblem =
  | { readonly kind: 'unknown-factor'; readonly factorId: string }
  | { readonly kind: 'served-off-stages' };

/** The programme, held until the transaction ends, so that its lists keep their length while somebody counts by them. */
async function heldProgramme(tx: Tx, scope: WriteScope, id: string): Promise<Programme | null> {
  await holdRow(tx, scope, 'programme', id);
  return store.findProgramme(tx, scope, id);
}

async function checkProgramme(
  tx: Tx,
  input: ProgrammeDetails
): Promise<Result<undefined, ProgrammeProblem>> {
  const spine = await getSpine(tx);
  const factorId = input.factorIds.find((one) => !spine.factors.some(({ id }) => id === one));
  if (factorId !== undefined) return err({ kind: 'unknown-factor', factorId });
  if (input.servedStage >= input.stages.length) return err({ kind: 'served-off-stages' });
  return ok();
}

/** Describes a programme: its stages, groups and scales, in the place's own words. */
export const addProgramme = command({
  name: 'reach.add-programme',
  needs: 'reach:edit',
  input: newProgrammeInput,
  example,
  async run({ scope, input, tx, newId }) {
    const checked = await checkProgramme(tx, input);
    if (!checked.ok) return checked;
    const id = newId() as ProgrammeId; // made here
    await store.addProgramme(tx, scope, id, input);
    return ok({ id });
  }
});

/** Changes a programme. Once there are figures its lists keep their length: a count belongs to the line in its place. */
export const changeProgramme = command({
  name: 'reach.change-programme',
  needs: 'reach:edit',
  input: programmeInput,
  example: { ...example, id: nothing, version: 1 },
  async run({ scope, input, tx }) {
    const stored = await heldProgramme(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const checked = await checkProgramme(tx, input);
    if (!checked.ok) return checked;
    if ((await store.cycles(tx, scope, stored.id)).length > 0) {
      const lists = ['stages', 'bands', 'engagementScale', 'groups'] as const;
      const list = lists.find((one) => stored[one].length !== input[one].length);
      if (list !== undefined) return err({ kind: 'lists-have-counts', list } as const);
    }
    const version = await store.saveProgramme(
      tx,
      scope,
      { id: stored.id, expected: input.version },
      input
    );
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'programme', stored, programmeFields(stored)));
  }
});

type CycleProblem =
  | { readonly kind: 'does-not-add-up'; readonly misfits: readonly CycleMisfit[] }
  | { readonly kind: 'nothing-counted' }
  | { readonly kind: 'starts-ahead' };

function checkCycle(
  programme: Programme,
  input: CycleDetails,
  today: string
): Result<undefined, CycleProblem> {
  if (input.startsOn > today) return err({ kind: 'starts-ahead' });
  if (!hasFigures(input)) return err({ kind: 'nothing-counted' });
  const misfits = misfitsOf(programme, input);
  if (misfits.length > 0) return err({ kind: 'does-not-add-up', misfits });
  return ok();
}

/** Records the counts of one cycle. */
export const recordCycle = command({
  name: 'reach.record-cycle',
  needs: 'reach:record',
  input: newCycleInput,
  example: { programmeId: nothing, startsOn: '2026-02-01', counts: ['40', '20', '10'] },
  async run({ scope, input, tx, now, newId }) {
    const programme = await heldProgramme(tx, scope, input.programmeId);
    if (programme === null) return err(notFound);
    const checked = checkCycle(programme, input, dateOf(now));
    if (!checked.ok) return checked;
    const here = await store.cycles(tx, scope, programme.id);
    if (here.some(({ startsOn }) => startsOn === input.startsOn))
      return err({ kind: 'cycle-taken' } as const);
    const id = newId() as CycleId; // made here
    await store.addCycles(tx, scope, programme.id, [{ ...input, id }]);
    return ok({ id });
  }
});

/** Changes the counts of one cycle. */
export const changeCycle = command({
  name: 'reach.change-cycle',
  needs: 'reach:record',
  input: cycleInput,
  example: { cycleId: nothing, startsOn: '2026-02-01', counts: ['40', '20', '10'], version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findCycle(tx, scope, input.cycleId);
    const programme = stored && (await heldProgramme(tx, scope, stored.programmeId));
    if (stored === null || programme === null) return err(notFound);
    const checked = checkCycle(programme, input, dateOf(now));
    if (!checked.ok) return checked;
    const here = await store.cycles(tx, scope, programme.id);
    if (here.some(({ id, startsOn }) => startsOn === input.startsOn && id !== stored.id))
      return err({ kind: 'cycle-taken' } as const);
    const version = await store.saveCycle(
      tx,
      scope,
      { id: stored.id, expected: input.version },
      input,
      now
    );
    if (version !== null) return ok({ version });
    return err(
      await changedMeanwhile(tx, scope, 'reach_cycle', stored, cycleFormFields(programme, stored))
    );
  }
});

/** Takes a cycle away that was recorded by mistake. The history keeps it. */
export const removeCycle = command({
  name: 'reach.remove-cycle',
  needs: 'reach:record',
  input: oneCycle,
  example: { cycleId: nothing },
  async run({ scope, input, tx }) {
    return (await store.removeCycle(tx, scope, input.cycleId)) ? ok() : err(notFound);
  }
});

/** One row of a file, with the cycle of its day where there is one. */
export type PlannedCycle = {
  readonly row: number;
  readonly details: CycleDetails;
  readonly before: Cycle | null;
  readonly isChanged: boolean;
};

/** What rows would do to a programme as it is now, and a fingerprint of it: the same for the same plan. */
export async function planOf(
  tx: Tx,
  scope: ReadScope,
  programme: Programme,
  cells: readonly (readonly string[])[],
  today: string
): Promise<Result<{ lines: PlannedCycle[]; fingerprint: string }, CyclesProblem>> {
  const parsed = parseCycles(cells, programme, today);
  if (!parsed.ok) return parsed;
  const here = new Map(
    (await store.cycles(tx, scope, programme.id)).map((one) => [one.startsOn, one])
  );
  const lines = parsed.value.map(({ row, ...details }): PlannedCycle => {
    const before = here.get(details.startsOn) ?? null;
    const text = (cycle: CycleDetails) => JSON.stringify(cyclesTable(programme, [cycle])[1]);
    return { row, details, before, isChanged: before === null || text(before) !== text(details) };
  });
  const said = lines.map(({ row, details, before }) => [row, details, before?.version ?? null]);
  return ok({
    lines,
    fingerprint: createHash('sha256').update(JSON.stringify(said)).digest('hex')
  });
}

/** Does what a preview showed, all of it or nothing; nothing where the figures here have changed since. */
export const recordCycles = command({
  name: 'reach.record-cycles',
  needs: 'reach:record',
  input: cyclesInput,
  example: {
    programmeId: nothing,
    cells: [
      ['Starts on', 'Came once'],
      ['2026-02-01', '20']
    ],
    fingerprint: ''
  },
  async run({ scope, input, tx, now, newId }) {
    const programme = await heldProgramme(tx, scope, input.programmeId);
    if (programme === null) return err(notFound);
    const planned = await planOf(tx, scope, programme, input.cells, dateOf(now));
    if (!planned.ok) return planned;
    const { lines, fingerprint } = planned.value;
    if (fingerprint !== input.fingerprint) return err({ kind: 'changed-since-preview' } as const);
    const changed = lines.filter(({ isChanged }) => isChanged);
    if (changed.length === 0) return err({ kind: 'nothing-to-do' } as const);
    const added = changed.filter(({ before }) => before === null);
    await store.addCycles(
      tx,
      scope,
      programme.id,
      added.map(({ details }) => ({ ...details, id: newId() as CycleId }))
    ); // made here
    for (const { before, details } of changed) {
      if (before === null) continue;
      const record = { id: before.id, expected: before.version };
      if ((await store.saveCycle(tx, scope, record, details, now)) === null)
        return err({ kind: 'changed-since-preview' } as const);
    }
    await rememberColumns(tx, scope, 'cycles', { said: input.columns, now });
    return ok({ added: added.length, changed: changed.length - added.length });
  }
});
