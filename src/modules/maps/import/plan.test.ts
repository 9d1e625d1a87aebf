import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Service, ServiceId } from '../types.ts';
import { aService, counting, nobodyHere } from './builders.ts';
import { readCsv } from './read-samples.server.ts';
import { changesAnything, planImport, type ImportPlan } from './plan.ts';
import type { FactorId } from '#modules/vocabulary';

const plan = (text: string, services: readonly Service[] = []): ImportPlan =>
  planImport(readCsv(text), { services, connections: [] }, counting());

/** The place as it would stand after a plan. */
function carriedOut(before: readonly Service[], done: ImportPlan): Service[] {
  const added = done.added.map((one) =>
    aService({
      ...one.details,
      id: one.id,
      factors: one.factors.map((factor) => ({ factor, reason: '' }))
    })
  );
  const changed = new Map(done.changed.map((one) => [one.id, one]));
  const kept = before.map((service) => {
    const change = changed.get(service.id);
    if (change === undefined) return service;
    const factors = [
      ...service.factors.filter((tie) => !change.untied.includes(tie.factor)),
      ...change.tied.map((factor) => ({ factor, reason: '' }))
    ];
    return { ...service, ...change.details, factors };
  });
  return [...kept, ...added];
}

describe('which row is which service', () => {
  const rhyme = aService({ name: 'Rhyme Time', type: 'Group' });

  test('is told by the Label where there is no column Type', () => {
    const done = plan('Label,Description\nrhyme  time,Songs\n', [rhyme]);
    expect(done.added).toEqual([]);
    expect(done.changed).toMatchObject([{ id: rhyme.id }]);
  });

  test('is told by Label and Type together where there is one', () => {
    const done = plan('Label,Type\nRhyme Time,Group\nRhyme Time,Course\n', [rhyme]);
    expect(done.unchanged.map((one) => one.where.row)).toEqual([2]);
    expect(done.added.map((one) => one.details.type)).toEqual(['Course']);
  });

  test('is told by the ID alone where the row has one', () => {
    const withId = aService({ name: 'Rhyme Time', externalId: 'r1' });
    const done = plan('ID,Label\nr1,Songs and rhymes\nr2,Rhyme Time\n', [withId]);
    expect(done.changed).toMatchObject([
      {
        id: withId.id,
        changes: [{ field: 'name', before: 'Rhyme Time', after: 'Songs and rhymes' }]
      }
    ]);
    expect(done.added).toMatchObject([{ details: { name: 'Rhyme Time', externalId: 'r2' } }]);
  });

  test('cannot be told where several bear the Label, so the row is refused', () => {
    const course = aService({ name: 'Rhyme Time', type: 'Course' });
    const done = plan('Label,Description\nRhyme Time,Songs\n', [rhyme, course]);
    expect(done.refused).toEqual([
      { where: { sheet: '', row: 2 }, problems: [{ kind: 'several-called', label: 'Rhyme Time' }] }
    ]);
  });
});

describe('a repeated row', () => {
  test('changes the service further, and is noted', () => {
    const done = plan('Label,Description\nRhyme Time,Songs\nRhyme Time,Songs and rhymes\n');
    expect(done.added.map((one) => one.details.description)).toEqual(['Songs and rhymes']);
    expect(done.notes).toEqual([
      { kind: 'repeated-row', where: { sheet: '', row: 3 }, first: { sheet: '', row: 2 } }
    ]);
  });
});

describe('what a file does not say', () => {
  const hub = aService({
    name: 'Hub',
    organisation: 'Council',
    description: 'A family hub',
    factors: [{ factor: 'nutrition' as FactorId, reason: 'Breakfast' }] // of the test's own words
  });

  test('stays where the file lacks the column', () => {
    expect(plan('Label,Organisation\nHub,Council\n', [hub])).toMatchObject({
      changed: [],
      unchanged: [{ name: 'Hub' }]
    });
  });

  test('is emptied where the cell is empty, and the preview says so', () => {
    expect(plan('Label,Description\nHub,\n', [hub]).changed).toMatchObject([
      { changes: [{ field: 'description', before: 'A family hub', after: '' }] }
    ]);
  });

  test('of factors stays where the cell is empty; named factors take the place of those before', () => {
    expect(plan('Label,Factors\nHub,\n', [hub]).changed).toEqual([]);
    expect(plan('Label,Factors\nHub,Play and verbal exchanges\n', [hub]).changed).toMatchObject([
      { tied: ['play-and-verbal-exchanges'], untied: ['nutrition'], changes: [] }
    ]);
  });

  test('of factors that could not be read takes no tie away', () => {
    expect(
      plan('Label,Factors\nHub,Kindness|Play and verbal exchanges\n', [hub]).changed
    ).toMatchObject([{ tied: ['play-and-verbal-exchanges'], untied: [], changes: [] }]);
  });
});

test('a service that has ended stays ended, and is noted', () => {
  const gone = aService({ name: 'Old group', status: 'ended' });
  const done = plan('Label,Description\nOld group,Once\n', [gone]);
  expect(done.changed).toHaveLength(1);
  expect(done.notes).toMatchObject([{ kind: 'ended-service', label: 'Old group' }]);
});

describe('connections', () => {
  const a = aService({ name: 'A' });
  const b = aService({ name: 'B' });
  const drawn = {
    id: 'c1',
    from: { kind: 'service' as const, id: a.id },
    to: { kind: 'service' as const, id: b.id },
    type: 'referral',
    direction: 'directed' as const,
    established: true
  };
  const here = { services: [a, b], connections: [drawn] };
  const planHere = (text: string) => planImport(readCsv(text), here, counting());

  test('that are there already change nothing', () => {
    const done = planHere('From,To,Type\nA,B,Referral\n');
    expect(done.connections).toEqual({ added: [], changed: [], unchanged: 1 });
    expect(changesAnything(done)).toBe(false);
  });

  test('change in their direction, and another type is another connection', () => {
    const done = planHere('From,To,Type,Direction\nA,B,referral,mutual\nA,B,funding,\n');
    expect(done.connections.changed).toMatchObject([
      { connection: { id: 'c1', direction: 'mutual' } }
    ]);
    expect(done.connections.added).toMatchObject([{ connection: { type: 'funding' } }]);
  });

  test('keep the name of an end that is no service, and note it', () => {
    const done = planHere('From,To\nA,Vale Trust\n');
    expect(done.connections.added).toMatchObject([
      { connection: { to: { kind: 'name', name: 'Vale Trust' } } }
    ]);
    expect(done.notes).toMatchObject([{ kind: 'only-a-name', label: 'Vale Trust' }]);
  });

  test('with a service of the same file lead to it, by Label or by ID', () => {
    const file = readCsv('ID,Label\nx,New one\n');
    const links = readCsv('From,To\nx,A\nNew one,B\n');
    const done = planImport({ ...file, connections: links.connections }, here, counting());
    const [added] = done.added;
    expect(done.connections.added.map((one) => one.connection.from)).toEqual([
      { kind: 'service', id: added?.id },
      { kind: 'service', id: added?.id }
    ]);
  });

  test('with themselves, or with a service whose row was refused, are refused', () => {
    const file = readCsv('ID,Label\nC,\n');
    const links = readCsv('From,To\nA,A\nA,C\n');
    const done = planImport({ ...file, connections: links.connections }, here, counting());
    expect(done.refused.flatMap((one) => one.problems.map((problem) => problem.kind))).toEqual([
      'empty-label',
      'to-itself',
      'end-refused'
    ]);
  });
});

describe('the same file twice', () => {
  const cell = fc.constantFrom('', 'Songs', 'Toys and tea', 'é – ü');
  const row = fc.record({
    label: fc.constantFrom('Rhyme Time', 'rhyme time', 'Hub', 'Tots'),
    type: fc.constantFrom('', 'Group', 'Course'),
    tags: fc.constantFrom('', 'Song', 'Song|Drop-in'),
    description: cell,
    factors: fc.constantFrom('', 'Nutrition', 'Nutrition|Play and verbal exchanges'),
    stage: fc.constantFrom('', 'universal', 'targeted')
  });

  test('changes nothing the second time, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.boolean(), (rows, withType) => {
        const lines = rows.map((one) =>
          [
            one.label,
            ...(withType ? [one.type] : []),
            one.tags,
            one.description,
            one.factors,
            one.stage
          ].join(',')
        );
        const heading = `Label,${withType ? 'Type,' : ''}Tags,Description,Factors,Stage`;
        const text = [heading, ...lines].join('\n');
        const first = plan(text);
        const after = carriedOut([], first);
        const second = plan(text, after);
        expect(changesAnything(second)).toBe(false);
        expect(second.refused).toEqual(first.refused);
      })
    );
  });
});

test('nothing is done to nobody by an empty file', () => {
  const done = planImport(readCsv('Label\n'), nobodyHere, counting());
  expect(changesAnything(done)).toBe(false);
  expect(done.added.map((one): ServiceId => one.id)).toEqual([]);
});
