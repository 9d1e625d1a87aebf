import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedInput, oneInput } from '#modules/records';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { version } from '#platform/fields';
import { holdKind, holdRow } from '#platform/saving';
import * as v from 'valibot';
import {
  agreementKind,
  answerKind,
  askKind,
  conditionsKind,
  consultationKind,
  decisionKind,
  disputeKind,
  disputeStepKind,
  interestKind,
  paperKind,
  settlementKind
} from './kinds.ts';
import { decisionProblem, goesToOne, settlementProblem, stepProblem } from './rules.ts';
import { explainOwn, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
/** What is held while a decision comes to rest on a paper or a consultation, and while one of these is removed. */
const groundsOfDecisions = 'grounds of decisions';
const refuse = (problem: OwnProblem) => err(problem);

/** Papers. One that a decision rests on stays. */
export const {
  add: addPaper,
  change: changePaper,
  remove: removePaper,
  blank: blankPaper,
  form: formOfPaper
} = editing(paperKind, {
  example: { title: 'One plan for the whole valley', kind: 'starter-paper' },
  async mayRemove({ tx, scope, id }) {
    await holdKind(tx, scope, groundsOfDecisions);
    const isHeld = await store.isRestedOn(tx, scope, 'paperIds', id);
    return isHeld ? refuse({ kind: 'rested-on' }) : ok(undefined);
  },
  explain: explainOwn
});

/** Decisions, while they are drafts. */
export const {
  add: addDecision,
  change: changeDecision,
  remove: removeDecision,
  blank: blankDecision,
  form: formOfDecision
} = editing(decisionKind, {
  example: {
    title: 'One plan',
    decided: 'The three areas make one plan',
    kind: 'agreed',
    body: 'Fernhollow Council'
  },
  async check({ tx, scope, now, values, stored }) {
    await holdKind(tx, scope, groundsOfDecisions);
    if (await store.restsOnWhatIsGone(tx, scope, values)) return refuse({ kind: 'ground-gone' });
    const corrected =
      values.supersedesId === null
        ? null
        : await store.decisions.find(tx, scope, values.supersedesId);
    const problem = decisionProblem(values, { stored, corrected, today: dateOf(now) });
    return problem === null ? ok(values) : refuse(problem);
  },
  async mayRemove({ tx, scope, id }) {
    // Somebody may be confirming it.
    await holdRow(tx, scope, 'decision', id);
    const decision = await store.decisions.find(tx, scope, id);
    const isConfirmed = decision !== null && decision.confirmedAt !== null;
    return isConfirmed ? refuse({ kind: 'confirmed' }) : ok(undefined);
  },
  explain: explainOwn
});

/** Confirms a draft, after which it stays as it is. Refuses one that is confirmed already or was changed since it was read. */
export const confirmDecision = saying(
  command({
    name: 'decisions.confirm-decision',
    needs: 'decisions:confirm',
    input: v.object({ ...oneInput.entries, version }),
    example: { id: none, version: 1 },
    async run({ scope, input, tx, now }) {
      const decision = await store.decisions.find(tx, scope, input.id);
      if (decision === null) return err(notFound);
      if (decision.confirmedAt !== null) return refuse({ kind: 'confirmed' });
      const record = { tx, scope, kind: decisionKind, id: decision.id };
      return savedOrChanged(record, { confirmedAt: now }, input.version);
    }
  }),
  { done: 'The decision is confirmed. It stays as it is.', explain: explainOwn }
);

/** Writes down when the conditions of a confirmed decision were met. */
export const meetConditions = saying(
  command({
    name: 'decisions.meet-conditions',
    needs: conditionsKind.permission.change,
    input: changedInput(conditionsKind),
    example: { id: none, conditionsMetOn: '2026-02-02', version: 1 },
    async run({ scope, input, tx, now }) {
      const decision = await store.decisions.find(tx, scope, input.id);
      if (decision === null) return err(notFound);
      if (decision.confirmedAt === null) return refuse({ kind: 'not-confirmed' });
      if (decision.conditions === '') return refuse({ kind: 'no-conditions' });
      const { conditionsMetOn } = input;
      if (conditionsMetOn > dateOf(now)) {
        return refuse({ kind: 'day-ahead', field: 'conditionsMetOn' });
      }
      if (conditionsMetOn < (decision.decidedOn ?? '')) {
        return refuse({ kind: 'before-it-was-decided' });
      }
      const record = { tx, scope, kind: conditionsKind, id: decision.id };
      return savedOrChanged(record, { conditionsMetOn }, input.version);
    }
  }),
  { done: conditionsKind.words.changed, explain: explainOwn }
);

/** What partner bodies say of a decision; one line for each. */
export const {
  add: addAgreement,
  change: changeAgreement,
  remove: removeAgreement,
  blank: blankAgreement,
  form: formOfAgreement
} = editing(agreementKind, {
  example: { decisionId: none, body: 'Fernhollow Council', stance: 'agreed' }
});

/** Interests that were declared in a decision. */
export const {
  add: addInterest,
  change: changeInterest,
  remove: removeInterest,
  blank: blankInterest,
  form: formOfInterest
} = editing(interestKind, {
  example: {
    decisionId: none,
    whoRole: 'Manager, Brook nursery',
    kind: 'financial',
    interest: 'The nursery would be paid for the places',
    done: 'no-vote'
  }
});

/** Disputes between groups or bodies. */
export const {
  add: addDispute,
  change: changeDispute,
  remove: removeDispute,
  blank: blankDispute,
  form: formOfDispute
} = editing(disputeKind, {
  example: {
    subject: 'Who pays for the minibus',
    parties: 'Early years group\nHealth board',
    raisedOn: '2026-02-02'
  },
  check({ values, now }) {
    const isAhead = values.raisedOn > dateOf(now);
    return isAhead ? refuse({ kind: 'day-ahead', field: 'raisedOn' }) : ok(values);
  },
  explain: explainOwn
});

/** Writes down how and when a dispute was settled. Refuses a day before it was raised, or before its last step. */
export const settleDispute = saying(
  command({
    name: 'decisions.settle-dispute',
    needs: settlementKind.permission.change,
    input: changedInput(settlementKind),
    example: {
      id: none,
      settledHow: 'Both pay half',
      settledOn: '2026-02-02',
      decisionId: '',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const { id, version: read, ...settlement } = input;
      await holdRow(tx, scope, 'dispute', id);
      const dispute = await store.disputes.find(tx, scope, id);
      if (dispute === null) return err(notFound);
      const steps = await store.steps.list(tx, scope, { disputeId: id });
      const problem = settlementProblem(settlement.settledOn, dispute, {
        steps,
        today: dateOf(now)
      });
      if (problem !== null) return refuse(problem);
      const { decisionId } = settlement;
      if (decisionId !== null && (await store.decisions.find(tx, scope, decisionId)) === null) {
        return err({ kind: 'unknown-link', field: 'decisionId' } as const);
      }
      return savedOrChanged({ tx, scope, kind: settlementKind, id }, settlement, read);
    }
  }),
  { done: settlementKind.words.changed, explain: explainOwn }
);

/** Where a dispute was dealt with. Refuses a day before it was raised, and one after it was settled. */
export const {
  add: addDisputeStep,
  change: changeDisputeStep,
  remove: removeDisputeStep,
  blank: blankDisputeStep,
  form: formOfDisputeStep
} = editing(disputeStepKind, {
  example: { disputeId: none, groupId: none, since: '2026-02-02' },
  async check({ tx, scope, values, now }) {
    await holdRow(tx, scope, 'dispute', values.disputeId);
    const dispute = await store.disputes.find(tx, scope, values.disputeId);
    const problem = dispute === null ? null : stepProblem(values.since, dispute, dateOf(now));
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});

/** The consultation log. An entry that a decision rests on stays. */
export const {
  add: addConsultation,
  change: changeConsultation,
  remove: removeConsultation,
  blank: blankConsultation,
  form: formOfConsultation
} = editing(consultationKind, {
  example: { title: 'Where the story bus should stop', way: 'asked', heldOn: '2026-02-02' },
  check({ values }) {
    const wasToldBefore = values.toldBackOn !== null && values.toldBackOn < values.heldOn;
    return wasToldBefore ? refuse({ kind: 'told-before' }) : ok(values);
  },
  async mayRemove({ tx, scope, id }) {
    await holdKind(tx, scope, groundsOfDecisions);
    const isHeld = await store.isRestedOn(tx, scope, 'consultationIds', id);
    return isHeld ? refuse({ kind: 'rested-on' }) : ok(undefined);
  },
  explain: explainOwn
});

/** Asks of others, obstacles and opportunities. Each goes to one group, or to one body outside. */
export const {
  add: addAsk,
  change: changeAsk,
  remove: removeAsk,
  blank: blankAsk,
  form: formOfAsk
} = editing(askKind, {
  example: { kind: 'ask', title: 'A room in the health centre', toBody: 'Health board' },
  check({ values }) {
    if (!goesToOne(values)) return refuse({ kind: 'to-one' });
    const isOwn = values.toGroupId !== null && values.toGroupId === values.fromGroupId;
    return isOwn ? refuse({ kind: 'to-itself' }) : ok(values);
  },
  explain: explainOwn
});

/** Writes down the answer to an ask. Refuses a day to come. */
export const answerAsk = saying(
  command({
    name: 'decisions.answer-ask',
    needs: answerKind.permission.change,
    input: changedInput(answerKind),
    example: { id: none, answer: 'yes', answeredOn: '2026-02-02', answerText: '', version: 1 },
    async run({ scope, input, tx, now }) {
      const { id, version: read, ...answer } = input;
      if (answer.answeredOn > dateOf(now)) {
        return refuse({ kind: 'day-ahead', field: 'answeredOn' });
      }
      return savedOrChanged({ tx, scope, kind: answerKind, id }, answer, read);
    }
  }),
  { done: answerKind.words.changed, explain: explainOwn }
);
