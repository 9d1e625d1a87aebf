import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import {
  arrangementReviewKind,
  commitmentKind,
  governancePartKind,
  legalFormKind,
  partnerPolicyKind
} from './kinds.ts';
import { policyProblem } from './arrangements.ts';
import { explainOwn, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const refuse = (problem: OwnProblem) => err(problem);

/** Functions and features of governance: who sees to each, how, and what is missing. */
export const {
  add: addGovernancePart,
  change: changeGovernancePart,
  remove: removeGovernancePart,
  blank: blankGovernancePart,
  form: formOfGovernancePart
} = editing(governancePartKind, {
  example: { part: 'risk', doneBy: 'Chair of the board', how: 'The list of risks at each meeting' }
});

/** The legal form. There is one, and its days of agreement lie behind. */
export const {
  add: addLegalForm,
  change: changeLegalForm,
  remove: removeLegalForm,
  blank: blankLegalForm,
  form: formOfLegalForm
} = editing(legalFormKind, {
  example: { form: 'memorandum', activities: 'Buying training: one body buys for all' },
  async check({ tx, scope, values, stored, now }) {
    if (values.agreedOn !== null && values.agreedOn > dateOf(now)) {
      return refuse({ kind: 'agreed-ahead' });
    }
    if (stored === null && (await store.legalForms.list(tx, scope)).length > 0) {
      return refuse({ kind: 'one-form-already' });
    }
    return ok(values);
  },
  explain: explainOwn
});

/** Writes down that all arrangements were looked at, what was found, and by when again. */
export const reviewArrangements = saying(
  command({
    name: 'cooperation.review-arrangements',
    needs: arrangementReviewKind.permission.change,
    input: changedInput(arrangementReviewKind),
    example: {
      id: none,
      reviewedOn: '2026-02-02',
      review: 'Nothing has to change',
      reviewBy: '',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const { id, version, ...review } = input;
      if (review.reviewedOn > dateOf(now)) return refuse({ kind: 'looked-ahead' });
      return savedOrChanged({ tx, scope, kind: arrangementReviewKind, id }, review, version);
    }
  }),
  { done: arrangementReviewKind.words.changed, explain: explainOwn }
);

/** What partner bodies commit to. */
export const {
  add: addCommitment,
  change: changeCommitment,
  remove: removeCommitment,
  blank: blankCommitment,
  form: formOfCommitment
} = editing(commitmentKind, {
  example: { bodyId: none, commitment: 'Two health visitors for the joint reviews' },
  check({ values, now }) {
    const today = dateOf(now);
    if (values.agreedOn !== null && values.agreedOn > today)
      return refuse({ kind: 'agreed-ahead' });
    const isAhead = values.reviewedOn !== null && values.reviewedOn > today;
    return isAhead ? refuse({ kind: 'looked-ahead' }) : ok(values);
  },
  explain: explainOwn
});

/** Policies and protections of partner bodies. */
export const {
  add: addPolicy,
  change: changePolicy,
  remove: removePolicy,
  blank: blankPolicy,
  form: formOfPolicy
} = editing(partnerPolicyKind, {
  example: { bodyId: none, policy: 'insurance', standing: 'seen', seenOn: '2026-02-02' },
  check({ values, now }) {
    const problem = policyProblem(values, dateOf(now));
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});
