import { dateOf } from '#core/dates';
import { dayAfter } from '#core/written-dates';
import { err, ok } from '#core/result';
import { asksOf } from '#modules/decisions/server';
import {
  groupsWorstFirst,
  nothingOf,
  progressOfGroups,
  type GroupProgress
} from '#modules/delivery';
import { milestonesOf, planOf } from '#modules/delivery/server';
import { lookedThrough } from '#modules/disclosure';
import type { WorkingGroup } from '#modules/groups';
import { groups } from '#modules/groups/server';
import { oneInput } from '#modules/records';
import { saying } from '#modules/records/server';
import { command, query } from '#platform/command';
import type { Tx } from '#platform/database';
import * as fields from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import {
  explainGroupReport,
  groupReport,
  groupReportProblem,
  reportChanges,
  type OpenAsk
} from './group-report.ts';
import {
  addGroupReport,
  groupReports,
  type StoredGroupReport
} from './group-report.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

async function progressHere(tx: Tx, scope: ReadScope, today: string): Promise<GroupProgress[]> {
  const plan = await planOf(tx, scope);
  const milestones = await milestonesOf(tx, scope);
  return groupsWorstFirst(progressOfGroups({ ...plan, milestones }, today));
}

/** What a group asks of others and nobody has answered, by the group that asks. */
async function openAsks(
  tx: Tx,
  scope: ReadScope,
  all: readonly WorkingGroup[]
): Promise<readonly (OpenAsk & { readonly fromGroupId: string | null })[]> {
  const name = (id: string | null) => all.find((one) => one.id === id)?.name;
  return (await asksOf(tx, scope))
    .filter(({ answer }) => answer === 'none')
    .map(({ id, kind, title, toGroupId, toBody, answerBy, fromGroupId }) => ({
      id,
      kind,
      title,
      to: name(toGroupId) ?? toBody,
      answerBy,
      fromGroupId
    }));
}

const briefly = ({
  id,
  groupId,
  toGroupId,
  fromOn,
  untilOn,
  sentAt,
  content
}: StoredGroupReport) => ({
  id,
  groupId,
  toGroupId,
  fromOn,
  untilOn,
  sentAt,
  group: content.group,
  to: content.to
});

/** How the work of each group stands, what needs attention first, with what the group asks of others and its last report. */
export const viewProgress = query({
  name: 'reports.view-progress',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const all = await groups.list(tx, scope);
    const asks = await openAsks(tx, scope, all);
    const sent = (await groupReports(tx, scope)).map(briefly);
    const progress = await progressHere(tx, scope, today);
    return ok({
      today,
      groups: progress.map((one) => {
        const group = all.find(({ id }) => id === one.groupId) ?? null;
        return {
          ...one,
          name: group?.name ?? null,
          sponsor: group?.seniorSponsor ?? '',
          mayReport: (group?.reportsTo.length ?? 0) > 0,
          asks: asks.filter(({ fromGroupId }) => fromGroupId === one.groupId),
          lastReport: sent.find(({ groupId }) => groupId === one.groupId) ?? null
        };
      })
    });
  }
});

/** What a group's report would say now, what changed since its last one, and to whom it may go. */
export const viewGroupReport = query({
  name: 'reports.view-group-report',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const all = await groups.list(tx, scope);
    const group = all.find(({ id }) => id === input.id);
    if (group === undefined) return err(notFound);
    const [last] = await groupReports(tx, scope, group.id);
    const progress = (await progressHere(tx, scope, today)).find((one) => one.groupId === group.id);
    const above = all.filter(({ id }) => group.reportsTo.includes(id));
    const from = startOf(last, today);
    const report = groupReport(progress ?? nothingOf(group.id), {
      group: group.name,
      to: above[0]?.name ?? '',
      sponsor: group.seniorSponsor,
      leadOfficial: group.leadOfficial,
      asks: (await openAsks(tx, scope, all)).filter(({ fromGroupId }) => fromGroupId === group.id),
      said: '',
      period: { from, until: today }
    });
    return ok({
      today,
      group: { id: group.id, name: group.name },
      above: above.map(({ id, name }) => ({ id, name })),
      from,
      report,
      last: last === undefined ? null : briefly(last),
      changes: last === undefined ? null : reportChanges(report, last.content)
    });
  }
});

/** A report begins where the last one ended; the first covers three months. */
function startOf(last: StoredGroupReport | undefined, today: string): string {
  if (last === undefined) return dayAfter(today, -91);
  return last.untilOn >= today ? today : dayAfter(last.untilOn, 1);
}

/** Every report that a group sent, the latest first. */
export const viewGroupReports = query({
  name: 'reports.view-group-reports',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok((await groupReports(tx, scope)).map(briefly));
  }
});

/** A report as it was sent, with what had changed since the one before. */
export const viewSentReport = query({
  name: 'reports.view-sent-report',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const report = (await groupReports(tx, scope)).find(({ id }) => id === input.id);
    if (report === undefined) return err(notFound);
    const before = (await groupReports(tx, scope, report.groupId)).find(
      ({ sentAt }) => sentAt < report.sentAt
    );
    return ok({
      report,
      before: before === undefined ? null : briefly(before),
      changes: before === undefined ? null : reportChanges(report.content, before.content)
    });
  }
});

const sendInput = lookedThrough(
  {
    groupId: fields.id(),
    toGroupId: fields.neededText('Choose a group to which this one reports'),
    from: fields.neededDate('The first day', 'Enter the first day of the period'),
    said: fields.text(4000)
  },
  { names: (name) => (name === 'said' ? 'What the group says' : name) }
);

/**
 * Sends a group's report to one that it reports to: drawn from the records as they stand, and kept as it is. Refuses a group that
 * the reporting lines do not name, a period that has not begun, and silence about what is late.
 */
export const sendGroupReport = saying(
  command({
    name: 'reports.send-group-report',
    needs: 'reports:send',
    input: sendInput,
    example: { groupId: none, toGroupId: none, from: '2026-09-01', said: 'The hall was shut' },
    async run({ scope, input, tx, now, newId }) {
      const today = dateOf(now);
      const all = await groups.list(tx, scope);
      const group = all.find(({ id }) => id === input.groupId);
      if (group === undefined) return err(notFound);
      const progress =
        (await progressHere(tx, scope, today)).find((one) => one.groupId === group.id) ??
        nothingOf(group.id);
      const problem = groupReportProblem(input, {
        reportsTo: group.reportsTo,
        late: progress.counts.late + progress.counts['held-up'],
        today
      });
      if (problem !== null) return err(problem);
      const content = groupReport(progress, {
        group: group.name,
        to: all.find(({ id }) => id === input.toGroupId)?.name ?? '',
        sponsor: group.seniorSponsor,
        leadOfficial: group.leadOfficial,
        asks: (await openAsks(tx, scope, all)).filter(
          ({ fromGroupId }) => fromGroupId === group.id
        ),
        said: input.said,
        period: { from: input.from, until: today }
      });
      const id = newId();
      await addGroupReport(tx, scope, {
        id,
        groupId: group.id,
        toGroupId: input.toGroupId,
        fromOn: input.from,
        untilOn: today,
        content,
        sentAt: now
      });
      return ok({ id });
    }
  }),
  { done: 'The report is sent. It stays as it is.', explain: explainGroupReport }
);
