import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { approveVersion, changeSection, viewStrategy, viewVersion } from '#modules/strategy/server';
import { chooseFactor, chooseOutcome } from '#modules/priorities/server';
import {
  addMeasure,
  addMeasureValues,
  addProject,
  changePublicity
} from '#modules/improvement/server';
import { inTransaction } from '#platform/database';
import { describe, expect, test } from 'vitest';
import {
  changePublicPage,
  findPublished,
  makeVersion,
  publishPublicPage,
  publishVersion,
  viewAnnualReports,
  viewPublicPage,
  viewStrategyRecords,
  withdrawPublicPage,
  withdrawStrategy
} from './index.server.ts';

const world = await testWorld();
type Place = Awaited<ReturnType<typeof testPlace>>;

async function done<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: { kind: string } }>
): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A place that has chosen something and written something. */
async function begun(): Promise<Place> {
  const place = await testPlace(world);
  const { lead } = place.people;
  const outcome = { outcome: 'communication', ages: ['months-8-36'], reason: 'Behind at two' };
  await done(chooseOutcome.run(lead, place.id, outcome, world));
  const factor = {
    factor: 'play-and-verbal-exchanges',
    outcomes: ['communication'],
    reason: 'Near to the child'
  };
  await done(chooseFactor.run(lead, place.id, factor, world));
  await done(changeSection.run(lead, place.id, { section: 'vision', text: 'We hope.' }, world));
  return place;
}

async function version(place: Place, approved = true): Promise<string> {
  const approval = approved ? { approvedBy: 'The board', approvedOn: '2026-02-20' } : {};
  const input = { title: 'Our strategy', note: '', ...approval };
  return (await done(makeVersion.run(place.people.lead, place.id, input, world))).id;
}

describe('what the records say', () => {
  test('is gathered from every module, in words', async () => {
    const place = await begun();
    const records = await done(viewStrategyRecords.run(place.people.reader, place.id, {}, world));
    expect(records.priorities).toMatchObject({
      outcomes: [{ title: 'Communication, speech and language', ages: ['8–36 months'] }],
      factors: [{ title: 'Play and verbal exchanges', actionKind: null }]
    });
    expect(records.evidence.factors[0]?.matters).toMatch(/^critical for communication/);
    expect(records.services.byFactor).toEqual([
      { title: 'Play and verbal exchanges', services: 0 }
    ]);
  });
});

describe('a version of the strategy', () => {
  test('keeps the text as it stood, whatever is written later', async () => {
    const place = await begun();
    const id = await version(place);
    const { lead, reader } = place.people;
    await done(
      changeSection.run(lead, place.id, { section: 'vision', text: 'Other', version: 1 }, world)
    );
    const { version: kept } = await done(viewVersion.run(reader, place.id, { id }, world));
    expect(kept).toMatchObject({ number: 1, status: 'approved', approvedBy: 'The board' });
    expect(kept.content.sections[0]).toMatchObject({ id: 'vision', text: 'We hope.' });
    expect(JSON.stringify(kept.content)).toContain('Play and verbal exchanges');
  });

  test('is numbered on, also when two are made at once', async () => {
    const place = await begun();
    await Promise.all([version(place), version(place), version(place)]);
    const { versions } = await done(viewStrategy.run(place.people.reader, place.id, {}, world));
    expect(versions.map((one) => one.number)).toEqual([3, 2, 1]);
  });

  test('is not made of nothing, nor approved tomorrow', async () => {
    const place = await testPlace(world);
    const { lead } = place.people;
    expect(await makeVersion.run(lead, place.id, { title: 'Empty' }, world)).toMatchObject({
      error: { kind: 'nothing-written' }
    });
    const ahead = { title: 'Early', approvedBy: 'The board', approvedOn: '2026-03-03' };
    expect(await makeVersion.run(lead, place.id, ahead, world)).toMatchObject({
      error: { kind: 'approved-ahead' }
    });
  });

  test('is published only when it was approved, once', async () => {
    const place = await begun();
    const { lead, contributor } = place.people;
    const id = await version(place, false);
    expect(await publishVersion.run(lead, place.id, { id }, world)).toMatchObject({
      error: { kind: 'not-approved' }
    });
    const approval = { id, approvedBy: 'The board', approvedOn: '2026-03-02' };
    expect(await approveVersion.run(contributor, place.id, approval, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
    await done(approveVersion.run(lead, place.id, approval, world));
    expect(await approveVersion.run(lead, place.id, approval, world)).toMatchObject({
      error: { kind: 'approved-already' }
    });
    await done(publishVersion.run(lead, place.id, { id }, world));
    expect((await findPublished(world, place.slug)).strategy?.content).toMatchObject({
      title: 'Our strategy',
      approvedBy: 'The board',
      strategy: { place: 'Fernhollow', madeUp: true }
    });
  });

  test('shows everybody its text, and its records without figures of the partnership’s own', async () => {
    const place = await begun();
    const { lead } = place.people;
    await done(publishVersion.run(lead, place.id, { id: await version(place) }, world));
    const { strategy } = await findPublished(world, place.slug);
    const sections = strategy?.content.strategy.sections ?? [];
    expect(sections[0]).toMatchObject({ id: 'vision', text: 'We hope.' });
    const lines = sections.flatMap((one) => one.lists.flatMap((list) => list.lines));
    expect(lines.map((line) => line.text)).toContain('Play and verbal exchanges');
    expect(lines.filter((line) => line.ownFigure !== '')).toEqual([]);
  });

  test('steps back when another is published, and all of it goes when it is withdrawn', async () => {
    const place = await begun();
    const { lead, reader } = place.people;
    const [first, second] = [await version(place), await version(place)];
    await done(publishVersion.run(lead, place.id, { id: first }, world));
    await done(publishVersion.run(lead, place.id, { id: second }, world));
    const statuses = async () =>
      (await done(viewStrategy.run(reader, place.id, {}, world))).versions.map((one) => one.status);
    expect(await statuses()).toEqual(['published', 'approved']);
    expect((await findPublished(world, place.slug)).strategy?.content.number).toBe(2);
    await done(withdrawStrategy.run(lead, place.id, {}, world));
    expect(await statuses()).toEqual(['approved', 'approved']);
    expect((await findPublished(world, place.slug)).strategy).toBeNull();
    expect(await withdrawStrategy.run(lead, place.id, {}, world)).toMatchObject({
      error: { kind: 'not-published' }
    });
  });

  test('of another place is not found', async () => {
    const [here, elsewhere] = [await begun(), await begun()];
    const id = await version(here);
    const stranger = elsewhere.people.lead;
    for (const answer of [
      await viewVersion.run(stranger, elsewhere.id, { id }, world),
      await publishVersion.run(stranger, elsewhere.id, { id }, world)
    ]) {
      expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });
});

describe('the public page', () => {
  test('is a snapshot: it changes when it is published, and goes when it is withdrawn', async () => {
    const place = await begun();
    const { lead } = place.people;
    await done(publishPublicPage.run(lead, place.id, {}, world));
    const introduction = 'Every child enjoys a story.';
    await done(changePublicPage.run(lead, place.id, { introduction }, world));
    const before = await findPublished(world, place.slug);
    expect(before.page?.content).toMatchObject({
      introduction: [],
      outcomes: [{ title: 'Talking and understanding' }],
      factors: [{ title: 'Talking and playing together' }]
    });
    const view = await done(viewPublicPage.run(place.people.reader, place.id, {}, world));
    expect(view.changes).toEqual(['The introduction is different.']);
    await done(publishPublicPage.run(lead, place.id, {}, world));
    const after = await findPublished(world, place.slug);
    expect(after.page?.content.introduction).toEqual([introduction]);
    await done(withdrawPublicPage.run(lead, place.id, {}, world));
    expect((await findPublished(world, place.slug)).page).toBeNull();
  });

  test('is not published empty, nor by a contributor', async () => {
    const place = await testPlace(world);
    const { lead, contributor } = place.people;
    expect(await publishPublicPage.run(lead, place.id, {}, world)).toMatchObject({
      error: { kind: 'nothing-to-publish' }
    });
    expect(await publishPublicPage.run(contributor, place.id, {}, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
  });

  test('shows both choices to the second of two editors', async () => {
    const place = await begun();
    const { lead, coordinator } = place.people;
    await done(
      changePublicPage.run(lead, place.id, { introduction: 'Ours', showHope: 'yes' }, world)
    );
    const mine = { introduction: 'Mine', version: '0' };
    expect(await changePublicPage.run(coordinator, place.id, mine, world)).toMatchObject({
      error: {
        kind: 'changed-meanwhile',
        version: 1,
        theirs: { introduction: 'Ours', showHope: 'yes' }
      }
    });
  });

  test('tells nobody whether a place exists that has published nothing', async () => {
    const place = await begun();
    const nothing = { page: null, strategy: null };
    expect(await findPublished(world, place.slug)).toEqual(nothing);
    expect(await findPublished(world, 'no-such-place')).toEqual(nothing);
  });
});

describe('a small number', () => {
  async function publishedWith(rows: readonly (readonly [part: number, whole: number])[]) {
    const place = await begun();
    const { lead } = place.people;
    const project = { title: 'Bedtime stories', factorIds: ['play-and-verbal-exchanges'] };
    const { id: projectId } = await done(addProject.run(lead, place.id, project, world));
    const measure = {
      projectId,
      title: 'Families with a story at bedtime',
      kind: 'outcome',
      valueForm: 'share',
      direction: 'increase',
      frequency: 'weekly'
    };
    const { id: measureId } = await done(addMeasure.run(lead, place.id, measure, world));
    const cells = [
      ['Date', 'Numerator', 'Denominator'],
      ...rows.map(([part, whole], week) => [
        `${5 + 7 * (week % 3)}/${1 + Math.floor(week / 3)}/2025`,
        String(part),
        String(whole)
      ])
    ];
    await done(addMeasureValues.run(lead, place.id, { measureId, cells }, world));
    const shown = {
      id: projectId,
      isPublic: true,
      publicSummary: 'Nurseries lend a bag.',
      version: 1
    };
    await done(changePublicity.run(lead, place.id, shown, world));
    await done(publishPublicPage.run(lead, place.id, {}, world));
    const { page } = await findPublished(world, place.slug);
    if (page === null) throw new Error('not published');
    const { draft } = await done(viewAnnualReports.run(lead, place.id, {}, world));
    return { content: page.content, slug: place.slug, ofTheYear: JSON.stringify(draft.blocks) };
  }

  test('never reaches the snapshot, while the words about the project do', async () => {
    const { content, slug, ofTheYear } = await publishedWith(
      Array.from({ length: 12 }, () => [3, 73])
    );
    expect(content.projects).toMatchObject([
      { title: 'Bedtime stories', summary: 'Nurseries lend a bag.', series: null }
    ]);
    // The address of a made-up place ends in a number of its own, which may be any.
    const told = JSON.stringify(content).replaceAll(slug, '');
    expect(told).not.toMatch(/[^0-9](3|73|4)[^0-9]/);
    expect(ofTheYear).toContain('Too little of it may be shown, as it counts few people.');
  });

  test('leaves a gap with its reason in a line that can be shown', async () => {
    const { content, ofTheYear } = await publishedWith([
      [23, 58],
      [31, 58],
      [4, 58],
      [40, 58]
    ]);
    // By hand: 25, 30 and 40 of 60. The months alone would be one point too few.
    expect(content.projects[0]?.series?.points).toMatchObject([
      { on: '2025-01-05', value: 42 },
      { on: '2025-01-12', value: 50 },
      { on: '2025-01-19', value: null, why: 'small-number' },
      { on: '2025-02-05', value: 67 }
    ]);
    // What else is published says the same.
    expect(ofTheYear).toContain(
      'On 5 January 2025 it was 42%; on 5 February 2025 it was 67%. One point is not shown.'
    );
  });
});

describe('without a scope', () => {
  test('what stands published can be read, and only that', async () => {
    const place = await begun();
    const { lead } = place.people;
    await done(publishPublicPage.run(lead, place.id, {}, world));
    await done(publishPublicPage.run(lead, place.id, {}, world));
    const rows = await inTransaction(world, { now: world.clock() }, 'read', (tx) =>
      tx.selectFrom('publication').select(['withdrawnAt']).where('slug', '=', place.slug).execute()
    );
    expect(rows).toEqual([{ withdrawnAt: null }]);
    const choices = await inTransaction(world, { now: world.clock() }, 'read', (tx) =>
      tx.selectFrom('publicPageChoice').selectAll().execute()
    );
    expect(choices).toEqual([]);
  });

  test('nothing can be published or taken back', async () => {
    const place = await begun();
    await done(publishPublicPage.run(place.people.lead, place.id, {}, world));
    const changed = await inTransaction(world, { now: world.clock() }, 'write', (tx) =>
      tx.updateTable('publication').set({ withdrawnAt: world.clock() }).executeTakeFirst()
    );
    expect(changed.numUpdatedRows).toBe(0n);
    await expect(
      inTransaction(world, { now: world.clock() }, 'write', (tx) =>
        tx
          .insertInto('publication')
          .values({
            partnershipId: place.id,
            id: world.newId(),
            slug: place.slug,
            kind: 'strategy',
            content: '{}',
            publishedAt: world.clock(),
            publishedBy: place.people.lead.personId
          })
          .execute()
      )
    ).rejects.toThrow(/row-level security/);
  });
});
