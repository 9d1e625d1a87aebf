import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { adding, changing, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { holdRow, removeRow } from '#platform/saving';
import * as v from 'valibot';
import { answersToBring } from './bringing.ts';
import { voiceKind, type Voice } from './kinds.ts';
import { runsOf, sentencesOf } from './passages.ts';
import * as responses from './responses.store.server.ts';
import { codeInput, codingDoneInput, withdrawInput } from './schema.ts';
import { explainSurveyProblem as explain } from './sentences.ts';
import { heldSurvey } from './survey.commands.server.ts';
import * as surveys from './surveys.store.server.ts';
import * as themes from './themes.store.server.ts';
import * as store from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

const example = {
  title: 'Talk after the story group',
  method: 'listening-session',
  heardOn: '2026-01-20',
  settingKind: 'library',
  saidBy: 'parent',
  words: 'We would come more often if it began later.',
  consent: 'spoken',
  mayQuote: 'yes',
  keepUntil: '2027-01-31'
};

function dayProblem(
  { heardOn, keepUntil }: Pick<Voice, 'heardOn'> & { readonly keepUntil: string },
  today: string
) {
  if (heardOn > today) return { kind: 'day-ahead', field: 'heardOn' } as const;
  return keepUntil < today ? ({ kind: 'day-past', field: 'keepUntil' } as const) : null;
}

/** Notes what was said in a session, an interview or while being there. Names nobody; without consent there is no note. */
export const addVoice = adding(voiceKind, {
  example,
  check({ values, now }) {
    const problem = dayProblem(values, dateOf(now));
    return problem === null ? ok(values) : err(problem);
  },
  explain
});

/**
 * Changes a note. Its words stay as they are once sentences of it belong to themes. Whoever is not to be quoted any more is not
 * quoted: their quotes go.
 */
export const changeVoice = changing(voiceKind, {
  example,
  async check({ tx, scope, values, stored, now }) {
    if (stored === null) return ok(values);
    await holdRow(tx, scope, 'voice', stored.id);
    if (stored.erasedOn !== null) return err({ kind: 'erased' } as const);
    const problem = dayProblem(values, dateOf(now));
    if (problem !== null) return err(problem);
    const passages = await store.passages(tx, scope, { voiceId: stored.id });
    if (passages.length > 0 && values.words !== stored.words) {
      return err({ kind: 'coded-already' } as const);
    }
    if (!values.mayQuote) await themes.removeQuotesOf(tx, scope, stored.id);
    return ok(values);
  },
  explain
});

/** Brings the answers in people's own words from a survey here, each as a voice of its own, to be coded. Brings none twice. */
export const bringAnswers = saying(
  command({
    name: 'surveys.bring-answers',
    needs: 'voices:record',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx, newId }) {
      const survey = await heldSurvey(tx, scope, input.id);
      if (survey === null) return err(notFound);
      const surveyId = survey.id;
      const waiting = answersToBring(
        survey,
        await surveys.questionRecords.list(tx, scope, { surveyId }),
        (await responses.answersOf(tx, scope, surveyId)).counted,
        await store.voiceRecords.list(tx, scope, { surveyId })
      );
      for (const voice of waiting) await store.voiceRecords.add(tx, scope, newId(), voice);
      return ok({ brought: waiting.length });
    }
  }),
  { done: 'The answers are now among what was said, to be read and coded.', explain }
);

/** Says of sentences of a voice that they speak of themes. Sentences side by side become one passage. */
export const codeSentences = saying(
  command({
    name: 'surveys.code-sentences',
    needs: 'voices:record',
    input: codeInput,
    example: { id: none, sentences: ['0'], themes: [none] },
    async run({ scope, input, tx, newId }) {
      await holdRow(tx, scope, 'voice', input.id);
      const voice = await store.voiceRecords.find(tx, scope, input.id);
      if (voice === null) return err(notFound);
      if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
      const count = sentencesOf(voice.words).length;
      if (input.sentences.some((place) => place >= count)) {
        return err({ kind: 'no-such-sentence' } as const);
      }
      const known = new Set((await themes.themeRecords.choose(tx, scope)).map(({ id }) => id));
      if (input.themes.some((id) => !known.has(id))) {
        return err({ kind: 'unknown-link', field: 'themes' } as const);
      }
      for (const themeId of input.themes) {
        for (const run of runsOf(input.sentences)) {
          await store.addPassage(tx, scope, { id: newId(), voiceId: voice.id, themeId, ...run });
        }
      }
      return ok();
    }
  }),
  { done: 'The sentences belong to the theme.', explain }
);

/** Takes a passage out of its theme. */
export const removePassage = saying(
  command({
    name: 'surveys.remove-passage',
    needs: 'voices:record',
    input: oneInput,
    example: { id: none },
    async run({ scope, input, tx }) {
      return (await removeRow(tx, scope, 'passage', input.id)) ? ok() : err(notFound);
    }
  }),
  { done: 'The piece is out of its theme.' }
);

/** Says that a voice has been read through and coded, or that it has not. */
export const finishCoding = saying(
  command({
    name: 'surveys.finish-coding',
    needs: 'voices:record',
    input: codingDoneInput,
    example: { id: none, done: 'yes' },
    async run({ scope, input: { id, done }, tx }) {
      const voice = await store.voiceRecords.find(tx, scope, id);
      if (voice === null) return err(notFound);
      const read = { id, expected: voice.version };
      await store.voiceRecords.save(tx, scope, read, { codingDone: done });
      return ok({ isDone: done });
    }
  }),
  { done: 'Read through and coded.' }
);

/**
 * Takes back what somebody agreed to: being quoted, which removes every quote of theirs; or everything, which also erases their words
 * here and in the survey they came from, and takes them out of the themes. What is left is that something was erased, and when.
 */
export const withdrawVoice = saying(
  command({
    name: 'surveys.withdraw-voice',
    needs: 'voices:record',
    input: withdrawInput,
    example: { id: none, what: 'quoting' },
    async run({ scope, input: { id, what }, tx, now }) {
      await holdRow(tx, scope, 'voice', id);
      const voice = await store.voiceRecords.find(tx, scope, id);
      if (voice === null) return err(notFound);
      if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
      const on = dateOf(now);
      const isAll = what === 'everything';
      const quotes = await themes.removeQuotesOf(tx, scope, id);
      await store.voiceRecords.save(
        tx,
        scope,
        { id, expected: voice.version },
        { mayQuote: false, withdrawnOn: on, ...(isAll ? store.erased(on) : {}) }
      );
      if (isAll) {
        await store.removePassagesOf(tx, scope, id);
        const { responseId, surveyQuestionId } = voice;
        await responses.removeAnswer(tx, scope, responseId, surveyQuestionId);
      }
      return ok({ quotes, isAll });
    }
  }),
  { done: 'It is not to be quoted any more; its quotes are gone.', explain }
);

/** Erases the words of every voice whose day is over. What it counts for in its themes stays; unchecked quotes go. */
export const eraseDueVoices = saying(
  command({
    name: 'surveys.erase-due-voices',
    needs: 'surveys:edit',
    input: v.object({}),
    example: {},
    async run({ scope, tx, now }) {
      const erased = await store.erase(tx, scope, dateOf(now), 'past their day');
      await themes.removeUncheckedQuotesOf(tx, scope, erased);
      return ok({ erased: erased.length });
    }
  }),
  { done: 'The words are erased.' }
);
