import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { aimsOnce, isOpen, lateWords, statusNames, type Aim } from '#modules/delivery';
import { boundaryLines } from '#modules/boundaries/server';
import { arrangementGaps, arrangementLines } from '#modules/cooperation';
import { arrangementsOf } from '#modules/cooperation/server';
import { planOf } from '#modules/delivery/server';
import { byRule } from '#modules/disclosure';
import { ruleOf } from '#modules/disclosure/server';
import {
  securityNames,
  stonesOfStrength,
  strengthNames,
  strengthOf,
  worksOf,
  type Evidence
} from '#modules/evidence';
import { getEvidence } from '#modules/evidence/server';
import { sayDate } from '#modules/improvement';
import { projectsWithFactors } from '#modules/improvement/server';
import {
  figureText,
  periodWords,
  qualityWords,
  comparisonWords,
  type FollowedIndicator
} from '#modules/indicators';
import { followedIndicators, safeLatestOfOwn } from '#modules/indicators/server';
import { servicesByFactor, servicesOf } from '#modules/maps/server';
import { groups } from '#modules/groups/server';
import { getPartnership } from '#modules/partnerships/server';
import { kindReasons, kindsInWords, type ChosenOutcome, type Priority } from '#modules/priorities';
import { chosen } from '#modules/priorities/server';
import type { StrategyRecords } from '#modules/strategy';
import { namesOf } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { measuresInWords } from './public-measures.server.ts';
import { publicFigure } from './public-page.ts';
import { cameOut } from './public-sentences.ts';
import { rawIndicator } from './public-records.server.ts';
import type { PublicFigure } from './public-types.ts';

/** What the records of every module say that a strategy draws on, in words. */
export const viewStrategyRecords = query({
  name: 'reports.view-strategy-records',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok(await strategyRecords(tx, scope, dateOf(now)));
  }
});

type Records = Required<StrategyRecords>;

/** Gathers the records through each module's published view, one after the other: they share one connection. `today` is `YYYY-MM-DD`. */
export async function strategyRecords(tx: Tx, scope: ReadScope, today: string): Promise<Records> {
  const { indicators, measures } = await figuresInWords(tx, scope, today);
  const spine = await getSpine(tx);
  const names = namesOf(spine);
  const choice = await chosen(tx, scope);
  const factors = choice.priorities.map((one) => one.factor);
  const working = await groups.list(tx, scope);
  const plan = await planOf(tx, scope);
  const byFactor = await servicesByFactor(tx, scope);
  const groupName = (id: string | null) => working.find((one) => one.id === id)?.name ?? null;
  const governance = await arrangementsOf(tx, scope);
  const { vision } = await getPartnership(tx, scope);
  return {
    vision,
    priorities: {
      outcomes: choice.outcomes.map((one) => ({
        title: names.outcome(one.outcome),
        ages: one.ages.map(names.age),
        reason: one.reason
      })),
      factors: choice.priorities.map((one) => ({
        id: one.id,
        title: names.factor(one.factor),
        reason: one.reason,
        actionKind: kindsInWords(one.decision, names),
        actionReason: kindReasons(one.decision, names)
      }))
    },
    evidence: evidenceOf(await getEvidence(tx, scope), choice),
    indicators: indicators.map(({ bearsOn, ...one }) => ({
      ...one,
      bearsOnChoice:
        bearsOn.factors.some((factor) => factors.includes(factor)) ||
        bearsOn.outcomes.some((outcome) => choice.outcomes.some((each) => each.outcome === outcome))
    })),
    services: {
      all: (await servicesOf(tx, scope)).length,
      byFactor: factors.map((factor) => ({
        title: names.factor(factor),
        services: byFactor.get(factor)?.length ?? 0
      }))
    },
    groups: working.map((one) => ({
      name: one.name,
      purpose: one.purpose,
      reportsTo: one.reportsTo.flatMap((id) => groupName(id) ?? []),
      hasFamilies: one.members.some((member) =>
        /parent|carer|famil/i.test(`${member.role} ${member.organisation}`)
      )
    })),
    governance: {
      lines: arrangementLines(
        governance,
        working.map(({ id, name: title }) => ({ id, title }))
      ),
      // Everybody may open the page of the arrangements, and who may mend them finds the way from there.
      gaps: arrangementGaps(governance, today).map((gap) => ({
        ...gap,
        path: '/plan/arrangements'
      }))
    },
    boundaries: await boundaryLines(tx, scope),
    aims: aimsOnce(plan.aims).map((one) => ({
      id: one.id,
      title: one.title,
      priority: plan.priorities.find((each) => each.id === one.planPriorityId)?.title ?? '',
      due:
        one.dueAsWritten !== '' ? one.dueAsWritten : one.dueOn === null ? null : sayDate(one.dueOn),
      group: groupName(one.leadGroupId),
      state: stateOf(one, today)
    })),
    actions: plan.actions.map((one) => ({
      id: one.id,
      title: one.title,
      lead: one.lead,
      dueOn: one.dueOn,
      due: one.dueOn === null ? null : sayDate(one.dueOn),
      status: [statusNames[one.status], lateWords(one, today)]
        .filter((part) => part !== null)
        .join(', '),
      isOpen: isOpen(one),
      hasResource: one.resource !== ''
    })),
    measures,
    // Every project, also one that names no factor.
    tests: (await projectsWithFactors(tx, scope)).map((one) => ({
      projectId: one.projectId,
      title: one.projectTitle,
      tests: one.tests,
      cameOut: one.tests === 0 ? '' : cameOut(one.outcomes, one.tests),
      last: one.lastTestOn === null ? null : sayDate(one.lastTestOn)
    }))
  };
}

/** What indicators and measures say, in words, as far as the public page may say it: a strategy and a report of the year are published. */
export async function figuresInWords(tx: Tx, scope: ReadScope, today: string) {
  const rule = await ruleOf(tx, scope, 'public-page');
  const safe = await safeLatestOfOwn(tx, scope, byRule(rule));
  const indicators = await followedIndicators(tx, scope);
  return {
    indicators: indicators.map((one) => ({
      ...indicatorWords(
        one,
        publicFigure(rawIndicator(one, safe.get(one.id)?.hidden ?? null), rule)
      ),
      bearsOn: { factors: one.factors, outcomes: one.outcomes }
    })),
    measures: await measuresInWords(tx, scope, rule, today)
  };
}

/** What a reader is to know of how far an aim is; nothing of one that is open and in time. */
function stateOf(aim: Aim, today: string): string {
  if (!isOpen(aim)) return statusNames[aim.status].toLowerCase();
  if (lateWords(aim, today) === null) return '';
  return aim.status === 'not-stated'
    ? 'its date has passed and its progress is not stated'
    : 'its date has passed';
}

/** For each chosen factor the strongest link to an outcome it was chosen for, at the ages in mind. */
function evidenceOf(
  evidence: Evidence,
  choice: { readonly outcomes: readonly ChosenOutcome[]; readonly priorities: readonly Priority[] }
): Records['evidence'] {
  const { spine, pack, ratings } = evidence;
  const names = namesOf(spine);
  const source = pack?.source.attribution ?? '';
  const factors = choice.priorities.map(({ factor, outcomes }) => {
    const asked = choice.outcomes.filter(
      (one) => outcomes.length === 0 || outcomes.includes(one.outcome)
    );
    const links = asked.flatMap((one) =>
      (one.ages.length === 0 ? spine.ages.map((age) => age.id) : one.ages).map((age) =>
        strengthOf(pack?.matrix ?? null, ratings, factor, one.outcome, age)
      )
    );
    const rank = (strength: (typeof links)[number]['strength']) => stonesOfStrength[strength] ?? -1;
    const strongest = links
      .filter((link) => link.strength !== 'unknown')
      .toSorted((one, other) => rank(other.strength) - rank(one.strength))[0];
    const { security } = worksOf(pack?.whatWorks ?? null, ratings, factor);
    return {
      factor,
      title: names.factor(factor),
      matters:
        strongest === undefined
          ? null
          : `${strengthNames[strongest.strength].toLowerCase()} for ${names.outcome(strongest.outcome).toLowerCase()} at ${names.age(strongest.age).toLowerCase()}`,
      works: security === 'unknown' ? null : securityNames[security].toLowerCase()
    };
  });
  return { source, factors };
}

/** An indicator with its latest figure in words; one of the partnership's own as it is safe to show. */
function indicatorWords(one: FollowedIndicator, safe: PublicFigure) {
  const { latest, comparisons, unit, decimals } = one;
  const beside = comparisons[0];
  const where = one.isLocal ? '' : ` across ${one.areaName}`;
  const group = one.groupTitle === null ? '' : ` (${one.groupTitle.toLowerCase()})`;
  return {
    id: one.id,
    title: one.title,
    figure:
      latest === null || (one.kind === 'own' && safe.figure === null)
        ? null
        : `${one.kind === 'own' ? safe.figure : figureText(latest.value, unit, decimals)}${where}${group} in ${periodWords(latest.period, one.periodKind)}${qualityWords(latest.status)}`,
    beside:
      beside === undefined
        ? one.kind === 'own'
          ? safe.beside
          : null
        : `${comparisonWords(beside.comparison, beside.side, beside.name)} (${figureText(beside.value, unit, decimals)})`,
    isPublished: one.kind === 'open',
    updatedAt: one.updatedAt
  };
}
