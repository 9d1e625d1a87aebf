import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

test('the gap between children with and without free school meals is seen with its trend, in points, broken where the profile changed', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  await coordinator.opens('/p/trafford/need', 'Local need');
  await coordinator.reads('The poverty gap');
  // As published for 2024/25: 77.4 less 48.6; the year before it was 28.4.
  await coordinator.reads(
    'Eligible for free school meals: 48.6%. Not eligible for free school meals: 77.4%. Gap: 28.8 points, not clearly wider or narrower than in 2023/24.'
  );
  await coordinator.follows('Children ready for Year 1');
  await coordinator.sees('Children ready for Year 1');
  const gap = coordinator.page.getByRole('img', { name: 'Gap: Children ready for Year 1' });
  expect(await gap.first().textContent()).toContain('Gap 28.8 points');
  expect(await gap.first().textContent()).toContain('Counted differently from 2021/22');

  const section = coordinator.page.locator('#gap');
  await section.getByText('Show as a table').click();
  const rows = await section.getByRole('row').allInnerTexts();
  const cells = rows.map((row) => row.split(/\s*\t\s*/).map((cell) => cell.trim()));
  // England 72.5 less 51.3, the North West 69.6 less 49.1.
  expect(cells).toContainEqual(['2024/25', '77.4%', '48.6%', '28.8', '21.2', '20.5', '–']);
  expect(cells.some((row) => row[0] === '2019/20' && row.at(-1) === 'Not collected')).toBe(true);

  const file = await coordinator.page.request.get(
    '/p/trafford/need/good-level-of-development/gap.csv'
  );
  const text = await file.text();
  expect(text).toContain('2018/19,76,56,20,17,');
  expect(text).toContain('Open Government Licence');
});

test('a gap that is published for the nation alone says so', async () => {
  const coordinator = await signedIn('coordinator@tayside.example', withoutScripts);
  await coordinator.opens('/p/angus/need/no-concerns-at-27-to-30-months', /./);
  await coordinator.reads('These figures are published for Scotland as a whole, not for Angus');
  await coordinator.reads('Gap: 16.6 points');
});
