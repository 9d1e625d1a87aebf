import { expect, test } from 'vitest';
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
