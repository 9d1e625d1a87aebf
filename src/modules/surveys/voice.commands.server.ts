import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedMeanwhile } from '#modules/partnerships/server';
import { command } from '#platform/command';
import { holdRow, removeRow } from '#platform/saving';
import * as v from 'valibot';
import { answersToBring } from './bringing.ts';
import { runsOf, sentencesOf } from './passages.ts';
import * as responses from './responses.store.server.ts';
import {
  codeInput,
  codingDoneInput,
  newVoiceInput,
  oneInput,
  voiceInput,
  withdrawInput
} from './schema.ts';
import * as surveys from './surveys.store.server.ts';
import * as themes from './themes.store.server.ts';
import type { Voice } from './types.ts';
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
export const addVoice = command({
  name: 'surveys.add-voice',
  needs: 'voices:record',
  input: newVoiceInput,
  example,
  async run({ scope, input, tx, now, newId }) {
    const problem = dayProblem(input, dateOf(now));
    if (problem !== null) return err(problem);
    const id = newId();
    await store.addVoice(tx, scope, id, input);
    return ok({ id });
  }
});

/** Changes a note. Its words stay as they are once sentences of it belong to themes. */
export const changeVoice = command({
  name: 'surveys.change-voice',
  needs: 'voices:record',
  input: voiceInput,
  example: { ...example, id: none, version: 1 },
  async run({ scope, input, tx, now }) {
    await holdRow(tx, scope, 'voice', input.id);
    const stored = await store.findVoice(tx, scope, input.id);
    if (stored === null) return err(notFound);
    if (stored.erasedOn !== null) return err({ kind: 'erased' } as const);
    const problem = dayProblem(input, dateOf(now));
    if (problem !== null) return err(problem);
    const isCoded = (await store.passages(tx, scope)).some((one) => one.voiceId === stored.id);
    if (isCoded && input.words !== stored.words) return err({ kind: 'coded-already' } as const);
    const version = await store.saveVoice(tx, scope, input);
    if (version === null) {
      const theirs = {
        title: stored.title,
        method: stored.method,
        heardOn: stored.heardOn,
        settingKind: stored.settingKind,
        saidBy: stored.saidBy,
        peopleCount: stored.peopleCount === null ? '' : String(stored.peopleCount),
        words: stored.words,
        consent: stored.consent,
        mayQuote: stored.mayQuote ? 'yes' : 'no',
        keepUntil: stored.keepUntil ?? '',
        needsQuestionId: stored.needsQuestionId ?? ''
      };
      return err(await changedMeanwhile(tx, scope, 'voice', stored, theirs));
    }
    // Whoever is not to be quoted any more is not quoted.
    if (!input.mayQuote) await themes.removeQuotesOf(tx, scope, stored.id);
    return ok({ version });
  }
});

/** Brings the answers in people's own words from a survey here, each as a voice of its own, to be coded. Brings none twice. */
export const bringAnswers = command({
  name: 'surveys.bring-answers',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, newId }) {
    await surveys.holdSurvey(tx, scope, input.id);
    const survey = await surveys.findSurvey(tx, scope, input.id);
    if (survey === null) return err(notFound);
    const questions = await surveys.questionsOf(tx, scope, survey.id);
    const given = await responses.responsesOf(tx, scope, survey.id);
    const brought = await store.broughtAnswers(tx, scope, survey.id);
    const waiting = answersToBring(survey, questions, given, brought);
    for (const { origin, voice } of waiting) {
      await store.addVoice(tx, scope, newId(), voice, origin);
    }
    return ok({ brought: waiting.length });
  }
});

/** Says of sentences of a voice that they speak of themes. Sentences side by side become one passage. */
export const codeSentences = command({
  name: 'surveys.code-sentences',
  needs: 'voices:record',
  input: codeInput,
  example: { id: none, sentences: ['0'], themes: [none] },
  async run({ scope, input, tx, newId }) {
    await holdRow(tx, scope, 'voice', input.id);
    const voice = await store.findVoice(tx, scope, input.id);
    if (voice === null) return err(notFound);
    if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
    const count = sentencesOf(voice.words).length;
    if (input.sentences.some((place) => place >= count)) {
      return err({ kind: 'no-such-sentence' } as const);
    }
    const known = new Set((await themes.themes(tx, scope)).map(({ id }) => id));
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
});

/** Takes a passage out of its theme. */
export const removePassage = command({
  name: 'surveys.remove-passage',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await removeRow(tx, scope, 'passage', input.id)) ? ok() : err(notFound);
  }
});

/** Says that a voice has been read through and coded, or that it has not. */
export const finishCoding = command({
  name: 'surveys.finish-coding',
  needs: 'voices:record',
  input: codingDoneInput,
  example: { id: none, done: 'yes' },
  async run({ scope, input, tx }) {
    const voice = await store.findVoice(tx, scope, input.id);
    if (voice === null) return err(notFound);
    await store.markCoded(tx, scope, voice, input.done);
    return ok();
  }
});

/**
 * Takes back what somebody agreed to: being quoted, which removes every quote of theirs; or everything, which also erases their words
 * here and in the survey they came from, and takes them out of the themes. What is left is that something was erased, and when.
 */
export const withdrawVoice = command({
  name: 'surveys.withdraw-voice',
  needs: 'voices:record',
  input: withdrawInput,
  example: { id: none, what: 'quoting' },
  async run({ scope, input, tx, now }) {
    await holdRow(tx, scope, 'voice', input.id);
    const voice = await store.findVoice(tx, scope, input.id);
    if (voice === null) return err(notFound);
    if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
    const everything = input.what === 'everything';
    const quotes = await themes.removeQuotesOf(tx, scope, voice.id);
    await store.withdraw(tx, scope, voice, { on: dateOf(now), everything });
    const origin = everything ? await store.originOf(tx, scope, voice.id) : null;
    if (origin !== null) {
      await responses.removeAnswer(tx, scope, origin.responseId, origin.questionId);
    }
    return ok({ quotes });
  }
});

/** Erases the words of every voice whose day is over. What it counts for in its themes stays; unchecked quotes go. */
export const eraseDueVoices = command({
  name: 'surveys.erase-due-voices',
  needs: 'surveys:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const erased = await store.eraseDue(tx, scope, dateOf(now));
    await themes.removeUncheckedQuotesOf(tx, scope, erased);
    return ok({ erased: erased.length });
  }
});
