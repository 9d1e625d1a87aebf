import { expect, test } from 'vitest';
import { shownForm, someAddress } from '../../../tests/support/answering.ts';
import { valueOf } from '../../../tests/support/good.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addPaperAnswers,
  addSurvey,
  addSurveyQuestion,
  answerByLink,
  bringAnswersBack,
  closeSurvey,
  openSurvey,
  removeAnswers,
  setAnswersAside,
  viewResults
} from './index.server.ts';
import { safeResultsTable } from './tables.ts';

const world = await testWorld();
const place = await testPlace(world, 'Brook');
const { lead, contributor, reader } = place.people;

const monday = at(world, '2026-03-02T10:00:00.000Z');
const tuesday = at(world, '2026-03-03T10:00:00.000Z');
const wednesday = at(world, '2026-03-04T10:00:00.000Z');
const thursday = at(world, '2026-03-05T10:00:00.000Z');

/** A survey opened on Monday that a dozen have answered. */
async function answered(): Promise<{ id: string; token: string; question: string }> {
  const words = {
    title: 'Singing at home',
    askedBy: 'Brook',
    why: 'To plan',
    whatNext: 'We read it in April',
    forWhom: 'parents',
    saidBy: 'parent',
    contact: 'the hub',
    closesOn: '2026-03-31',
    keepUntil: '2027-03-31'
  };
  const { id } = valueOf(await addSurvey.run(lead, place.id, words, monday));
  const asked = { surveyId: id, kind: 'one', text: 'How often?', options: 'Daily\nSometimes' };
  const question = valueOf(await addSurveyQuestion.run(lead, place.id, asked, monday)).id;
  const { token } = valueOf(await openSurvey.run(lead, place.id, { id }, monday));
  for (let sent = 0; sent < 12; sent += 1) {
    const form = { ...(await shownForm(monday, token)), [`q-${question}`]: '0', agreed: 'yes' };
    valueOf(await answerByLink(monday, token, form, someAddress()));
  }
  return { id, token, question };
}

async function leaving(id: string, when: typeof world): Promise<string[][] | null> {
  const given = valueOf(await viewResults.run(reader, place.id, { id }, when));
  if (given.leaving === null) return null;
  return safeResultsTable(given.survey, given.questions, given.leaving, given.rule);
}
async function typesIn(survey: { id: string; question: string }, when: typeof world) {
  const paper = { id: survey.id, formKey: world.newId(), agreed: 'yes' };
  const fields = { [`q-${survey.question}`]: '1' };
  valueOf(await addPaperAnswers.run(contributor, place.id, { ...paper, fields }, when));
}

test('nothing of a survey leaves before it is closed', async () => {
  const survey = await answered();
  expect(await leaving(survey.id, tuesday)).toBeNull();
  // Who closes it and opens it again on the same day has fixed nothing.
  valueOf(await closeSurvey.run(lead, place.id, { id: survey.id }, tuesday));
  valueOf(await openSurvey.run(lead, place.id, { id: survey.id }, tuesday));
  expect(await leaving(survey.id, wednesday)).toBeNull();
});

test('what left of a survey is what leaves of it ever after', async () => {
  const survey = await answered();
  await typesIn(survey, tuesday);
  valueOf(await closeSurvey.run(lead, place.id, { id: survey.id }, tuesday));
  await typesIn(survey, tuesday);
  const first = await leaving(survey.id, tuesday);
  expect(first).toContainEqual(['Singing at home', '', 'People who answered', '15']);
  expect(first?.flat().join()).toContain('3 March 2026');

  // Eight more on paper would read 20; those of Monday set aside, 10.
  for (let typed = 0; typed < 8; typed += 1) await typesIn(survey, wednesday);
  expect(await leaving(survey.id, wednesday)).toEqual(first);
  const stretch = {
    surveyId: survey.id,
    fromOn: '2026-03-02',
    toOn: '2026-03-02',
    reason: 'All alike'
  };
  valueOf(await setAnswersAside.run(lead, place.id, stretch, wednesday));
  expect(await leaving(survey.id, thursday)).toEqual(first);
  const { tallies } = valueOf(await viewResults.run(reader, place.id, { id: survey.id }, thursday));
  expect(tallies.responses).toBe(10);

  // Opened and closed again, and after single answers are gone.
  valueOf(await openSurvey.run(lead, place.id, { id: survey.id }, thursday));
  expect(await leaving(survey.id, thursday)).toEqual(first);
  valueOf(await closeSurvey.run(lead, place.id, { id: survey.id }, thursday));
  valueOf(await removeAnswers.run(lead, place.id, { id: survey.id }, thursday));
  expect(await leaving(survey.id, thursday)).toEqual(first);
});

test('what was set aside when it was closed is not among what leaves, also once it is brought back', async () => {
  const survey = await answered();
  for (let typed = 0; typed < 9; typed += 1) await typesIn(survey, tuesday);
  const stretch = {
    surveyId: survey.id,
    fromOn: '2026-03-02',
    toOn: '2026-03-02',
    reason: 'All alike'
  };
  const { id } = valueOf(await setAnswersAside.run(lead, place.id, stretch, tuesday));
  valueOf(await closeSurvey.run(lead, place.id, { id: survey.id }, tuesday));
  const first = await leaving(survey.id, wednesday);
  expect(first).toContainEqual(['Singing at home', '', 'People who answered', '10']);
  expect(first?.flat().join()).toContain('All alike');
  valueOf(await bringAnswersBack.run(lead, place.id, { id }, wednesday));
  expect(await leaving(survey.id, wednesday)).toEqual(first);
});
