import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const improvement = '/p/fernhollow/improvement';

test('a test that did not help is found as easily as one that did, and nothing about it is red', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${improvement}/new`, 'Begin a project');
  await contributor.writes('Title', 'Fruit at snack time');
  await contributor.ticks('Nutrition');
  await contributor.presses('Begin the project');
  await contributor.sees('Fruit at snack time');
  const project = new URL(contributor.page.url()).pathname;

  for (const [what, result, decision] of [
    ['Cut the fruit small', 'It helped', 'Adopt: keep it, and try it with more'],
    ['Whole fruit on a stand', 'It did not help', 'Abandon: leave it, and try something else']
  ] as const) {
    await contributor.page.goto(`${project}/cycles/new`);
    await contributor.writes('What we will try', what);
    await contributor.writes('Prediction 1', 'Half the plates come back empty');
    await contributor.presses('Save the plan');
    await contributor.follows('Report the whole test on one page');
    await contributor.writes('What came of it', 'Counted on Friday');
    await contributor.ticks(result);
    await contributor.writes(/^What we learnt/, `Learnt from: ${what}`);
    await contributor.ticks(decision);
    await contributor.presses('Save the report');
    await contributor.hearsThat('counts as learning');
  }

  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(`${improvement}/tests?factor=nutrition&result=no`, 'All tests of change');
  await reader.reads('Whole fruit on a stand');
  await reader.reads('Learnt from: Whole fruit on a stand');
  expect(await reader.page.getByRole('table').innerText()).not.toContain('Cut the fruit small');

  await reader.page.goto(`${improvement}/tests?factor=nutrition`);
  await reader.reads('What did not help is learnt as well.');
  const colours = await reader.page.evaluate(() => {
    const probe = document.createElement('span');
    probe.style.color = 'var(--error)';
    document.body.append(probe);
    const red = getComputedStyle(probe).color;
    const tags = [...document.querySelectorAll('table .tag')].map((tag) => ({
      word: tag.textContent?.trim() ?? '',
      ink: getComputedStyle(tag).color,
      ground: getComputedStyle(tag).backgroundColor
    }));
    return { red, tags };
  });
  const helped = colours.tags.find(({ word }) => word === 'It helped');
  const didNot = colours.tags.find(({ word }) => word === 'It did not help');
  expect(didNot).toBeDefined();
  expect(didNot?.ink).toBe(helped?.ink);
  expect(didNot?.ground).toBe(helped?.ground);
  expect(didNot?.ink).not.toBe(colours.red);

  const file = await reader.page.request.get(`${improvement}/tests.csv?factor=nutrition&result=no`);
  expect(await file.text()).toContain('Whole fruit on a stand');
  expect(await file.text()).not.toContain('Cut the fruit small');

  // Whoever looks at the factor in the thread finds the work, both tests counted.
  await reader.opens('/p/fernhollow/thread/nutrition', /Nutrition/);
  await reader.reads('Fruit at snack time');
});

test('a reader sees tests and has no button that would refuse', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(improvement, 'Improvement');
  expect(
    await reader.page.getByRole('main').getByRole('link', { name: 'Begin a project' }).count()
  ).toBe(0);
  expect(await reader.page.getByRole('link', { name: 'Record a test' }).count()).toBe(0);
});
