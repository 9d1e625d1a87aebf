import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import * as v from 'valibot';
import { answerProblem } from './answers.ts';
import { gatherFacts } from './facts.server.ts';
import { answerKind, criterionKind, packKind } from './kinds.ts';
import { everyPack } from './packs.server.ts';
import { findingOf } from './rules.ts';
import { explainAnswer } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Checks of a partnership's own. */
export const {
  add: addPack,
  change: changePack,
  remove: removePack,
  blank: blankPack,
  form: formOfPack
} = editing(packKind, { example: { title: 'What our board asks of the plan' } });

/** Their criteria, the newest last. */
export const {
  add: addCriterion,
  change: changeCriterion,
  remove: removeCriterion,
  blank: blankCriterion,
  form: formOfCriterion
} = editing(criterionKind, {
  example: { packId: none, title: 'Fathers are asked' },
  async check({ tx, scope, values, stored }) {
    if (stored !== null || values.position !== undefined) return ok(values);
    const others = await store.criteria.list(tx, scope, { packId: values.packId });
    return ok({ ...values, position: 1 + Math.max(-1, ...others.map(({ position }) => position)) });
  }
});

const answerInput = lookedThrough({
  pack: v.pipe(v.string(), v.nonEmpty()),
  line: v.pipe(v.string(), v.nonEmpty()),
  ...answerKind.entries,
  version: v.optional(
    v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer(), v.minValue(0)),
    0
  )
});

/**
 * Confirms what the rule of a line proposes, or overrules it with a reason; kept for this year with what the records said on that day.
 * `version` is the one that was read, 0 where the line was not answered this year. Refuses to overrule without a reason.
 */
export const answerLine = saying(
  command({
    name: 'checks.answer-line',
    needs: answerKind.permission.change,
    input: answerInput,
    example: { pack: 'ten-steps', line: 'vision', state: 'met', reason: 'Agreed', version: 0 },
    async run({ scope, input, tx, now, newId }) {
      const today = dateOf(now);
      const pack = (await everyPack(tx, scope)).find(({ id }) => id === input.pack);
      const line = pack?.lines.find(({ id }) => id === input.line);
      if (line === undefined) return err(notFound);
      const finding =
        line.rule === null ? null : findingOf(line.rule, await gatherFacts(tx, scope, today));
      const problem = answerProblem(input, finding);
      if (problem !== null) return err(problem);
      const year = Number(today.slice(0, 4));
      const { pack: packId, line: lineId, state, reason, version } = input;
      const values = {
        state,
        reason,
        proposed: finding?.state ?? null,
        says: finding?.says ?? '',
        missing: (finding?.missing ?? []).map(({ text }) => text),
        answeredOn: today
      };
      const where = { year, pack: packId, line: lineId };
      const [stored] = await store.answers.list(tx, scope, where);
      if (stored === undefined) {
        await store.answers.add(tx, scope, newId(), { ...where, ...values });
        return ok({ version: 1 });
      }
      return savedOrChanged({ tx, scope, kind: answerKind, id: stored.id }, values, version);
    }
  }),
  { done: answerKind.words.changed, explain: explainAnswer }
);
