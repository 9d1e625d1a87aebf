import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import { findPack, getSpine, packFile } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { isPressing } from './sentences.ts';
import { dueOf, registerOrder, type ItemWithDue } from './governance.ts';
import { lawPack, readLaw } from './law.ts';
import { stateOf } from './questions.ts';
import { oneInput } from '#modules/records';
import * as store from './store.server.ts';
import type { NeedsQuestion } from './kinds.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The data library, with the words for factors. */
export const viewSources = query({
  name: 'needs.view-sources',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { factors, factorGroups } = await getSpine(tx);
    return ok({ sources: await store.sources.list(tx, scope), factors, factorGroups });
  }
});

/** One source, with the questions that are to be answered from it. */
export const viewSource = query({
  name: 'needs.view-source',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const source = await store.sources.find(tx, scope, input.id);
    if (source === null) return err(notFound);
    const { factors } = await getSpine(tx);
    const questions = await store.questions.list(tx, scope, { dataSourceId: source.id });
    const last = await lastChangeOf(tx, scope, 'data_source', source.id);
    return ok({ source, factors, questions, last });
  }
});

/** The needs-analysis plan. */
export const viewQuestions = query({
  name: 'needs.view-questions',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { factors, outcomes, ages } = await getSpine(tx);
    return ok({
      questions: await store.questions.list(tx, scope),
      sources: await store.sources.choose(tx, scope),
      factors,
      outcomes,
      ages,
      today: dateOf(now)
    });
  }
});

/** One question of the plan. */
export const viewQuestion = query({
  name: 'needs.view-question',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const question = await store.questions.find(tx, scope, input.id);
    if (question === null) return err(notFound);
    const { factors, outcomes, ages } = await getSpine(tx);
    return ok({
      question,
      sources: await store.sources.choose(tx, scope),
      factors,
      outcomes,
      ages,
      last: await lastChangeOf(tx, scope, 'needs_question', question.id),
      today: dateOf(now)
    });
  }
});

async function lawOf(tx: Tx) {
  const law = await packFile(tx, lawPack, 'law.json', (json) => readLaw(json));
  const pack = await findPack(tx, lawPack);
  return { ...law, attribution: pack?.attribution ?? '' };
}

/** The register of data items, what owes most first, with the law's lists. */
export const viewRegister = query({
  name: 'needs.view-register',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const law = await lawOf(tx);
    return ok({ items: registerOrder(await store.items.list(tx, scope), today, law), law, today });
  }
});

/** One data item with what it owes. */
export const viewDataItem = query({
  name: 'needs.view-data-item',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const item = await store.items.find(tx, scope, input.id);
    if (item === null) return err(notFound);
    const last = await lastChangeOf(tx, scope, 'data_item', item.id);
    const law = await lawOf(tx);
    return ok({ item: { ...item, due: dueOf(item, today, law) }, law, today, last });
  }
});

/** For the home page: questions past their date or due within 30 days, the earliest first. */
export async function owedQuestions(
  tx: Tx,
  scope: ReadScope,
  now: Date
): Promise<(NeedsQuestion & { readonly state: 'overdue' | 'due-soon' })[]> {
  const today = dateOf(now);
  return (await store.questions.list(tx, scope)).flatMap((question) => {
    const state = stateOf(question, today);
    return state === 'overdue' || state === 'due-soon' ? [{ ...question, state }] : [];
  });
}

/** For the home page: data items that break a rule or are past their day, most pressing first. */
export async function owedGovernance(tx: Tx, scope: ReadScope, now: Date): Promise<ItemWithDue[]> {
  const law = await lawOf(tx);
  const items = registerOrder(await store.items.list(tx, scope), dateOf(now), law);
  return items.filter((item) => item.due.some((due) => isPressing(due) || due === 'review-soon'));
}
