import { describe, expect, test } from 'vitest';
import {
  dropWaiting,
  keepDraft,
  markTrouble,
  nothingKept,
  openWaiting,
  putToWait,
  readKept,
  type KeptForm
} from './kept-forms.ts';

const now = Date.UTC(2026, 2, 2, 10);
const basket: KeptForm = {
  id: 'one',
  form: 'record',
  title: 'A basket by the door',
  fields: [['changeTried', 'A basket by the door']],
  keptAt: now,
  trouble: null
};
const songs: KeptForm = { ...basket, id: 'two', title: 'One song' };

describe('what is kept on a device', () => {
  test('is read again as it was written', () => {
    const kept = putToWait(keepDraft(nothingKept, songs), basket);
    expect(readKept(JSON.stringify(kept), now)).toEqual(kept);
  });

  test('holds one draft for each form, the latest', () => {
    const kept = keepDraft(keepDraft(nothingKept, basket), songs);
    expect(kept.drafts).toEqual([songs]);
  });

  test('waits once, however often it is put to wait, and no longer as a draft', () => {
    const kept = putToWait(putToWait(keepDraft(nothingKept, basket), basket), basket);
    expect(kept).toEqual({ drafts: [], waiting: [basket] });
    expect(dropWaiting(kept, basket.id)).toEqual(nothingKept);
  });

  test('opened to be mended takes the place of a draft, which waits instead', () => {
    const kept = keepDraft(putToWait(nothingKept, basket), songs);
    const opened = openWaiting(markTrouble(kept, basket.id, 'refused'), basket.id);
    expect(opened).toEqual({ drafts: [basket], waiting: [songs] });
    expect(openWaiting(opened, 'unknown')).toBe(opened);
  });

  test('is gone after 30 days', () => {
    const text = JSON.stringify(putToWait(nothingKept, basket));
    const days = (count: number) => now + count * 24 * 60 * 60 * 1000;
    expect(readKept(text, days(29)).waiting).toEqual([basket]);
    expect(readKept(text, days(30))).toEqual(nothingKept);
  });

  test.each(['', 'null', '[]', '{"waiting":[{"id":1}]}', '{"drafts":"x"}', '{"waiting":[{'])(
    'is empty when %j was found',
    (text) => {
      expect(readKept(text, now)).toEqual(nothingKept);
    }
  );
});
