import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const alignment = '/p/fernhollow/evidence/alignment';

test('a reader sees evidence, need and services side by side, filters by a pattern, sorts, and takes it away', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens('/p/fernhollow/system/gaps', 'Gaps and overlap');
  await reader.follows('evidence and need stand beside it');
  await reader.sees('Where evidence meets need');
  await reader.reads('How this is read');
  const rows = reader.page.getByRole('table').getByRole('row');
  expect(await rows.count()).toBe(25);
  await reader.reads('No indicator bears on it');

  await reader.chooses('Local need', 'Not known');
  await reader.presses('Show');
  await reader.sees('Where evidence meets need');
  expect(new URL(reader.page.url()).search).toContain('need=unknown');
  const fewer = await rows.count();
  expect(fewer).toBeGreaterThan(1);
  expect(fewer).toBeLessThan(25);
  await reader.follows(/^Who serves it/);
  expect(new URL(reader.page.url()).search).toMatch(/need=unknown.*sort=coverage/);

  const file = await reader.page.request.get(
    `${alignment}/alignment.csv?outcome=communication&age=months-8-36`
  );
  const text = await file.text();
  expect(text.trim().split('\r\n')).toHaveLength(25);
  expect(text).toContain('Why need is read so');
});
