import { approvalsOf } from '#modules/bodies/server';
import { decisionRecords } from '#modules/decisions/server';
import { aimsOnce } from '#modules/delivery';
import { planOf } from '#modules/delivery/server';
import { groups } from '#modules/groups/server';
import { projectsWithFactors } from '#modules/improvement/server';
import { followedIndicators } from '#modules/indicators/server';
import { servicesOf } from '#modules/maps/server';
import { getPartnership } from '#modules/partnerships/server';
import { rollOutLines } from '#modules/rollout/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { annualReportDays } from './store.server.ts';
import type { Facts } from './types.ts';

/** The live records that the rules read, through each module's published view. `today` is `YYYY-MM-DD`. */
export async function gatherFacts(tx: Tx, scope: ReadScope, today: string): Promise<Facts> {
  const { vision } = await getPartnership(tx, scope);
  const { bodies, latest } = await approvalsOf(tx, scope);
  const { priorities, aims, actions, measures } = await planOf(tx, scope);
  const governed = await decisionRecords(tx, scope);
  const projects = await projectsWithFactors(tx, scope);
  return {
    today,
    vision,
    bodies,
    latest,
    priorities,
    aims: aimsOnce(aims),
    actions,
    measures,
    indicators: (await followedIndicators(tx, scope)).map((one) => ({
      id: one.id,
      title: one.title,
      factors: one.factors,
      outcomes: one.outcomes,
      hasFigure: one.latest !== null,
      hasComparison: one.comparisons.length > 0 || one.figures.length > 1,
      hasGap: one.gap !== null,
      hasBaseline: one.baseline !== null,
      hasTarget: one.target !== null,
      hasOwner: one.ownerRole !== '',
      nextDue: one.nextDue
    })),
    services: (await servicesOf(tx, scope)).map(({ id, name, factors }) => ({
      id,
      name,
      factors: factors.map(({ factor }) => factor)
    })),
    groups: await groups.list(tx, scope),
    confirmedDecisions: governed.confirmedDecisions,
    consultations: governed.consultations,
    papers: governed.papers,
    annualReports: await annualReportDays(tx, scope),
    helpfulTests: projects.reduce((sum, one) => sum + one.outcomes.helped, 0),
    rollOuts: (await rollOutLines(tx, scope, today)).map(({ id, title, counts }) => ({
      id,
      title,
      all: counts.eligible
    }))
  };
}
