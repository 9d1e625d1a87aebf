import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { newInput, oneInput } from '#modules/records';
import { changing, forms, savedOrChanged, saying, unknownChoices } from '#modules/records/server';
import { findPack, packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { choice, id, neededText, optionalId, text } from '#platform/fields';
import type { PersonId } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import type { WriteScope } from '#platform/scope';
import * as v from 'valibot';
import { partOf, readInstrument, topicIn, topicsOf, type Instrument } from './instrument.ts';
import { agreementKind, barrierKind, priorityActionKind, roundKind, type Round } from './kinds.ts';
import { mayLeadRound, notOpen, readAnswers, standingOf, tooFewToReveal } from './rules.ts';
import { explainOwn, fieldSentences as say, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';
import { mostPriorityActions, sectors, type Answer } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const refuse = (problem: OwnProblem) => err(problem);

export const instrumentFile = 'instrument.json';

/**
 * Begins a round of an instrument, or of one of its parts; its words are kept with it. Whoever begins it leads it until a coordinator says
 * otherwise. Refuses a last day before the first.
 */
export const beginRound = saying(
  command({
    name: 'assessments.begin-round',
    needs: 'assessments:facilitate',
    input: newInput(roundKind, undefined, {
      instrument: neededText(say.instrument, 200),
      part: v.optional(text(100), '')
    }),
    example: {
      title: 'Autumn 2026',
      opensOn: '2026-09-01',
      closesOn: '2026-09-30',
      facilitator: 'Early years lead',
      instrument: 'instruments/maturity-matrix'
    },
    async run({ scope, input: { instrument, part: asked, ...values }, tx, newId }) {
      if (values.closesOn < values.opensOn) return refuse({ kind: 'closes-before-it-opens' });
      const [field] = await unknownChoices(tx, scope, roundKind, values);
      if (field !== undefined) return err({ kind: 'unknown-link', field } as const);
      const pack = await findPack(tx, instrument);
      if (pack === null || pack.kind !== 'instruments' || pack.retired) {
        return refuse({ kind: 'unknown-instrument' });
      }
      const body = await packFile(tx, pack.id, instrumentFile, readInstrument);
      const part = asked === '' ? null : asked;
      const narrowed = partOf(body, part);
      if (!narrowed.ok) return refuse(narrowed.error);
      const instrumentId = await store.keepInstrument(tx, scope, {
        id: newId(),
        pack: pack.id,
        packVersion: pack.version,
        attribution: pack.attribution,
        body
      });
      const roundId = newId();
      await store.rounds.add(tx, scope, roundId, {
        ...values,
        instrumentId,
        part,
        leaderId: scope.personId
      });
      return ok({ id: roundId });
    }
  }),
  { done: roundKind.words.added, explain: explainOwn }
);

/** Changes title, days and who leads a round that is not closed. What was revealed stays so, whatever its days. */
export const changeRound = changing(roundKind, {
  example: {
    title: 'Autumn 2026',
    opensOn: '2026-09-01',
    closesOn: '2026-09-30',
    facilitator: 'Early years lead'
  },
  check({ scope, values, stored }) {
    if (stored !== null && !maySteer(scope, stored)) return refuse({ kind: 'not-yours-to-lead' });
    if (stored?.status === 'closed') return refuse({ kind: 'round-closed' });
    const isBackwards = values.closesOn < values.opensOn;
    return isBackwards ? refuse({ kind: 'closes-before-it-opens' }) : ok(values);
  },
  explain: explainOwn
});
export const { blank: blankRound, form: formOfRound } = forms(roundKind);

const maySteer = ({ personId, role }: WriteScope, round: Pick<Round, 'leaderId'>): boolean =>
  mayLeadRound(round, { personId, role, mayLead: true });

/** The round, held, for whoever may lead it; else what keeps them from it. */
async function steered(tx: Tx, scope: WriteScope, roundId: string) {
  const status = await store.holdRound(tx, scope, roundId);
  const round = status === null ? null : await store.rounds.find(tx, scope, roundId);
  if (round === null) return err(notFound);
  return maySteer(scope, round) ? ok(round) : refuse({ kind: 'not-yours-to-lead' });
}

/** Says who leads a round, besides coordinators. Refuses somebody who is no lead or coordinator here, and a round that is closed. */
export const chooseLeader = saying(
  command({
    name: 'assessments.choose-leader',
    needs: 'partnership:manage',
    input: v.object({ id: id(), leaderId: optionalId<PersonId>() }),
    example: { id: none, leaderId: none },
    async run({ scope, input, tx }) {
      const status = await store.holdRound(tx, scope, input.id);
      if (status === null) return err(notFound);
      if (status === 'closed') return refuse({ kind: 'round-closed' });
      const leads = (await store.members(tx, scope)).filter(({ role }) =>
        mayDo(role, 'assessments:facilitate')
      );
      const { leaderId } = input;
      if (leaderId !== null && leads.every(({ personId }) => personId !== leaderId)) {
        return refuse({ kind: 'leader-no-lead' });
      }
      await store.setLeader(tx, scope, input.id, leaderId);
      return ok();
    }
  }),
  { done: 'It is kept who leads this round.', explain: explainOwn }
);

/** Asks members to answer, all of one sector, which then stays. Refuses somebody who is no member, or was asked already. */
export const askPeople = saying(
  command({
    name: 'assessments.ask-people',
    needs: 'assessments:facilitate',
    input: v.object({
      id: id(),
      sector: choice(sectors, say.sector),
      people: v.pipe(
        v.nullish(v.union([v.string(), v.array(v.string())]), []),
        // An identifier is known by its form; that it is a member's is checked below.
        v.transform((given) => [given].flat().filter((one) => one !== '') as PersonId[]),
        v.minLength(1, say.people),
        v.maxLength(500)
      )
    }),
    example: { id: none, sector: 'health', people: [none] },
    async run({ scope, input, tx, newId }) {
      const mine = await steered(tx, scope, input.id);
      if (!mine.ok) return mine;
      if (mine.value.status !== 'open') return refuse({ kind: 'already-revealed' });
      const members = new Set((await store.members(tx, scope)).map(({ personId }) => personId));
      const already = new Set(
        (await store.asked(tx, scope, input.id)).map(({ personId }) => personId)
      );
      const people = [...new Set(input.people)];
      if (people.some((personId) => !members.has(personId))) return refuse({ kind: 'no-member' });
      if (people.some((personId) => already.has(personId))) {
        return refuse({ kind: 'asked-already' });
      }
      const { sector } = input;
      const rows = people.map((personId) => ({ id: newId(), personId, sector }));
      await store.addAsked(tx, scope, input.id, rows);
      return ok({ asked: rows.length });
    }
  }),
  { done: 'They are asked.', explain: explainOwn }
);

/** Takes somebody off the list who has not begun to answer. */
export const unaskPerson = saying(
  command({
    name: 'assessments.unask-person',
    needs: 'assessments:facilitate',
    input: v.object({ id: id(), asked: id() }),
    example: { id: none, asked: none },
    async run({ scope, input, tx }) {
      const mine = await steered(tx, scope, input.id);
      if (!mine.ok) return mine;
      const one = (await store.asked(tx, scope, input.id)).find((each) => each.id === input.asked);
      if (one === undefined) return err(notFound);
      if (mine.value.status !== 'open') return refuse({ kind: 'already-revealed' });
      if (one.standing !== 'none') return refuse({ kind: 'has-answered' });
      await store.removeAsked(tx, scope, one.id);
      return ok();
    }
  }),
  { done: 'They are no longer asked.', explain: explainOwn }
);

const answerEntries = {
  answers: v.pipe(
    v.array(
      v.object({
        element: text(100),
        level: text(100),
        reason: text(2000),
        evidence: text(2000)
      })
    ),
    v.maxLength(100)
  )
};
const answerNames = (field: string): string =>
  field.endsWith('evidence') ? 'What shows it' : 'Why';
const answerWords = { names: answerNames, except: ['element', 'level'] };
const oneAnswer = [
  { element: 'strategy', level: 'basic', reason: 'No shared plan yet', evidence: '' }
];

/** The round and its instrument, held, where it takes answers today; else what keeps it from taking them. */
async function takingAnswers(tx: Tx, scope: WriteScope, roundId: string, now: Date) {
  if ((await store.holdRound(tx, scope, roundId)) === null) return err(notFound);
  const round = await store.rounds.find(tx, scope, roundId);
  if (round === null) return err(notFound);
  const problem = notOpen(round, dateOf(now));
  return problem === null ? ok(await instrumentOf(tx, scope, round)) : refuse(problem);
}

async function instrumentOf(tx: Tx, scope: WriteScope, round: Round): Promise<Instrument> {
  const kept = (await store.instruments(tx, scope)).find(
    ({ id: one }) => one === round.instrumentId
  );
  if (kept === undefined) throw new Error('A round has lost its instrument.');
  const narrowed = partOf(kept.body, round.part);
  if (!narrowed.ok) throw new Error('A round has lost the part of its instrument.');
  return narrowed.value;
}

/** Saves one's own answers in place of those before; they may be changed until the reveal, and nobody else sees them until then. */
export const answerRound = saying(
  command({
    name: 'assessments.answer-round',
    needs: 'assessments:answer',
    input: lookedThrough({ id: id(), ...answerEntries }, answerWords),
    example: { id: none, answers: oneAnswer },
    async run({ scope, input, tx, now }) {
      const taking = await takingAnswers(tx, scope, input.id, now);
      if (!taking.ok) return taking;
      const own = (await store.asked(tx, scope, input.id)).find(
        ({ personId }) => personId === scope.personId
      );
      if (own === undefined) return refuse({ kind: 'not-asked' });
      const read = readAnswers(input.answers, taking.value);
      if (read.problem !== null) return refuse(read.problem);
      const of = { roundId: input.id, askedId: own.id, personId: own.personId };
      return ok(await save(tx, scope, of, { ...read, instrument: taking.value, onPaper: false }));
    }
  }),
  {
    done: 'Your answer is saved. You may change it until the spread is shown.',
    explain: explainOwn,
    rows: ['answers']
  }
);

/**
 * Types what somebody wrote on paper, marked as such. Refuses oneself, whoever has answered themselves, and paper that somebody else
 * typed: it could not be corrected without being seen.
 */
export const enterPaper = saying(
  command({
    name: 'assessments.enter-paper',
    needs: 'assessments:facilitate',
    input: lookedThrough({ id: id(), asked: id(), ...answerEntries }, answerWords),
    example: { id: none, asked: none, answers: oneAnswer },
    async run({ scope, input, tx, now }) {
      const mine = await steered(tx, scope, input.id);
      if (!mine.ok) return mine;
      const taking = await takingAnswers(tx, scope, input.id, now);
      if (!taking.ok) return taking;
      const one = (await store.asked(tx, scope, input.id)).find((each) => each.id === input.asked);
      if (one === undefined) return err(notFound);
      if (one.personId === scope.personId) return refuse({ kind: 'own-answer' });
      if (one.standing !== 'none') {
        if (!one.onPaper) return refuse({ kind: 'answered-themselves' });
        const isOwn = await store.typedPaperOf(tx, scope, input.id, one.personId);
        if (!isOwn) return refuse({ kind: 'typed-by-another' });
      }
      const read = readAnswers(input.answers, taking.value);
      if (read.problem !== null) return refuse(read.problem);
      const of = { roundId: input.id, askedId: one.id, personId: one.personId };
      return ok(await save(tx, scope, of, { ...read, instrument: taking.value, onPaper: true }));
    }
  }),
  { done: 'The paper is typed, and marked as paper.', explain: explainOwn, rows: ['answers'] }
);

async function save(
  tx: Tx,
  scope: WriteScope,
  of: { roundId: string; askedId: string; personId: PersonId },
  read: { answers: readonly Answer[]; instrument: Instrument; onPaper: boolean }
) {
  const standing = standingOf(read.answers, read.instrument);
  const onPaper = read.onPaper && standing !== 'none';
  await store.saveAnswers(tx, scope, of, { answers: read.answers, standing, onPaper });
  return { standing };
}

/** Shows the spread to everybody and ends the answering. Refuses while fewer than three have answered. Nothing hides it again. */
export const revealRound = saying(
  command({
    name: 'assessments.reveal-round',
    needs: 'assessments:facilitate',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const mine = await steered(tx, scope, input.id);
      if (!mine.ok) return mine;
      if (mine.value.status !== 'open') return refuse({ kind: 'already-revealed' });
      const problem = tooFewToReveal(await store.asked(tx, scope, input.id));
      if (problem !== null) return refuse(problem);
      await store.moveRound(tx, scope, input.id, { status: 'revealed', revealedAt: now });
      return ok();
    }
  }),
  { done: 'Everybody sees the spread now. Next: agree on each element.', explain: explainOwn }
);

/** The round while the group may still agree on something in it; else what keeps it. */
async function together(tx: Tx, scope: WriteScope, roundId: string) {
  const mine = await steered(tx, scope, roundId);
  if (!mine.ok) return mine;
  const round = mine.value;
  if (round.status === 'open') return refuse({ kind: 'not-revealed' });
  if (round.status === 'closed') return refuse({ kind: 'round-closed' });
  return ok({ round, instrument: await instrumentOf(tx, scope, round) });
}

const about = { element: neededText(say.element, 100) };

/**
 * Saves what the group agreed for one element: its level, why, who saw it otherwise, when, who was there. With the last element the round
 * is agreed. Refuses before the reveal and after the close, a day to come, and a day before the reveal.
 */
export const agreeOn = saying(
  command({
    name: 'assessments.agree-on',
    needs: 'assessments:facilitate',
    input: newInput(agreementKind, undefined, {
      ...about,
      level: neededText(say.level, 100),
      version: v.pipe(
        v.nullish(v.union([v.string(), v.number()]), 0),
        v.transform(Number),
        v.integer()
      )
    }),
    example: {
      roundId: none,
      element: 'strategy',
      level: 'basic',
      reason: 'Plans are not laid side by side',
      agreedOn: '2026-10-12',
      present: 'Head of early years'
    },
    async run({ scope, input: { version: expected, ...input }, tx, now, newId }) {
      const may = await together(tx, scope, input.roundId);
      if (!may.ok) return may;
      const { round, instrument } = may.value;
      if (topicIn(instrument, input.element) === undefined) {
        return refuse({ kind: 'no-such-element' });
      }
      if (!instrument.levels.some(({ id: one }) => one === input.level)) {
        return refuse({ kind: 'no-such-level' });
      }
      if (input.agreedOn > dateOf(now)) return refuse({ kind: 'day-ahead' });
      if (round.revealedAt !== null && input.agreedOn < dateOf(round.revealedAt)) {
        return refuse({ kind: 'before-the-reveal' });
      }
      const all = await store.agreements.list(tx, scope, { roundId: round.id });
      const stored = all.find(({ element }) => element === input.element);
      if (stored === undefined) await store.agreements.add(tx, scope, newId(), input);
      else {
        const { roundId: _, element: __, ...values } = input;
        const record = { tx, scope, kind: agreementKind, id: stored.id };
        const saved = await savedOrChanged(record, values, expected);
        if (!saved.ok) return saved;
      }
      const agreed = new Set([...all.map(({ element }) => element), input.element]);
      const isWhole = topicsOf(instrument).every(({ id: topic }) => agreed.has(topic));
      if (isWhole && round.status === 'revealed') {
        await store.moveRound(tx, scope, round.id, { status: 'agreed' });
      }
      return ok({ isWhole });
    }
  }),
  { done: agreementKind.words.added, explain: explainOwn }
);

/** Adds what stands in the way of the next level of an element. */
export const noteBarrier = saying(
  command({
    name: 'assessments.note-barrier',
    needs: 'assessments:facilitate',
    input: newInput(barrierKind, undefined, about),
    example: {
      roundId: none,
      element: 'strategy',
      kind: 'time',
      barrier: 'Nobody has time to write the plan'
    },
    async run({ scope, input, tx, newId }) {
      const may = await together(tx, scope, input.roundId);
      if (!may.ok) return may;
      if (topicIn(may.value.instrument, input.element) === undefined) {
        return refuse({ kind: 'no-such-element' });
      }
      const barrierId = newId();
      await store.barriers.add(tx, scope, barrierId, input);
      return ok({ id: barrierId });
    }
  }),
  { done: barrierKind.words.added, explain: explainOwn }
);

/** Takes a barrier out of a round that is not closed. */
export const dropBarrier = saying(
  command({
    name: 'assessments.drop-barrier',
    needs: 'assessments:facilitate',
    input: v.object({ id: id() }),
    example: { id: none },
    async run({ scope, input, tx }) {
      const barrier = await store.barriers.find(tx, scope, input.id);
      if (barrier === null) return err(notFound);
      const may = await together(tx, scope, barrier.roundId);
      if (!may.ok) return may;
      await store.barriers.remove(tx, scope, barrier.id);
      return ok();
    }
  }),
  { done: barrierKind.words.removed, explain: explainOwn }
);

/** Adds one of the few things to be done first. Refuses the fourth. */
export const setPriority = saying(
  command({
    name: 'assessments.set-priority',
    needs: 'assessments:facilitate',
    input: newInput(priorityActionKind, undefined, about),
    example: { roundId: none, element: 'strategy', what: 'Lay the three plans side by side' },
    async run({ scope, input, tx, newId }) {
      const may = await together(tx, scope, input.roundId);
      if (!may.ok) return may;
      if (topicIn(may.value.instrument, input.element) === undefined) {
        return refuse({ kind: 'no-such-element' });
      }
      const others = await store.priorityActions.list(tx, scope, { roundId: input.roundId });
      const places = Array.from({ length: mostPriorityActions }, (_, index) => index + 1);
      const place = places.find((one) => others.every((other) => other.place !== one));
      if (place === undefined) return refuse({ kind: 'three-already' });
      const actionId = newId();
      await store.priorityActions.add(tx, scope, actionId, { ...input, place });
      return ok({ id: actionId });
    }
  }),
  { done: priorityActionKind.words.added, explain: explainOwn }
);

/** Takes a priority action out that is not in the plan. */
export const dropPriority = saying(
  command({
    name: 'assessments.drop-priority',
    needs: 'assessments:facilitate',
    input: v.object({ id: id() }),
    example: { id: none },
    async run({ scope, input, tx }) {
      const one = await store.priorityActions.find(tx, scope, input.id);
      if (one === null) return err(notFound);
      const may = await together(tx, scope, one.roundId);
      if (!may.ok) return may;
      if (one.actionId !== null) return refuse({ kind: 'in-the-plan' });
      await store.priorityActions.remove(tx, scope, one.id);
      return ok();
    }
  }),
  { done: priorityActionKind.words.removed, explain: explainOwn }
);

/** Ties a priority action to the action of the plan that it became. Refuses one that is tied, and an action the plan does not have. */
export const tiePriority = saying(
  command({
    name: 'assessments.tie-priority',
    needs: 'assessments:facilitate',
    input: v.object({ id: id(), actionId: id() }),
    example: { id: none, actionId: none },
    async run({ scope, input, tx }) {
      const one = await store.priorityActions.find(tx, scope, input.id);
      if (one === null) return err(notFound);
      const mine = await steered(tx, scope, one.roundId);
      if (!mine.ok) return mine;
      if (one.actionId !== null) return refuse({ kind: 'in-the-plan' });
      if (!(await store.isInPlan(tx, scope, input.actionId))) {
        return refuse({ kind: 'unknown-action' });
      }
      const record = { tx, scope, kind: priorityActionKind, id: one.id };
      return savedOrChanged(record, { actionId: input.actionId }, one.version);
    }
  }),
  { done: 'It is in the plan.', explain: explainOwn }
);

/** Closes a round whose spread was shown: from then on it stays as it is. */
export const closeRound = saying(
  command({
    name: 'assessments.close-round',
    needs: 'assessments:facilitate',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, now }) {
      const may = await together(tx, scope, input.id);
      if (!may.ok) return may;
      await store.moveRound(tx, scope, input.id, { status: 'closed', closedAt: now });
      return ok();
    }
  }),
  { done: 'The round is closed. It stays as it is.', explain: explainOwn }
);
