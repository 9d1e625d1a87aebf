import { ok } from '#core/result';
import { owedActions } from '#modules/delivery/server';
import { learntLately, measuredByProject, owedTests } from '#modules/improvement/server';
import { owedFigures } from '#modules/indicators/server';
import { owedLearning } from '#modules/learning/server';
import { owedGovernance, owedQuestions } from '#modules/needs/server';
import { changesSinceLastVisit } from '#modules/partnerships/server';
import { chosen } from '#modules/priorities/server';
import { owedSurveys } from '#modules/surveys/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
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
    const lately = await changesSinceLastVisit(tx, scope);
    const tests = await owedTests(tx, scope, scope.personId, now);
    return ok({
      spine,
      actions: await owedActions(tx, scope, now),
      tests: tests.slice(0, 6),
      testsInAll: tests.length,
      questions: (await owedQuestions(tx, scope, now)).slice(0, 4),
      figures: (await owedFigures(tx, scope, now)).slice(0, 4),
      surveys: (await owedSurveys(tx, scope, now)).slice(0, 4),
      dataItems: (await owedGovernance(tx, scope, now)).slice(0, 4),
      takeaways: (await owedLearning(tx, scope, now)).slice(0, 4),
      since: lately.since,
      changes: recentChangeLines(lately.changes, (id) => names.get(id) ?? id),
      learnt: await learntLately(tx, scope, 4),
      measured: [...(await measuredByProject(tx, scope)).entries()].map(
        ([projectId, measured]) => ({
          projectId,
          ...measured
        })
      ),
      chosen: await chosen(tx, scope)
    });
  }
});
