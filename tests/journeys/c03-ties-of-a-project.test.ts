import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const place = '/p/fernhollow';
const title = 'Songs while waiting';

/** The title and the address of the first action of the plan. */
async function anAction(person: Person): Promise<{ title: string; path: string }> {
  await person.page.goto(`${place}/plan?view=attention`);
  const link = person.page
    .getByRole('main')
    .locator('a[href*="/plan/actions/"]:not([href$="/new"])')
    .first();
  const path = (await link.getAttribute('href')) ?? '';
  return { title: (await link.innerText()).trim(), path };
}

/** The address of the first chosen priority, and the factor that it is. */
async function aPriority(person: Person): Promise<{ factor: string; path: string }> {
  await person.page.goto(`${place}/priorities`);
  const link = person.page.getByRole('main').locator(`a[href^="${place}/priorities/"]`);
  const hrefs = await link.evaluateAll((links) =>
    links.map((one) => one.getAttribute('href') ?? '')
  );
  const path = hrefs.find((href) => /\/priorities\/[0-9a-f-]{36}$/.test(href)) ?? '';
  await person.page.goto(path);
  const factor = (await person.page.getByRole('heading', { level: 1 }).innerText()).trim();
  return { factor, path };
}

test('a project is tied to an action and later to a priority, and stands on their pages and in the thread', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const action = await anAction(lead);
  const priority = await aPriority(lead);

  // Begun from the action: it is chosen already.
  await lead.page.goto(action.path);
  await lead.follows('Begin an improvement project for this');
  await lead.sees('Begin a project');
  await lead.writes('Title', title);
  await lead.presses('Begin the project');
  await lead.sees(title);
  const project = new URL(lead.page.url()).pathname;
  await lead.reads(action.title);
  await lead.page.goto(action.path);
  await lead.reads(title);
  await lead.findsNoFault();
  await lead.page.goto(priority.path);
  expect(await lead.page.getByRole('main').innerText()).not.toContain(title);

  // Changed after the beginning: now the priority too.
  await lead.opens(`${project}/edit`, 'Change the project');
  expect(
    await lead
      .field(/^Action of the plan it belongs to/)
      .locator('option:checked')
      .innerText()
  ).toBe(action.title);
  await lead.chooses(/^Priority it serves/, priority.factor);
  await lead.presses('Save');
  await lead.sees(title);
  await lead.reads('Serves the priority');
  await lead.follows(priority.factor);
  await lead.reads(title);
  await lead.findsNoFault();

  // In the thread, at the factor of its priority, with the action it is for.
  await lead.page.goto(`${place}/thread`);
  await lead.follows(priority.factor);
  await lead.sees(priority.factor);
  await lead.reads(title);
  await lead.reads('Serves this priority.');
  await lead.reads(`For the action ${action.title}`);

  // Untied from the action again.
  await lead.page.goto(`${project}/edit`);
  await lead.chooses(/^Action of the plan it belongs to/, 'None');
  await lead.presses('Save');
  await lead.sees(title);
  await lead.page.goto(action.path);
  expect(await lead.page.getByRole('main').innerText()).not.toContain(title);
});
