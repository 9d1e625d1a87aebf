import {
  aimOf,
  beliefByIdea,
  checkAim,
  composeAim,
  familyOrder,
  figureWords,
  missingKinds,
  rampSteps,
  readinessGaps,
  type MeasureRecord,
  type Test
} from '#modules/improvement';
import { diagramSentence } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { viewCharter } from '#modules/charter/server';
import { viewProject, viewPublished } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import { measureFigure } from '../charts.server.ts';
import { planTies } from '../forms.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { measures, ...view } = await ask(event, viewProject, { projectId: event.params.project });
  const { diagram, gaps: diagramGaps } = await ask(event, viewDiagram, {
    projectId: event.params.project
  });
  const aim = aimOf(view.project);
  const { team, score } = await ask(event, viewCharter, { projectId: event.params.project });
  return {
    ...view,
    aim: composeAim(aim),
    gaps: checkAim(aim, view.today),
    drivers: {
      isBegun: diagram.drivers.length > 0,
      says: diagramSentence(diagram),
      gaps: diagramGaps
    },
    published: await ask(event, viewPublished, { projectId: event.params.project }),
    belief: beliefByIdea(view.ideas, view.tests),
    /** Before the change that is being made the usual way: the one whose tests went furthest. */
    readiness: readinessOf(view.tests),
    ties: await planTies(event, view.project),
    team,
    score,
    familyGaps: missingKinds(measures.map(({ measure }) => measure)),
    measures: familyOrder(measures).map((record) => ({
      measure: record.measure,
      valueCount: record.values.length,
      lastOn: record.values.at(-1)?.measuredOn ?? null,
      latest: latestWords(record),
      figure: measureFigure(record, view.tests)
    }))
  };
};

/** What speaks against implementing the change whose tests went furthest up the ramp, among those not abandoned. */
function readinessOf(tests: readonly Test[]) {
  const height = ({ rampStep }: Test) => rampSteps.indexOf(rampStep);
  const [furthest] = tests
    .filter(({ decision }) => decision !== 'abandon')
    .sort((one, other) => height(other) - height(one) || other.number - one.number);
  if (furthest === undefined) return [];
  return readinessGaps(tests.filter((one) => one.changeIdeaId === furthest.changeIdeaId));
}

function latestWords({ measure, values }: MeasureRecord): string | null {
  const last = values.at(-1);
  return last === undefined ? null : figureWords(measure, last.figure);
}
