import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { asForm, type ValuesOf } from '#modules/records';
import { adding, changing, forms, removing, savedOrChanged, saying } from '#modules/records/server';
import { settingsOf } from '#modules/settings/server';
import { command } from '#platform/command';
import { changedMeanwhile } from '#platform/last-change';
import { holdRow } from '#platform/saving';
import { reportKind, rollOutKind } from './kinds.ts';
import { checkReport, isEligible, usersToTakeUp } from './rules.ts';
import { sayInput, usersInput } from './schema.ts';
import { explainRollOutProblem } from './sentences.ts';
import * as store from './store.server.ts';
import type { RollOutId } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = { title: 'Story bag at pick-up', startedOn: '2026-03-02' };

type CheckProblem =
  { readonly kind: 'nothing-picked' } | { readonly kind: 'ends-before-it-starts' };
type Values = ValuesOf<typeof rollOutKind>;

/** Refuses an end before the start, and nothing picked. */
function checked(values: Values): Result<Values, CheckProblem> {
  if (values.eligibleBy === 'picked' && values.picked.length === 0)
    return err({ kind: 'nothing-picked' });
  if (values.endedOn !== null && values.endedOn < values.startedOn)
    return err({ kind: 'ends-before-it-starts' });
  return ok(values);
}

/** Begins a roll-out: what is spread, and which settings could use it. */
export const addRollOut = adding(rollOutKind, {
  example,
  check: ({ values }) => checked(values),
  explain: explainRollOutProblem
});

/** Changes a roll-out. What was already said of settings keeps its words: parts and steps in use stay. */
export const changeRollOut = changing(rollOutKind, {
  example,
  async check({ tx, scope, values, stored }) {
    const fits = checked(values);
    if (!fits.ok || stored === null) return fits;
    await holdRow(tx, scope, 'rollOut', stored.id);
    const said = await store.reportsOf(tx, scope, { rollOutId: stored.id });
    const part = said.flatMap(({ parts }) => parts).find((one) => !values.parts.includes(one));
    if (part !== undefined) return err({ kind: 'part-in-use', part } as const);
    const needed = said.reduce((most, { level }) => Math.max(most, level ?? 0), 0);
    if (needed > values.scale.length) return err({ kind: 'scale-in-use', needed } as const);
    return fits;
  },
  explain: explainRollOutProblem
});

export const { form: formOfRollOut } = forms(rollOutKind);

/**
 * Says where a setting is now. Said again for the same day, it replaces what was said before; the history keeps both.
 * Where somebody else has said something since the form was opened, that is shown first.
 */
export const sayWhere = saying(
  command({
    name: 'rollout.say-where',
    needs: reportKind.permission.add,
    input: sayInput,
    example: { rollOutId: nothing, settingId: nothing, standing: 'using', since: '2026-03-02' },
    async run({ scope, input, tx, now, newId }) {
      const { version: read, ...said } = input;
      const { rollOutId, settingId } = said;
      await holdRow(tx, scope, 'rollOut', rollOutId);
      const rollOut = await store.rollOuts.find(tx, scope, rollOutId);
      const setting = (await settingsOf(tx, scope)).find(({ id }) => id === settingId);
      if (rollOut === null || setting === undefined) return err(notFound);
      const wrong = checkReport(rollOut, said, dateOf(now));
      if (wrong !== null) return err(wrong);
      if (!isEligible(rollOut, setting, said.since))
        return err({ kind: 'not-eligible', name: setting.name } as const);

      const before = await store.reportsOf(tx, scope, { rollOutId, settingId });
      const version = before.reduce((sum, one) => sum + one.version, 0);
      const [latest] = before;
      if (read !== null && read !== undefined && read !== version) {
        if (latest === undefined) return err(notFound); // what had been read is gone
        const form = asForm(reportKind, latest);
        const theirs = await changedMeanwhile(tx, scope, 'roll_out_report', latest, form);
        return err({ ...theirs, version });
      }
      const sameDay = before.find(({ since }) => since === said.since);
      if (sameDay === undefined) {
        const id = newId();
        await store.reports.add(tx, scope, id, { ...said, reportedBy: scope.personId });
        return ok({ id });
      }
      const { id, version: expected } = sameDay;
      const saved = await savedOrChanged({ tx, scope, kind: reportKind, id }, said, expected);
      return saved.ok ? ok({ id: id as string }) : saved;
    }
  }),
  { done: reportKind.words.added, explain: explainRollOutProblem }
);

/**
 * Takes up that settings use a change already, as a survey of them found: into a roll-out, or into a new one of that title, which then
 * starts on the earliest of these days. Passed over is a setting of which something was said for that day or later, or that
 * used the change before: nobody's own word is written over. Counted apart are settings that the roll-out is not for.
 */
export const takeUpUsers = saying(
  command({
    name: 'rollout.take-up-users',
    needs: rollOutKind.permission.add,
    input: usersInput,
    example: {
      title: 'Story bag',
      note: 'Survey',
      users: [{ settingId: nothing, since: '2026-03-02' }]
    },
    async run({ scope, input, tx, now, newId }) {
      const today = dateOf(now);
      const given = input.users.filter(({ since }) => since <= today);
      const [first] = given.map(({ since }) => since).sort();
      if (first === undefined) return err({ kind: 'nobody-uses-it' } as const);
      // A new identifier is one of its own.
      const rollOutId = input.rollOutId ?? (newId() as RollOutId);
      if (input.rollOutId === null) {
        const { title } = input;
        if (title === '') return err(notFound);
        await store.rollOuts.add(tx, scope, rollOutId, { title, startedOn: first });
      }
      await holdRow(tx, scope, 'rollOut', rollOutId);
      const rollOut = await store.rollOuts.find(tx, scope, rollOutId);
      if (rollOut === null) return err(notFound);
      const settings = new Map((await settingsOf(tx, scope)).map((one) => [one.id, one]));
      const before = await store.reportsOf(tx, scope, { rollOutId });
      const { taken, known, notForThem } = usersToTakeUp(rollOut, settings, before, given);
      const { note } = input;
      await store.reports.addAll(
        tx,
        scope,
        taken.map(({ settingId, since, saidBy }) => ({
          ...{ id: newId(), rollOutId, settingId, since, saidBy, note },
          standing: 'using' as const,
          reportedBy: scope.personId
        }))
      );
      return ok({ id: rollOutId as string, taken: taken.length, known, notForThem });
    }
  }),
  { done: 'The settings that use it are in the roll-out.', explain: explainRollOutProblem }
);

/** Corrects something that was said of a setting. */
export const changeReport = changing(reportKind, {
  example: { standing: 'using', since: '2026-03-02' },
  async check({ tx, scope, now, values, stored }) {
    if (stored === null) return ok(values);
    const { id: own, rollOutId, settingId } = stored;
    await holdRow(tx, scope, 'rollOut', rollOutId);
    const rollOut = await store.rollOuts.find(tx, scope, rollOutId);
    const wrong = rollOut && checkReport(rollOut, values, dateOf(now));
    if (wrong !== null) return err(wrong);
    const said = await store.reportsOf(tx, scope, { rollOutId, settingId });
    if (said.some(({ id, since }) => since === values.since && id !== own))
      return err({ kind: 'day-taken', since: values.since } as const);
    // Of which setting it was said stays as it is.
    return ok({ ...values, rollOutId, settingId });
  },
  explain: explainRollOutProblem
});

/** Takes back something that was said by mistake. The history keeps it. */
export const removeReport = removing(reportKind);
