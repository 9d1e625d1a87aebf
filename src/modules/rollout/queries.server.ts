import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { areasOf, isOpenOn } from '#modules/settings';
import { outlineOf, settingsOf } from '#modules/settings/server';
import { choicesFor } from '#modules/records/server';
import { getSpine } from '#modules/vocabulary/server';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import * as v from 'valibot';
import { countedBefore } from './before.store.server.ts';
import { areasToShare } from './shared-areas.ts';
import { rollOutLines } from './published.server.ts';
import {
  countByArea,
  countByProvider,
  countPlaces,
  curveOf,
  goalState,
  latestReport,
  placesOn,
  placesReached
} from './rules.ts';
import { filterInput } from './schema.ts';
import * as store from './store.server.ts';
import { reportKind, rollOutKind, type Report } from './kinds.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const uuid = v.pipe(v.string(), v.uuid());
const notFound = { kind: 'not-found' } as const;

/** Every roll-out with how many settings stand where. */
export const viewRollOuts = query({
  name: 'rollout.view-roll-outs',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok(await rollOutLines(tx, scope, dateOf(now)));
  }
});

/** One roll-out as list, map and curve; the list may be filtered, the curve and the counts are of all. */
export const viewRollOut = query({
  name: 'rollout.view-roll-out',
  needs: 'records:read',
  input: filterInput,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const rollOut = await store.rollOuts.find(tx, scope, input.id);
    if (rollOut === null) return err(notFound);
    const today = dateOf(now);
    const until = rollOut.endedOn !== null && rollOut.endedOn < today ? rollOut.endedOn : today;
    const settings = await settingsOf(tx, scope);
    const reports = await store.reportsOf(tx, scope, { rollOutId: rollOut.id });
    const all = placesOn(rollOut, settings, reports, until);
    const curve = curveOf(rollOut, settings, reports, until);
    const spine = await getSpine(tx);
    return ok({
      rollOut,
      filter: input,
      counts: countPlaces(all),
      byArea: countByArea(all),
      byProvider: countByProvider(all),
      reaches: placesReached(all),
      areas: areasOf(all.map(({ setting }) => setting)),
      places: all.filter(
        ({ setting, standing }) =>
          (input.standing === '' || standing === input.standing) &&
          (input.area === '' || setting.area === input.area) &&
          (input.kind === '' || setting.kind === input.kind)
      ),
      curve,
      goal: goalState(rollOut, curve, today),
      stops: stopsOf(reports, settings, until),
      lastSaid: lastSaid(reports),
      outline: await outlineOf(tx, scope),
      factors: spine.factors.filter(({ id }) => rollOut.factorIds.includes(id)),
      until
    });
  }
});

/** The counts by area as they may leave, beside what left before. */
export const viewAreasToShare = query({
  name: 'rollout.view-areas-to-share',
  needs: 'records:read',
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const rollOut = await store.rollOuts.find(tx, scope, input.id);
    if (rollOut === null) return err(notFound);
    const today = dateOf(now);
    const until = rollOut.endedOn !== null && rollOut.endedOn < today ? rollOut.endedOn : today;
    const settings = await settingsOf(tx, scope);
    const reports = await store.reportsOf(tx, scope, { rollOutId: rollOut.id });
    const before = await countedBefore(tx, scope, rollOut.id, today);
    return ok({
      title: rollOut.title,
      shared: areasToShare(before, placesOn(rollOut, settings, reports, until))
    });
  }
});

function lastSaid(reports: readonly Report[]): Date | null {
  return reports.reduce<Date | null>(
    (last, { reportedAt }) => (last === null || reportedAt > last ? reportedAt : last),
    null
  );
}

/** Every time a setting stopped, newest first, with why. */
function stopsOf(
  reports: readonly Report[],
  settings: readonly { readonly id: string; readonly name: string }[],
  until: string
) {
  const names = new Map<string, string>(settings.map(({ id, name }) => [id, name]));
  return reports
    .filter(({ standing, since }) => standing === 'stopped' && since <= until)
    .map(({ id, settingId, since, reason, saidBy }) => ({
      id,
      settingId,
      name: names.get(settingId) ?? '',
      since,
      reason,
      saidBy
    }));
}

/** One setting in one roll-out: where it is now, and everything that was said. */
export const viewPlace = query({
  name: 'rollout.view-place',
  needs: 'records:read',
  input: v.object({ rollOutId: uuid, settingId: uuid }),
  example: { rollOutId: nothing, settingId: nothing },
  async run({ scope, input, tx, now }) {
    const rollOut = await store.rollOuts.find(tx, scope, input.rollOutId);
    const setting = (await settingsOf(tx, scope)).find(({ id }) => id === input.settingId);
    if (rollOut === null || setting === undefined) return err(notFound);
    const today = dateOf(now);
    const reports = await store.reportsOf(tx, scope, {
      rollOutId: rollOut.id,
      settingId: setting.id
    });
    return ok({
      rollOut,
      setting,
      reports,
      latest: latestReport(reports, today),
      /** What a form says that it had read. */
      version: reports.reduce((sum, one) => sum + one.version, 0),
      today
    });
  }
});

/** One thing that was said, with its roll-out and its setting, for whoever may correct it. */
export const viewReport = query({
  name: 'rollout.view-report',
  needs: reportKind.permission.change,
  input: oneInput,
  example: { id: nothing },
  async run({ scope, input, tx }) {
    const report = await store.reports.find(tx, scope, input.id);
    const rollOut = report && (await store.rollOuts.find(tx, scope, report.rollOutId));
    const setting = (await settingsOf(tx, scope)).find(({ id }) => id === report?.settingId);
    if (report === null || rollOut === null || setting === undefined) return err(notFound);
    const { reportedBy: _, ...said } = report;
    return ok({ report: said, rollOut, setting });
  }
});

/** Which changes a setting uses, and since when; roll-outs that could be for it and of which nothing was said among them. */
export const viewUses = query({
  name: 'rollout.view-uses',
  needs: 'records:read',
  input: v.object({ settingId: uuid }),
  example: { settingId: nothing },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const setting = (await settingsOf(tx, scope)).find(({ id }) => id === input.settingId);
    if (setting === undefined) return err(notFound);
    const reports = await store.reportsOf(tx, scope, { settingId: setting.id });
    const rollOuts = await store.everyRollOut(tx, scope);
    return ok(
      rollOuts.flatMap((rollOut) => {
        const own = reports.filter(({ rollOutId }) => rollOutId === rollOut.id);
        const [place] = placesOn(rollOut, [setting], own, today);
        const report = latestReport(own, today);
        if (place === undefined && report === null) return [];
        return [{ rollOut, report, standing: report?.standing ?? ('not-started' as const) }];
      })
    );
  }
});

/** What the form of a roll-out chooses from. */
export const viewRollOutChoices = query({
  name: 'rollout.view-choices',
  needs: rollOutKind.permission.add,
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const settings = (await settingsOf(tx, scope)).filter((one) => isOpenOn(one, dateOf(now)));
    return ok({
      settings,
      areas: areasOf(settings),
      choices: await choicesFor(tx, scope, rollOutKind)
    });
  }
});
