import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { newInput } from '#modules/records';
import { savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { id, neededText } from '#platform/fields';
import type { Stage } from '#modules/vocabulary';
import * as v from 'valibot';
import { reopeningKind, stageNoteKind, stageRecordKind } from './kinds.ts';
import { sixStages } from './queries.server.ts';
import { explainOwn, fieldSentences as say, type OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const refuse = (problem: OwnProblem) => err(problem);
const aStage = neededText(say.stage, 100);
const first = 'what-matters-and-what-works';

async function stageOf(tx: Tx, stage: string): Promise<Stage | null> {
  return (await sixStages(tx)).stages.find((one) => one.id === stage) ?? null;
}

/** Says where a stage stands, in place of what was said before. Refuses an end before the beginning. */
export const saveStage = saying(
  command({
    name: 'stages.save-stage',
    needs: 'strategy:edit',
    input: newInput(stageRecordKind, undefined, {
      stage: aStage,
      version: v.pipe(
        v.nullish(v.union([v.string(), v.number()]), 0),
        v.transform(Number),
        v.integer()
      )
    }),
    example: { stage: first, standing: 'under-way', leadRole: 'Early years lead' },
    async run({ scope, input: { version, stage, ...values }, tx, newId }) {
      if ((await stageOf(tx, stage)) === null) return err(notFound);
      if (values.startedOn !== null && values.endsOn !== null && values.endsOn < values.startedOn) {
        return refuse({ kind: 'ends-before-it-starts' });
      }
      const [stored] = await store.stageRecords.list(tx, scope, { stage });
      if (stored === undefined) {
        await store.stageRecords.add(tx, scope, newId(), { ...values, stage });
        return ok({ version: 1 });
      }
      return savedOrChanged({ tx, scope, kind: stageRecordKind, id: stored.id }, values, version);
    }
  }),
  { done: stageRecordKind.words.changed, explain: explainOwn }
);

/** Opens a stage again because of what another brought up; one that was reviewed or rests is then under way. */
export const reopenStage = saying(
  command({
    name: 'stages.reopen-stage',
    needs: 'strategy:edit',
    input: newInput(reopeningKind, undefined, {
      stage: aStage,
      byStage: neededText(say.byStage, 100)
    }),
    example: {
      stage: first,
      byStage: 'local-system-and-partnership',
      reason: 'New partners see other things that matter',
      reopenedOn: '2026-01-12'
    },
    async run({ scope, input, tx, now, newId }) {
      if ((await stageOf(tx, input.stage)) === null) return err(notFound);
      if ((await stageOf(tx, input.byStage)) === null) return refuse({ kind: 'no-such-stage' });
      if (input.stage === input.byStage) return refuse({ kind: 'opened-by-itself' });
      if (input.reopenedOn > dateOf(now)) {
        return refuse({ kind: 'day-to-come', field: 'reopenedOn' });
      }
      await store.reopenings.add(tx, scope, newId(), input);
      const [stored] = await store.stageRecords.list(tx, scope, { stage: input.stage });
      const standing = 'under-way' as const;
      if (stored === undefined) {
        const { stage, reopenedOn: startedOn } = input;
        await store.stageRecords.add(tx, scope, newId(), {
          stage,
          standing,
          startedOn,
          endsOn: null,
          leadRole: '',
          timeReady: null,
          resourcesReady: null,
          conditionsReady: null,
          readinessNote: ''
        });
      } else if (stored.standing !== standing) {
        const record = { tx, scope, kind: stageRecordKind, id: stored.id };
        const saved = await savedOrChanged(record, { standing }, stored.version);
        if (!saved.ok) return saved;
      }
      return ok();
    }
  }),
  { done: reopeningKind.words.added, explain: explainOwn }
);

/** Notes what was thought of a reflective question of a stage. Refuses a question that the stage does not ask, and a day to come. */
export const noteQuestion = saying(
  command({
    name: 'stages.note-question',
    needs: 'strategy:edit',
    input: newInput(stageNoteKind, undefined, {
      stage: aStage,
      question: neededText(say.question, 1000)
    }),
    example: {
      stage: first,
      question: 'Which gaps in what you know are worth exploring?',
      note: 'Fathers',
      notedOn: '2026-01-12'
    },
    async run({ scope, input, tx, now, newId }) {
      const stage = await stageOf(tx, input.stage);
      if (stage === null) return err(notFound);
      if (stage.questions.every(({ text }) => text !== input.question)) {
        return refuse({ kind: 'no-such-question' });
      }
      if (input.notedOn > dateOf(now)) return refuse({ kind: 'day-to-come', field: 'notedOn' });
      await store.notes.add(tx, scope, newId(), input);
      return ok();
    }
  }),
  { done: stageNoteKind.words.added, explain: explainOwn }
);

/** Takes a note out. The history keeps it. */
export const dropStageNote = saying(
  command({
    name: 'stages.drop-note',
    needs: 'strategy:edit',
    input: v.object({ id: id() }),
    example: { id: none },
    async run({ scope, input, tx }) {
      if ((await store.notes.find(tx, scope, input.id)) === null) return err(notFound);
      await store.notes.remove(tx, scope, input.id);
      return ok();
    }
  }),
  { done: stageNoteKind.words.removed }
);

/** Ticks an action of a stage, or takes the tick away. Refuses one that records tick: what they show nobody has to say. */
export const tickAction = saying(
  command({
    name: 'stages.tick-action',
    needs: 'strategy:edit',
    input: lookedThrough({
      stage: aStage,
      action: neededText(say.action, 1000),
      done: v.pipe(
        v.union([v.boolean(), v.picklist(['yes', 'no'])]),
        v.transform((given) => given === true || given === 'yes')
      )
    }),
    example: {
      stage: 'local-system-and-partnership',
      action: 'Place those with a stake in rings around the children.',
      done: true
    },
    async run({ scope, input, tx, now, newId }) {
      const stage = await stageOf(tx, input.stage);
      if (stage === null) return err(notFound);
      const action = stage.actions.find(({ text }) => text === input.action);
      if (action === undefined) return refuse({ kind: 'no-such-action' });
      if (action.records !== null) return refuse({ kind: 'ticked-by-records' });
      const one = { stage: stage.id, action: action.text };
      if (input.done) await store.tick(tx, scope, newId(), { ...one, doneOn: dateOf(now) });
      else await store.untick(tx, scope, one);
      return ok();
    }
  }),
  { done: 'The action is marked.', explain: explainOwn }
);
