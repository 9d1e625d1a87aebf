import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { asRecorded } from '#modules/disclosure';
import { learntLately, measuredByProject } from '#modules/improvement/server';
import { changesSinceLastVisit } from '#modules/partnerships/server';
import { chosen } from '#modules/priorities/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { gatherDue } from './due-gathering.server.ts';
import { dueAtHome } from './due.ts';
import { recentChangeLines } from './recent-changes.ts';

/** The first screen: what is owed and by when, what changed since the last visit, what was learnt. */
export const viewHome = query({
  name: 'reports.view-home',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const spine = await getSpine(tx);
    const names = new Map<string, string>([
      ...spine.factors.map((one) => [one.id, one.title] as const),
      ...spine.outcomes.map((one) => [one.id, one.title] as const)
    ]);
    const lately = await changesSinceLastVisit(tx, scope, now);
    return ok({
      spine,
      due: dueAtHome(await gatherDue(tx, scope, now), dateOf(now)),
      since: lately.since,
      changes: recentChangeLines(lately.changes, (id) => names.get(id) ?? id),
      learnt: await learntLately(tx, scope, 4),
      measured: [...(await measuredByProject(tx, scope, asRecorded)).entries()].map(
        ([projectId, measured]) => ({
          projectId,
          ...measured
        })
      ),
      chosen: await chosen(tx, scope)
    });
  }
});
