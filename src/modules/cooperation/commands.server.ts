import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged, saying, unknownChoices } from '#modules/records/server';
import { command } from '#platform/command';
import * as fields from '#platform/fields';
import { holdRow } from '#platform/saving';
import * as v from 'valibot';
import {
  lessonKind,
  lessonReviewKind,
  lookKind,
  outcomeKind,
  principleKind,
  proposalKind,
  proposalPartnerKind,
  soughtKind,
  workstreamKind
} from './kinds.ts';
import { askedOf, outcomeProblem, roundProblem, workstreamProblem } from './rules.ts';
import { explainOwn, fieldSentences as say, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';
import { fits } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const refuse = (problem: OwnProblem) => err(problem);

/** Principles, the newest last. */
export const {
  add: addPrinciple,
  change: changePrinciple,
  remove: removePrinciple,
  blank: blankPrinciple,
  form: formOfPrinciple
} = editing(principleKind, {
  example: { title: 'Near to families', question: 'Does it reach families where they are?' },
  async check({ tx, scope, values, stored }) {
    const { adoptedOn, retiredOn } = values;
    if (adoptedOn !== null && retiredOn !== null && retiredOn < adoptedOn) {
      return refuse({ kind: 'retired-before' });
    }
    if (stored !== null || values.position !== undefined) return ok(values);
    const all = await store.principles.list(tx, scope);
    return ok({ ...values, position: 1 + Math.max(-1, ...all.map(({ position }) => position)) });
  },
  explain: explainOwn
});

/** Proposals. One about which a group has decided stays. */
export const {
  add: addProposal,
  change: changeProposal,
  remove: removeProposal,
  blank: blankProposal,
  form: formOfProposal
} = editing(proposalKind, {
  example: {
    title: 'One waiting list for speech and language help',
    kind: 'service-collaboration',
    about: 'The three teams keep one list',
    proposedOn: '2026-02-02'
  },
  check({ values, now }) {
    const isAhead = values.proposedOn > dateOf(now);
    return isAhead ? refuse({ kind: 'proposed-ahead' }) : ok(values);
  },
  async mayRemove({ tx, scope, id }) {
    await holdRow(tx, scope, 'proposal', id);
    const proposal = await store.proposals.find(tx, scope, id);
    const isDecided = proposal !== null && proposal.outcome !== 'none';
    return isDecided ? refuse({ kind: 'has-outcome' }) : ok(undefined);
  },
  explain: explainOwn
});

const answer = v.pipe(
  v.object({
    principleId: fields.id(),
    fit: fields.choice(fits, say.fit),
    reason: fields.text()
  }),
  v.forward(
    v.partialCheck(
      [['fit'], ['reason']],
      ({ fit, reason }) => fit === 'fits' || reason !== '',
      say.reason
    ),
    ['reason']
  )
);

/**
 * Tests a proposal against the principles that hold on that day, one round of it. Each is answered, with a reason unless it fits; the
 * answers keep the words that the principles have now. A round stays as it was: a proposal that has changed is tested again.
 */
export const testProposal = saying(
  command({
    name: 'cooperation.test-proposal',
    needs: 'cooperation:edit',
    input: lookedThrough(
      {
        proposalId: fields.id(),
        heldOn: fields.neededDate('The day', say.heldOn),
        byRoles: fields.text(),
        answers: v.pipe(v.nullish(v.array(answer), []), v.maxLength(60)),
        rationale: fields.neededText(say.rationale, 4000),
        feasibility: fields.neededText(say.feasibility, 4000)
      },
      { names: (name) => (name.startsWith('answers') ? 'Why' : name) }
    ),
    example: {
      proposalId: none,
      heldOn: '2026-02-02',
      rationale: 'Families wait in three lists',
      feasibility: 'The three systems can exchange lists',
      answers: []
    },
    async run({ scope, input, tx, now, newId }) {
      const proposal = await store.proposals.find(tx, scope, input.proposalId);
      if (proposal === null) return err(notFound);
      const asked = askedOf(proposal, await store.principles.list(tx, scope), input.heldOn);
      const problem = roundProblem(input, { asked, proposal, today: dateOf(now) });
      if (problem !== null) return refuse(problem);
      const { answers: given, ...round } = input;
      const answers = asked.flatMap(({ id: principleId, title, question }) =>
        given
          .filter((one) => one.principleId === principleId)
          .slice(0, 1)
          .map(({ fit, reason }) => ({ principleId, title, question, fit, reason }))
      );
      const id = newId();
      const number = 1 + (await store.rounds(tx, scope, proposal.id)).length;
      await store.addRound(tx, scope, { id, ...round, number, answers });
      return ok({ id });
    }
  }),
  {
    done: 'The proposal is tested. The round stays as it is.',
    explain: explainOwn,
    rows: ['answers']
  }
);

/** What partner bodies say of a proposal; one line for each. */
export const {
  add: addPartner,
  change: changePartner,
  remove: removePartner,
  blank: blankPartner,
  form: formOfPartner
} = editing(proposalPartnerKind, {
  example: { proposalId: none, body: 'Fernhollow Council', stance: 'agreed' }
});

/** Writes down what a group decided about a proposal. Refuses to let go ahead what was not tested. */
export const decideProposal = saying(
  command({
    name: 'cooperation.decide-proposal',
    needs: outcomeKind.permission.change,
    input: changedInput(outcomeKind),
    example: {
      id: none,
      outcome: 'go-ahead',
      outcomeGroupId: none,
      outcomeReason: '',
      outcomeConditions: '',
      outcomeOn: '2026-02-02',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const { id, version, ...wanted } = input;
      const proposal = await store.proposals.find(tx, scope, id);
      if (proposal === null) return err(notFound);
      const problem = outcomeProblem(wanted, {
        proposal,
        rounds: (await store.rounds(tx, scope, id)).length,
        partners: await store.partners.list(tx, scope, { proposalId: id }),
        today: dateOf(now)
      });
      if (problem !== null) return refuse(problem);
      const [field] = await unknownChoices(tx, scope, outcomeKind, wanted);
      if (field !== undefined) return err({ kind: 'unknown-link', field } as const);
      return savedOrChanged({ tx, scope, kind: outcomeKind, id }, wanted, version);
    }
  }),
  { done: outcomeKind.words.changed, explain: explainOwn }
);

/** How far workstreams join up. */
export const {
  add: addWorkstream,
  change: changeWorkstream,
  remove: removeWorkstream,
  blank: blankWorkstream,
  form: formOfWorkstream
} = editing(workstreamKind, {
  example: { title: 'Training of nursery staff', now: ['partnership'], headingTo: ['common'] },
  check({ values, now }) {
    const problem = workstreamProblem(values, dateOf(now));
    return problem === null ? ok(values) : refuse(problem);
  },
  explain: explainOwn
});

/** The log of what was learnt about working together. */
export const {
  add: addLesson,
  change: changeLesson,
  remove: removeLesson,
  blank: blankLesson,
  form: formOfLesson
} = editing(lessonKind, {
  example: { lesson: 'Meet where the work is done', about: 'trust' },
  check({ values, now }) {
    const isAhead = values.learntOn !== null && values.learntOn > dateOf(now);
    return isAhead ? refuse({ kind: 'learnt-ahead' }) : ok(values);
  },
  explain: explainOwn
});

/** Who is needed in the core partnership, and in the coalition around it. */
export const {
  add: addSought,
  change: changeSought,
  remove: removeSought,
  blank: blankSought,
  form: formOfSought
} = editing(soughtKind, {
  example: { title: 'Parent council of the north', circle: 'coalition' },
  check({ values, now }) {
    const { askedOn, standing } = values;
    if (askedOn !== null && askedOn > dateOf(now)) return refuse({ kind: 'asked-ahead' });
    return askedOn !== null && standing === 'thought-of'
      ? refuse({ kind: 'not-asked' })
      : ok(values);
  },
  explain: explainOwn
});

/** What was found when the partnership looked at who is in it. */
export const {
  add: addLook,
  change: changeLook,
  remove: removeLook,
  blank: blankLook,
  form: formOfLook
} = editing(lookKind, {
  example: { step: 'gaps', lookedOn: '2026-02-02', found: 'Nobody speaks for childminders' },
  check({ values, now }) {
    return values.lookedOn > dateOf(now) ? refuse({ kind: 'look-ahead' }) : ok(values);
  },
  explain: explainOwn
});

/** Writes down whether a lesson still holds. */
export const reviewLesson = saying(
  command({
    name: 'cooperation.review-lesson',
    needs: lessonReviewKind.permission.change,
    input: changedInput(lessonReviewKind),
    example: {
      id: none,
      holds: 'yes',
      discussion: '',
      reviewedOn: '2026-02-02',
      reviewBy: '',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const { id, version, ...review } = input;
      if (review.reviewedOn > dateOf(now)) return refuse({ kind: 'looked-ahead' });
      return savedOrChanged({ tx, scope, kind: lessonReviewKind, id }, review, version);
    }
  }),
  { done: lessonReviewKind.words.changed, explain: explainOwn }
);
