import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { dayAfter } from '#core/written-dates';
import { approvalsOf } from '#modules/bodies/server';
import { checksConfirmed } from '#modules/checks/server';
import { lessonsOf } from '#modules/cooperation/server';
import { decisionsOf } from '#modules/decisions/server';
import { groupsWorstFirst, progressOfGroups } from '#modules/delivery';
import { milestonesOf, planOf } from '#modules/delivery/server';
import { lookedThrough } from '#modules/disclosure';
import { learntLately } from '#modules/improvement/server';
import { getPartnership } from '#modules/partnerships/server';
import { oneInput } from '#modules/records';
import { saying } from '#modules/records/server';
import { resourcesOf, risksOf } from '#modules/resources/server';
import { voicesByFactor } from '#modules/surveys/server';
import { command, query } from '#platform/command';
import type { Tx } from '#platform/database';
import * as fields from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import {
  annualReport,
  annualReportProblem,
  explainAnnualReport,
  type YearRecords
} from './annual-report.ts';
import {
  addAnnualReport,
  annualReportDue,
  annualReports,
  setAnnualReportDue
} from './annual-report.store.server.ts';
import { figuresInWords } from './strategy-records.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

const cameOutWords = {
  yes: 'It helped',
  no: 'It did not help',
  'cannot-tell': 'We cannot tell'
} as const;

/** What the records say of a year, with figures as the public page may show them. */
async function recordsOfYear(
  tx: Tx,
  scope: ReadScope,
  { period, nextYear, today }: Pick<YearRecords, 'period' | 'nextYear' | 'today'>
): Promise<YearRecords> {
  const plan = await planOf(tx, scope);
  const milestones = await milestonesOf(tx, scope);
  const { indicators, measures } = await figuresInWords(tx, scope, today);
  const { vision, name } = await getPartnership(tx, scope);
  return {
    place: name,
    period,
    today,
    nextYear,
    vision,
    priorities: plan.priorities,
    figures: [
      ...indicators.map(({ title, figure, beside }) => ({
        title,
        says:
          figure === null
            ? 'No figure that may be shown'
            : [figure, beside ?? ''].filter((part) => part !== '').join('; ')
      })),
      ...measures.map(({ title, says }) => ({ title, says }))
    ],
    progress: groupsWorstFirst(progressOfGroups({ ...plan, milestones }, today)),
    tests: (await learntLately(tx, scope, 200)).map(({ wasImprovement, ...test }) => ({
      ...test,
      cameOut: cameOutWords[wasImprovement]
    })),
    voices: await quotesByTheme(tx, scope),
    version: (await approvalsOf(tx, scope)).latest,
    checks: await checksConfirmed(tx, scope, period),
    decisions: await decisionsOf(tx, scope),
    lessons: await lessonsOf(tx, scope),
    risks: await risksOf(tx, scope),
    sums: (await resourcesOf(tx, scope)).sums.byYear
  };
}

/** One checked quote of each theme that has any, however many factors the theme speaks of. */
async function quotesByTheme(tx: Tx, scope: ReadScope): Promise<YearRecords['voices']> {
  const themes = [...(await voicesByFactor(tx, scope)).values()].flat();
  const once = new Map(themes.map((one) => [one.themeId, one]));
  return [...once.values()].flatMap(({ name, quote }) =>
    quote === null ? [] : [{ theme: name, ...quote }]
  );
}

/** The report of the year until today as it stands, and every report that was frozen. */
export const viewAnnualReports = query({
  name: 'reports.view-annual-reports',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const period = { from: dayAfter(today, -364), until: today };
    return ok({
      period,
      today,
      dueOn: await annualReportDue(tx, scope),
      draft: annualReport(await recordsOfYear(tx, scope, { period, today, nextYear: '' })),
      reports: (await annualReports(tx, scope)).map(
        ({ id, fromOn, untilOn, frozenAt, content }) => ({
          id,
          fromOn,
          untilOn,
          frozenAt,
          title: content.title
        })
      )
    });
  }
});

/** A report of a year as it was frozen. */
export const viewAnnualReport = query({
  name: 'reports.view-annual-report',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const report = (await annualReports(tx, scope)).find(({ id }) => id === input.id);
    return report === undefined ? err({ kind: 'not-found' } as const) : ok(report);
  }
});

/** Freezes the report of a chosen year: the document with everything it shows. Refuses a year that has not ended, and an empty plan. */
export const freezeAnnualReport = saying(
  command({
    name: 'reports.freeze-annual-report',
    needs: 'reports:send',
    input: lookedThrough(
      {
        from: fields.neededDate('The first day', 'Enter the first day of the year'),
        until: fields.neededDate('The last day', 'Enter the last day of the year'),
        nextYear: fields.neededText('Enter what changes next year', 4000),
        nextDueOn: fields.optionalDate('The day on which the next is due')
      },
      { names: (name) => (name === 'nextYear' ? 'What changes next year' : name) }
    ),
    example: { from: '2025-04-01', until: '2026-03-31', nextYear: 'Two groups become one' },
    async run({ scope, input, tx, now, newId }) {
      const today = dateOf(now);
      const { from, until, nextYear, nextDueOn } = input;
      const period = { from, until };
      const records = await recordsOfYear(tx, scope, { period, nextYear, today });
      const lines = records.progress.flatMap((one) => one.lines).length;
      const problem = annualReportProblem(period, { today, lines });
      if (problem !== null) return err(problem);
      if (nextDueOn !== null && nextDueOn <= today)
        return err({ kind: 'next-in-the-past' } as const);
      const id = newId();
      const content = annualReport(records);
      await addAnnualReport(tx, scope, {
        id,
        fromOn: from,
        untilOn: until,
        content,
        frozenAt: now
      });
      await setAnnualReportDue(tx, scope, nextDueOn);
      return ok({ id });
    }
  }),
  { done: 'The report is frozen. It stays as it is.', explain: explainAnnualReport }
);

/** Says when the next report of a year is due, or that no day is named. */
export const setNextAnnualReport = saying(
  command({
    name: 'reports.set-next-annual-report',
    needs: 'reports:send',
    input: v.object({ dueOn: fields.optionalDate('The day on which it is due') }),
    example: { dueOn: '2027-06-30' },
    async run({ scope, input, tx }) {
      await setAnnualReportDue(tx, scope, input.dueOn);
      return ok();
    }
  }),
  { done: 'The day of the next report is saved.', explain: explainAnnualReport }
);
