import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts } from '../support/person.ts';

test('a figure stands beside the nation and its statistical neighbours, by name and never by rank', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  await coordinator.opens(
    '/p/trafford/need/good-level-of-development',
    'Children ready for Year 1'
  );
  await coordinator.reads('Better than England (68.3%)');
  await coordinator.reads('Better than the mean of 10 statistical neighbours (70.3%)');
  await coordinator.reads(
    'Contains public sector information licensed under the Open Government Licence v3.0.'
  );
  const file = await coordinator.page.request.get(
    '/p/trafford/need/good-level-of-development/beside.csv'
  );
  const names = (await file.text())
    .split('\r\n')
    .slice(1, 12)
    .map((row) => row.split(',')[0]);
  expect(names).toEqual([
    'Trafford',
    'Bromley',
    'Buckinghamshire',
    'Cambridgeshire',
    'Cheshire East',
    'Gloucestershire',
    'Hertfordshire',
    'Oxfordshire',
    'Solihull',
    'Stockport',
    'Surrey'
  ]);
});

test('a Scottish place is beside its nation, or the middle of its councils where none is published', async () => {
  const coordinator = await signedIn('coordinator@tayside.example', withoutScripts);
  await coordinator.opens('/p/angus/need/primary-literacy-expected-level', /./);
  await coordinator.reads('Better than Scotland (72.3%)');
  await coordinator.opens('/p/angus/need/developmental-concern-at-27-to-30-months', /./);
  await coordinator.reads('Similar to the middle of Scotland’s 32 councils (17.4%)');
});

test('the figures to follow are chosen, and filtered by what they bear on, in an address that can be shared', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  await coordinator.opens('/p/trafford/need/choose', 'Choose indicators');
  const box = coordinator.page.getByLabel('Babies born small');
  await box.uncheck();
  await coordinator.presses('Save the choice');
  await coordinator.hearsThat(/indicators are followed/);
  await coordinator.sees('Local need');
  expect(await coordinator.page.getByRole('link', { name: 'Babies born small' }).count()).toBe(0);
  await coordinator.page.goto('/p/trafford/need/choose');
  await coordinator.page.getByLabel('Babies born small').check();
  await coordinator.presses('Save the choice');
  await coordinator.hearsThat(/indicators are followed/);

  await coordinator.page.getByLabel('Factor').selectOption({ label: 'Breastfeeding' });
  await coordinator.presses('Show');
  await coordinator.sees('Local need');
  expect(new URL(coordinator.page.url()).searchParams.get('factor')).toBe('breastfeeding');
  await coordinator.reads('Babies breastfed at six to eight weeks');
  expect(await coordinator.page.getByRole('link', { name: 'Babies born small' }).count()).toBe(0);
});

test('another place’s figures of its own are not to be had', async () => {
  const fernhollow = await signedIn('reader@fernhollow.example');
  await fernhollow.opens('/p/fernhollow/need', 'Local need');
  await fernhollow.follows('Two-year-olds talking as expected');
  await fernhollow.sees('Two-year-olds talking as expected');
  const own = new URL(fernhollow.page.url()).pathname;
  const stranger = await signedIn('coordinator@trafford.example');
  for (const address of [own, own.replace('/fernhollow/', '/trafford/')]) {
    const answer = await stranger.page.request.get(address);
    expect({ address, status: answer.status() }).toEqual({ address, status: 404 });
  }
});

test('an indicator is seen on a map, with the place outlined, classes told apart without colour, and every area by name', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  await coordinator.opens(
    '/p/trafford/need/good-level-of-development',
    'Children ready for Year 1'
  );
  await coordinator.follows('See it on a map');
  await coordinator.sees('Map: Children ready for Year 1');
  await coordinator.reads('Trafford is at 74.0%, in class 5 of 5.');
  const table = coordinator.page.getByRole('table').last();
  expect(await table.getByRole('row').count()).toBe(154);
  await coordinator.chooses('Period', '2018/19');
  await coordinator.chooses('Areas', 'Trafford and the areas around it');
  await coordinator.chooses('Classes', 'Equal widths');
  await coordinator.presses('Draw the map');
  await coordinator.sees('Map: Children ready for Year 1');
  expect(new URL(coordinator.page.url()).searchParams.get('extent')).toBe('touching');
  await coordinator.reads('Cheshire East');
  expect(await coordinator.page.getByRole('table').last().getByRole('row').count()).toBe(6);
  const query = new URL(coordinator.page.url()).search;
  const file = await coordinator.page.request.get(
    `/p/trafford/need/good-level-of-development/map.csv${query}`
  );
  expect(await file.text()).toContain('Trafford,74.7,');
  const picture = await coordinator.page.request.get(
    `/p/trafford/need/good-level-of-development/map.svg${query}`
  );
  expect(await picture.text()).toContain('Open Government Licence');
});

test('a map names the county of which an area was part, and fits a phone', async () => {
  const reader = await signedIn('coordinator@trafford.example', { viewport: phone });
  await reader.opens(
    '/p/trafford/need/good-level-of-development/map?period=2018/19',
    'Map: Children ready for Year 1'
  );
  await reader.reads('Counted as part of Cumbria then: 70.6%');
  await reader.opens('/p/trafford/need/wards', 'Wards of Trafford');
  await reader.page
    .getByRole('list')
    .getByRole('link', { name: 'Children aged 0 to 15' })
    .first()
    .click();
  await reader.sees('Map: Children in the ward');
});
