import { decisionsForEverybody } from '#modules/decisions/server';
import { aimsOnce } from '#modules/delivery';
import { planOf } from '#modules/delivery/server';
import { asRecorded, byRule, type HiddenReason, type Rule } from '#modules/disclosure';
import { projectStatusNames, sayDate } from '#modules/improvement';
import { leadCharts, publicTests } from '#modules/improvement/server';
import {
  figureText,
  periodWords,
  qualityWords,
  comparisonWords,
  type FollowedIndicator
} from '#modules/indicators';
import { followedIndicators, safeLatestOfOwn } from '#modules/indicators/server';
import { getPartnership } from '#modules/partnerships/server';
import { kindsInWords } from '#modules/priorities';
import { chosen } from '#modules/priorities/server';
import { namesOf } from '#modules/vocabulary';
import { findPack, getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { PublicOutcomes, PublicRecords, RawIndicator, RawSeries } from './public-types.ts';

/** Gathers what the public page is put together from. Figures are still as they were recorded: nothing here is for showing. */
export async function publicRecords(tx: Tx, scope: ReadScope, rule: Rule): Promise<PublicRecords> {
  const safe = await safeLatestOfOwn(tx, scope, byRule(rule));
  const spine = await getSpine(tx);
  const names = namesOf(spine, 'plainTitle');
  const place = await getPartnership(tx, scope);
  const choice = await chosen(tx, scope);
  const words = await findPack(tx, place.spinePack);
  const plan = await planOf(tx, scope);
  const measures = await rawSeriesByProject(tx, scope);
  const projects = await publicTests(tx, scope);
  const indicators = await followedIndicators(tx, scope);
  return {
    place: {
      name: place.name,
      slug: place.slug,
      madeUp: place.madeUp,
      demonstration: place.demonstration
    },
    vision: place.vision,
    outcomes: choice.outcomes.map((one) => ({
      title: names.outcome(one.outcome),
      ages: one.ages.map(names.age)
    })),
    factors: choice.priorities.map((one) => ({
      title: names.factor(one.factor),
      description: spine.factors.find((factor) => factor.id === one.factor)?.description ?? '',
      kind: kindsInWords(one.decision, names)
    })),
    aims: aimsOnce(plan.aims).map((aim) => ({
      id: aim.id,
      title: aim.title,
      dueOn: aim.dueOn,
      status: aim.status,
      by:
        aim.dueOn === null
          ? aim.dueAsWritten === ''
            ? null
            : aim.dueAsWritten
          : sayDate(aim.dueOn)
    })),
    decisions: (await decisionsForEverybody(tx, scope)).map(({ decidedOn, ...one }) => ({
      ...one,
      on: decidedOn === null ? null : sayDate(decidedOn)
    })),
    projects: projects.map((project) => ({
      title: project.title,
      summary: project.summary,
      about: project.factorIds.map(names.factor),
      stage: projectStatusNames[project.status],
      tests: project.tests,
      outcomes: publicOutcomes(project.outcomes),
      lastTestOn: project.lastTestOn,
      change: project.change,
      measure: measures.get(project.projectId) ?? null
    })),
    indicators: indicators.map((one) => rawIndicator(one, safe.get(one.id)?.hidden ?? null)),
    sources: [`What ${place.name} recorded about its own work`, words?.attribution ?? '']
  };
}

/** Of how tests came out, what everybody may read; what is only planned is not among it. */
function publicOutcomes({
  helped,
  didNotHelp,
  cannotTell,
  notSaid
}: PublicOutcomes): PublicOutcomes {
  return { helped, didNotHelp, cannotTell, notSaid };
}

/** The leading measure of each project, where it counts people: others cannot be made safe. */
export async function rawSeriesByProject(
  tx: Tx,
  scope: ReadScope
): Promise<Map<string, RawSeries>> {
  const series = new Map<string, RawSeries>();
  for (const [projectId, { measure, analysis }] of await leadCharts(tx, scope, asRecorded)) {
    const { valueForm: form } = measure;
    if (form !== 'share' && form !== 'count') continue;
    const entries = analysis.points.flatMap((point) => {
      const { numerator, denominator, value } = point;
      const part = form === 'share' ? numerator : value;
      const isWhole = part !== null && (form === 'count' || denominator !== null);
      if (!point.included || value === null || !isWhole) return [];
      return [{ on: String(point.x), part, whole: form === 'share' ? denominator : null }];
    });
    series.set(projectId, { title: measure.title, form, better: measure.direction, entries });
  }
  return series;
}

/** An indicator with its latest figure; `hidden` says why a figure of the partnership's own may not be shown. */
export function rawIndicator(one: FollowedIndicator, hidden: HiddenReason | null): RawIndicator {
  const { latest, unit, decimals } = one;
  const group = one.groupTitle === null ? '' : ` (${one.groupTitle.toLowerCase()})`;
  const head = {
    id: one.id,
    title: `${one.plainTitle}${group}`,
    period:
      latest === null
        ? ''
        : `${periodWords(latest.period, one.periodKind)}${qualityWords(latest.status)}`,
    source: one.source
  };
  if (latest === null) return { ...head, latest: { kind: 'none' } };
  if (one.kind === 'open') {
    const beside = one.comparisons[0];
    const where = one.isLocal ? '' : ` across ${one.areaName}`;
    return {
      ...head,
      latest: {
        kind: 'published',
        figure: `${figureText(latest.value, unit, decimals)}${where}`,
        beside:
          beside === undefined
            ? null
            : `${comparisonWords(beside.comparison, beside.side, beside.name)} (${figureText(beside.value, unit, decimals)})`
      }
    };
  }
  if (hidden !== null) return { ...head, latest: { kind: 'withheld', reason: hidden } };
  const { numerator, denominator } = latest;
  if (unit === 'percent' && numerator !== null && denominator !== null) {
    return { ...head, latest: { kind: 'share', part: numerator, whole: denominator, decimals } };
  }
  if (unit === 'count') return { ...head, latest: { kind: 'count', count: latest.value } };
  return { ...head, latest: { kind: 'not-countable' } };
}
