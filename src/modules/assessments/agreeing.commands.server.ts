import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { newInput } from '#modules/records';
import { savedOrChanged, saying, unknownChoices } from '#modules/records/server';
import { command } from '#platform/command';
import { id, neededText } from '#platform/fields';
import * as v from 'valibot';
import { topicIn, topicsOf } from './instrument.ts';
import { agreementKind, barrierKind, evidenceKind, priorityActionKind } from './kinds.ts';
import { explainOwn, fieldSentences as say } from './sentences.ts';
import * as store from './store.server.ts';
import { mostPriorityActions } from './types.ts';
import { none, notFound, refuse, steered, together } from './steering.server.ts';

/** What the group does with the spread before it: it agrees, says what is in the way, and what is done first. */

const about = { element: neededText(say.element, 100) };

/**
 * Saves what the group agreed for one element: its level, why, who saw it otherwise, when, who was there. With the last element the round
 * is agreed. Refuses, where the instrument wants evidence, a level to which none is tied; before the reveal and after the close, a day to come, and a day before the reveal.
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
      if ((input.validatedBy === null) !== (input.validatedOn === null)) {
        return refuse({ kind: 'validated-without-day' });
      }
      if (instrument.needsEvidence) {
        const about = { roundId: round.id, element: input.element };
        const [tied] = await store.evidence.list(tx, scope, about);
        if (tied === undefined) return refuse({ kind: 'no-evidence' });
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

/** Ties a piece of evidence to an element. Refuses before the reveal and after the close. */
export const tieEvidence = saying(
  command({
    name: 'assessments.tie-evidence',
    needs: 'assessments:facilitate',
    input: newInput(evidenceKind, undefined, about),
    example: {
      roundId: none,
      element: 'strategy',
      kind: 'document',
      shows: 'The plan names a lead for each aim'
    },
    async run({ scope, input, tx, newId }) {
      const may = await together(tx, scope, input.roundId);
      if (!may.ok) return may;
      if (topicIn(may.value.instrument, input.element) === undefined) {
        return refuse({ kind: 'no-such-element' });
      }
      const [field] = await unknownChoices(tx, scope, evidenceKind, input);
      if (field !== undefined) return err({ kind: 'unknown-link', field } as const);
      const evidenceId = newId();
      await store.evidence.add(tx, scope, evidenceId, input);
      return ok({ id: evidenceId });
    }
  }),
  { done: evidenceKind.words.added, explain: explainOwn }
);

/** Unties a piece of evidence. Refuses the last one of a level that was agreed and may not stand without. */
export const untieEvidence = saying(
  command({
    name: 'assessments.untie-evidence',
    needs: 'assessments:facilitate',
    input: v.object({ id: id() }),
    example: { id: none },
    async run({ scope, input, tx }) {
      const one = await store.evidence.find(tx, scope, input.id);
      if (one === null) return err(notFound);
      const may = await together(tx, scope, one.roundId);
      if (!may.ok) return may;
      const about = { roundId: one.roundId, element: one.element };
      const agreed = await store.agreements.list(tx, scope, about);
      const tied = await store.evidence.list(tx, scope, about);
      if (may.value.instrument.needsEvidence && agreed.length > 0 && tied.length < 2) {
        return refuse({ kind: 'rests-on-it' });
      }
      await store.evidence.remove(tx, scope, one.id);
      return ok();
    }
  }),
  { done: evidenceKind.words.removed, explain: explainOwn }
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
