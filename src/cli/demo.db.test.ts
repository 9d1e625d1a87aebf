import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { viewRound, viewRounds } from '#modules/assessments/server';
import { viewProgress } from '#modules/charter/server';
import { analyseMeasure } from '#modules/improvement';
import { viewMeasure } from '#modules/improvement/server';
import { viewImports } from '#modules/indicators/import/server';
import { viewIndicatorMap } from '#modules/indicators/server';
import { addAccount, findPerson, placesOf, signIn } from '#modules/partnerships/server';
import { findPublished } from '#modules/reports/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { connect, inTransaction } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { DB } from '#platform/schema';
import { Throttle } from '#platform/throttle';
import { freshDatabase, testDatabase } from '../../tests/support/database.ts';
import { demonstrationAccounts, loadDemonstration } from './demo.ts';
import { readDemonstration } from './demonstration/content.ts';
import { countsText } from './demonstration/load.ts';
import { viewPlan } from '#modules/delivery/server';
import { viewDue } from '#modules/reports/server';
import { viewThread } from '#modules/thread/server';
import { lastDayOf } from './demonstration/tayside-plan.ts';
import { lastDayOfQuarter } from './demonstration/trafford.ts';
import { contentFolder, fillForProduction, loadContent } from './load-content.ts';

const access = await testDatabase();
const said: string[] = [];
const first = await loadDemonstration(access, (sentence) => said.push(sentence));
const world: World = {
  database: connect(access.app),
  clock: systemClock,
  newId: randomUUID,
  throttle: new Throttle()
};
const content = await readDemonstration(contentFolder);
afterAll(() => world.database.destroy());

type Member = { readonly place: PartnershipId; readonly personId: PersonId };

/** The partnership at an address as somebody of it sees it. */
async function memberOf(slug: string, email: string): Promise<Member> {
  const person = await findPerson(world, email);
  if (person === null) throw new Error(`${email} has no account`);
  const settings = { personId: person.id, now: world.clock() };
  const place = await inTransaction(world, settings, 'read', (tx) =>
    tx.selectFrom('partnership').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  );
  return { place: place.id as PartnershipId, personId: person.id };
}

const fernhollow = await memberOf('fernhollow', 'coordinator@fernhollow.example');
const trafford = await memberOf('trafford', 'coordinator@trafford.example');
const tayside = await memberOf('tayside', 'coordinator@tayside.example');

/** All rows of a table that row-level security lets a member of the place see. */
function rowsOf<Table extends keyof DB & string>({ place, personId }: Member, table: Table) {
  const settings = { partnershipId: place, personId, now: world.clock() };
  return inTransaction(world, settings, 'read', async (tx) => {
    const { rows } = await tx.executeQuery<Record<string, unknown>>(
      tx
        .selectFrom(table as 'aim')
        .selectAll()
        .compile() // any table of a partnership
    );
    return rows;
  });
}

async function countOf(member: Member, table: keyof DB & string): Promise<number> {
  return (await rowsOf(member, table)).length;
}

describe('the demonstration', () => {
  test('is loaded once: a second call changes nothing', async () => {
    const before = await countOf(fernhollow, 'change');
    const more: string[] = [];
    expect(first).toEqual({ loaded: true });
    expect(await loadDemonstration(access, (sentence) => more.push(sentence))).toEqual({
      loaded: false
    });
    expect(more).toEqual([]);
    expect(await countOf(fernhollow, 'change')).toBe(before);
  });

  test('says what it loaded, one line a place', () => {
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(/^Fernhollow \(made up\): 3 groups, /);
    expect(countsText({ groups: 3, services: 14 })).toBe('3 groups, 14 services');
  });

  test.each(demonstrationAccounts())('lets $email sign in', async ({ email, password }) => {
    const answer = await signIn(world, { email, password, address: 'here' });
    expect(answer.ok).toBe(true);
    const person = await findPerson(world, email);
    expect(person).toMatchObject({ demonstration: true, siteAdministrator: false });
  });

  test('has somebody who belongs to several partnerships', async () => {
    const person = await findPerson(world, 'coordinator@tayside.example');
    const places = person === null ? [] : await placesOf(world, person);
    expect(places.map(({ slug, role }) => `${slug} ${role}`)).toEqual([
      'angus coordinator',
      'dundee coordinator',
      'perth-and-kinross coordinator',
      'tayside coordinator'
    ]);
  });

  test('shows Fernhollow’s list of imports with a file, and an indicator of its own by neighbourhood with one hidden', async () => {
    const actor = { personId: fernhollow.personId };
    const imports = await viewImports.run(actor, fernhollow.place, {}, world);
    if (!imports.ok) throw new Error(imports.error.kind);
    expect(imports.value.waiting).toEqual([]);
    expect(imports.value.done.map(({ fileName }) => fileName)).toEqual(['library-cards.csv']);
    const cards = imports.value.indicators.find(
      ({ title }) => title === 'Babies with a library card'
    );
    const map = await viewIndicatorMap.run(actor, fernhollow.place, { id: cards?.id }, world);
    if (!map.ok) throw new Error(map.error.kind);
    const { period, areas, outlines } = map.value;
    expect([period, areas.length, outlines.length]).toEqual(['2025/26', 5, 0]);
    expect(areas.find(({ name }) => name === 'Weir Road')).toMatchObject({
      value: null,
      hidden: 'small-number'
    });
    // Nothing of a place with real, published figures was invented.
    expect(await countOf(trafford, 'indicatorValue')).toBe(0);
    expect(await countOf(trafford, 'indicator')).toBe(0);
    expect(await countOf(trafford, 'comparatorGroup')).toBe(0);
  });

  test('was given by commands that were all carried out', async () => {
    for (const member of [fernhollow, trafford, tayside]) {
      const runs = await rowsOf(member, 'commandRun');
      expect(new Set(runs.map((run) => run['outcome']))).toEqual(new Set(['done']));
    }
  });

  test('is refused among real people, and leaves nothing behind', async () => {
    const other = await freshDatabase();
    const there: World = { ...world, database: connect(other.app) };
    onTestFinished(() => there.database.destroy());
    const person = {
      name: 'Keeper',
      email: 'keeper@example.org',
      password: 'four walls and a lamp'
    };
    await addAccount(there, { ...person, siteAdministrator: true });
    await expect(loadDemonstration(other, () => undefined)).rejects.toMatchObject({
      problem: { kind: 'demonstration-among-real' }
    });
    expect(await findPerson(there, 'coordinator@fernhollow.example')).toBeNull();
  });

  test('keeps a real installation from starting on its database', async () => {
    await expect(fillForProduction(access.owner)).rejects.toMatchObject({
      problem: { kind: 'demonstration-in-production' }
    });
  });

  test('leaves content that is up to date alone', async () => {
    expect(await loadContent(access.owner)).toEqual([]);
  });
});

describe('Fernhollow', () => {
  const { place, services, connections, plan, priorities, improvement, strategy, learning } = {
    ...content.fernhollow,
    ...content.fernhollow.services
  };
  const { project } = improvement;
  const { surveys, assessments } = content.fernhollow;

  test('has every record of its content', async () => {
    const own = content.fernhollow.values.filter((one) => one.area === place.place.areaCode);
    const { imports } = content.fernhollow;
    const rowsInFiles = [...imports.files.values()].flatMap((bytes) =>
      Buffer.from(bytes).toString('utf8').trim().split('\n').slice(1)
    );
    const expected: Partial<Record<keyof DB, number>> = {
      membership: place.people.length,
      workingGroup: place.groups.length,
      service: services.length,
      serviceFactor: services.flatMap((one) => one.factors).length,
      serviceConnection: connections.length,
      setting: content.fernhollow.settings.settings.length,
      placeOutline: 1,
      programme: content.fernhollow.reach.programmes.length,
      reachCycle: content.fernhollow.reach.programmes.flatMap((one) => one.cycles).length,
      rollOut: content.fernhollow.rollOuts.rollOuts.length,
      rollOutReport: content.fernhollow.rollOuts.rollOuts.flatMap((one) => one.reports).length,
      indicator: content.fernhollow.indicators.indicators.length + imports.imports.length,
      indicatorValue: own.length + rowsInFiles.length,
      indicatorImport: imports.imports.length,
      priority: priorities.priorities.length,
      planPriority: priorities.priorities.length,
      aim: plan.aims.length,
      action: plan.actions.length,
      improvementProject: 1,
      changeIdea: project.changeIdeas.length,
      driver: project.drivers.flatMap((driver) => [driver, ...driver.secondary]).length,
      driverDiagramVersion: project.diagramVersions.length,
      projectMember: project.team.length,
      projectMilestone: project.milestones.length,
      progressScore: project.scores.length,
      testOfChange: project.cycles.length + project.ahead.length,
      prediction: [...project.cycles, ...project.ahead].flatMap((test) => test.questions).length,
      measure: project.measures.length,
      measureValue: project.measures.flatMap((measure) => measure.points).length,
      strategySection: strategy.sections.length,
      learningSession: learning.sessions.length,
      sessionTakeaway: learning.takeaways.length,
      takeawayTest: learning.takeaways.flatMap((one) => one.tests).length,
      storyboard: learning.storyboards.length,
      storyboardVersion: learning.storyboards.filter((one) => one.keptOn !== null).length,
      assessmentRound: assessments.rounds.length,
      assessmentAsked: assessments.rounds.flatMap((one) => one.asked).length,
      survey: surveys.surveys.length,
      surveyQuestion: surveys.surveys.flatMap((one) => one.questions).length,
      surveyResponse: surveys.surveys.flatMap((one) => one.responses).length,
      theme: surveys.themes.length,
      passage: surveys.passages.length,
      quote: surveys.passages.filter((one) => one.quote !== null).length
    };
    const found: Record<string, number> = {};
    for (const table of Object.keys(expected) as (keyof DB & string)[]) {
      found[table] = await countOf(fernhollow, table);
    }
    expect(found).toEqual(expected);
  });

  test('has 30 weekly values in each measure, whose charts say what the content expects', async () => {
    const rows = await rowsOf(fernhollow, 'measure');
    const rises: Record<string, boolean> = {};
    for (const { title, points } of project.measures) {
      const measureId = rows.find((row) => row['title'] === title)?.['id'];
      const view = await viewMeasure.run(fernhollow, fernhollow.place, { measureId }, world);
      if (!view.ok) throw new Error(view.error.kind);
      expect(view.value.values).toHaveLength(points.length);
      const analysis = analyseMeasure(view.value);
      if (!analysis.ok) throw new Error(analysis.error.kind);
      rises[title] = analysis.value.signals.length > 0;
    }
    expect(project.measures.map((one) => one.points.length)).toEqual([30, 30]);
    // From their expected readings: a lasting rise, and no signal.
    expect(Object.values(rises)).toEqual([true, false]);
  });

  test('was scored by its team, who give less than the records suggest', async () => {
    const [row] = (await rowsOf(fernhollow, 'improvementProject')).filter(
      (one) => one['title'] === project.title
    );
    const input = { projectId: row?.['id'] };
    const view = await viewProgress.run(fernhollow, fernhollow.place, input, world);
    if (!view.ok) throw new Error(view.error.kind);
    expect(view.value.suggestion.score).toBe(4.5);
    expect(view.value.scores.map(({ score }) => score)).toEqual([1.5, 2.5, 3.5, 4]);
  });

  test('rated itself twice: one round is closed with what was agreed, one takes answers now', async () => {
    const { place: slug } = fernhollow;
    const list = await viewRounds.run(fernhollow, slug, {}, world);
    if (!list.ok) throw new Error(list.error.kind);
    const ofMaturity = list.value.rounds.filter((one) => /^Maturity/.test(one.instrument));
    expect(ofMaturity.map((one) => [one.title, one.status, one.takesAnswers])).toEqual([
      ['Second round', 'open', true],
      ['First round, spring 2026', 'closed', false]
    ]);
    const [open, closed] = await Promise.all(
      ofMaturity.map(async ({ id }) => {
        const view = await viewRound.run(fernhollow, slug, { id }, world);
        if (!view.ok) throw new Error(view.error.kind);
        return view.value;
      })
    );
    const stood = (round: typeof open) =>
      round?.asked
        .map(({ standing, onPaper }) => `${standing}${onPaper ? ' on paper' : ''}`)
        .sort();
    expect(stood(closed)).toEqual(['done', 'done', 'done on paper', 'done on paper']);
    expect(stood(open)).toEqual(['begun', 'done', 'none', 'none']);
    expect(closed?.topics.map(({ agreement }) => agreement?.level)).not.toContain(undefined);
    expect(closed?.topics.find(({ id }) => id === 'workforce')).toMatchObject({
      agreement: { level: 'basic', agreedOn: '2026-05-13' },
      barriers: [{ kind: 'time' }]
    });
    const actions = await rowsOf(fernhollow, 'action');
    const tied = actions.find((one) => one['id'] === closed?.actions[0]?.actionId);
    expect(tied?.['title']).toBe('Choose the programme and train two workers');
    // The answers of the open round are seen by whoever gave them alone, not by whoever leads it.
    const answers = await rowsOf(fernhollow, 'assessmentAnswer');
    expect(answers.filter((one) => one['roundId'] === closed?.round.id)).toHaveLength(40);
    expect(answers.filter((one) => one['roundId'] === open?.round.id)).toEqual([]);
    const lead = await memberOf('fernhollow', 'lead@fernhollow.example');
    const own = await rowsOf(lead, 'assessmentAnswer');
    expect(own.filter((one) => one['roundId'] === open?.round.id)).toHaveLength(10);
  });

  test('keeps its history on the days of the story', async () => {
    const changes = await rowsOf(fernhollow, 'change');
    const daysOf = (table: string) =>
      changes
        .filter((one) => one['tableName'] === table)
        .map((one) => (one['at'] as Date).toISOString().slice(0, 10));
    const reported = plan.actions.flatMap((action) => action.history.map((said) => said.on));
    expect(
      daysOf('action')
        .filter((day) => day !== strategy.approvedOn)
        .toSorted()
    ).toEqual(reported.toSorted());
    expect(new Set(daysOf('measure_value'))).toEqual(
      new Set(project.measures.flatMap((measure) => measure.points.map((point) => point.on)))
    );
    const ids = changes.map((one) => Number(one['id']));
    const inTime = changes.toSorted((one, other) => Number(one['id']) - Number(other['id']));
    const moments = inTime.map((one) => (one['at'] as Date).getTime());
    expect(ids.length).toBeGreaterThan(200);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  });

  test('wrote every prediction before its result', async () => {
    const tests = await rowsOf(fernhollow, 'testOfChange');
    const predictions = await rowsOf(fernhollow, 'prediction');
    for (const prediction of predictions) {
      const of = tests.find((one) => one['id'] === prediction['testId']);
      const written = (prediction['writtenAt'] as Date).toISOString().slice(0, 10);
      if (of?.['status'] === 'planned') continue;
      expect(written < String(of?.['doneOn'])).toBe(true);
    }
  });

  test('has each action as it stood when it was last spoken of', async () => {
    const rows = await rowsOf(fernhollow, 'action');
    const words = { 'not-started': 'not-started', 'in-progress': 'under-way', done: 'done' };
    for (const action of plan.actions) {
      const row = rows.find((one) => one['title'] === action.title);
      expect(row?.['status']).toBe(words[action.status]);
      expect(row?.['progressOn']).toBe(action.history.at(-1)?.on ?? null);
    }
  });

  test('shows everybody its public page and its strategy', async () => {
    const published = await findPublished(world, 'fernhollow');
    expect(published.strategy?.content.title).toBe(strategy.title);
    expect(published.page?.content.place.madeUp).toBe(true);
  });
});

describe('Trafford', () => {
  test('has every public place, each tied by the rule of its category', async () => {
    const { places } = content.trafford;
    expect(await countOf(trafford, 'service')).toBe(places.length);
    expect(places).toHaveLength(121);
    expect(await countOf(trafford, 'serviceFactor')).toBe(
      places.flatMap((place) => place.factors).length
    );
    const rows = await rowsOf(trafford, 'service');
    expect(rows.every((row) => row['source'] !== '' && row['sourceDate'] !== '')).toBe(true);
    // Schools and children's centres among them, which a change may spread to.
    const settings = await rowsOf(trafford, 'setting');
    expect(settings).toHaveLength(73);
    expect(settings.every((row) => row['source'] !== '')).toBe(true);
  });

  test('has vaccination by quarter without an aim, and nothing that nobody published', async () => {
    const known = content.trafford.series.filter((one) => one.value !== null);
    expect(await countOf(trafford, 'measureValue')).toBe(known.length);
    const [project] = await rowsOf(trafford, 'improvementProject');
    expect(project).toMatchObject({ aimChange: '', aimAmount: '', aimBy: null });
    for (const table of ['priority', 'aim', 'action', 'testOfChange', 'strategySection'] as const) {
      expect(await countOf(trafford, table)).toBe(0);
    }
    expect(await findPublished(world, 'trafford')).toEqual({ page: null, strategy: null });
    expect(lastDayOfQuarter('2024-01-01')).toBe('2024-03-31');
  });
});

describe('Tayside', () => {
  const { aims, groups, themes, measures } = content.tayside;

  test('has every numbered aim, commitment and theme with its timescale and source', async () => {
    const rows = await rowsOf(tayside, 'aim');
    const numbered = rows.filter((row) => row['number'] !== null);
    expect(numbered).toHaveLength(43);
    expect(rows).toHaveLength(aims.aims.length + themes.themes.length);
    expect(aims.aims.filter((aim) => aim.number === null)).toHaveLength(6);
    expect(rows.every((row) => String(row['source']).includes('2018'))).toBe(true);
    // What was read into the plan says that it was, and why.
    const visiting = rows.find((row) => row['title'] === aims.aims[0]?.title);
    expect(visiting?.['source']).toContain('Our reading, Postnatal care: Health visiting is');
    const dated = aims.aims.filter((aim) => aim.timescales.length > 0);
    expect(rows.filter((row) => row['dueOn'] !== null)).toHaveLength(dated.length);
    expect([lastDayOf('2018-02'), lastDayOf('2018-08-31')]).toEqual(['2018-02-28', '2018-08-31']);
  });

  test('has each section of the strategy where its words belong, each with its source', async () => {
    const rows = await rowsOf(tayside, 'strategySection');
    const textOf = (id: string) => String(rows.find((row) => row['id'] === id)?.['text'] ?? '');
    expect(textOf('how-developed')).toContain('A starter paper set out what, why and how');
    expect(textOf('how-developed')).not.toContain('four pillars');
    expect(textOf('local-context')).toContain('four pillars');
    for (const group of groups.groups.filter(({ kind }) => kind === 'priority')) {
      expect(textOf('what-matters')).toContain(group.name);
    }
    expect(textOf('how-we-will-do-it')).toContain('Shared service standards');
    expect(textOf('what-we-will-do')).toContain('A common and unified approach');
    // The vision itself has one home, and it is not here.
    expect(textOf('vision')).not.toContain(content.tayside.collaborative.vision.text);
    for (const row of rows) expect(String(row['text'])).toContain('From: The Tayside');
  });

  test('owes every aim whose date has passed, and joins the one that stands twice', async () => {
    const coordinator = { personId: tayside.personId };
    const view = await viewDue.run(coordinator, tayside.place, {}, world);
    if (!view.ok) throw new Error(view.error.kind);
    const owed = view.value.due.filter(({ kind, isOwed }) => kind === 'aim' && isOwed);
    const dated = aims.aims.filter((aim) => aim.timescales.length > 0);
    expect(owed).toHaveLength(dated.length);
    expect(owed.map(({ title }) => title)).toContain(
      'New health visiting pathway and more family nurses'
    );
    const plan = await viewPlan.run(coordinator, tayside.place, {}, world);
    if (!plan.ok) throw new Error(plan.error.kind);
    expect(plan.value.priorities.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const strategies = plan.value.aims.filter(({ title }) =>
      title.startsWith('A parenting strategy')
    );
    expect(strategies.map(({ sameAs }) => sameAs === null).toSorted()).toEqual([false, true]);
  });

  test('stands at the factors that its aims name, and at no others of their heading', async () => {
    const at = async (factor: string) => {
      const view = await viewThread.run(
        { personId: tayside.personId },
        tayside.place,
        { factor },
        world
      );
      if (!view.ok) throw new Error(view.error.kind);
      const { thread } = view.value;
      return [thread.aims, thread.actions].map((work) => work.map(({ title }) => title));
    };
    expect(await at('parenting-practices')).toEqual([['A parenting strategy for Tayside'], []]);
    expect(await at('parent-engagement-in-learning')).toEqual([
      ['Parents and young people as active partners'],
      []
    ]);
  });

  test('has each theme with its sheet once, its steps as actions, and says of none how far it came', async () => {
    const rows = await rowsOf(tayside, 'action');
    expect(rows).toHaveLength(themes.themes.flatMap((theme) => theme.actions).length);
    expect(new Set(rows.map((row) => row['status']))).toEqual(new Set(['not-stated']));
    expect(new Set(rows.map((row) => row['collaborators']))).toEqual(new Set(['']));
    const aimRows = await rowsOf(tayside, 'aim');
    for (const theme of themes.themes) {
      const aim = aimRows.find((row) => row['title'] === `Theme ${theme.number}: ${theme.title}`);
      expect(aim).toMatchObject({
        status: 'not-stated',
        intendedOutcome: theme.intendedOutcome.join('\n'),
        questions: theme.questions
      });
      expect(aim?.['linkedAims']).toHaveLength(
        theme.links.filter((one) => one.aim !== null).length
      );
      for (const field of ['lead', 'systemCollaborators', 'widerPriority', 'evaluation']) {
        expect(aim?.[field], field).not.toBe('');
      }
    }
  });

  test('has 11 groups with their lines of reporting and support, and the measures of the plan', async () => {
    const rows = await rowsOf(tayside, 'workingGroup');
    expect(rows).toHaveLength(11);
    const names = new Map(rows.map((row) => [row['id'], row['name']]));
    for (const group of groups.groups) {
      const row = rows.find((one) => one['name'] === group.name);
      const above = (row?.['reportsTo'] as string[]).map((id) => names.get(id));
      const wanted = group.reportsTo.map((id) => groups.groups.find((one) => one.id === id)?.name);
      expect(above).toEqual(wanted);
      const supported = (row?.['supports'] as string[]).map((id) => names.get(id));
      const helped = groups.groups.filter((one) => one.supportedBy.includes(group.id));
      expect(supported.toSorted()).toEqual(helped.map(({ name }) => name).toSorted());
      expect(row?.['remit']).not.toContain('Supported by');
    }
    expect(await countOf(tayside, 'planMeasure')).toBe(measures.measures.length);
    expect(await countOf(tayside, 'planPriority')).toBe(5);
  });

  test('has three councils in it, each with the open figures of its own area', async () => {
    expect(await countOf(tayside, 'collaborativeMember')).toBe(3);
    for (const [slug, code] of [
      ['angus', 'S12000041'],
      ['dundee', 'S12000042'],
      ['perth-and-kinross', 'S12000048']
    ] as const) {
      const member = await memberOf(slug, 'coordinator@tayside.example');
      const settings = { partnershipId: member.place, personId: null, now: world.clock() };
      const row = await inTransaction(world, settings, 'read', (tx) =>
        tx.selectFrom('partnership').selectAll().where('id', '=', member.place).executeTakeFirst()
      );
      expect(row?.areaCode).toBe(code);
      expect(await countOf(member, 'indicatorChoice')).toBeGreaterThan(0);
    }
  });
});

describe('the published examples', () => {
  test('stand in a collection that says so, with their sources and without a test or a figure', async () => {
    const collection = await memberOf(
      'published-examples',
      'coordinator@published-examples.example'
    );
    const person = await findPerson(world, 'coordinator@published-examples.example');
    const [place] = person === null ? [] : await placesOf(world, person);
    expect(place).toMatchObject({ slug: 'published-examples', madeUp: false });
    const projects = await rowsOf(collection, 'improvementProject');
    for (const { title, source, ideas } of content.publishedDiagrams) {
      const project = projects.find((row) => row['title'] === title);
      expect(project?.['source']).toContain(source.address);
      const entered = (await rowsOf(collection, 'changeIdea')).filter(
        (row) => row['projectId'] === project?.['id']
      );
      expect(entered.map((row) => row['text']).toSorted()).toEqual(
        ideas.map(({ title: idea }) => idea).toSorted()
      );
    }
  });

  test('are told as reported, with nothing added: no value, no test of our own, what is missing left empty', async () => {
    const collection = await memberOf(
      'published-examples',
      'coordinator@published-examples.example'
    );
    const { examples, ramps } = content.publishedExamples;
    const measures = await rowsOf(collection, 'publishedMeasure');
    expect(measures).toHaveLength(examples.length);
    for (const example of examples) {
      const row = measures.find((one) => one['title'] === example.measure);
      expect(row).toMatchObject({
        baseline: example.baseline ?? '',
        result: example.result ?? '',
        source: example.sources.join(' ')
      });
    }
    const tests = await rowsOf(collection, 'publishedTest');
    expect(tests.map((row) => row['number'])).toEqual(
      ramps.flatMap(({ cycles }) => cycles.map(({ cycle }) => cycle))
    );
    expect(tests.every((row) => row['predicted'] === '' && row['result'] === '')).toBe(true);
    for (const table of ['measure', 'measureValue', 'testOfChange', 'prediction'] as const) {
      expect(await countOf(collection, table)).toBe(0);
    }
  });
});
