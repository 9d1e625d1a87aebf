import { dateOf } from '#core/dates';
import { groups } from '#modules/groups/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { Ask, Decision } from './kinds.ts';
import { decisionKindNames } from './labels.ts';
import { owesConditions, owesWord } from './rules.ts';
import * as store from './store.server.ts';

/** Something here with a day: conditions to be met, people to be told what came of it, an answer that is wanted. */
export type DueDecision = {
  readonly kind: 'conditions' | 'telling-back' | 'answer';
  readonly id: string;
  readonly title: string;
  /** Who is to do it, as a role or a body; empty where nobody said. */
  readonly who: string;
  readonly on: string;
  readonly isOwed: boolean;
};

/** For reports: every ask, obstacle and opportunity. */
export async function asksOf(tx: Tx, scope: ReadScope): Promise<Ask[]> {
  return store.asks.list(tx, scope);
}

/** For reports: every decision, the latest first. */
export async function decisionsOf(tx: Tx, scope: ReadScope): Promise<Decision[]> {
  return store.decisions.list(tx, scope);
}

/** What everybody may read of a decision: what was decided, by whom and when. */
export type DecisionForEverybody = Pick<
  Decision,
  'id' | 'title' | 'decided' | 'decidedOn' | 'conditions'
> & {
  /** What was done with it and by whom: "Approved by the council". */
  readonly by: string;
};

/**
 * For the public page: decisions that may be chosen for it, the latest first. A draft is not among them, nor is one that another has
 * corrected since. Who was there, what partners said and which interests were declared is left out.
 */
export async function decisionsForEverybody(
  tx: Tx,
  scope: ReadScope
): Promise<DecisionForEverybody[]> {
  const decisions = await store.decisions.list(tx, scope);
  const confirmed = decisions.filter(({ confirmedAt }) => confirmedAt !== null);
  const corrected = new Set(confirmed.map(({ supersedesId }) => supersedesId));
  const titles = new Map((await groups.list(tx, scope)).map(({ id, name }) => [id, name]));
  return confirmed
    .filter(({ id }) => !corrected.has(id))
    .map(({ id, title, decided, decidedOn, conditions, kind, groupId, body }) => ({
      id,
      title,
      decided,
      decidedOn,
      conditions,
      by: `${decisionKindNames[kind]}: ${groupId === null ? body : (titles.get(groupId) ?? body)}`
    }));
}

/** For home, calendar and letter: everything of decisions, consultations and asks that has a day and is still to be done. */
export async function dueDecisions(tx: Tx, scope: ReadScope, now: Date): Promise<DueDecision[]> {
  const today = dateOf(now);
  const due: Omit<DueDecision, 'isOwed'>[] = [];
  for (const one of await store.decisions.list(tx, scope)) {
    const { id, title, conditionsDueOn: on } = one;
    if (on !== null && owesConditions(one)) {
      due.push({ kind: 'conditions', id, title, who: '', on });
    }
  }
  for (const one of await store.consultations.list(tx, scope)) {
    const { id, title, tellBackBy: on, ownerRole: who } = one;
    if (on !== null && owesWord(one)) due.push({ kind: 'telling-back', id, title, who, on });
  }
  for (const one of await store.asks.list(tx, scope)) {
    const { id, title, answerBy: on, toBody: who } = one;
    if (on !== null && one.answer === 'none') due.push({ kind: 'answer', id, title, who, on });
  }
  return due.map((one) => ({ ...one, isOwed: one.on < today }));
}

/** For the check of a plan: how many decisions are confirmed, who was consulted, which papers there are. */
export async function decisionRecords(tx: Tx, scope: ReadScope) {
  const decisions = await store.decisions.list(tx, scope);
  return {
    confirmedDecisions: decisions.filter(({ confirmedAt }) => confirmedAt !== null).length,
    consultations: await store.consultations.list(tx, scope),
    papers: await store.papers.list(tx, scope)
  };
}
