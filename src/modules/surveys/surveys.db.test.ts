import { inTransaction } from '#platform/database';
import { describe, expect, test } from 'vitest';
import { valueOf } from '../../../tests/support/good.ts';
import { answersByLink } from '../../../tests/support/answering.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import {
  addSurvey,
  addSurveyQuestion,
  addTheme,
  addVoice,
  bringAnswers,
  changeQuote,
  changeSurvey,
  changeSurveyQuestion,
  changeTheme,
  changeVoice,
  checkQuote,
  closeSurvey,
  codeSentences,
  eraseDueVoices,
  finishCoding,
  makeQuote,
  moveSurveyQuestion,
  openSurvey,
  removeAnswers,
  removePassage,
  removeSurvey,
  removeSurveyQuestion,
  removeTheme,
  viewQuotes,
  viewResults,
  viewSurvey,
  viewSurveys,
  viewTheme,
  viewThemes,
  viewVoice,
  viewVoices,
  withdrawVoice
} from './index.server.ts';

const world = await testWorld();

const words = {
  title: 'Singing and stories at home',
  askedBy: 'Fernhollow',
  why: 'To plan',
  whatNext: 'We read it in April',
  forWhom: 'parents',
  saidBy: 'parent',
  contact: 'the hub',
  closesOn: '2026-03-31',
  keepUntil: '2027-03-31'
};
const said = {
  title: 'Talk after the story group',
  method: 'listening-session',
  heardOn: '2026-02-20',
  settingKind: 'library',
  saidBy: 'parent',
  words: 'It begins too early. We work. My sister would come too.',
  consent: 'spoken',
  mayQuote: 'yes',
  keepUntil: '2026-12-31'
};

/** A place with the hands of its people: each gives a command and expects it done. */
async function ground(name: string) {
  const place = await testPlace(world, name);
  const { lead, contributor, reader } = place.people;
  type Run<Value> = {
    run: (
      ...given: Parameters<typeof addSurvey.run>
    ) => Promise<{ ok: true; value: Value } | { ok: false; error: { kind: string } }>;
  };
  const as =
    (person: TestPlace['people']['lead']) =>
    async <Value>(command: Run<Value>, input: object = {}, there = world): Promise<Value> =>
      valueOf(await command.run(person, place.id, input, there));
  return { place, lead: as(lead), contributor: as(contributor), reader: as(reader) };
}

async function askedAndAnswered(name: string) {
  const here = await ground(name);
  const { id } = await here.lead(addSurvey, words);
  const question = await here.lead(addSurveyQuestion, {
    surveyId: id,
    kind: 'long',
    text: 'What would help?'
  });
  const { token } = await here.lead(openSurvey, { id });
  const answer = (text: string, mayQuote = 'yes') =>
    answersByLink(world, token, { [`q-${question.id}`]: text, agreed: 'yes', mayQuote });
  return { ...here, id, question, token, answer };
}

describe('a survey', () => {
  test('begins with a consent, and opens once nothing is missing', async () => {
    const here = await ground('Opening');
    const { id } = await here.lead(addSurvey, { ...words, why: '', closesOn: '2026-03-01' });
    const { survey, missing } = await here.reader(viewSurvey, { id });
    expect(survey).toMatchObject({ status: 'draft', token: null, consentNumber: 1, madeUp: true });
    expect(survey.consent).toMatch(/^Fernhollow asks/);
    expect(missing).toEqual(['why', 'closesOn', 'questions']);
    const refused = await openSurvey.run(here.place.people.lead, here.place.id, { id }, world);
    expect(refused).toMatchObject({ error: { kind: 'not-ready', missing } });
  });

  test('keeps its questions in order while they move, and as they are once answered', async () => {
    const here = await ground('Ordering');
    const { id } = await here.lead(addSurvey, words);
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) {
      ids.push((await here.lead(addSurveyQuestion, { surveyId: id, kind: 'long', text })).id);
    }
    await here.lead(moveSurveyQuestion, { id: ids[2], way: 'up' });
    await here.lead(removeSurveyQuestion, { id: ids[0] });
    const order = async () =>
      (await here.reader(viewSurvey, { id })).questions.map((one) => one.text);
    expect(await order()).toEqual(['Three', 'Two']);
    const { token } = await here.lead(openSurvey, { id });
    valueOf(await answersByLink(world, token, { agreed: 'yes' }));
    const { lead } = here.place.people;
    for (const [command, input] of [
      [moveSurveyQuestion, { id: ids[2], way: 'down' }],
      [removeSurveyQuestion, { id: ids[2] }],
      [changeSurveyQuestion, { id: ids[2], kind: 'short', text: 'Other', version: 1 }],
      [addSurveyQuestion, { surveyId: id, kind: 'short', text: 'More' }],
      [removeSurvey, { id }]
    ] as const) {
      const answer = await command.run(lead, here.place.id, input, world);
      expect({ name: command.name, answer }).toMatchObject({
        answer: { error: { kind: 'has-answers' } }
      });
    }
  });

  test('has at most twelve questions', async () => {
    const here = await ground('Twelve');
    const { id } = await here.lead(addSurvey, words);
    const add = (text: string) =>
      addSurveyQuestion.run(
        here.place.people.lead,
        here.place.id,
        { surveyId: id, kind: 'short', text },
        world
      );
    for (let number = 1; number <= 12; number += 1) valueOf(await add(`Question ${number}`));
    expect(await add('One too many')).toMatchObject({ error: { kind: 'too-many-questions' } });
  });

  test('shows the second of two editors what the first saved', async () => {
    const here = await ground('Editors');
    const { id } = await here.lead(addSurvey, words);
    const { survey } = await here.lead(viewSurvey, { id });
    const form = { ...words, id, consent: survey.consent, version: 1 };
    await here.lead(changeSurvey, { ...form, title: 'Songs at home' });
    const second = await changeSurvey.run(
      here.place.people.coordinator,
      here.place.id,
      form,
      world
    );
    expect(second).toMatchObject({
      error: { kind: 'changed-meanwhile', version: 2, theirs: { title: 'Songs at home' } }
    });
  });

  test('lets its answers be removed once it is closed, and keeps the counts', async () => {
    const here = await askedAndAnswered('Removing');
    valueOf(await here.answer('A later hour. We work.'));
    valueOf(await here.answer('Nothing', ''));
    const { lead } = here.place.people;
    const tooSoon = await removeAnswers.run(lead, here.place.id, { id: here.id }, world);
    expect(tooSoon).toMatchObject({ error: { kind: 'not-closed' } });
    await here.lead(closeSurvey, { id: here.id });
    expect(await here.contributor(bringAnswers, { id: here.id })).toEqual({ brought: 2 });
    expect(await here.contributor(bringAnswers, { id: here.id })).toEqual({ brought: 0 });
    expect(await here.lead(removeAnswers, { id: here.id })).toEqual({ removed: 2, erased: 2 });
    const { tallies, words: texts } = await here.contributor(viewResults, { id: here.id });
    expect(tallies).toMatchObject({ responses: 2, questions: [{ answered: 2 }] });
    expect(texts).toEqual([{ questionId: here.question.id, texts: [] }]);
    const { voices } = await here.contributor(viewVoices);
    expect(voices.map((one) => one.beginning)).toEqual(['', '']);
    const again = await removeAnswers.run(lead, here.place.id, { id: here.id }, world);
    expect(again).toMatchObject({ error: { kind: 'removed-already' } });
  });

  test('owes what its days ask for', async () => {
    const here = await askedAndAnswered('Owing');
    valueOf(await here.answer('A later hour'));
    const owedOn = async (day: string) =>
      (await here.reader(viewSurveys, {}, at(world, `${day}T09:00:00Z`))).owed.map(
        (one) => one.owed
      );
    expect(await owedOn('2026-03-16')).toEqual([]);
    expect(await owedOn('2026-03-17')).toEqual(['closes-soon']);
    expect(await owedOn('2026-04-01')).toEqual(['to-close']);
    await here.lead(closeSurvey, { id: here.id });
    expect(await owedOn('2026-04-01')).toEqual(['to-code']);
    expect(await owedOn('2027-04-01')).toEqual(['to-remove', 'to-code']);
  });

  test('of another place cannot be seen or changed', async () => {
    const here = await askedAndAnswered('Mine');
    const there = await ground('Theirs');
    const { lead } = there.place.people;
    for (const command of [viewSurvey, openSurvey, closeSurvey, removeAnswers, bringAnswers]) {
      const answer = await command.run(lead, there.place.id, { id: here.id }, world);
      expect(answer).toMatchObject({ error: { kind: 'not-found' } });
    }
  });
});

describe('what was said', () => {
  /** A note with its first two sentences in a theme. */
  async function coded(name: string) {
    const here = await ground(name);
    const voice = await here.contributor(addVoice, said);
    const theme = await here.contributor(addTheme, {
      name: 'Hours',
      factors: ['social-capital-and-supports']
    });
    await here.contributor(codeSentences, {
      id: voice.id,
      sentences: ['0', '1'],
      themes: [theme.id]
    });
    const view = () => here.contributor(viewVoice, { id: voice.id });
    const [passage] = (await view()).passages;
    if (passage === undefined) throw new Error('no passage');
    return { ...here, voice, theme, passage, view };
  }

  test('is coded once, sentence by sentence', async () => {
    const here = await coded('Coding');
    expect(here.passage).toMatchObject({
      first: 0,
      last: 1,
      words: 'It begins too early. We work.'
    });
    await here.contributor(codeSentences, {
      id: here.voice.id,
      sentences: ['1', '0'],
      themes: [here.theme.id]
    });
    expect((await here.view()).passages).toHaveLength(1);
    const { contributor } = here.place.people;
    const beyond = { id: here.voice.id, sentences: ['3'], themes: [here.theme.id] };
    expect(await codeSentences.run(contributor, here.place.id, beyond, world)).toMatchObject({
      error: { kind: 'no-such-sentence' }
    });
    await here.contributor(finishCoding, { id: here.voice.id, done: 'yes' });
    expect((await here.reader(viewThemes)).toCode).toBe(0);
  });

  test('keeps its words while it is coded; other things about it may change', async () => {
    const here = await coded('Keeping');
    const form = { ...said, id: here.voice.id, version: 1 };
    const { contributor } = here.place.people;
    const other = await changeVoice.run(
      contributor,
      here.place.id,
      { ...form, words: 'Other' },
      world
    );
    expect(other).toMatchObject({ error: { kind: 'coded-already' } });
    await here.contributor(changeVoice, { ...form, settingKind: 'family-hub' });
    const late = await changeVoice.run(contributor, here.place.id, form, world);
    expect(late).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { settingKind: 'family-hub' } }
    });
    await here.contributor(removePassage, { id: here.passage.id });
    await here.contributor(changeVoice, { ...form, words: 'Other.', version: 2 });
    expect((await here.view()).voice.words).toBe('Other.');
  });

  test('is quoted only with consent, and shown only when somebody else has looked', async () => {
    const here = await coded('Quoting');
    const { contributor, lead } = here.place.people;
    const quote = await here.contributor(makeQuote, {
      passageId: here.passage.id,
      words: 'It begins too early.'
    });
    const look = { id: quote.id, version: 1, unrecognisable: 'yes' };
    expect(await checkQuote.run(contributor, here.place.id, look, world)).toMatchObject({
      error: { kind: 'own-quote' }
    });
    expect((await here.reader(viewTheme, { id: here.theme.id })).quotes).toEqual([]);
    await here.lead(checkQuote, look);
    expect((await here.reader(viewTheme, { id: here.theme.id })).quotes).toHaveLength(1);
    await here.lead(changeQuote, { id: quote.id, words: 'It begins early.', version: 2 });
    expect((await here.reader(viewQuotes)).ready).toEqual([]);
    const stale = await checkQuote.run(contributor, here.place.id, { ...look, version: 2 }, world);
    expect(stale).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    expect(await checkQuote.run(lead, here.place.id, { ...look, version: 3 }, world)).toMatchObject(
      {
        error: { kind: 'own-quote' }
      }
    );
    await here.contributor(withdrawVoice, { id: here.voice.id, what: 'quoting' });
    const { quotes, voice } = await here.view();
    expect({ quotes, mayQuote: voice.mayQuote, words: voice.words }).toEqual({
      quotes: [],
      mayQuote: false,
      words: said.words
    });
    const again = { passageId: here.passage.id, words: 'It begins too early.' };
    expect(await makeQuote.run(contributor, here.place.id, again, world)).toMatchObject({
      error: { kind: 'no-consent-to-quote' }
    });
  });

  test('is gone when consent is taken back: from the note, its quotes, its survey, and the history', async () => {
    const here = await askedAndAnswered('Erasing');
    valueOf(await here.answer('Something only she would say.'));
    await here.contributor(bringAnswers, { id: here.id });
    const [brought] = (await here.contributor(viewVoices)).voices;
    const id = brought?.id ?? '';
    const theme = await here.contributor(addTheme, { name: 'Hers' });
    await here.contributor(codeSentences, { id, sentences: ['0'], themes: [theme.id] });
    const [passage] = (await here.contributor(viewVoice, { id })).passages;
    await here.contributor(makeQuote, {
      passageId: passage?.id,
      words: 'Something only she would say.'
    });
    await here.contributor(withdrawVoice, { id, what: 'everything' });
    expect(await here.contributor(viewVoice, { id })).toMatchObject({
      voice: { words: '', title: 'Erased', erasedOn: '2026-03-02' },
      passages: [],
      quotes: []
    });
    const everywhere = await inTransaction(
      world,
      { partnershipId: here.place.id, now: world.clock() },
      'read',
      async (tx) => ({
        changes: await tx.selectFrom('change').selectAll().execute(),
        responses: await tx.selectFrom('surveyResponse').selectAll().execute(),
        voices: await tx.selectFrom('voice').selectAll().execute(),
        quotes: await tx.selectFrom('quote').selectAll().execute()
      })
    );
    expect(JSON.stringify(everywhere)).not.toContain('only she');
    const traces = everywhere.changes.filter((one) => one.tableName === 'voice');
    expect(traces.map((one) => one.action)).toEqual(['added', 'changed']);
    expect(JSON.stringify(traces)).toContain('29 characters, not kept in the history');
  });

  test('is erased when its day is over, and counts on', async () => {
    const here = await coded('Ending');
    const later = at(world, '2027-01-01T09:00:00Z');
    expect(await here.lead(eraseDueVoices)).toEqual({ erased: 0 });
    expect(await here.lead(eraseDueVoices, {}, later)).toEqual({ erased: 1 });
    expect((await here.view()).voice).toMatchObject({ words: '', erasedOn: '2027-01-01' });
    expect((await here.reader(viewTheme, { id: here.theme.id })).count).toMatchObject({
      pieces: 1,
      sources: 1
    });
  });

  test('is not noted with details of a person, on a day to come, or for a day that is over', async () => {
    const here = await ground('Refusing');
    const { contributor } = here.place.people;
    const note = (over: object) =>
      addVoice.run(contributor, here.place.id, { ...said, ...over }, world);
    expect(await note({ words: 'Ask her on 01632 960 123' })).toMatchObject(asksAbout('words'));
    expect((await note({ words: 'Ask her on 01632 960 123', checkedForPeople: 'yes' })).ok).toBe(
      true
    );
    expect(await note({ heardOn: '2026-03-03' })).toMatchObject({ error: { kind: 'day-ahead' } });
    expect(await note({ keepUntil: '2026-03-01' })).toMatchObject({ error: { kind: 'day-past' } });
  });
});

describe('a theme', () => {
  test('has a name of its own and factors of the spine, and goes only while it is empty', async () => {
    const here = await ground('Theming');
    const { contributor } = here.place.people;
    const theme = await here.contributor(addTheme, { name: 'Hours', factors: ['nutrition'] });
    const add = (input: object) => addTheme.run(contributor, here.place.id, input, world);
    expect(await add({ name: 'HOURS' })).toMatchObject({ error: { kind: 'name-taken' } });
    expect(await add({ name: 'Other', factors: ['no-such'] })).toMatchObject({
      error: { kind: 'unknown-link' }
    });
    await here.contributor(changeTheme, { id: theme.id, name: 'Hours and shifts', version: 1 });
    const late = { id: theme.id, name: 'Late', version: 1 };
    expect(await changeTheme.run(contributor, here.place.id, late, world)).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { name: 'Hours and shifts' } }
    });
    const voice = await here.contributor(addVoice, said);
    await here.contributor(codeSentences, { id: voice.id, sentences: ['0'], themes: [theme.id] });
    expect(
      await removeTheme.run(contributor, here.place.id, { id: theme.id }, world)
    ).toMatchObject({
      error: { kind: 'in-use' }
    });
  });
});
