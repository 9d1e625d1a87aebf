import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const place = '/p/fernhollow';
const map = `${place}/system/universal-to-intensive`;

test('a coordinator names four stages and adds offers; the map says where nothing is offered and what is crowded', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  const { page } = coordinator;
  await coordinator.opens(`${place}/administration/stages`, 'Stages of support');
  const stages = ['Everyone', 'A little more', 'Much more', 'Alongside'];
  for (const [index, name] of stages.entries()) {
    await coordinator.writes(new RegExp(`^Name of stage ${index + 1}`), name);
  }
  for (const [before, line] of [
    ['Universal', 1],
    ['Targeted', 2],
    ['Intensive', 3]
  ] as const) {
    await coordinator.chooses(new RegExp(`^“${before}” becomes`), `Stage ${line}`);
  }
  await coordinator.writes(/^Name of stage 4/, 'everyone');
  await coordinator.presses('Save the stages');
  await coordinator.isTold('Two stages are called “everyone”. Give each a name of its own.');
  expect(await coordinator.field(/^Name of stage 2/).inputValue()).toBe('A little more');
  await coordinator.writes(/^Name of stage 4/, 'Alongside');
  await coordinator.presses('Save the stages');
  await coordinator.hearsThat('The stages of support are saved');

  await page.goto(`${map}/offers/new`);
  await coordinator.sees('Add an offer at a stage');
  await coordinator.marks(page.getByRole('radio', { name: /^Approach/ }));
  await coordinator.marks(page.getByRole('radio', { name: /^Much more/ }));
  await coordinator.presses('Add the offer');
  await coordinator.isTold('Choose a listed service, or give the offer a name.');
  for (const [index, name] of ['Video feedback', 'Family nurture', 'Home talk'].entries()) {
    if (index > 0) {
      await page.goto(`${map}/offers/new?stage=intensive`);
      await coordinator.marks(page.getByRole('radio', { name: /^Approach/ }));
    }
    await coordinator.writes(/^Name of the offer/, name);
    await coordinator.writes(/^Threshold/, 'Two visits agreed with the family');
    await coordinator.presses('Add the offer');
    await coordinator.hearsThat('The offer is on the map');
  }

  await coordinator.sees('Universal to intensive');
  await coordinator.reads('No offer at stage 4 (Alongside).');
  await coordinator.reads(
    'Parent stress: nothing at the universal stage, 3 offers at other stages.'
  );
  await coordinator.reads('Threshold: Two visits agreed with the family');

  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(map, 'Universal to intensive');
  await reader.reads('Stage 3: Much more');
  for (const link of [/^Add an offer/, /^Name the stages/, /^Change/]) {
    expect(await reader.page.getByRole('main').getByRole('link', { name: link }).count()).toBe(0);
  }
  expect((await reader.page.goto(`${map}/offers/new`))?.status()).toBe(403);
});
