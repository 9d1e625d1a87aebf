import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { editing } from '#modules/records/server';
import { resourceLimitKind, resourceLineKind, riskKind } from './kinds.ts';
import { limitProblem, lineProblem, riskProblem } from './rules.ts';
import { explainOwn, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';

const refuse = (problem: OwnProblem) => err(problem);

/** The risk register. One that is over says what came of it. */
export const {
  add: addRisk,
  change: changeRisk,
  remove: removeRisk,
  blank: blankRisk,
  form: formOfRisk
} = editing(riskKind, {
  example: {
    title: 'Nobody is left who can lead the groups',
    kind: 'support',
    likelihood: 'possible',
    impact: 'serious'
  },
  check({ values }) {
    const problem = riskProblem(values);
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});

/** What the plan needs. Refuses an amount of what is not counted, and one that nobody gives. */
export const {
  add: addLine,
  change: changeLine,
  remove: removeLine,
  blank: blankLine,
  form: formOfLine
} = editing(resourceLineKind, {
  example: { title: 'Story sacks', kind: 'money', yearStart: '2026', needed: '1200' },
  async check({ tx, scope, values, now }) {
    const { actions } = await store.planHere(tx, scope);
    const aimOfAction = actions.find(({ id }) => id === values.actionId)?.aimId ?? null;
    const problem = lineProblem(values, { aimOfAction, today: dateOf(now) });
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});

/** What each partner has in a financial year, once in pounds and once in hours. */
export const {
  add: addLimit,
  change: changeLimit,
  remove: removeLimit,
  blank: blankLimit,
  form: formOfLimit
} = editing(resourceLimitKind, {
  example: { partner: 'Fernhollow Council', yearStart: '2026', unit: 'pounds', amount: '40000' },
  async check({ tx, scope, values, stored, now }) {
    const all = await store.limits.list(tx, scope);
    const others = all.filter(({ id }) => id !== stored?.id);
    const problem = limitProblem(values, others, dateOf(now));
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});
