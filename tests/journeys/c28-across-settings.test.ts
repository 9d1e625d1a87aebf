import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

const surveys = '/p/fernhollow/improvement/benchmarks';

test('every setting is asked by a link of its own; what they say is seen, taken up, and shared without their names', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(surveys, 'Across settings');
  await lead.follows('Ask every setting');
  await lead.writes('Title', 'How we work with families');
  await lead.writes('Why you ask', 'We want to plan with what is there already.');
  await lead.writes('Whom settings can ask about it', 'The early years team');
  await lead.writes('Approaches', 'Story bags at home\nStay and play');
  await lead.presses('Go on to the first round');
  await lead.hearsThat('The questions are saved');
  await lead.follows('Open a round');
  const nextYear = new Date().getFullYear() + 1;
  for (const [label, value] of [
    ['Day', '1'],
    ['Month', '6'],
    ['Year', String(nextYear)]
  ] as const) {
    await lead.page.getByLabel(label, { exact: true }).fill(value);
  }
  await lead.presses('Open the round');
  await lead.hearsThat('The round is open');
  const links = lead.page.locator('main table a.address');
  expect(await links.count()).toBeGreaterThan(5);
  const name = (await lead.page.locator('main tbody th').first().textContent())?.trim() ?? '';
  const link = new URL((await links.first().getAttribute('href')) ?? '').pathname;
  const round = new URL(lead.page.url()).pathname.replace(/\/links$/, '');

  const head = await visitor({ ...withoutScripts, viewport: phone });
  await head.opens(link, 'How we work with families');
  await head.presses('Send');
  await head.isTold('Tick what your setting uses');
  await head.isTold('Enter your role');
  await head.marks(head.page.getByRole('checkbox', { name: 'Story bags at home' }));
  const about = head.page.getByRole('group', { name: 'Story bags at home' });
  await about.getByLabel(/^Since when/).fill('9/2024');
  // Nothing is asked of an approach that is not ticked.
  expect(await head.page.getByRole('group', { name: 'Stay and play' }).count()).toBe(0);
  await head.marks(head.page.getByRole('radio', { name: 'Yes', exact: true }));
  await head.writes('Your role', 'Head of centre');
  await head.presses('Send');
  await head.reads('What your setting said is here');
  // Whoever answers again finds what was said, and takes its place.
  expect(await about.getByLabel(/^Since when/).inputValue()).toBe('2024-09');
  await head.writes('Your role', 'Deputy head');
  await head.presses('Send again');
  await head.reads('It takes the place of what was said before');

  await lead.opens(round, 'Baseline');
  await lead.reads(/1 of \d+ settings has answered/);
  await lead.reads('Used nowhere: Stay and play');
  await lead.reads(`Want support: ${name}`);
  await lead.page.getByText('Story bags at home: 1 of 1', { exact: true }).click();
  await lead.reads(/Draft an aim: Story bags at home: from 1 to … of \d+ settings by …/);
  await lead.presses('Take them up');
  await lead.hearsThat('1 setting taken up as using it');
  await lead.sees('Story bags at home');

  await lead.opens(round, 'Baseline');
  await lead.presses('Close the round for good');
  await lead.hearsThat('The round is closed');
  const shared = await (await lead.page.request.get(`${round}/shared.csv`)).text();
  expect(shared).toContain('Story bags at home');
  expect(shared).not.toContain(name);
  await head.opens(link, 'How we work with families');
  await head.reads('nothing more can be answered or changed in it');
});
