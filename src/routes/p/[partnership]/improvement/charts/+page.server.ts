import { chartProblemSentence, smallMultiples } from '#modules/charts';
import { chartSpecOf } from '#modules/improvement';
import { viewAllMeasures } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

/** All measures as small charts, those that want looking at first. */
export const load: PageServerLoad = async (event) => {
  const records = await ask(event, viewAllMeasures);
  const projects = new Map(
    records.map(({ measure, projectTitle }) => [measure.id as string, projectTitle])
  );
  const requests = records.map((record) => ({
    key: record.measure.id,
    title: record.measure.title,
    spec: chartSpecOf(record)
  }));
  return {
    charts: smallMultiples(requests, { sorted: true }).map((chart) => ({
      id: chart.key,
      title: chart.title,
      projectTitle: projects.get(chart.key) ?? '',
      attention: chart.attention,
      svg: chart.isDrawn ? chart.svg : null,
      says: chart.isDrawn ? chart.summary : chartProblemSentence(chart.problem)
    }))
  };
};
