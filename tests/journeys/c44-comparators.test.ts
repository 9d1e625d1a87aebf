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
  await coordinator.reads('Better than the North West (65.0%)');
  await coordinator.reads('Better than the mean of 10 statistical neighbours (70.3%)');
  await coordinator.reads('In England it is 21.2 points, in the North West 20.5 points.');
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
  await coordinator.reads('About the same as the middle of Scotland’s 32 councils (17.4%)');
});

test('what is drawn beside the place is chosen, kept in the address and in what is taken out, without scripts', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  const address = '/p/trafford/need/good-level-of-development';
  await coordinator.opens(address, 'Children ready for Year 1');
  await coordinator.page.getByText('Compared with England, North West, Neighbours').click();
  await coordinator.field('England').uncheck();
  await coordinator.field('Neighbours').uncheck();
  await coordinator.presses('Compare with these');
  await coordinator.sees('Children ready for Year 1');
  const { search, searchParams } = new URL(coordinator.page.url());
  expect(searchParams.getAll('beside')).toEqual(['own', 'region']);
  await coordinator.reads('Compared with North West');
  await coordinator.reads('Better than the North West (65.0%)');
  const main = await coordinator.page.getByRole('main').innerText();
  expect(main).not.toContain('England (68.3%)');
  expect(main).not.toContain('10 statistical neighbours');
  const trend = await coordinator.page.request.get(`${address}/trend.csv${search}`);
  expect(await trend.text()).toMatch(/Period,Trafford,North West,Note\r\n2024\/25,74,65,/);
  const gap = await coordinator.page.request.get(`${address}/gap.csv${search}`);
  expect((await gap.text()).split('\r\n')[0]).toMatch(/Gap,Gap: North West,Note$/);

  await coordinator.page.getByText('Compared with North West').click();
  await coordinator.field('North West').uncheck();
  await coordinator.presses('Compare with these');
  await coordinator.sees('Children ready for Year 1');
  await coordinator.reads('Compared with nothing');
  await coordinator.page.getByText('Compared with nothing').click();
  await coordinator.follows('Clear');
  await coordinator.sees('Children ready for Year 1');
  await coordinator.reads('Better than England (68.3%)');
});

test('a Scottish place names the councils that are like it, and sees their mean beside its own', async () => {
  const coordinator = await signedIn('coordinator@tayside.example', withoutScripts);
  await coordinator.opens('/p/angus/need', 'Local need');
  await coordinator.follows('What we compare with');
  await coordinator.sees('What we compare with');
  await coordinator.follows('Add a group');
  await coordinator.sees('Add a group to compare with');
  await coordinator.writes('Name', 'Councils like ours');
  await coordinator.writes(/^Why these areas/, 'Small towns and farms. Ask on 07700 900123.');
  const areas = ['Aberdeenshire', 'East Lothian', 'Highland', 'Moray'];
  for (const area of areas) await coordinator.ticks(area);
  await coordinator.presses('Add the group');
  await coordinator.sees('Add a group to compare with');
  await coordinator.isTold('Choose at least five areas');
  expect(await coordinator.field('Moray').isChecked()).toBe(true);
  await coordinator.ticks('Scottish Borders');
  await coordinator.presses('Add the group');
  await coordinator.sees('Add a group to compare with');
  await coordinator.isTold('telephone');
  await coordinator.writes(/^Why these areas/, 'Small towns and farms.');
  await coordinator.presses('Add the group');
  await coordinator.hearsThat('The group is added');
  await coordinator.reads('5: Aberdeenshire, East Lothian, Highland, Moray, Scottish Borders');

  await coordinator.opens('/p/angus/need/primary-literacy-expected-level', /./);
  // As published for 2018/19: 70.5 + 69.9 + 57.9 + 64.7 + 74.9 make 337.9, a fifth of which is 67.58.
  await coordinator.reads('the mean of 5 areas of “Councils like ours” (67.6%)');
  await coordinator.reads('Beside Councils like ours');

  const second = await signedIn('coordinator@tayside.example', withoutScripts);
  for (const person of [coordinator, second]) {
    await person.page.goto('/p/angus/need/comparators');
    await person.follows('Change Councils like ours');
    await person.sees('Change Councils like ours');
  }
  await coordinator.writes('Name', 'Rural councils');
  await coordinator.presses('Save');
  await coordinator.hearsThat('The group is saved');
  await second.writes('Name', 'Farming councils');
  await second.presses('Save');
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('Rural councils');

  await coordinator.follows('Change Rural councils');
  await coordinator.page.getByText('Remove this group').first().click();
  await coordinator.presses('Remove this group');
  await coordinator.hearsThat('The group is no longer compared with');
  await coordinator.reads('No group of our own yet');
});

test('a baseline and a target are drawn on the trend and said in its table', async () => {
  const coordinator = await signedIn('coordinator@trafford.example', withoutScripts);
  const address = '/p/trafford/need/breastfeeding-at-6-to-8-weeks';
  await coordinator.opens(`${address}/note`, 'Note, baseline, target and next due date');
  const option = coordinator
    .field(/^Baseline/)
    .locator('option')
    .nth(1);
  const named = (await option.textContent())?.trim() ?? '';
  await coordinator.chooses(/^Baseline/, named);
  await coordinator.writes(/^Target(?! to)/, '70');
  await coordinator.presses('Save');
  await coordinator.hearsThat('Your note is saved');
  const [period = '', figure = ''] = named.split(': ');
  await coordinator.reads(`The baseline is ${figure} (${period}). The target is 70.0%.`);
  const trend = await coordinator.page.request.get(`${address}/trend.csv`);
  expect(await trend.text()).toContain('\r\nTarget,70,');
  expect(await trend.text()).toContain('Baseline');

  await coordinator.opens(`${address}/note`, 'Note, baseline, target and next due date');
  await coordinator.chooses(/^Baseline/, 'None');
  await coordinator.writes(/^Target(?! to)/, '');
  await coordinator.presses('Save');
  await coordinator.hearsThat('Your note is saved');
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
  await coordinator.marks(coordinator.page.getByLabel('Babies born small'));
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
