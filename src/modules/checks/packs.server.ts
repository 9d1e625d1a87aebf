import {
  readLocalPlanCriteria,
  readPlanCriteria,
  readPlanningSteps,
  type LocalPlanCriteria,
  type PlanCriteria,
  type PlanningSteps
} from '#modules/vocabulary';
import { findPack, packFile } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as store from './store.server.ts';
import { checkRules, type CheckLine, type CheckPack, type CheckRule } from './types.ts';

/** Packs that everybody has, from the content, and the partnership's own. */
export async function everyPack(tx: Tx, scope: ReadScope): Promise<CheckPack[]> {
  const own = await store.packs.list(tx, scope);
  const criteria = await store.criteria.list(tx, scope);
  return [
    await tenSteps(tx),
    await scottishCriteria(tx),
    await localPlan(tx),
    ...own.map(({ id, title, about, source }) => ({
      id,
      title,
      about,
      warning: '',
      attribution: source,
      isOwn: true,
      lines: criteria
        .filter(({ packId }) => packId === id)
        .map((one, index) => ({
          id: one.id,
          number: String(index + 1),
          title: one.title,
          question: one.question,
          rule: one.rule,
          note: ''
        }))
    }))
  ];
}

/** A rule by its name in a pack; a name that is none is answered by hand, for a pack may be newer than this Cairn. */
const ruleNamed = (name: string | null): CheckRule | null =>
  checkRules.find((rule) => rule === name) ?? null;

async function headOf(tx: Tx, id: string) {
  const pack = await findPack(tx, id);
  return {
    id: id.replace('plans/', ''),
    title: pack?.title ?? id,
    attribution: pack?.attribution ?? '',
    isOwn: false
  };
}

async function tenSteps(tx: Tx): Promise<CheckPack> {
  const { note, steps }: PlanningSteps = await packFile(
    tx,
    'plans/ten-steps',
    'steps.json',
    readPlanningSteps
  );
  const lines = steps.map(({ id, number, title, meaning, rule }): CheckLine => ({
    id,
    number: String(number),
    title,
    question: meaning,
    rule: ruleNamed(rule),
    note: ''
  }));
  return { ...(await headOf(tx, 'plans/ten-steps')), about: note, warning: '', lines };
}

async function scottishCriteria(tx: Tx): Promise<CheckPack> {
  const { note, warning, plansReviewed, criteria }: PlanCriteria = await packFile(
    tx,
    'plans/scottish-plan-criteria',
    'criteria.json',
    readPlanCriteria
  );
  const lines = criteria.map(
    ({ id, number, title, question, rule, metFully, metPartly }): CheckLine => ({
      id,
      number,
      title,
      question,
      rule: ruleNamed(rule),
      note: `Of ${plansReviewed} plans, ${metFully} met it and ${metPartly} in part.`
    })
  );
  return { ...(await headOf(tx, 'plans/scottish-plan-criteria')), about: note, warning, lines };
}

async function localPlan(tx: Tx): Promise<CheckPack> {
  const { note, warning, criteria }: LocalPlanCriteria = await packFile(
    tx,
    'plans/best-start-local-plan',
    'criteria.json',
    readLocalPlanCriteria
  );
  const lines = criteria.map(({ id, number, title, question, rule, addedForCairn }): CheckLine => ({
    id,
    number,
    title,
    question,
    rule: ruleNamed(rule),
    note: addedForCairn ? 'Not among the four points; added for Cairn.' : ''
  }));
  return { ...(await headOf(tx, 'plans/best-start-local-plan')), about: note, warning, lines };
}
