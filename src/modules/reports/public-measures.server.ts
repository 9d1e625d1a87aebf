import { byRule, type Rule } from '#modules/disclosure';
import { measuredByProject, projectsWithFactors } from '#modules/improvement/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { publicSeriesSentence } from './public-chart.ts';
import { groupingBefore } from './public-page.ts';
import { rawSeriesByProject } from './public-records.server.ts';
import { groupingNames } from './public-sentences.ts';
import { publicSeries } from './public-series.ts';
import type { PublicSeries } from './public-types.ts';
import { lastPage } from './public.store.server.ts';

/**
 * The leading measure of each project that counts people, by the project, as `rule` lets everybody see it: added up as it was when the
 * public page last showed it, so that no two publications can be taken from each other. Null where too little of it can be shown.
 */
export async function safeSeriesByProject(
  tx: Tx,
  scope: ReadScope,
  rule: Rule,
  today: string
): Promise<Map<string, PublicSeries | null>> {
  const before = await lastPage(tx, scope);
  const raw = await rawSeriesByProject(tx, scope);
  const projects = await projectsWithFactors(tx, scope);
  const titles = new Map(projects.map((one) => [String(one.projectId), one.projectTitle]));
  return new Map(
    [...raw].map(([projectId, measure]) => [
      projectId,
      publicSeries(measure, rule, {
        before: groupingBefore(before, titles.get(projectId) ?? '', measure.title),
        today
      })
    ])
  );
}

/**
 * What the leading measure of each project says, for what is published: the same figures as on the public page. One that counts nobody
 * says what its chart says.
 */
export async function measuresInWords(tx: Tx, scope: ReadScope, rule: Rule, today: string) {
  const series = await safeSeriesByProject(tx, scope, rule, today);
  const measured = await measuredByProject(tx, scope, byRule(rule));
  return [...measured].map(([projectId, { measureId, title, verdict }]) => {
    const safe = series.get(projectId);
    return { id: measureId, title, says: safe === undefined ? verdict : saidOf(safe) };
  });
}

function saidOf(series: PublicSeries | null): string {
  if (series === null) return 'Too little of it may be shown, as it counts few people.';
  return [publicSeriesSentence(series, { isDrawn: false }), groupingNames[series.grouping]]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
