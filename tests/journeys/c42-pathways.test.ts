import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const pathways = '/p/fernhollow/evidence/pathways';

test('a reader follows pathways from a factor and from an outcome, as picture and as list, and takes both away', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(pathways, 'Pathways');
  await reader.chooses('From a factor outwards', 'Overcrowded accommodation');
  await reader.presses('Show where it leads');
  await reader.sees('Pathways');
  await reader.reads('strongest first');
  const first = reader.page.getByRole('main').locator('ol > li').first();
  const words = await first.innerText();
  expect(words).toContain('which lowers sensitive parenting and attachment');
  expect(words).toContain('More of it lowers every primary outcome');
  expect(await reader.page.locator('svg.cairn-layers').count()).toBe(1);

  await reader.chooses('From an outcome back', 'Communication, speech and language');
  await reader.presses('Show what leads to it');
  await reader.sees('Pathways');
  await reader.reads('only the strongest 60 are shown');

  const svg = await reader.page.request.get(`${pathways}/picture.svg?from=parent-stress`);
  expect(await svg.text()).toMatch(/^<svg[\s\S]*Parent stress/);
  const csv = await reader.page.request.get(`${pathways}/routes.csv?from=parent-stress`);
  expect(await csv.text()).toContain('Weakest link');
});

test('a contributor adds a link of the place, sees it dotted and marked, is told of a loop, changes it and removes it', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${pathways}/new`, 'Add a link of your own');
  await contributor.presses('Add this link');
  await contributor.isTold('Choose what it acts on from the list');

  await contributor.chooses('More of', 'Sensitive parenting and attachment');
  await contributor.chooses('Acts on', 'Parent stress');
  await contributor.ticks('Lowers it');
  await contributor.ticks('Much doubt');
  await contributor.writes('Why', 'Calm evenings help both ways.');
  await contributor.writes('What it rests on', 'Parents’ Panel');
  await contributor.writes('Day', '14');
  await contributor.writes('Month', '1');
  await contributor.writes('Year', '2026');
  await contributor.presses('Add this link');
  await contributor.isTold('This would close a loop: Parent stress → Sensitive parenting');

  await contributor.chooses('More of', 'Parent stress');
  await contributor.chooses('Acts on', 'Breastfeeding');
  await contributor.presses('Add this link');
  await contributor.sees('Pathways');
  await contributor.hearsThat('Your link is among the pathways');
  await contributor.reads('With a link of your own');
  expect(await contributor.page.locator('svg.cairn-layers').innerHTML()).toContain('dasharray');

  await contributor.follows(/Change the link from Parent stress lowers breastfeeding/);
  await contributor.sees('Change a link of your own');
  await contributor.writes('Why', 'Three mothers said so.');
  await contributor.presses('Save');
  await contributor.reads('Three mothers said so.');
  await contributor.follows(/Change the link from Parent stress lowers breastfeeding/);
  await contributor.page.getByText('Remove this link', { exact: true }).click();
  await contributor.presses('Remove the link');
  await contributor.hearsThat('The link is removed');
});
