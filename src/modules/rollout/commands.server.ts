import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#modules/partnerships/server';
import { settingsOf } from '#modules/settings/server';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import { holdRow } from '#platform/saving';
import type { Tx } from '#platform/database';
import { reportFields, rollOutFields } from './conflicts.ts';
import { checkReport, isEligible } from './rules.ts';
import {
  correctionInput,
  newRollOutInput,
  removalInput,
  rollOutInput,
  sayInput
} from './schema.ts';
import * as store from './store.server.ts';
import type { ReportId, RollOutDetails, RollOutId } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = { title: 'Story bag at pick-up', startedOn: '2026-03-02' };

type CheckProblem =
  | { readonly kind: 'unknown-factor'; readonly factorId: string }
  | { readonly kind: 'nothing-picked' }
  | { readonly kind: 'ends-before-it-starts' };

/** Refuses factors outside the spine, an end before the start, and nothing picked. */
async function check(tx: Tx, input: RollOutDetails): Promise<Result<undefined, CheckProblem>> {
  const spine = await getSpine(tx);
  const factorId = input.factorIds.find((one) => !spine.factors.some(({ id }) => id === one));
  if (factorId !== undefined) return err({ kind: 'unknown-factor', factorId });
  if (input.eligibleBy === 'picked' && input.picked.length === 0)
    return err({ kind: 'nothing-picked' });
  if (input.endedOn !== null && input.endedOn < input.startedOn)
    return err({ kind: 'ends-before-it-starts' });
  return ok();
}

/** Begins a roll-out: what is spread, and which settings could use it. */
export const addRollOut = command({
  name: 'rollout.add-roll-out',
  needs: 'rollout:edit',
  input: newRollOutInput,
  example,
  async run({ scope, input, tx, newId }) {
    const checked = await check(tx, input);
    if (!checked.ok) return checked;
    const id = newId() as RollOutId; // made here
    await store.addRollOut(tx, scope, id, input);
    return ok({ id });
  }
});

/** Changes a roll-out. What was already said of settings keeps its words: parts and steps in use stay. */
export const changeRollOut = command({
  name: 'rollout.change-roll-out',
  needs: 'rollout:edit',
  input: rollOutInput,
  example: { ...example, id: nothing, version: 1 },
  async run({ scope, input, tx }) {
    await holdRow(tx, scope, 'rollOut', input.id);
    const stored = await store.findRollOut(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const checked = await check(tx, input);
    if (!checked.ok) return checked;
    const said = await store.reports(tx, scope, { rollOutId: stored.id });
    const part = said.flatMap(({ parts }) => parts).find((one) => !input.parts.includes(one));
    if (part !== undefined) return err({ kind: 'part-in-use', part } as const);
    const needed = said.reduce((most, { level }) => Math.max(most, level ?? 0), 0);
    if (needed > input.scale.length) return err({ kind: 'scale-in-use', needed } as const);
    const record = { id: stored.id, expected: input.version };
    const version = await store.saveRollOut(tx, scope, record, input);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'roll_out', stored, rollOutFields(stored)));
  }
});

/**
 * Says where a setting is now. Said again for the same day, it replaces what was said before; the history keeps both.
 * Where somebody else has said something since the form was opened, that is shown first.
 */
export const sayWhere = command({
  name: 'rollout.say-where',
  needs: 'rollout:report',
  input: sayInput,
  example: { rollOutId: nothing, settingId: nothing, standing: 'using', since: '2026-03-02' },
  async run({ scope, input, tx, now, newId }) {
    const { rollOutId, settingId } = input;
    await holdRow(tx, scope, 'rollOut', rollOutId);
    const rollOut = await store.findRollOut(tx, scope, rollOutId);
    const setting = (await settingsOf(tx, scope)).find(({ id }) => id === settingId);
    if (rollOut === null || setting === undefined) return err(notFound);
    const wrong = checkReport(rollOut, input, dateOf(now));
    if (wrong !== null) return err(wrong);
    if (!isEligible(rollOut, setting, input.since))
      return err({ kind: 'not-eligible', name: setting.name } as const);

    const said = await store.reports(tx, scope, { rollOutId, settingId });
    const version = said.reduce((sum, one) => sum + one.version, 0);
    const [latest] = said;
    if (input.version !== null && input.version !== undefined && input.version !== version) {
      if (latest === undefined) return err(notFound); // what had been read is gone
      const theirs = await changedMeanwhile(
        tx,
        scope,
        'roll_out_report',
        latest,
        reportFields(latest)
      );
      return err({ ...theirs, version });
    }
    const sameDay = said.find(({ since }) => since === input.since);
    if (sameDay === undefined) {
      const report = { ...input, id: newId() as ReportId }; // made here
      await store.addReport(tx, scope, report, { personId: scope.personId, now });
      return ok({ id: report.id });
    }
    const record = { id: sameDay.id, expected: sameDay.version };
    const saved = await store.saveReport(tx, scope, record, input);
    if (saved !== null) return ok({ id: sameDay.id });
    return err(
      await changedMeanwhile(tx, scope, 'roll_out_report', sameDay, reportFields(sameDay))
    );
  }
});

/** Corrects something that was said of a setting. */
export const correctReport = command({
  name: 'rollout.correct-report',
  needs: 'rollout:report',
  input: correctionInput,
  example: { reportId: nothing, standing: 'using', since: '2026-03-02', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findReport(tx, scope, input.reportId);
    if (stored !== null) await holdRow(tx, scope, 'rollOut', stored.rollOutId);
    const rollOut = stored && (await store.findRollOut(tx, scope, stored.rollOutId));
    if (stored === null || rollOut === null) return err(notFound);
    const wrong = checkReport(rollOut, input, dateOf(now));
    if (wrong !== null) return err(wrong);
    const said = await store.reports(tx, scope, stored);
    if (said.some(({ id, since }) => since === input.since && id !== stored.id))
      return err({ kind: 'day-taken', since: input.since } as const);
    const record = { id: stored.id, expected: input.version };
    const version = await store.saveReport(tx, scope, record, input);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'roll_out_report', stored, reportFields(stored)));
  }
});

/** Takes back something that was said by mistake. The history keeps it. */
export const removeReport = command({
  name: 'rollout.remove-report',
  needs: 'rollout:report',
  input: removalInput,
  example: { reportId: nothing },
  async run({ scope, input, tx }) {
    return (await store.removeReport(tx, scope, input.reportId)) ? ok() : err(notFound);
  }
});
