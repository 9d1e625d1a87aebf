import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const plan = '/p/fernhollow/plan';

test('a lead checks the plan, and mends what is missing by its link', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Check of the plan');
  await lead.sees('Check of the plan');
  await lead.follows('Ten steps to planning children’s services');
  await lead.sees('Ten steps to planning children’s services');
  await lead.reads('Proposed by the records, not confirmed yet');

  // What is missing leads to where it is mended, and is then no longer missing.
  const address = new URL(lead.page.url()).pathname;
  const missing = lead.page.getByRole('link', { name: /^Action “.+” has no named resource$/ });
  const said = (await missing.first().textContent()) ?? '';
  expect(said).not.toBe('');
  await lead.follows(said);
  await lead.writes('Money and people’s time (optional)', 'Two hours a week, paid by the council');
  await lead.presses('Save');
  await lead.opens(address, 'Ten steps to planning children’s services');
  expect(await lead.page.getByText(said, { exact: true }).count()).toBe(0);

  const csv = await lead.page.request.get(`${address}/check.csv`);
  expect(await csv.text()).toContain('A shared vision');
  const word = await lead.page.request.get(`${address}/check.docx`);
  expect(word.headers()['content-type']).toContain('wordprocessingml');
});
