import { describe, expect, test } from 'vitest';
import { column, fieldColumns, tableOf } from './columns.ts';
import { field } from './fields/index.ts';
import { asForm, changedInput, fieldNamer, kind, newInput, partInput } from './kind.ts';
import { parse } from '#platform/command';
import { labelsIn, shownValue } from './ui/conflict.ts';
import { summaryRows } from './ui/summary.ts';

const words = {
  one: 'session',
  add: 'Add a session',
  addButton: 'Add the session',
  added: 'Added.',
  change: 'Change this session',
  changed: 'Saved.',
  remove: 'Remove this session',
  removal: 'Its history stays.',
  removed: 'Removed.'
};
const about = {
  name: 'trial.session',
  permission: 'learning:edit',
  title: 'title',
  words
} as const;

const session = kind('learningSession', {
  ...about,
  fields: {
    title: field.line({ label: 'Title', needed: 'Enter the title', most: 20 }),
    theme: field.text({ label: 'Theme' }),
    startsOn: field.neededDay({ label: 'First day', needed: 'Enter the first day' }),
    endsOn: field.day({ label: 'Last day' }),
    held: field.oneOfOr({
      label: 'How it is held',
      options: ['in-person', 'online'],
      names: { 'in-person': 'In one room', online: 'By video' },
      otherwise: 'in-person'
    }),
    awayTeam: field.rows({
      label: 'Away team',
      most: 2,
      parts: { role: field.line({ label: 'role', needed: 'Enter the role' }) }
    })
  }
});

const typed = { title: ' Spring ', startsOn: '2026-05-12' };

describe('the input of a kind', () => {
  test('takes what a form sends, and fills what was left empty', () => {
    expect(parse(newInput(session), typed)).toEqual({
      ok: true,
      value: {
        title: 'Spring',
        theme: '',
        startsOn: '2026-05-12',
        endsOn: null,
        held: 'in-person',
        awayTeam: []
      }
    });
  });

  test.each([
    [{ ...typed, title: '' }, 'title', 'Enter the title'],
    [{ ...typed, title: 'x'.repeat(21) }, 'title', 'This is too long: shorten it'],
    [{ ...typed, startsOn: '' }, 'startsOn', 'Enter the first day'],
    [{ ...typed, held: 'by-pigeon' }, 'held', 'Choose one from the list'],
    [{ ...typed, theme: 'Call 01632 960 123' }, 'theme', /^“Theme” may hold/]
  ])('says what is wrong beside the field: %o', (input, path, message) => {
    const answer = parse(newInput(session), input);
    expect(answer).toMatchObject({ ok: false });
    const said = answer.ok ? [] : answer.error.issues.filter((issue) => issue.path === path);
    expect(said[0]?.message).toMatch(message);
  });

  test('of a change asks for the record and its version as well', () => {
    expect(parse(changedInput(session), typed)).toMatchObject({ ok: false });
    const head = { id: '00000000-0000-4000-8000-000000000000', version: '3' };
    expect(parse(changedInput(session), { ...typed, ...head })).toMatchObject({
      ok: true,
      value: { version: 3, title: 'Spring' }
    });
  });

  test('of a part asks for its fields alone', () => {
    const part = partInput(session, ['theme']);
    const head = { id: '00000000-0000-4000-8000-000000000000', version: 3 };
    expect(parse(part, { ...head, theme: 'Talk' })).toEqual({
      ok: true,
      value: { ...head, theme: 'Talk' }
    });
  });

  test('keeps no row without words', () => {
    const awayTeam = [{ role: '' }, { role: 'Room lead' }];
    expect(parse(newInput(session), { ...typed, awayTeam })).toMatchObject({
      value: { awayTeam: [{ role: 'Room lead' }] }
    });
  });
});

const stored = {
  title: 'Spring',
  theme: '',
  startsOn: '2026-05-12',
  endsOn: null,
  held: 'online',
  awayTeam: [{ role: 'Room lead' }]
};

describe('a stored record', () => {
  test('reads as its form would send it', () => {
    expect(asForm(session, stored)).toEqual({
      title: 'Spring',
      theme: '',
      startsOn: '2026-05-12',
      endsOn: '',
      held: 'online',
      'awayTeam.0.role': 'Room lead'
    });
  });

  test('is called by its labels, each part of each row too', () => {
    expect(fieldNamer(session)('awayTeam.1.role')).toBe('Away team, row 2: role');
    const labels = labelsIn(session, { 'awayTeam.1.role': 'x' }, asForm(session, stored));
    expect(Object.keys(labels)).toEqual([
      'title',
      'theme',
      'startsOn',
      'endsOn',
      'held',
      'awayTeam.1.role',
      'awayTeam.0.role'
    ]);
  });

  test('is taken away as columns, each heading beside what stands under it', () => {
    const kept = { ...stored, factors: ['a', 'gone', 'b'], answered: false, rows: 3 };
    const named = {
      fields: {
        ...session.fields,
        factors: field.text({ label: 'Factors' }),
        answered: field.text({ label: 'Answered' })
      }
    };
    const of = fieldColumns(named, {
      factors: [
        { id: 'a', title: 'Talk' },
        { id: 'b', title: 'Play' }
      ]
    });
    expect(
      tableOf(
        [kept],
        [
          ...of('title', 'theme', 'startsOn', 'endsOn', 'held', 'factors', 'answered'),
          column('Rows', ({ rows }) => rows),
          column('Nothing', () => null)
        ]
      )
    ).toEqual([
      [
        'Title',
        'Theme',
        'First day',
        'Last day',
        'How it is held',
        'Factors',
        'Answered',
        'Rows',
        'Nothing'
      ],
      [stored.title, '', '2026-05-12', '', 'By video', 'Talk; Play', 'No', '3', '']
    ]);
    expect(tableOf([], of('title'))).toEqual([['Title']]);
  });

  test('reads in words', () => {
    const show = shownValue(session, { choices: {}, offered: {} });
    expect([show('startsOn', '2026-05-12'), show('held', 'online')]).toEqual([
      '12 May 2026',
      'By video'
    ]);
    expect(summaryRows(session, stored, { except: ['title'] })).toEqual([
      { name: 'theme', label: 'Theme', value: null },
      { name: 'startsOn', label: 'First day', value: '12 May 2026' },
      { name: 'endsOn', label: 'Last day', value: null },
      { name: 'held', label: 'How it is held', value: 'By video' }
    ]);
  });
});

test('a field that is no column, or gives what its column does not take, does not compile', () => {
  const declared = [
    // @ts-expect-error `colour` is no column of the table
    kind('learningSession', { ...about, fields: { colour: field.line({ label: 'Colour' }) } }),
    // @ts-expect-error the column takes a text, and the field may give null
    kind('learningSession', { ...about, fields: { title: field.day({ label: 'Day' }) } })
  ];
  expect(declared).toHaveLength(2);
});

describe('a field of a kind', () => {
  test('may be written as lines and kept as a list', () => {
    const seats = kind('learningSession', {
      ...about,
      fields: {
        awayTeam: field.lines({
          label: 'Away team',
          most: 100,
          read: (text) => text.split('\n').map((role) => ({ role })),
          write: (list) => list.map(({ role }) => role).join('\n')
        })
      }
    });
    const record = { awayTeam: [{ role: 'Room lead' }, { role: 'Cook' }] };
    expect(asForm(seats, record)).toEqual({ awayTeam: 'Room lead\nCook' });
    expect(summaryRows(seats, record)).toMatchObject([{ value: 'Room lead\nCook' }]);
    expect(parse(newInput(seats), { awayTeam: 'Call 01632 960 123' })).toMatchObject({ ok: false });
  });

  test('that names entries of a list takes no words, for nobody looks through it, and shows those it can name', () => {
    const tied = kind('dataSource', {
      ...about,
      fields: { factors: field.factors({ label: 'Factors' }) }
    });
    const choices = { factors: [{ id: 'nutrition', title: 'Nutrition' }] };
    const record = { factors: ['nutrition', 'gone-since'] };
    expect(summaryRows(tied, record, { choices })).toMatchObject([{ value: 'Nutrition' }]);
    const given = (factors: string) => parse(newInput(tied), { factors });
    expect(given('play-and-verbal-exchanges')).toMatchObject({ ok: true });
    expect(given('Seen again, NHS number 943 476 5919.')).toMatchObject({
      error: { issues: [{ path: 'factors', message: 'Choose one from the list' }] }
    });
  });
});

describe('a kind whose records are part of another', () => {
  const milestone = kind('projectMilestone', {
    ...about,
    name: 'trial.milestone',
    order: ['dueOn'],
    unique: { column: 'title', sentence: (title) => `There is a milestone “${String(title)}”.` },
    fields: {
      projectId: field.partOf({
        label: 'Project',
        of: { table: 'improvementProject', title: 'title' }
      }),
      title: field.line({ label: 'Title', needed: 'Enter the title' }),
      dueOn: field.neededDay({ label: 'By when', needed: 'Enter by when' })
    }
  });
  const given = { title: 'First test', dueOn: '1/5/2026' };
  const projectId = '20000000-0000-4000-8000-000000000000';

  test('names it where one is added, and nowhere else', () => {
    expect(milestone.parent).toEqual({
      column: 'projectId',
      of: { table: 'improvementProject', title: 'title' }
    });
    expect(parse(newInput(milestone), { ...given, projectId })).toMatchObject({ ok: true });
    expect(parse(newInput(milestone), given)).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'projectId' }] }
    });
    const changed = { ...given, id: projectId, version: 1 };
    expect(parse(changedInput(milestone), changed)).toMatchObject({
      ok: true,
      value: { title: 'First test', dueOn: '2026-05-01' }
    });
    expect(Object.keys(changedInput(milestone).entries)).not.toContain('projectId');
    expect(asForm(milestone, { ...given, projectId })).toEqual(given);
    expect(labelsIn(milestone, given, given)).toEqual({ title: 'Title', dueOn: 'By when' });
    expect(summaryRows(milestone, { ...given, projectId }).map(({ name }) => name)).toEqual([
      'title',
      'dueOn'
    ]);
  });
});
