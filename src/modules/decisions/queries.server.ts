import { dateOf } from '#core/dates';
import { daysBetween } from '#core/written-dates';
import { err, ok } from '#core/result';
import { groups } from '#modules/groups/server';
import { oneInput } from '#modules/records';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { lastChangeOf } from '#platform/last-change';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { ladderOf, latestStep, nextRung } from './rules.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The words by which records here name others: groups, priorities and aims of the plan. */
async function namesHere(tx: Tx, scope: ReadScope) {
  return {
    groups: (await groups.list(tx, scope)).map(({ id, name }) => ({ id, title: name })),
    priorities: await store.planTitles(tx, scope, 'planPriority'),
    aims: await store.planTitles(tx, scope, 'aim')
  };
}

/** Every decision, the latest first, with what corrects it and what the partner bodies say. */
export const viewDecisions = query({
  name: 'decisions.view-decisions',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const all = await store.decisions.list(tx, scope);
    const agreements = await store.agreements.list(tx, scope);
    return ok({
      today: dateOf(now),
      ...(await namesHere(tx, scope)),
      papers: await store.papers.choose(tx, scope),
      consultations: await store.consultations.choose(tx, scope),
      decisions: all.map((decision) => ({
        ...decision,
        agreements: agreements.filter(({ decisionId }) => decisionId === decision.id),
        correctedBy: all.find(({ supersedesId }) => supersedesId === decision.id)?.id ?? null
      }))
    });
  }
});

/** What minutes are written from: decisions with what partners say and which interests were declared, and papers for meetings. */
export const viewMinutes = query({
  name: 'decisions.view-minutes',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const all = await store.decisions.list(tx, scope);
    const agreements = await store.agreements.list(tx, scope);
    const interests = await store.interests.list(tx, scope);
    const { groups: groupTitles, aims } = await namesHere(tx, scope);
    return ok({
      groups: groupTitles,
      aims,
      papers: await store.papers.list(tx, scope),
      consultations: await store.consultations.choose(tx, scope),
      decisions: all.map((decision) => ({
        ...decision,
        agreements: agreements.filter(({ decisionId }) => decisionId === decision.id),
        interests: interests.filter(({ decisionId }) => decisionId === decision.id),
        correctedBy:
          all.find(
            ({ supersedesId, confirmedAt }) => supersedesId === decision.id && confirmedAt !== null
          )?.id ?? null
      }))
    });
  }
});

/** One decision with everything it rests on, what the partner bodies say, interests, and what it corrects or is corrected by. */
export const viewDecision = query({
  name: 'decisions.view-decision',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const all = await store.decisions.list(tx, scope);
    const decision = all.find(({ id }) => id === input.id);
    if (decision === undefined) return err(notFound);
    const papers = await store.papers.list(tx, scope);
    const consultations = await store.consultations.list(tx, scope);
    const briefly = (one: (typeof all)[number] | undefined) =>
      one === undefined
        ? null
        : { id: one.id, title: one.title, isConfirmed: one.confirmedAt !== null };
    return ok({
      decision,
      today: dateOf(now),
      ...(await namesHere(tx, scope)),
      papers: papers.filter(({ id }) => decision.paperIds.includes(id)),
      consultations: consultations.filter(({ id }) => decision.consultationIds.includes(id)),
      agreements: await store.agreements.list(tx, scope, { decisionId: decision.id }),
      interests: await store.interests.list(tx, scope, { decisionId: decision.id }),
      corrects: briefly(all.find(({ id }) => id === decision.supersedesId)),
      correctedBy: briefly(all.find(({ supersedesId }) => supersedesId === decision.id)),
      last: await lastChangeOf(tx, scope, 'decision', decision.id)
    });
  }
});

/** Every paper, the latest first, with the decisions that rest on it. */
export const viewPapers = query({
  name: 'decisions.view-papers',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const decisions = await store.decisions.list(tx, scope);
    return ok({
      ...(await namesHere(tx, scope)),
      papers: (await store.papers.list(tx, scope)).map((paper) => ({
        ...paper,
        decisions: decisions
          .filter(({ paperIds }) => paperIds.includes(paper.id))
          .map(({ id, title }) => ({ id, title }))
      }))
    });
  }
});

/** Every dispute, the latest first, with where it is now and how many days it has been or was open. */
export const viewDisputes = query({
  name: 'decisions.view-disputes',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const steps = await store.steps.list(tx, scope);
    return ok({
      today,
      ...(await namesHere(tx, scope)),
      disputes: (await store.disputes.list(tx, scope)).map((dispute) => ({
        ...dispute,
        now: latestStep(steps.filter(({ disputeId }) => disputeId === dispute.id)),
        days: daysBetween(dispute.raisedOn, dispute.settledOn ?? today)
      }))
    });
  }
});

/** One dispute with its steps, the ladder that the reporting lines give, and the step above. */
export const viewDispute = query({
  name: 'decisions.view-dispute',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const dispute = await store.disputes.find(tx, scope, input.id);
    if (dispute === null) return err(notFound);
    const steps = await store.steps.list(tx, scope, { disputeId: dispute.id });
    const start = dispute.groupId ?? steps[0]?.groupId;
    const ladder = start === undefined ? [] : ladderOf(start, await groups.list(tx, scope));
    const today = dateOf(now);
    return ok({
      dispute,
      steps,
      ladder,
      now: latestStep(steps),
      next: nextRung(ladder, steps),
      today,
      days: daysBetween(dispute.raisedOn, dispute.settledOn ?? today),
      ...(await namesHere(tx, scope)),
      decisions: await store.decisions.choose(tx, scope),
      last: await lastChangeOf(tx, scope, 'dispute', dispute.id)
    });
  }
});

/** The consultation log, the latest first. */
export const viewConsultations = query({
  name: 'decisions.view-consultations',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { factors } = await getSpine(tx);
    const decisions = await store.decisions.list(tx, scope);
    return ok({
      today: dateOf(now),
      ...(await namesHere(tx, scope)),
      factors,
      consultations: (await store.consultations.list(tx, scope)).map((one) => ({
        ...one,
        decisions: decisions
          .filter(({ consultationIds }) => consultationIds.includes(one.id))
          .map(({ id, title }) => ({ id, title }))
      }))
    });
  }
});

/** Every ask, obstacle and opportunity: those without an answer first, the earliest wanted first. */
export const viewAsks = query({
  name: 'decisions.view-asks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const all = await store.asks.list(tx, scope);
    return ok({
      today: dateOf(now),
      ...(await namesHere(tx, scope)),
      asks: all.toSorted(
        (one, other) => Number(one.answer !== 'none') - Number(other.answer !== 'none')
      )
    });
  }
});
