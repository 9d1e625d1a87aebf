import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const plan = '/p/fernhollow/plan';

test('a lead checks the plan, mends what is missing, confirms a line, overrules another and writes a check of their own', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Governance');
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

  await lead.follows(/^Confirm or say otherwise.*A shared vision$/);
  await lead.sees('1. A shared vision');
  await lead.marks(lead.page.getByRole('radio', { name: 'Not yet', exact: true }));
  await lead.presses('Save the answer');
  await lead.isTold('You say otherwise than the records do. Enter why.');
  await lead.writes('Why you say so (optional)', 'Nobody at the nurseries has heard of it');
  await lead.presses('Save the answer');
  await lead.hearsThat('kept for this year');
  await lead.reads('Said otherwise than the records on');
  await lead.reads('Why: Nobody at the nurseries has heard of it');
  const csv = await lead.page.request.get(`${address}/check.csv`);
  expect(await csv.text()).toContain('Nobody at the nurseries has heard of it');
  const word = await lead.page.request.get(`${address}/check.docx`);
  expect(word.headers()['content-type']).toContain('wordprocessingml');

  await lead.opens(`${plan}/check`, 'Check of the plan');
  await lead.follows('Write a check of your own');
  await lead.writes('Title', 'What our schools ask');
  await lead.presses('Add the check');
  await lead.sees('What our schools ask');
  await lead.follows('Add a criterion');
  await lead.writes('Title', 'Every action is paid for');
  await lead.chooses('What answers it (optional)', 'Each open action has a named resource');
  await lead.presses('Add it');
  await lead.reads('Proposed by the records, not confirmed yet');

  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(address, 'Ten steps to planning children’s services');
  expect(await reader.page.getByRole('link', { name: /Confirm or say otherwise/ }).count()).toBe(0);
});
