import type { FormValues } from '#core/form-state';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { describe, expect, test } from 'vitest';
import { valueOf } from '../../../tests/support/good.ts';
import { shownForm, someAddress } from '../../../tests/support/answering.ts';
import { at, testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import {
  addPaperAnswers,
  addSurvey,
  addSurveyQuestion,
  addTheme,
  answerByLink,
  bringAnswers,
  bringAnswersBack,
  changeSurvey,
  closeSurvey,
  codeSentences,
  findSurveyByLink,
  openSurvey,
  removeAnswers,
  setAnswersAside,
  viewAnswersByDay,
  viewResults,
  viewSurvey,
  viewTheme,
  viewVoices
} from './index.server.ts';
import { addressPaces, answerPace } from './rules.ts';

const world = await testWorld();
const here = await testPlace(world, 'Fernhollow');
const elsewhere = await testPlace(world, 'Elsewhere');

const words = {
  title: 'Singing and stories at home',
  askedBy: 'Fernhollow',
  why: 'To plan the song bags',
  whatNext: 'The Talk and Play Group reads the answers in April',
  forWhom: 'parents of under-threes',
  saidBy: 'parent',
  contact: 'Family hub, 01632 960 001',
  closesOn: '2026-03-31',
  keepUntil: '2027-03-31'
};

/** An open survey with a question of choice and one for people's own words. */
async function openOne(place: TestPlace, over: object = {}) {
  const lead = place.people.lead;
  const { id } = valueOf(await addSurvey.run(lead, place.id, { ...words, ...over }, world));
  const ask = async (input: object) =>
    valueOf(await addSurveyQuestion.run(lead, place.id, { surveyId: id, ...input }, world)).id;
  const often = await ask({
    kind: 'one',
    text: 'How often do you sing together?',
    options: 'Every day\nSome days\nHardly ever',
    required: 'yes'
  });
  const helps = await ask({ kind: 'long', text: 'What would help?' });
  const { token } = valueOf(await openSurvey.run(lead, place.id, { id }, world));
  return { id, token, often, helps };
}

type Open = Awaited<ReturnType<typeof openOne>>;
const filledIn = async (survey: Open, over: Record<string, string> = {}) => ({
  ...(await shownForm(world, survey.token)),
  [`q-${survey.often}`]: '1',
  [`q-${survey.helps}`]: 'A list of songs',
  agreed: 'yes',
  ...over
});
const sends = (there: World, survey: Open, form: FormValues, address = someAddress()) =>
  answerByLink(there, survey.token, form, address);
const countOf = async (place: TestPlace, survey: Open) =>
  valueOf(await viewSurvey.run(place.people.reader, place.id, { id: survey.id }, world)).responses
    .count;

/** What a visitor with this link sees of a table. */
function seen(token: string, read: (tx: Tx) => Promise<unknown[]>): Promise<unknown[]> {
  return inTransaction(world, { surveyToken: token, now: world.clock() }, 'write', read);
}

describe('a visitor by link', () => {
  test('sees the survey of the link and its questions, and neither the place nor its id', async () => {
    const survey = await openOne(here);
    const found = await findSurveyByLink(world, survey.token);
    expect(found?.survey).toMatchObject({ title: words.title, askedBy: 'Fernhollow' });
    expect(found?.form?.questions.map(({ id }) => id)).toEqual([survey.often, survey.helps]);
    expect(JSON.stringify(found)).not.toContain(here.id);
  });

  test('answers once, however often the button is pressed', async () => {
    const survey = await openOne(here);
    const form = await filledIn(survey);
    expect(await sends(world, survey, form)).toEqual({
      ok: true,
      value: { isNew: true }
    });
    expect(await sends(world, survey, form)).toEqual({
      ok: true,
      value: { isNew: false }
    });
    expect(await countOf(here, survey)).toBe(1);
  });

  test('reads no answer, no other survey, and nothing else of the place', async () => {
    const survey = await openOne(here);
    const other = await openOne(here, { title: 'Another' });
    valueOf(await sends(world, survey, await filledIn(survey)));
    const tables = [
      'surveyResponse',
      'partnership',
      'membership',
      'voice',
      'theme',
      'quote',
      'change',
      'commandRun'
    ] as const;
    for (const table of tables) {
      const rows = await seen(survey.token, (tx) => tx.selectFrom(table).selectAll().execute());
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
    const surveys = await seen(survey.token, (tx) =>
      tx.selectFrom('survey').select('id').execute()
    );
    expect(surveys).toEqual([{ id: survey.id }]);
    const questions = await seen(survey.token, (tx) =>
      tx.selectFrom('surveyQuestion').select('surveyId').distinct().execute()
    );
    expect(questions).toEqual([{ surveyId: survey.id }]);
    expect(other.token).not.toBe(survey.token);
  });

  test('can change and remove nothing, and can only answer the survey of the link', async () => {
    const survey = await openOne(here);
    const other = await openOne(here, { title: 'Another' });
    valueOf(await sends(world, survey, await filledIn(survey)));
    await seen(survey.token, async (tx) => {
      await tx.updateTable('survey').set({ title: 'Changed' }).execute();
      await tx.deleteFrom('surveyResponse').execute();
      await tx.deleteFrom('surveyQuestion').execute();
      return [];
    });
    expect(await countOf(here, survey)).toBe(1);
    const found = await findSurveyByLink(world, survey.token);
    expect(found?.survey.title).toBe(words.title);
    expect(found?.form?.questions).toHaveLength(2);
    const forged = seen(survey.token, (tx) =>
      tx
        .insertInto('surveyResponse')
        .values({
          partnershipId: here.id,
          id: world.newId(),
          surveyId: other.id,
          answeredOn: '2026-03-02',
          way: 'link',
          consentNumber: 1,
          mayQuote: false,
          formKey: world.newId(),
          answers: '{}'
        })
        .execute()
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  test('is told what is wrong, and nothing is saved without consent', async () => {
    const survey = await openOne(here);
    const field = `q-${survey.often}`;
    const refused = await sends(world, survey, {
      ...(await filledIn(survey, { agreed: '' })),
      [field]: '',
      [`q-${survey.helps}`]: 'Ring me on 01632 960 123'
    });
    expect(refused).toEqual({
      ok: false,
      error: {
        kind: 'answers-refused',
        agreed: false,
        problems: {
          [field]: { kind: 'answer-missing' },
          [`q-${survey.helps}`]: { kind: 'personal-details-in-answer', found: ['phone'] }
        }
      }
    });
    expect(await countOf(here, survey)).toBe(0);
  });

  test('finds nothing at a link that is wrong, of a draft, or guessed', async () => {
    for (const token of ['', 'x', '0'.repeat(24), "' or true --"]) {
      expect(await findSurveyByLink(world, token)).toBeNull();
      expect(await answerByLink(world, token, {}, someAddress())).toEqual({
        ok: false,
        error: { kind: 'no-such-survey' }
      });
    }
  });

  test('comes too late after the last day, and after closing', async () => {
    const survey = await openOne(here);
    const later = at(world, '2026-04-01T09:00:00Z');
    expect((await findSurveyByLink(later, survey.token))?.form).toBeNull();
    expect(await sends(later, survey, await filledIn(survey))).toEqual({
      ok: false,
      error: { kind: 'survey-closed' }
    });
    valueOf(await sends(world, survey, await filledIn(survey)));
    valueOf(await closeSurvey.run(here.people.lead, here.id, { id: survey.id }, world));
    expect((await findSurveyByLink(world, survey.token))?.form).toBeNull();
  });

  test('agrees to the wording on their screen, and to no other', async () => {
    const survey = await openOne(here);
    const lead = here.people.lead;
    const reworded = { ...words, id: survey.id, consent: 'Other words', version: 2 };
    valueOf(await changeSurvey.run(lead, here.id, reworded, world));
    expect(await sends(world, survey, await filledIn(survey))).toEqual({
      ok: false,
      error: { kind: 'form-out-of-date' }
    });
    valueOf(await sends(world, survey, await filledIn(survey, { consentNumber: '2' })));
    const { consents } = valueOf(await viewSurvey.run(lead, here.id, { id: survey.id }, world));
    expect(consents.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('leaves the day, and no trace of the moment or of who they are', async () => {
    const survey = await openOne(here);
    valueOf(await sends(world, survey, await filledIn(survey)));
    const settings = { partnershipId: here.id, now: world.clock() };
    const rows = await inTransaction(world, settings, 'read', (tx) =>
      tx.selectFrom('surveyResponse').selectAll().where('surveyId', '=', survey.id).execute()
    );
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'answeredOn',
      'answers',
      'consentNumber',
      'formKey',
      'id',
      'mayQuote',
      'partnershipId',
      'surveyId',
      'way'
    ]);
    expect(rows[0]?.answeredOn).toBe('2026-03-02');
    const changes = await inTransaction(world, settings, 'read', (tx) =>
      tx.selectFrom('change').select('after').where('tableName', '=', 'survey_response').execute()
    );
    expect(changes).toEqual([]);
  });

  test('is asked to wait when too many come at once, and let in again ten minutes later', async () => {
    const survey = await openOne(here);
    for (let taken = 0; taken < answerPace.most; taken += 1) {
      world.throttle.take(`survey ${survey.id}`, answerPace, world.clock());
    }
    expect(await sends(world, survey, await filledIn(survey))).toEqual({
      ok: false,
      error: { kind: 'too-many-at-once', minutes: 10 }
    });
    const later = at(world, '2026-03-02T10:10:00Z');
    expect((await sends(later, survey, await filledIn(survey))).ok).toBe(true);
  });

  test('fills the pace of one address alone: others answer on', async () => {
    const survey = await openOne(here);
    const one = (address: string) => async () =>
      sends(world, survey, await filledIn(survey), address);
    const most = addressPaces[0]?.most ?? 0;
    for (let sent = 0; sent < most; sent += 1) valueOf(await one(`2001:db8:7:7::${sent}`)());
    expect(await one('2001:db8:7:7:ffff::')()).toEqual({
      ok: false,
      error: { kind: 'too-many-at-once', minutes: 10 }
    });
    expect((await one('192.0.2.7')()).ok).toBe(true);
    expect(answerPace.most).toBeGreaterThan(2 * most);
  });

  test('sends a form that this server has shown for this survey, within two days', async () => {
    const survey = await openOne(here);
    const other = await openOne(here, { title: 'Another' });
    const { formKey } = await filledIn(survey);
    const [id = '', shownAt = '', signature = ''] = String(formKey).split('.');
    const unknown = { ok: false, error: { kind: 'form-unknown' } };
    for (const forged of [
      '',
      world.newId(),
      `${world.newId()}.${shownAt}.${signature}`,
      `${id}.${shownAt}0.${signature}`,
      `${id}.${shownAt}.${signature.replace(/^./, (first) => (first === '0' ? '1' : '0'))}`,
      String((await filledIn(other))['formKey'])
    ]) {
      const form = await filledIn(survey, { formKey: forged });
      expect({ forged, answer: await sends(world, survey, form) }).toEqual({
        forged,
        answer: unknown
      });
    }
    const form = await filledIn(survey);
    const tooLate = at(world, '2026-03-04T11:00:00Z');
    expect(await sends(tooLate, survey, form)).toEqual(unknown);
    expect((await sends(at(world, '2026-03-04T09:00:00Z'), survey, form)).ok).toBe(true);
  });
});

describe('a stretch of answers', () => {
  const june = { fromOn: '2026-03-02', toOn: '2026-03-02', reason: 'Alike, within an hour' };

  test('is set aside with a reason, seen, and brought back', async () => {
    const survey = await openOne(here);
    const { lead, contributor, reader } = here.people;
    for (let sent = 0; sent < 3; sent += 1) {
      valueOf(await sends(world, survey, await filledIn(survey)));
    }
    const paper = { id: survey.id, formKey: world.newId(), agreed: 'yes' };
    const fields = await filledIn(survey, { [`q-${survey.often}`]: '2' });
    valueOf(await addPaperAnswers.run(contributor, here.id, { ...paper, fields }, world));
    valueOf(await bringAnswers.run(contributor, here.id, { id: survey.id }, world));
    const theme = valueOf(await addTheme.run(contributor, here.id, { name: 'Songs' }, world));
    const { voices } = valueOf(await viewVoices.run(contributor, here.id, {}, world));
    const mine = voices.filter(({ surveyId }) => surveyId === survey.id);
    for (const { id } of mine) {
      const coded = { id, sentences: ['0'], themes: [theme.id] };
      valueOf(await codeSentences.run(contributor, here.id, coded, world));
    }
    const results = async (setAside = '') =>
      valueOf(await viewResults.run(reader, here.id, { id: survey.id, setAside }, world));
    const sources = async () =>
      valueOf(await viewTheme.run(reader, here.id, { id: theme.id }, world)).count.sources;
    expect(await sources()).toBe(4);

    const stretch = { ...june, surveyId: survey.id };
    const { id } = valueOf(await setAnswersAside.run(lead, here.id, stretch, world));
    expect(await countOf(here, survey)).toBe(1);
    const counted = await results();
    expect(counted.tallies.questions[0]?.counts).toEqual([0, 0, 1]);
    expect(counted.setAside).toMatchObject({ count: 3, stretches: [{ reason: june.reason }] });
    // While it is open, nothing leaves.
    expect(counted.leaving).toBeNull();
    expect((await results('yes')).tallies.questions[0]?.counts).toEqual([0, 3, 0]);
    expect(await sources()).toBe(1);
    const days = valueOf(await viewAnswersByDay.run(lead, here.id, { id: survey.id }, world)).days;
    expect(days).toEqual([{ on: '2026-03-02', byLink: 3, onPaper: 1 }]);

    valueOf(await bringAnswersBack.run(lead, here.id, { id }, world));
    expect(await countOf(here, survey)).toBe(4);
    expect((await results()).setAside).toMatchObject({ count: 0, stretches: [] });
    expect(await sources()).toBe(4);
  });

  test('has days in their order that have come, and stays as it was once answers are removed', async () => {
    const survey = await openOne(here);
    const { lead } = here.people;
    const tried = (over: object) =>
      setAnswersAside.run(lead, here.id, { ...june, surveyId: survey.id, ...over }, world);
    expect(await tried({ fromOn: '2026-03-03', toOn: '2026-03-04' })).toMatchObject({
      error: { kind: 'day-ahead', field: 'fromOn' }
    });
    expect(await tried({ toOn: '2026-03-01' })).toMatchObject({
      error: { kind: 'days-backwards' }
    });
    expect(await tried({ surveyId: world.newId() })).toMatchObject({
      error: { kind: 'not-found' }
    });
    valueOf(await sends(world, survey, await filledIn(survey)));
    const { id } = valueOf(await tried({}));
    valueOf(await closeSurvey.run(lead, here.id, { id: survey.id }, world));
    valueOf(await removeAnswers.run(lead, here.id, { id: survey.id }, world));
    expect(await bringAnswersBack.run(lead, here.id, { id }, world)).toMatchObject({
      error: { kind: 'removed-already' }
    });
    const { tallies, setAside } = valueOf(
      await viewResults.run(lead, here.id, { id: survey.id }, world)
    );
    expect({ counted: tallies.responses, setAside: setAside.count }).toEqual({
      counted: 0,
      setAside: 1
    });
  });
});

describe('a form on paper', () => {
  test('is typed in by a contributor, once, also after closing; a reader may not', async () => {
    const survey = await openOne(here);
    const { lead, contributor, reader } = here.people;
    valueOf(await closeSurvey.run(lead, here.id, { id: survey.id }, world));
    const input = {
      id: survey.id,
      formKey: world.newId(),
      agreed: 'yes',
      fields: await filledIn(survey)
    };
    expect(valueOf(await addPaperAnswers.run(contributor, here.id, input, world))).toEqual({
      isNew: true
    });
    expect(valueOf(await addPaperAnswers.run(contributor, here.id, input, world))).toEqual({
      isNew: false
    });
    expect(await addPaperAnswers.run(reader, here.id, input, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
    const results = valueOf(await viewResults.run(contributor, here.id, { id: survey.id }, world));
    expect(results.ways).toEqual({ link: 0, paper: 1 });
    expect(results.tallies.questions[0]?.counts).toEqual([0, 1, 0]);
    expect(results.words?.[0]?.texts).toEqual(['A list of songs']);
    const read = valueOf(await viewResults.run(reader, here.id, { id: survey.id }, world));
    expect(read.words).toBeNull();
  });

  test('of another place is not found', async () => {
    const survey = await openOne(here);
    const input = { id: survey.id, formKey: world.newId(), agreed: 'yes', fields: {} };
    const answer = await addPaperAnswers.run(elsewhere.people.lead, elsewhere.id, input, world);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});
