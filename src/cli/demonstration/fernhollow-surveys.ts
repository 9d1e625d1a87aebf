import { dayAfter } from '#core/written-dates';
import { sentencesOf } from '#modules/surveys';
import type { MadeUpSurveys } from './packs/made-up-surveys.ts';
import {
  addPaperAnswers,
  addSurvey,
  addSurveyQuestion,
  addTheme,
  addVoice,
  answerByLink,
  bringAnswers,
  checkQuote,
  closeSurvey,
  codeSentences,
  findSurveyByLink,
  finishCoding,
  makeQuote,
  openSurvey,
  viewVoice,
  viewVoices
} from '#modules/surveys/server';
import type { Fernhollow } from './fernhollow.ts';
import { dayMeant, give, lookUp, on, onDay } from './hand.ts';
import type { DayOrDays } from './packs/records.ts';
import type { Counts } from './stage.ts';

type MadeUpSurvey = MadeUpSurveys['surveys'][number];
type MadeUpPassage = MadeUpSurveys['passages'][number];

/** The day after a closed survey's last day, on which its answers in people's own words are brought to be coded. */
const daysToBringing = 1;

/**
 * Fernhollow's surveys, one closed and one that closes soon after the demonstration was loaded; what people said; themes and quotes.
 * Answers come by the link, through the same door as anybody's. `now` is the day on which the demonstration is loaded.
 */
export function scheduleSurveys(here: Fernhollow, now: string): Counts {
  const { surveys, voices, themes, passages } = here.content.surveys;
  const day = (given: DayOrDays) => dayMeant(given, now);
  for (const survey of surveys) scheduleSurvey(here, survey, day);

  const voiceIds = new Map<string, string>();
  for (const { id, addedOn, words, mayQuote, peopleCount, isDone, ...voice } of voices) {
    here.timeline.on(addedOn, async () => {
      const hand = on(here.contributor, addedOn);
      const added = await give(hand, addVoice, {
        ...voice,
        words: words.join('\n\n'),
        peopleCount: peopleCount === null ? '' : String(peopleCount),
        mayQuote: mayQuote ? 'yes' : 'no',
        consent: 'spoken'
      });
      voiceIds.set(id, added.id);
      if (isDone) await give(hand, finishCoding, { id: added.id, done: 'yes' });
    });
  }
  const themeIds = new Map<string, string>();
  for (const { id, addedOn, ...theme } of themes) {
    here.timeline.on(addedOn, async () => {
      themeIds.set(id, (await give(on(here.contributor, addedOn), addTheme, theme)).id);
    });
  }
  for (const passage of passages) {
    let quoteId = '';
    here.timeline.on(passage.codedOn, async () => {
      quoteId = await code(here, passage, voiceIds, themeIds);
    });
    const checkedOn = passage.quote?.checkedOn ?? null;
    if (checkedOn === null) continue;
    here.timeline.on(checkedOn, async () => {
      const checked = { id: quoteId, version: 1, unrecognisable: 'yes' };
      await give(on(here.lead, checkedOn), checkQuote, checked);
    });
  }
  return {
    surveys: surveys.length,
    'answers to surveys': surveys.flatMap(({ responses }) => responses).length,
    'notes of what was said': voices.length,
    themes: themes.length
  };
}

function scheduleSurvey(
  here: Fernhollow,
  survey: MadeUpSurvey,
  day: (given: DayOrDays) => string
): void {
  const questions = new Map<string, string>();
  let id = '';
  let token = '';
  const by = (given: DayOrDays) => on(here.lead, day(given));
  here.timeline.on(day(survey.addedOn), async () => {
    const { title, askedBy, why, whatNext, forWhom, contact, saidBy } = survey;
    const added = await give(by(survey.addedOn), addSurvey, {
      ...{ title, askedBy, why, whatNext, forWhom, contact, saidBy },
      closesOn: day(survey.closesOn),
      keepUntil: day(survey.keepUntil)
    });
    id = added.id;
    for (const { id: name, required, ...question } of survey.questions) {
      const input = { ...question, surveyId: id, required: required ? 'yes' : '' };
      questions.set(name, (await give(by(survey.addedOn), addSurveyQuestion, input)).id);
    }
  });
  here.timeline.on(day(survey.openedOn), async () => {
    token = (await give(by(survey.openedOn), openSurvey, { id })).token;
  });
  for (const [place, response] of survey.responses.entries()) {
    here.timeline.on(day(response.on), async () => {
      const fields = fieldsOf(survey, response, questions);
      const { world } = here.coordinator;
      if (response.onPaper) {
        const hand = on(here.contributor, day(response.on));
        await give(hand, addPaperAnswers, { id, ...fields, formKey: crypto.randomUUID(), fields });
        return;
      }
      const there = onDay(world, day(response.on));
      const formKey = (await findSurveyByLink(there, token))?.form?.formKey ?? '';
      const visitor = `visitor ${place}`;
      const answer = await answerByLink(there, token, { ...fields, formKey }, visitor);
      if (!answer.ok) throw new Error(`An answer was refused: ${JSON.stringify(answer.error)}`);
    });
  }
  if (!survey.isClosed) return;
  const closedOn = dayAfter(day(survey.closesOn), daysToBringing);
  here.timeline.on(closedOn, async () => {
    await give(on(here.lead, closedOn), closeSurvey, { id });
    await give(on(here.contributor, closedOn), bringAnswers, { id });
  });
}

/** One response as a form would send it. */
function fieldsOf(
  survey: MadeUpSurvey,
  response: MadeUpSurvey['responses'][number],
  questions: ReadonlyMap<string, string>
): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {
    agreed: 'yes',
    mayQuote: response.mayQuote ? 'yes' : '',
    consentNumber: '1'
  };
  for (const [place, question] of survey.questions.entries()) {
    const answer = response.answers[place] ?? null;
    if (answer === null) continue;
    const name = `q-${lookUp(questions, question.id)}`;
    fields[name] = Array.isArray(answer) ? answer.map(String) : String(answer);
  }
  return fields;
}

/** Codes the sentences that hold a piece, and makes a quote of them; answers its id, empty where none is wanted. */
async function code(
  here: Fernhollow,
  { voice, part, themes, codedOn, quote }: MadeUpPassage,
  voiceIds: ReadonlyMap<string, string>,
  themeIds: ReadonlyMap<string, string>
): Promise<string> {
  const hand = on(here.contributor, codedOn);
  const id = voice === null ? await answerWith(hand, part) : lookUp(voiceIds, voice);
  const { voice: found } = await give(hand, viewVoice, { id });
  const sentences = sentencesOf(found.words).flatMap(({ text }, place) =>
    text.includes(part) ? [String(place)] : []
  );
  const wanted = themes.map((theme) => lookUp(themeIds, theme));
  await give(hand, codeSentences, { id, sentences, themes: wanted });
  if (voice === null) await give(hand, finishCoding, { id, done: 'yes' });
  if (quote === null) return '';
  const { passages } = await give(hand, viewVoice, { id });
  const passage = passages.find((one) => one.words.includes(part));
  return (await give(hand, makeQuote, { passageId: passage?.id ?? '', words: quote.words })).id;
}

/** The answer to a survey in which these words stand. */
async function answerWith(hand: Parameters<typeof give>[0], part: string): Promise<string> {
  const { voices } = await give(hand, viewVoices, {});
  const found = voices.find((one) => one.surveyId !== null && one.beginning.includes(part));
  if (found === undefined) throw new Error(`No answer of the demonstration says "${part}".`);
  return found.id;
}
