import { describe, expect, test } from 'vitest';
import { listsOf, peopleField, type FormValues } from '#core/form-state';
import { addElement } from '#modules/bodies/server';
import { addAim, addPlanPriority } from '#modules/delivery/server';
import { joinCollaborative, viewHistory } from '#modules/partnerships/server';
import { inTransaction } from '#platform/database';
import { testPlace, testWorld } from '../support/world.ts';
import { everything, type AnyQuery } from './everything.ts';
import {
  addOf,
  changeOf,
  commandOf,
  entriesOf,
  idField,
  kindsOf,
  Maker,
  type KindName,
  type Special,
  type Values
} from './made-records.ts';

/**
 * What every kind of record has: each field is kept as itself. A record is added with a value of its own in every field and changed to
 * another in every field; each time what is read, what the second of two editors is told, and what the history keeps is compared with
 * what was sent, field by field.
 */

const all = await everything();
const world = await testWorld();
const place = await testPlace(world);
const { coordinator } = place.people;
const region = await testPlace(world, 'Region');
await joinCollaborative(world, region.id, place.id);
const hill = await testPlace(world, 'Hill');
const valley = await testPlace(world, 'Valley');
for (const member of [hill, valley]) await joinCollaborative(world, place.id, member.id);

/** What the walk cannot think of by itself: fields that depend on one another, or take what only a person can know. */
const special: Special = {
  // Its ends are two actors, each of which the walk would make the same.
  'actors.link': {
    first: async (maker) => ({
      fromId: await maker.recordOf('actors.actor', 'first'),
      toId: await maker.recordOf('actors.actor', 'second')
    }),
    second: async (maker) => ({
      fromId: await maker.recordOf('actors.actor', 'second'),
      toId: await maker.recordOf('actors.actor', 'first')
    })
  },
  'benchmarks.benchmark': {
    first: { settingKinds: ['nursery'], howWell: 'Not well\nWell' },
    second: { settingKinds: ['school'], howWell: 'Badly\nFinely' }
  },
  'bodies.approval': {
    first: async (maker) => ({
      versionId: await keptVersion(maker),
      state: 'noted',
      statedOn: '2026-02-01',
      conditions: '',
      conditionsMetOn: ''
    }),
    second: {
      state: 'approved-subject-to',
      statedOn: '2026-02-02',
      conditionsMetOn: '2026-02-04'
    }
  },
  'bodies.body': { first: { memberId: hill.id }, second: { memberId: valley.id } },
  'bodies.element': {
    first: async (maker) => ({
      sameIn: [await maker.recordOf('bodies.body', 'first')],
      differentIn: [await maker.recordOf('bodies.body', 'second')]
    }),
    second: async (maker) => ({
      sameIn: [await maker.recordOf('bodies.body', 'second')],
      differentIn: [await maker.recordOf('bodies.body', 'first')]
    })
  },
  'bodies.member-uptake': {
    first: async (maker) => ({
      ...(await regionalAim('A story')),
      localAimIds: [await maker.recordOf('delivery.aim', 'first')],
      decidedOn: '2026-02-01'
    }),
    second: async (maker) => ({
      ...(await regionalAim('A song')),
      localAimIds: [await maker.recordOf('delivery.aim', 'second')],
      decidedOn: '2026-02-02'
    })
  },
  'bodies.uptake': { second: async () => ({ bodyId: await bodyOfAnArea() }) },
  'boundaries.boundary': {
    first: { standing: 'draft', agreedOn: '' },
    second: { standing: 'agreed', agreedOn: '2026-02-01' }
  },
  'boundaries.working-boundary': {
    first: { standing: 'draft', agreedOn: '' },
    second: { standing: 'agreed', agreedOn: '2026-02-01' }
  },
  'cooperation.policy': {
    first: { standing: 'seen', seenOn: '2026-02-01', validUntil: '2026-02-03' },
    second: { standing: 'asked-for', seenOn: '', validUntil: '' }
  },
  'cooperation.principle': {
    first: { adoptedOn: '2026-02-01', retiredOn: '2026-02-03' },
    second: { adoptedOn: '2026-02-02', retiredOn: '2026-02-04' }
  },
  'cooperation.proposal': {
    first: { proposedOn: '2026-02-01' },
    second: { proposedOn: '2026-02-02' }
  },
  'cooperation.look': { first: { lookedOn: '2026-02-01' }, second: { lookedOn: '2026-02-02' } },
  'cooperation.sought': {
    first: { standing: 'invited', askedOn: '2026-02-01' },
    second: { standing: 'takes-part', askedOn: '2026-02-02' }
  },
  'cooperation.workstream': {
    first: { now: ['unified'], headingTo: ['unified'], reviewedOn: '2026-02-01' },
    second: { now: ['common'], headingTo: ['partnership', 'unified'], reviewedOn: '2026-02-02' }
  },
  'decisions.ask': { first: { toGroupId: '' }, second: { toBody: '', fromGroupId: '' } },
  'decisions.consultation': {
    first: { heldOn: '2026-02-01', toldBackOn: '2026-02-03' },
    second: { heldOn: '2026-02-02', toldBackOn: '2026-02-04' }
  },
  'decisions.decision': {
    first: { supersedesId: '', decidedOn: '2026-02-01' },
    second: async () => ({ supersedesId: await confirmedDecision(), decidedOn: '2026-02-02' })
  },
  'decisions.dispute': {
    first: { raisedOn: '2026-02-01', parties: 'Council\nHealth board' },
    second: { raisedOn: '2026-02-02', parties: 'Council\nNursery' }
  },
  'decisions.dispute-step': {
    first: { since: '2026-02-03', level: 'group' },
    second: { since: '2026-02-04', level: 'sponsor' }
  },
  // The second made aim repeats the first, and takes no action.
  'delivery.action': { second: async (maker) => ({ aimId: await aimAlone(maker) }) },
  // A measure belongs to a project, and the made project to an action of the made aim.
  'delivery.aim': {
    first: async () => ({ measureIds: [await measureAlone()] }),
    second: async () => ({ measureIds: [await measureAlone()] })
  },
  'delivery.milestone': {
    first: { dueOn: '2026-02-08', doneOn: '2026-02-01' },
    second: { dueOn: '2026-02-09', doneOn: '2026-02-02' }
  },
  'drivers.driver': {
    second: async (maker) => ({
      measureIds: [await maker.recordOf('improvement.measure', 'first')]
    })
  },
  'evidence.insight': { second: { factor: 'nutrition' } },
  'evidence.pathway-link': { first: { from: 'parent-stress', to: 'factor/breastfeeding' } },
  'improvement.measure': { first: { valueForm: 'share' }, second: { valueForm: 'rate' } },
  'improvement.measure-value': {
    first: { sendingId: '', value: '', numerator: '12', denominator: '40' },
    second: { value: '', numerator: '13', denominator: '41' }
  },
  'improvement.project': {
    first: { priorityId: await priorityOf('nutrition') },
    second: { priorityId: await priorityOf('safe-places-to-play') }
  },
  'indicators.indicator': {
    first: { groups: 'Free meals\nOthers', betterOffGroup: 'Others', poorerGroup: 'Free meals' },
    second: { groups: 'Poor\nRich', betterOffGroup: 'Rich', poorerGroup: 'Poor' }
  },
  'indicators.value': {
    first: {
      period: '2023/24',
      area: '',
      breakdown: 'free-meals',
      value: '25',
      numerator: '10',
      denominator: '40',
      status: 'final'
    },
    second: {
      period: '2022/23',
      area: '',
      breakdown: 'others',
      value: '30',
      numerator: '15',
      denominator: '50',
      status: 'provisional'
    }
  },
  'learning.session': {
    first: {
      programme: [{ time: '9:00', title: 'Coffee', kind: 'talk', lead: 'Room lead' }],
      awayTeam: [{ role: 'Room lead', organisation: 'Brook nursery', speaksFor: 'the Blue room' }]
    },
    second: {
      programme: [{ time: '9:30', title: 'Tea', kind: 'talk', lead: 'Cook' }],
      awayTeam: [{ role: 'Cook', organisation: 'Hill nursery', speaksFor: 'the Red room' }]
    }
  },
  'delivery.support': {
    first: async (maker) => ({
      aimId: await supportedAim(maker),
      answer: 'accepted',
      answeredOn: '2026-02-10'
    }),
    second: { answer: 'declined', answeredOn: '2026-02-11' }
  },
  'learning.storyboard': {
    first: async (maker) => ({
      testIds: [await testOf(await maker.recordOf('improvement.project', 'first'))]
    }),
    second: async (maker) => ({
      testIds: [await testOf(await maker.recordOf('improvement.project', 'second'))]
    })
  },
  'learning.takeaway': {
    second: async (maker) => ({ sessionId: await maker.recordOf('learning.session', 'first') })
  },
  'maps.ask': {
    first: { personId: place.people.contributor.personId },
    second: { personId: place.people.lead.personId }
  },
  'maps.offer': {
    first: { stage: 'universal' },
    second: { stage: 'targeted' }
  },
  'maps.service': {
    first: {
      stage: 'universal',
      factors: [{ factor: 'nutrition', reason: 'Lunch is cooked together' }]
    },
    second: {
      stage: 'targeted',
      factors: [{ factor: 'safe-places-to-play', reason: 'They meet in the park' }]
    }
  },
  'priorities.considered': {
    first: { factor: 'breastfeeding' },
    second: { factor: 'nursery-provision' }
  },
  'priorities.outcome': {
    first: { foundations: ['physical-health'] },
    second: { foundations: ['social-emotional'] }
  },
  'reach.programme': {
    first: {
      stages: 'Could come\nCame',
      servedStage: '0',
      bands: 'Once\nTwice',
      engagementScale: 'Little\nMuch',
      groups: 'Here\nThere'
    },
    second: {
      stages: 'Invited\nHeard',
      servedStage: '1',
      bands: 'Never\nOften',
      engagementScale: 'Shy\nLoud',
      groups: 'North\nSouth'
    }
  },
  'resources.limit': { first: { yearStart: '2026' }, second: { yearStart: '2027' } },
  'resources.line': {
    first: { kind: 'time', actionId: '', yearStart: '2026', confirmedOn: '2026-02-01' },
    second: {
      kind: 'goods',
      aimId: '',
      yearStart: '2027',
      confirmedOn: '2026-02-02',
      hoursCost: ''
    }
  },
  'rollout.roll-out': {
    first: { eligibleKinds: ['nursery'], endedOn: '2026-03-09' },
    second: { eligibleKinds: ['school'], endedOn: '2026-03-10' }
  },
  'surveys.question': {
    first: { kind: 'one', options: 'Often\nNever' },
    second: { kind: 'several', options: 'Daily\nWeekly' }
  },
  'surveys.stretch': {
    first: { fromOn: '2026-02-01', toOn: '2026-02-03' },
    second: { fromOn: '2026-02-02', toOn: '2026-02-04' }
  },
  'surveys.voice': { first: { keepUntil: '2026-09-01' }, second: { keepUntil: '2026-09-02' } }
};

/** A test of change of a project. */
async function testOf(projectId: string): Promise<string> {
  const plan = commandOf(all, 'improvement.plan-test').example as Values;
  return ((await sends('improvement.plan-test', { ...plan, projectId })) as { id: string }).id;
}

/** A measure of a project that leads from no aim. */
async function measureAlone(): Promise<string> {
  const project = commandOf(all, 'improvement.add-project').example as Values;
  const { id: projectId } = (await sends('improvement.add-project', project)) as { id: string };
  const measure = commandOf(all, 'improvement.add-measure').example as Values;
  return ((await sends('improvement.add-measure', { ...measure, projectId })) as { id: string }).id;
}

/** A version of a plan that has an aim. */
async function keptVersion(maker: Maker): Promise<string> {
  await maker.recordOf('delivery.aim', 'first');
  const input = { title: 'The plan', reasons: ['first'] };
  return ((await sends('bodies.make-version', input)) as { id: string }).id;
}

/** A body that takes up aims in an area of its own. */
async function bodyOfAnArea(): Promise<string> {
  const input = { name: 'Hill Council', kind: 'council', takesUpAims: 'yes' };
  return ((await sends('bodies.add-body', input)) as { id: string }).id;
}

/** An aim of a collaborative that the place is a member of, with two things that are to be the same everywhere. */
async function regionalAim(title: string): Promise<Values> {
  const lead = region.people.lead;
  const heading = await addPlanPriority.run(lead, region.id, { title: `For ${title}` }, world);
  const planPriorityId = heading.ok ? heading.value.id : '';
  const aim = await addAim.run(lead, region.id, { planPriorityId, title }, world);
  const aimId = aim.ok ? aim.value.id : '';
  const element = async (named: string): Promise<string[]> => {
    const added = await addElement.run(lead, region.id, { aimId, title: named }, world);
    return added.ok ? [added.value.id] : [];
  };
  return {
    aimId,
    sameElements: await element('Training'),
    differentElements: await element('Contracts')
  };
}

/** An aim that repeats no other. */
async function aimAlone(maker: Maker): Promise<string> {
  const planPriorityId = await maker.recordOf('delivery.priority', 'second');
  const aim = { planPriorityId, title: 'One that stands alone' };
  return ((await sends('delivery.add-aim', aim)) as { id: string }).id;
}

/** An aim that both made groups support. */
async function supportedAim(maker: Maker): Promise<string> {
  const supportedBy = [
    await maker.recordOf('groups.group', 'first'),
    await maker.recordOf('groups.group', 'second')
  ];
  const planPriorityId = await maker.recordOf('delivery.priority', 'first');
  const aim = { planPriorityId, title: 'One that two groups support', supportedBy };
  return ((await sends('delivery.add-aim', aim)) as { id: string }).id;
}

/** A decision that another may correct. */
async function confirmedDecision(): Promise<string> {
  const input = { title: 'One plan', decided: 'One plan is made', kind: 'agreed', body: 'Council' };
  const { id } = (await sends('decisions.add-decision', input)) as { id: string };
  await sends('decisions.confirm-decision', { id, version: 1 });
  return id;
}

/** A factor that the partnership chose, for projects to lead from. */
async function priorityOf(factor: string): Promise<string> {
  const input = { factor, outcomes: ['communication'], reason: 'Near to the child', insights: [] };
  return ((await sends('priorities.choose-factor', input)) as { id: string }).id;
}

type Excuse = Readonly<Record<KindName, Readonly<Record<string, string>>>>;

const ofItsPage = 'is shown by the page that lists it';
const notOnForm = 'is not on the form: saving leaves it as it is';
const wordsOfPeople = 'what people said stays outside the history (decision 0013)';

/** Fields that are not kept as they are sent, each with the reason. */
const keptOtherwise: Excuse = {
  'improvement.measure-value': {
    sendingId: 'names the sending: it keeps a value from being saved twice',
    value: 'follows from numerator and denominator where the measure is a share'
  }
};

/** Fields that stay as they were when the record was added, each with the reason. */
const unchanging: Excuse = {
  'evidence.insight': { factor: 'an insight stays with its factor' },
  'learning.takeaway': { sessionId: 'what was noticed at one session is not moved to another' },
  'indicators.value': { area: 'the place counts no smaller areas: every value is of the place' }
};

/** Fields that no query of the module shows with the record, each with the reason. */
const notRead: Excuse = {
  'drivers.driver': { projectId: ofItsPage }
};

/** Fields that the second of two editors is not told of, each with the reason. */
const notTold: Excuse = {
  'actors.sector': { position: notOnForm },
  'indicators.value': {
    value:
      'is left empty where numerator and denominator give it, as whoever sends both may leave it'
  },
  'bodies.approval': { source: notOnForm },
  'bodies.body': { position: notOnForm, source: notOnForm },
  'bodies.element': { position: notOnForm, source: notOnForm },
  'bodies.uptake': { source: notOnForm },
  'checks.criterion': { position: notOnForm },
  'delivery.action': { position: notOnForm },
  'delivery.aim': {
    dueAsWritten: notOnForm,
    number: notOnForm,
    position: notOnForm,
    source: notOnForm
  },
  'delivery.milestone': { source: notOnForm },
  'delivery.priority': { source: notOnForm },
  'cooperation.commitment': { source: notOnForm },
  'cooperation.governance-part': { source: notOnForm },
  'cooperation.legal-form': { source: notOnForm },
  'cooperation.lesson': { source: notOnForm },
  'cooperation.look': { source: notOnForm },
  'cooperation.principle': { position: notOnForm, source: notOnForm },
  'cooperation.proposal': { source: notOnForm },
  'cooperation.sought': { source: notOnForm },
  'cooperation.workstream': { source: notOnForm },
  'delivery.support': {
    answer: notOnForm,
    answeredBy: notOnForm,
    answeredOn: notOnForm,
    answerReason: notOnForm,
    source: notOnForm
  },
  'decisions.ask': { source: notOnForm },
  'decisions.consultation': { source: notOnForm },
  'decisions.decision': { source: notOnForm },
  'decisions.paper': { source: notOnForm },
  'groups.group': { position: notOnForm, source: notOnForm },
  'resources.line': { source: notOnForm },
  'resources.risk': { source: notOnForm }
};

/** Fields that the history does not hold in a column of their name, each with the reason. */
const notInHistory: Excuse = {
  'drivers.driver': { measureIds: 'each tie to a measure is a row of its own' },
  'surveys.survey': { consent: 'each wording is a record of its own, that is never changed' },
  'surveys.voice': { title: wordsOfPeople, words: wordsOfPeople }
};

/** Kinds that are not walked, each with the reason. */
const notCovered: Readonly<Record<KindName, string>> = {
  'indicators.comparator-group':
    'takes areas of open data, which is long to load: comparator-groups.db.test.ts changes each of its fields'
};

/** How a record shows a field that it keeps in another form. */
const shownAs: Readonly<Record<KindName, Readonly<Record<string, (shown: Values) => unknown>>>> = {
  'evidence.pathway-link': { to: ({ to }) => Object.values(to as Values).join('/') },
  'improvement.measure-value': {
    denominator: ({ figure }) => (figure as Values)['denominator'],
    numerator: ({ figure }) => (figure as Values)['numerator']
  },
  'indicators.indicator': {
    baseline: ({ baseline }) => (baseline as Values)['value']
  },
  'cooperation.legal-form': { activities: activitiesOf },
  'groups.group': { members: rolesOf }
};

/** How the history holds a field that is kept in another form. */
const rememberedAs: typeof shownAs = {
  'cooperation.legal-form': { activities: activitiesOf },
  'groups.group': { members: rolesOf }
};

function activitiesOf({ activities }: Values): unknown {
  return (activities as readonly Values[]).map(({ activity }) => activity);
}

function rolesOf({ members }: Values): unknown {
  return (members as readonly Values[]).map(({ role }) => role);
}

const maker = new Maker(all, { world, place }, special);

/** A value as a form would show it, so that what was sent, stored and told can be compared. */
function asText(value: unknown): string {
  if (value === null || value === undefined || value === false || value === 'no') return '';
  if (value === true) return 'yes';
  if (Array.isArray(value))
    return value
      .map(asText)
      .filter((one) => one !== '')
      .join('\n');
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).sort());
  return String(value).trim();
}

const asTexts = (values: Values, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, asText(values[name])]));

/** The same of values that are held in another form. */
const readAs = (
  forms: typeof shownAs,
  kind: KindName,
  values: Values,
  names: readonly string[]
): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, asText(forms[kind]?.[name]?.(values) ?? values[name])])
  );

const camel = (name: string): string =>
  name.replace(/_[a-z]/g, (two) => two.slice(1).toUpperCase());

async function sends(name: string, input: Values): Promise<unknown> {
  const answer = await commandOf(all, name).run(coordinator, place.id, input, world);
  if (!answer.ok)
    throw new Error(`${name} refused ${JSON.stringify(input)}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** The rows that the history keeps of a record's last change. */
async function lastChange(id: string): Promise<{ before: Values; after: Values }> {
  const settings = { partnershipId: place.id, now: world.clock() };
  const row = await inTransaction(world, settings, 'read', (tx) =>
    tx
      .selectFrom('change')
      .select('tableName')
      .where('partnershipId', '=', place.id)
      .where('recordId', '=', id)
      .executeTakeFirst()
  );
  const input = { table: row?.tableName ?? '', recordId: id };
  const answer = await viewHistory.run(coordinator, place.id, input, world);
  const [newest] = answer.ok ? answer.value : [];
  const named = (row: Values | null | undefined): Values =>
    Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [camel(name), value]));
  return { before: named(newest?.before), after: named(newest?.after) };
}

/** Everything that the module's queries show of a record, put together: each property that an object with its identifier has. */
async function shownOf(kind: KindName, id: string, sent: Values): Promise<Values> {
  const module = kind.split('.')[0] ?? '';
  const queries = all.filter(
    (one): one is AnyQuery => one.kind === 'query' && one.name.startsWith(`${module}.`)
  );
  const found: Record<string, unknown> = {};
  for (const query of queries) {
    const input = { ...(query.example as Values) };
    for (const name of Object.keys(entriesOf(query.input))) {
      if (!/(^i|I)d$/.test(name)) continue;
      input[name] = name in sent ? sent[name] : id;
    }
    const answer = await query.run(coordinator, place.id, input, world);
    if (answer.ok) collect(answer.value, id, found);
  }
  return found;
}

function collect(value: unknown, id: string, found: Record<string, unknown>): void {
  if (typeof value !== 'object' || value === null) return;
  if ((value as { id?: unknown }).id === id) {
    for (const [name, one] of Object.entries(value)) found[name] ??= one;
  }
  for (const one of Object.values(value)) collect(one, id, found);
}

const without = (names: readonly string[], ...excuses: readonly Excuse[string][]): string[] =>
  names.filter((name) => excuses.every((excuse) => excuse[name] === undefined));

const excused = (excuse: Excuse, kind: KindName): Excuse[string] => excuse[kind] ?? {};

describe.each(kindsOf(all).filter((kind) => !(kind in notCovered)))('%s', (kind) => {
  test('keeps, tells and remembers every field as itself', async () => {
    const own = idField(all, kind);
    const otherwise = excused(keptOtherwise, kind);
    const shows = without(fieldsOf(addOf(kind), own), otherwise, excused(notRead, kind));
    const { id, sent: first } = await maker.add(kind);
    expect({ added: readAs(shownAs, kind, await shownOf(kind, id, first), shows) }).toEqual({
      added: asTexts(first, shows)
    });

    const change = commandOf(all, changeOf(kind));
    const fields = without(fieldsOf(changeOf(kind), own), otherwise);
    const second = await maker.valuesFor(kind, change, 'second');
    const differing = fields.filter((name) => asText(first[name]) !== asText(second[name]));
    expect({ differing }).toEqual({ differing: without(fields, excused(unchanging, kind)) });

    await sends(changeOf(kind), { ...second, [own]: id, version: 1 });
    const showsAfter = without(fields, excused(notRead, kind));
    const shown = await shownOf(kind, id, { ...first, ...second });
    expect({ changed: readAs(shownAs, kind, shown, showsAfter) }).toEqual({
      changed: asTexts(second, showsAfter)
    });

    // Somebody who had read the first version sends theirs now.
    const late = { ...(await maker.valuesFor(kind, change, 'first')), [own]: id, version: 1 };
    const answer = await change.run(coordinator, place.id, late, world);
    const told = (answer.ok ? {} : answer.error) as {
      kind?: string;
      theirs?: Readonly<FormValues>;
    };
    const tells = without(fields, excused(unchanging, kind), excused(notTold, kind));
    expect({ kind: told.kind, theirs: asTexts(listsOf(told.theirs ?? {}, tells), tells) }).toEqual({
      kind: 'changed-meanwhile',
      theirs: asTexts(second, tells)
    });

    const { before, after } = await lastChange(id);
    const keeps = without(fields, excused(notInHistory, kind));
    const kept = keeps.filter((name) => name in first);
    expect({
      before: readAs(rememberedAs, kind, before, kept),
      after: readAs(rememberedAs, kind, after, keeps)
    }).toEqual({ before: asTexts(first, kept), after: asTexts(second, keeps) });
  });
});

test('nothing is excused of a kind or a field that is gone', () => {
  const kinds = kindsOf(all);
  const gone = [
    keptOtherwise,
    unchanging,
    notRead,
    notTold,
    notInHistory,
    shownAs,
    rememberedAs
  ].flatMap((list) =>
    Object.entries(list).flatMap(([kind, fields]) => {
      const taken = kinds.includes(kind)
        ? [...fieldsOf(addOf(kind), ''), ...fieldsOf(changeOf(kind), '')]
        : [];
      return Object.keys(fields)
        .filter((name) => !taken.includes(name))
        .map((name) => `${kind}: ${name}`);
    })
  );
  expect([...gone, ...Object.keys(notCovered).filter((kind) => !kinds.includes(kind))]).toEqual([]);
});

/** The fields that a command takes, besides the record's own name, its version and the tick. */
function fieldsOf(name: string, own: string): string[] {
  const taken = Object.keys(entriesOf(commandOf(all, name).input));
  return taken.filter((field) => ![peopleField, 'version', own].includes(field));
}

/** What is changed but not added by a command of the same noun, so that the walk does not come by; each with how it begins. */
const begunOtherwise: Readonly<Record<string, string>> = {
  'assessments.change-round': 'begun from an instrument',
  'benchmarks.change-round': 'begun by opening it, which gives settings their links',
  'charter.change-charter': 'there with its project',
  'improvement.change-plan': 'begun by planning a test',
  'improvement.change-publicity': 'part of a project',
  'indicators.change-choice': 'begun by following an indicator',
  'partnerships.change-membership': 'begun by an invitation that is accepted',
  'partnerships.change-partnership': 'there with the partnership',
  'priorities.change-factor': 'begun by choosing a factor',
  'reach.change-cycle': 'begun by recording a cycle',
  'reports.change-public-page': 'there with the partnership',
  'reports.change-services-feed': 'there with the partnership',
  'rollout.change-report': 'begun by saying where a setting is',
  'strategy.change-section': 'there with the partnership',
  'strategy.change-sections': 'several sections at once',
  'surveys.change-quote': 'begun from a passage'
};

test('what is changed is walked, or said to begin in another way', () => {
  const walked = kindsOf(all).map(changeOf);
  const changed = all.map((one) => one.name).filter((name) => /\.change-/.test(name));
  expect(changed.filter((name) => !walked.includes(name))).toEqual(Object.keys(begunOtherwise));
});
