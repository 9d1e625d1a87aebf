import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { newInput, oneInput } from '#modules/records';
import { changing, forms, saying, unknownChoices } from '#modules/records/server';
import { findPack, packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { choice, id, neededText, optionalId, text } from '#platform/fields';
import type { PersonId } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import type { WriteScope } from '#platform/scope';
import * as v from 'valibot';
import { ownShares } from './areas.store.server.ts';
import { partOf, readInstrument, type Instrument } from './instrument.ts';
import { roundKind } from './kinds.ts';
import { notOpen, readAnswers, standingOf, tooFewToReveal } from './rules.ts';
import { explainOwn, fieldSentences as say } from './sentences.ts';
import * as store from './store.server.ts';
import { sectors, type Answer } from './types.ts';
import {
  instrumentFile,
  instrumentOf,
  maySteer,
  none,
  notFound,
  refuse,
  steered,
  together
} from './steering.server.ts';

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
      if (values.groupId !== null && values.settingId !== null)
        return refuse({ kind: 'two-scopes' });
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
  async check({ tx, scope, values, stored }) {
    if (stored !== null && !maySteer(scope, stored)) return refuse({ kind: 'not-yours-to-lead' });
    if (stored?.status === 'closed') return refuse({ kind: 'round-closed' });
    if (values.groupId !== null && values.settingId !== null) return refuse({ kind: 'two-scopes' });
    const isOfTheWhole = values.groupId === null && values.settingId === null;
    if (stored !== null && !isOfTheWhole) {
      const isShown = (await ownShares(tx, scope)).some(({ roundId }) => roundId === stored.id);
      if (isShown) return refuse({ kind: 'shown-to-others' });
    }
    const isBackwards = values.closesOn < values.opensOn;
    return isBackwards ? refuse({ kind: 'closes-before-it-opens' }) : ok(values);
  },
  explain: explainOwn
});
export const { blank: blankRound, form: formOfRound } = forms(roundKind);

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
