import { documentProblems, textOfWords } from '#core/written-document';
import { describe, expect, test } from 'vitest';
import type { Decision } from './kinds.ts';
import { minutesOf } from './minutes.ts';

const decision = (
  id: string,
  more: Partial<Decision>
): Parameters<typeof minutesOf>[1]['decisions'][number] => ({
  id,
  title: id,
  question: '',
  decided: `Decided: ${id}`,
  kind: 'agreed',
  groupId: 'board',
  body: '',
  decidedOn: '2026-03-02',
  basis: '',
  options: '',
  conditions: '',
  conditionsDueOn: null,
  conditionsMetOn: null,
  present: [],
  paperIds: [],
  consultationIds: [],
  planPriorityIds: [],
  aimIds: [],
  supersedesId: null,
  confirmedAt: new Date('2026-03-03'),
  source: '',
  version: 1,
  agreements: [],
  interests: [],
  correctedBy: null,
  ...more
});

const records = {
  place: 'Fernhollow',
  groups: [{ id: 'board', title: 'Partnership board' }],
  aims: [],
  consultations: [],
  papers: [
    { id: 'paper', title: 'A starter paper', groupId: 'board', meetingOn: '2026-03-02' },
    { id: 'later', title: 'A later paper', groupId: 'board', meetingOn: '2026-04-02' }
  ],
  decisions: [
    decision('Second', { decidedOn: '2026-04-02', confirmedAt: null }),
    decision('First', { paperIds: ['paper'], conditions: 'Money is found' }),
    decision('Of the council', { groupId: null, body: 'Fernhollow Council' }),
    decision('Without a day', { decidedOn: null })
  ]
};

const headingsOf = (asked: Parameters<typeof minutesOf>[0]) =>
  minutesOf(asked, records).blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : []
  );

describe('minutes', () => {
  test('of one meeting hold what its group decided that day, and its papers', () => {
    const asked = { groupId: 'board', from: '2026-03-02', to: '2026-03-02' };
    expect(headingsOf(asked)).toEqual(['First', 'Papers for these meetings']);
    const { title, lead, blocks } = minutesOf(asked, records);
    expect(title).toBe('Decisions: Partnership board');
    expect(lead).toBe('On 2 March 2026. One decision.');
    expect(blocks.find((block) => block.kind === 'list')?.items.map(textOfWords)).toEqual([
      'A starter paper, for 2 March 2026'
    ]);
  });

  test('of everything stand in the order of the days, what has no day last', () => {
    expect(headingsOf({ groupId: null, from: null, to: null })).toEqual([
      'First',
      'Of the council',
      'Second',
      'Without a day',
      'Papers for these meetings'
    ]);
  });

  test('of a range leave out what has no day, and mark a draft', () => {
    const asked = { groupId: null, from: '2026-04-01', to: null };
    expect(headingsOf(asked)).toEqual(['Second', 'Papers for these meetings']);
    const draft = minutesOf(asked, records).blocks.find((block) => block.kind === 'paragraph');
    expect(draft?.words).toEqual([{ text: 'Draft, not confirmed yet.', bold: true }]);
  });

  test('are whole for somebody who listens', () => {
    expect(documentProblems(minutesOf({ groupId: null, from: null, to: null }, records))).toEqual(
      []
    );
  });
});
