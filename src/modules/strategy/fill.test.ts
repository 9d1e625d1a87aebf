import { describe, expect, test } from 'vitest';
import { someRecords, someSection, someText } from './builders.ts';
import { completenessOf, fillSections, forEverybody, freeze, paragraphsOf } from './fill.ts';
import type { RecordKind, RecordList, StrategyRecords } from './types.ts';

function listIn(
  kind: RecordKind,
  section = 'some-section',
  records: StrategyRecords = someRecords
): RecordList {
  const [filled] = fillSections([someSection({ id: section, filledFrom: [kind] })], [], records);
  const list = filled?.lists[0];
  if (list === undefined) throw new Error('no list');
  return list;
}

const gapsOf = (list: RecordList) => list.gaps.map((gap) => gap.text);

describe('paragraphs of a typed text', () => {
  test('are parted by empty lines, and keep single line ends', () => {
    expect(paragraphsOf('One.\r\n\r\n\r\nTwo,\nthree.\n \n')).toEqual(['One.', 'Two,\nthree.']);
    expect(paragraphsOf('  \n')).toEqual([]);
  });
});

describe('completeness', () => {
  test('counts sections with text, and names those without; blank text is none', () => {
    const sections = [
      someSection(),
      someSection({ id: 'risks', title: 'Risks' }),
      someSection({ id: 'resources', title: 'Resources' })
    ];
    const texts = [
      someText('vision', 'We hope.'),
      someText('risks', '  '),
      someText('gone', 'Old')
    ];
    expect(completenessOf(sections, texts)).toEqual({
      all: 3,
      withText: 1,
      without: ['Risks', 'Resources']
    });
  });
});

describe('what the records say in a section', () => {
  test('stands beside the partnership’s own text, in the order of the pack', () => {
    const sections = [
      someSection({ id: 'next-steps', filledFrom: ['actions'] }),
      someSection({ filledFrom: [] })
    ];
    const filled = fillSections(sections, [someText('vision', 'One.\n\nTwo.')], someRecords);
    expect(filled.map((one) => [one.section.id, one.paragraphs.length, one.lists.length])).toEqual([
      ['next-steps', 0, 1],
      ['vision', 2, 0]
    ]);
  });

  test('links every line to its record', () => {
    const lists = (['priorities', 'evidence', 'aims', 'actions', 'tests'] as const).map((kind) =>
      listIn(kind)
    );
    for (const line of lists.flatMap((list) => list.lines)) expect(line.path).toMatch(/^\/[a-z]+/);
  });

  test('names what is missing, with where to mend it', () => {
    expect(gapsOf(listIn('decisions'))).toEqual([
      'No kind of action is decided for “Books at home”.'
    ]);
    expect(gapsOf(listIn('evidence'))).toEqual([
      'The evidence for “Books at home” is unknown. Give your own rating.'
    ]);
    expect(gapsOf(listIn('indicators'))).toEqual(['1 indicator without a figure.']);
    expect(gapsOf(listIn('services'))).toEqual(['1 chosen factor has no service.']);
    expect(gapsOf(listIn('groups'))).toEqual(['No group has a seat for parents or families.']);
    expect(gapsOf(listIn('governance'))).toEqual(['No commitment is written down of the council.']);
    expect(gapsOf(listIn('boundaries'))).toEqual(['The working boundary is a draft.']);
    expect(gapsOf(listIn('aims'))).toEqual(['1 aim without a date.']);
    expect(gapsOf(listIn('actions', 'how-we-will-do-it'))).toEqual([
      '1 open action without a lead.',
      '1 open action without a named resource.'
    ]);
  });

  test('says what to begin with when there is nothing at all', () => {
    const nothing: StrategyRecords = {
      vision: '',
      priorities: { outcomes: [], factors: [] },
      evidence: { source: '', factors: [] },
      indicators: [],
      services: { all: 0, byFactor: [] },
      groups: [],
      aims: [],
      actions: [],
      measures: [],
      tests: []
    };
    const kinds = [
      'vision',
      'priorities',
      'decisions',
      'evidence',
      'indicators',
      'services',
      'groups',
      'aims',
      'actions',
      'measures',
      'tests'
    ] as const;
    for (const kind of kinds) {
      const list = listIn(kind, 'some-section', nothing);
      expect({ kind, lines: list.lines.length, gaps: list.gaps.length }).toEqual({
        kind,
        lines: 0,
        gaps: 1
      });
    }
  });

  test('is silent about kinds that nobody can record here', () => {
    const section = someSection({ filledFrom: ['stakeholders', 'boundaries', 'aims'] });
    expect(fillSections([section], [], {})[0]?.lists).toEqual([]);
  });

  test('shows the vision from its one home, and says of tests how they came out', () => {
    expect(listIn('vision').lines).toEqual([
      { text: 'Every child enjoys a story.', path: '/administration' }
    ]);
    expect(listIn('tests').lines[0]?.note).toBe(
      '4 tests tried, the last on 3 August 2026: 2 helped and 2 did not help'
    );
  });

  test('says of an aim that its date has passed', () => {
    const [aim] = someRecords.aims ?? [];
    if (aim === undefined) throw new Error('There is an aim.');
    const aims = [{ ...aim, due: '30 April 2018', state: 'its date has passed' }];
    const list = listIn('aims', 'what-we-will-do', { ...someRecords, aims });
    expect(list.lines[0]?.note).toBe('Talk, by 30 April 2018, led by Board, its date has passed');
  });

  test('puts the next open actions first where it is about next steps', () => {
    const list = listIn('actions', 'next-steps');
    expect(list.lines.map((line) => line.text)).toEqual(['Test story bags', 'Choose a programme']);
    expect(list.says).toBe('2 actions are open. Those with a date:');
  });

  test('keeps to the indicators that bear on the choice where it is about the choice', () => {
    expect(listIn('indicators', 'what-matters').lines.map((line) => line.text)).toEqual([
      'Good level of development',
      'Mothers asked'
    ]);
    expect(listIn('indicators', 'local-context').lines).toHaveLength(3);
  });
});

describe('a frozen document', () => {
  const sections = [
    someSection({ filledFrom: ['indicators', 'measures'] }),
    someSection({ id: 'risks', title: 'Risks' })
  ];
  const frozen = freeze(fillSections(sections, [someText('vision', 'We hope.')], someRecords), {
    name: 'Fernhollow',
    madeUp: true
  });

  test('keeps texts and lines, and neither addresses nor what was missing', () => {
    expect(frozen).toMatchObject({ format: 1, place: 'Fernhollow', madeUp: true });
    expect(frozen.sections.map((one) => one.text)).toEqual(['We hope.', '']);
    expect(JSON.stringify(frozen)).not.toMatch(/path|gaps/);
    expect(JSON.stringify(frozen)).toContain('5 in 2025/26');
  });

  test('leaves figures of the partnership’s own, and empty sections, out of what everybody reads', () => {
    const shown = forEverybody(frozen);
    expect(shown.sections.map((one) => one.id)).toEqual(['vision']);
    const text = JSON.stringify(shown);
    expect(text).toContain('68% in 2024/25');
    expect(text).not.toContain('5 in 2025/26');
    expect(text).not.toContain('6 of 20');
  });
});
