import { valueOf } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { inTransaction } from '#platform/database';
import { query } from '#platform/command';
import { ok } from '#core/result';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  addDataItem,
  addQuestion,
  addSource,
  answerStep,
  changeQuestion,
  changeSource,
  owedGovernance,
  owedQuestions,
  recordFinding,
  removeDataItem,
  removeQuestion,
  removeSource,
  viewDataItem,
  viewQuestion,
  viewQuestions,
  viewRegister,
  viewSource,
  viewSources
} from './index.server.ts';

const world = await testWorld();
type Place = Awaited<ReturnType<typeof testPlace>>;

const loans = {
  title: 'Library loans',
  publisher: 'Fernhollow Libraries',
  factors: ['learning-resources-in-the-home'],
  indicatorIds: ['a-followed-figure'],
  freshOn: '2026-01-31',
  why: 'To know whether books reach homes',
  link: 'https://library.example/loans'
};
const where = { question: 'Where do children play?', method: 'interview', dueOn: '2026-02-01' };
const register = { title: 'Register of the story group', subject: 'identifiable' };

const add = {
  source: async (place: Place, input: object = {}) =>
    valueOf(await addSource.run(place.people.lead, place.id, { ...loans, ...input }, world)).id,
  question: async (place: Place, input: object = {}) =>
    valueOf(
      await addQuestion.run(place.people.contributor, place.id, { ...where, ...input }, world)
    ).id,
  item: async (place: Place, input: object = {}) =>
    valueOf(await addDataItem.run(place.people.lead, place.id, { ...register, ...input }, world)).id
};
const answer = (place: Place, input: object) =>
  answerStep.run(place.people.lead, place.id, input, world);
const itemOf = async (place: Place, id: string) =>
  valueOf(await viewDataItem.run(place.people.reader, place.id, { id }, world)).item;

describe('a source', () => {
  test('is kept with why it is collected, and another partnership never sees it', async () => {
    const place = await testPlace(world);
    const other = await testPlace(world, 'Elsewhere');
    const id = await add.source(place);
    const { source } = valueOf(await viewSource.run(place.people.reader, place.id, { id }, world));
    expect(source).toMatchObject({ ...loans, forWhom: '', version: 1 });
    const elsewhere = valueOf(await viewSources.run(other.people.reader, other.id, {}, world));
    expect(elsewhere.sources).toEqual([]);
    expect(await viewSource.run(other.people.reader, other.id, { id }, world)).toMatchObject({
      error: { kind: 'not-found' }
    });
  });

  test('is a lead’s to add', async () => {
    const place = await testPlace(world);
    const refused = await addSource.run(place.people.contributor, place.id, loans, world);
    expect(refused).toMatchObject({ error: { kind: 'not-allowed' } });
  });

  test.each([
    [{ factors: ['happiness'] }, { kind: 'unknown-link', field: 'factors' }],
    [{ link: 'javascript:alert(1)' }, { kind: 'invalid-input' }],
    [{ freshOn: '2026-02-30' }, { kind: 'invalid-input' }],
    [{ title: ' ' }, { kind: 'invalid-input' }],
    [{ limitations: 'Ask jess.marlow@example.org' }, asksAbout('limitations').error]
  ])('with %j is refused', async (input, error) => {
    const place = await testPlace(world);
    const refused = await addSource.run(place.people.lead, place.id, { ...loans, ...input }, world);
    expect(refused).toMatchObject({ ok: false, error });
  });

  test('may be saved with such text once somebody says that it was checked', async () => {
    const place = await testPlace(world);
    const id = await add.source(place, {
      limitations: 'Ask desk@library.example',
      checkedForPeople: 'yes'
    });
    expect(id).toBeTruthy();
  });

  test('tells the second of two editors what the first saved', async () => {
    const place = await testPlace(world);
    const id = await add.source(place);
    const save = (title: string) =>
      changeSource.run(place.people.lead, place.id, { ...loans, id, title, version: 1 }, world);
    expect(await save('Loans')).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await save('Books')).toMatchObject({
      ok: false,
      error: {
        kind: 'changed-meanwhile',
        version: 2,
        changedBy: 'lead',
        theirs: { title: 'Loans', factors: loans.factors }
      }
    });
  });

  test('is not removed while a question waits for it', async () => {
    const place = await testPlace(world);
    const id = await add.source(place);
    const question = await add.question(place, { dataSourceId: id });
    const remove = () => removeSource.run(place.people.lead, place.id, { id }, world);
    expect(await remove()).toMatchObject({ error: { kind: 'in-use' } });
    valueOf(await removeQuestion.run(place.people.lead, place.id, { id: question }, world));
    expect(await remove()).toMatchObject({ ok: true });
  });
});

describe('a question', () => {
  test('is a contributor’s to ask and to answer, and a lead’s to change', async () => {
    const place = await testPlace(world);
    const id = await add.question(place);
    const change = { ...where, id, status: 'under-way', version: 1 };
    const { contributor, lead } = place.people;
    expect(await changeQuestion.run(contributor, place.id, change, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
    expect(await changeQuestion.run(lead, place.id, change, world)).toMatchObject({ ok: true });
    const finding = { id, finding: 'In the yard', foundOn: '2026-02-20', version: 2 };
    expect(await recordFinding.run(contributor, place.id, finding, world)).toMatchObject({
      ok: true
    });
    const { question } = valueOf(await viewQuestion.run(lead, place.id, { id }, world));
    expect(question).toMatchObject({
      status: 'answered',
      finding: 'In the yard',
      foundOn: '2026-02-20',
      version: 3
    });
  });

  test.each([
    [{ status: 'answered' }, { kind: 'answered-without-finding' }],
    [{ factor: 'happiness' }, { kind: 'unknown-link', field: 'factor' }],
    [
      { dataSourceId: '00000000-0000-4000-8000-000000000000' },
      { kind: 'unknown-link', field: 'dataSourceId' }
    ],
    [{ method: 'guess' }, { kind: 'invalid-input' }]
  ])('with %j is refused', async (input, error) => {
    const place = await testPlace(world);
    const refused = await addQuestion.run(
      place.people.lead,
      place.id,
      { ...where, ...input },
      world
    );
    expect(refused).toMatchObject({ ok: false, error });
  });

  test('takes no finding of a day to come, none with personal details, and none over another', async () => {
    const place = await testPlace(world);
    const id = await add.question(place);
    const find = (input: object) =>
      recordFinding.run(
        place.people.contributor,
        place.id,
        { id, finding: 'In the yard', foundOn: '2026-03-02', version: 1, ...input },
        world
      );
    expect(await find({ foundOn: '2026-03-03' })).toMatchObject({ error: { kind: 'day-ahead' } });
    expect(await find({ finding: 'Write to a@b.example' })).toMatchObject(asksAbout('finding'));
    expect(await find({})).toMatchObject({ ok: true });
    expect(await find({ finding: 'At school' })).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { finding: 'In the yard' } }
    });
  });
});

describe('a data item', () => {
  test('is described step by step, until it owes nothing', async () => {
    const place = await testPlace(world);
    const id = await add.item(place, { specialCategory: 'yes' });
    expect((await itemOf(place, id)).due).toContain('basis-missing');
    const steps = [
      { step: 'basis', holder: 'public-authority', lawfulBasis: 'public-task' },
      { step: 'condition', specialCondition: 'health-or-social-care' },
      {
        step: 'sharing',
        shared: 'yes',
        sharedWith: 'The library',
        agreementReference: 'Seven',
        agreementOn: '2026-01-05',
        agreementCheckedOn: '2026-02-20'
      },
      { step: 'assessment', assessment: 'done', assessedOn: '2026-01-06' },
      { step: 'complaints', complaintsContact: 'office@hub.example' },
      { step: 'keeping', retention: 'A year', ownerRole: 'Hub manager', reviewOn: '2027-01-31' },
      { step: 'purpose', why: 'To plan the groups' }
    ];
    for (const [before, step] of steps.entries()) {
      valueOf(await answer(place, { id, ...step, version: before + 1 }));
    }
    expect(await itemOf(place, id)).toMatchObject({
      due: [],
      lawfulBasis: 'public-task',
      shared: true,
      why: 'To plan the groups',
      version: 8
    });
  });

  test('forgets its basis when nobody can be told from it after all', async () => {
    const place = await testPlace(world);
    const id = await add.item(place);
    valueOf(await answer(place, { id, step: 'basis', lawfulBasis: 'consent', version: 1 }));
    const what = { id, step: 'what', title: 'Counts', subject: 'none', version: 2 };
    valueOf(await answer(place, what));
    expect(await itemOf(place, id)).toMatchObject({ subject: 'none', lawfulBasis: null });
    const again = { id, step: 'basis', lawfulBasis: 'consent', version: 3 };
    expect(await answer(place, again)).toMatchObject({ error: { kind: 'not-found' } });
  });

  test('says which recognised interest it rests on, and who asked where it is somebody’s task', async () => {
    const place = await testPlace(world);
    const id = await add.item(place);
    const lawfulBasis = 'recognised-legitimate-interest';
    valueOf(
      await answer(place, { id, step: 'basis', holder: 'another-body', lawfulBasis, version: 1 })
    );
    expect((await itemOf(place, id)).due).toContain('recognised-missing');
    const interest = { id, step: 'recognised', version: 2 };
    expect(await answer(place, { ...interest, recognisedInterest: 'because' })).toMatchObject({
      error: { kind: 'unknown-link', field: 'recognisedInterest' }
    });
    const asked = { ...interest, recognisedInterest: 'disclosure-for-public-task' };
    expect(await answer(place, asked)).toMatchObject({ error: { kind: 'asker-missing' } });
    valueOf(await answer(place, { ...asked, askedBy: 'The council, for its review' }));
    // Another basis, and the interest no longer applies.
    valueOf(await answer(place, { id, step: 'basis', lawfulBasis: 'consent', version: 3 }));
    expect(await itemOf(place, id)).toMatchObject({ recognisedInterest: null, askedBy: '' });
  });

  test.each([
    [
      // Not in force before 1 June 2026, and these tests stand in March.
      {
        step: 'sharing',
        shared: 'yes',
        sharedWith: 'X',
        legalGateway: 'childrens-wellbeing-information-sharing'
      },
      { kind: 'law-not-in-force', field: 'legalGateway', from: '2026-06-01' }
    ],
    [
      { step: 'sharing', shared: 'yes', sharedWith: 'X', legalGateway: 'because' },
      { kind: 'unknown-link', field: 'legalGateway' }
    ],
    [
      { step: 'basis', lawfulBasis: 'because' },
      { kind: 'unknown-link', field: 'lawfulBasis' }
    ],
    [
      { step: 'basis' },
      {
        kind: 'invalid-input',
        issues: [{ path: 'lawfulBasis', message: 'Choose the lawful basis' }]
      }
    ],
    [
      { step: 'sharing' },
      {
        kind: 'invalid-input',
        issues: [{ path: 'shared', message: 'Choose whether it is shared' }]
      }
    ],
    [{ step: 'condition', specialCondition: 'consent' }, { kind: 'not-found' }],
    [{ step: 'sharing', shared: 'yes' }, { kind: 'shared-with-nobody' }],
    [
      { step: 'sharing', shared: 'yes', sharedWith: 'X', agreementReference: '7' },
      { kind: 'agreement-without-date' }
    ],
    [{ step: 'assessment', assessment: 'done' }, { kind: 'assessed-without-date' }],
    [
      { step: 'assessment', assessment: 'done', assessedOn: '2026-03-03' },
      { kind: 'day-ahead', field: 'assessedOn' }
    ],
    [{ step: 'purpose', cameOfIt: 'Call 01632 960 123' }, asksAbout('cameOfIt').error]
  ])('refuses %j', async (input, error) => {
    const place = await testPlace(world);
    const id = await add.item(place);
    expect(await answer(place, { id, ...input, version: 1 })).toMatchObject({ ok: false, error });
  });

  test('tells the second of two editors what the first answered', async () => {
    const place = await testPlace(world);
    const id = await add.item(place);
    const basis = (lawfulBasis: string) =>
      answer(place, { id, step: 'basis', lawfulBasis, version: 1 });
    valueOf(await basis('consent'));
    expect(await basis('public-task')).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { lawfulBasis: 'consent' }, version: 2 }
    });
  });

  test('leaves the register when it is removed', async () => {
    const place = await testPlace(world);
    const id = await add.item(place);
    valueOf(await removeDataItem.run(place.people.lead, place.id, { id }, world));
    expect(valueOf(await viewRegister.run(place.people.reader, place.id, {}, world)).items).toEqual(
      []
    );
  });
});

test('home is told which questions and data items are owed', async () => {
  const place = await testPlace(world);
  await add.question(place);
  await add.question(place, { question: 'Later?', dueOn: '2027-01-01' });
  await add.item(place);
  await add.item(place, { title: 'Counts', subject: 'none' });
  const ask = query({
    name: 'needs.owed-for-this-test',
    needs: 'records:read',
    input: v.object({}),
    example: {},
    async run({ tx, scope, now }) {
      return ok({
        questions: await owedQuestions(tx, scope, now),
        items: await owedGovernance(tx, scope, now)
      });
    }
  });
  const owed = valueOf(await ask.run(place.people.reader, place.id, {}, world));
  expect(owed.questions.map((one) => [one.question, one.state])).toEqual([
    [where.question, 'overdue']
  ]);
  expect(owed.items.map(({ title }) => title)).toEqual([register.title]);
  const all = valueOf(await viewQuestions.run(place.people.reader, place.id, {}, world));
  expect(all).toMatchObject({ today: '2026-03-02', questions: [{}, {}] });
});

test('the database itself refuses an answered question without a finding', async () => {
  const place = await testPlace(world);
  const id = await add.question(place);
  const settings = { partnershipId: place.id, now: world.clock() };
  const write = inTransaction(world, settings, 'write', (tx) =>
    tx
      .updateTable('needsQuestion')
      .set({ status: 'answered' })
      .where('id', '=', id)
      .where('partnershipId', '=', place.id)
      .execute()
  );
  await expect(write).rejects.toThrow(/check/);
});
