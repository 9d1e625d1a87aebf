import { changeSeen } from '#modules/charts';
import { aimOf, type Aim, type ProjectId } from '#modules/improvement';
import { measuresSeen, partsOfProject } from '#modules/improvement/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { ProgressFacts } from './progress.ts';
import * as store from './store.server.ts';

/** What the records of a project say about how far it has come; null when it is not here. */
export async function progressFacts(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<ProgressFacts | null> {
  const parts = await partsOfProject(tx, scope, projectId);
  if (parts === null) return null;
  const { project, ideas, tests, measures } = parts;
  const seen = await measuresSeen(tx, scope, measures);
  const improved = (kind: 'outcome' | 'process'): boolean | null => {
    const answers = seen
      .filter(({ measure }) => measure.kind === kind)
      .map(({ analysis }) => (analysis === null ? null : changeSeen(analysis)));
    if (answers.includes('better')) return true;
    return answers.includes('worse') || answers.includes('none') ? false : null;
  };
  const team = await store.members.list(tx, scope, { projectId });
  return {
    teamSize: team.length,
    hasAim: isWhole(aimOf(project)),
    plans: ideas.length + measures.length + tests.length,
    testsStudied: tests.filter(({ wasImprovement }) => wasImprovement !== null).length,
    isUsualWay: tests.some(({ rampStep, decision }) => rampStep === 'all' && decision === 'adopt'),
    measuresWithValues: seen.filter(({ values }) => values > 0).length,
    processImproved: improved('process'),
    outcomeImproved: improved('outcome'),
    timesAtGoal: Math.max(
      0,
      ...seen
        .filter(({ measure }) => measure.kind === 'outcome')
        .map(({ timesAtGoal }) => timesAtGoal)
    )
  };
}

const isWhole = ({ change, amount, by }: Aim) => change !== '' && amount !== '' && by !== null;
