import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const plan = '/p/fernhollow/plan';

test('risks are owed on their day, and pounds and hours are held against what there is', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Governance');
  await lead.follows('Risks and money');
  await lead.sees('Risks');
  await lead.reads('Day has passed');
  await lead.follows('A partner’s room is lost, and song mornings stop');
  await lead.ticks('No longer a risk');
  await lead.presses('Save');
  await lead.isTold('Say what happened, or why it is no longer a risk');
  await lead.writes('What came of it (optional)', 'The church hall is ours until 2028.');
  await lead.presses('Save');
  await lead.hearsThat('The risk is saved');
  await lead.reads('The church hall is ours until 2028.');

  await lead.opens(`${plan}/resources`, 'Money and time');
  await lead.reads('Fernhollow Council commits £4,400 in 2026/27 and has £4,000: £400 too much.');
  await lead.reads('A library card when a birth is registered');
  await lead.reads('2 commitments are not confirmed');
  await lead.follows('State what a partner has');
  await lead.writes('Partner', 'Homelink Fernhollow');
  await lead.writes('Financial year that begins in April', '2026');
  await lead.ticks('Pounds');
  await lead.writes('How much there is', '1000000000000');
  await lead.presses('Add the amount');
  await lead.isTold('Enter a whole number between 0 and 999,999,999, without pence');
  expect(await lead.field('Partner').inputValue()).toBe('Homelink Fernhollow');
  await lead.writes('How much there is', '900');
  await lead.presses('Add the amount');
  await lead.hearsThat('The amount is added');
  await lead.reads('£900');
  const csv = await (await lead.page.request.get(`${plan}/resources/resources.csv`)).text();
  expect(csv).toMatch(
    /Sewing story sacks,People’s time,2026\/27,.*,Hours,120,80,Fernhollow Libraries/
  );
  const risks = await (await lead.page.request.get(`${plan}/risks/risks.csv`)).text();
  expect(risks).toMatch(/song mornings stop.*No longer a risk/);
});
