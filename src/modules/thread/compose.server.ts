import { planOf, workByFactor } from '#modules/delivery/server';
import { evidenceByFactor } from '#modules/evidence/server';
import { projectsWithFactors } from '#modules/improvement/server';
import { distanceText, figureText, qualityWords, type NeedOfFactor } from '#modules/indicators';
import { needByFactor } from '#modules/indicators/server';
import { servicesByFactor } from '#modules/maps/server';
import { asideByFactor, prioritiesByFactor } from '#modules/priorities/server';
import { programmesByFactor } from '#modules/reach/server';
import { rollOutsByFactor } from '#modules/rollout/server';
import { voicesByFactor } from '#modules/surveys/server';
import type { AgeId, FactorId, OutcomeId, Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { choiceInput, choose } from './choice.server.ts';
import { projectsAt, threadOf } from './rules.ts';
import type { Need, Strands, Thread, ThreadChoice } from './types.ts';

/** What an address asks for when it names one factor. */
export const factorInput = v.object({ factor: v.string(), ...choiceInput });

/** The thread of one factor, for the outcome and age that are looked at; null where the spine does not name what was asked for. */
export async function threadOfFactor(
  tx: Tx,
  scope: ReadScope,
  asked: v.InferOutput<typeof factorInput>,
  today: string
): Promise<{ spine: Spine; choice: ThreadChoice; thread: Thread } | null> {
  const spine = await getSpine(tx);
  const choice = await choose(tx, scope, spine, asked);
  if (choice === null) return null;
  const all = await threads(tx, scope, spine, choice, today);
  const thread = all.find((each) => each.factor.id === asked.factor);
  return thread === undefined ? null : { spine, choice, thread };
}

/**
 * Reads every module's published view and lays them side by side: one thread for each factor of the spine. `today` is the calendar
 * date on which settings and programmes are looked at.
 */
export async function threads(
  tx: Tx,
  scope: ReadScope,
  spine: Spine,
  choice: { readonly outcome: OutcomeId; readonly age: AgeId },
  today: string
): Promise<Thread[]> {
  // One after the other: they share the connection of one transaction.
  const evidence = await evidenceByFactor(tx, scope, choice);
  const need = await needByFactor(tx, scope);
  const voices = await voicesByFactor(tx, scope);
  const services = await servicesByFactor(tx, scope);
  const priorities = await prioritiesByFactor(tx, scope);
  const aside = await asideByFactor(tx, scope);
  const work = await workByFactor(tx, scope);
  const plan = await planOf(tx, scope);
  const projects = (await projectsWithFactors(tx, scope)).map(
    ({ actionId, status, ...project }) => ({
      ...project,
      isUnderWay: status !== 'finished' && status !== 'paused',
      action: plan.actions.find(({ id }) => id === actionId) ?? null
    })
  );
  const rollOuts = await rollOutsByFactor(tx, scope, today);
  const programmes = await programmesByFactor(tx, scope, today);
  return spine.factors.flatMap((factor) => {
    const known = evidence.get(factor.id);
    if (known === undefined) return [];
    const { aims, actions } = work.get(factor.id) ?? { aims: [], actions: [] };
    const strands = {
      factor,
      evidence: known,
      need: (need.get(factor.id) ?? []).map(toNeed),
      voices: voices.get(factor.id) ?? [],
      services: services.get(factor.id) ?? [],
      priority: priorities.get(factor.id) ?? null,
      aside: priorities.has(factor.id) ? null : (aside.get(factor.id) ?? null),
      aims,
      actions,
      plan: placeInPlan(plan, factor.id),
      projects: projectsAt(factor.id, projects, priorities.get(factor.id) ?? null, actions),
      rollOuts: (rollOuts.get(factor.id) ?? []).map(({ id, title, short }) => ({
        id,
        title,
        says: short
      })),
      programmes: (programmes.get(factor.id) ?? []).map(({ programme: { id, title }, says }) => ({
        id,
        title,
        says
      }))
    };
    return [threadOf(strands, spine.actionKinds)];
  });
}

export function toNeed(need: NeedOfFactor): Need {
  const { indicatorId, title, latest, comparator, region, comparison, gap, updatedAt } = need;
  return {
    indicatorId,
    title,
    latest:
      latest === null
        ? null
        : {
            period: latest.period,
            value: latest.value,
            text: `${figureText(latest.value, latest.unit, latest.decimals)}${qualityWords(latest.status)}`
          },
    comparator:
      comparator === null || latest === null
        ? null
        : {
            name: comparator.name,
            text: figureText(comparator.value, latest.unit, latest.decimals)
          },
    region:
      region === null || latest === null
        ? null
        : {
            name: region.name,
            text: figureText(region.value, latest.unit, latest.decimals),
            comparison: region.comparison
          },
    comparison,
    gap:
      gap === null
        ? null
        : {
            period: gap.period,
            text: distanceText(gap.size, gap.unit, gap.decimals),
            change: gap.change
          },
    updatedAt
  };
}

/** How far the plan goes for a factor: the heading that is about it and the aim that names it. */
function placeInPlan(
  { priorities, aims }: Awaited<ReturnType<typeof planOf>>,
  factor: FactorId
): Strands['plan'] {
  const heading = priorities.find((priority) => priority.factors.includes(factor));
  const aim = aims.find((each) => each.factors.includes(factor));
  return {
    priorityId: heading?.id ?? aim?.planPriorityId ?? null,
    aimId: aim?.sameAs ?? aim?.id ?? null
  };
}
