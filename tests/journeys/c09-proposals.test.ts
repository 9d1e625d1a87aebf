import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const plan = '/p/fernhollow/plan';

test('a proposal is tested against the principles, agreed by three bodies, and becomes an action', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const fillDay = async (group: string, [day, month, year]: readonly string[]) => {
    const part = lead.page.getByRole('group', { name: group });
    await part.getByLabel('Day').fill(day ?? '');
    await part.getByLabel('Month').fill(month ?? '');
    await part.getByLabel('Year').fill(year ?? '');
  };
  await lead.opens(plan, 'Plan');
  await lead.follows('Governance');
  await lead.follows('Principles and proposals');
  await lead.sees('Vision and principles');
  await lead.reads('Does it reach families where they already are');
  await lead.opens(`${plan}/proposals`, 'Proposals');
  await lead.reads('A book bus for the mill quarter');
  await lead.follows('Add a proposal');
  await lead.writes('Title', 'One form to book every group');
  await lead.ticks('Services that work together');
  await lead.writes('What is proposed', 'Hub, library and nurseries take bookings on one form.');
  await fillDay('Proposed on', ['2', '11', '2026']);
  await lead.presses('Add the proposal');
  await lead.hearsThat('Next: test it against the principles');
  const address = new URL(lead.page.url()).pathname;

  await lead.marks(lead.page.getByRole('radio', { name: 'Go ahead', exact: true }));
  await lead.chooses('Group that decided (optional)', 'Early Years Partnership Board');
  await fillDay('Decided on', ['20', '11', '2026']);
  await lead.presses('Save the outcome');
  await lead.isTold('It was not tested against the principles yet');

  await lead.opens(address, 'One form to book every group');
  await lead.follows('Test it against the principles');
  await lead.sees('Test it against the principles');
  await fillDay('Tested on', ['10', '11', '2026']);
  for (const fieldset of [
    'Near to families',
    'With parents',
    'Small before large',
    'No partner pays alone'
  ]) {
    const part = lead.page.getByRole('group', { name: fieldset, exact: true });
    await lead.marks(part.getByRole('radio', { name: 'Fits' }));
  }
  const fair = lead.page.getByRole('group', { name: 'Fair to those with least', exact: true });
  await lead.marks(fair.getByRole('radio', { name: 'Partly' }));
  await lead.writes('Why do it?', 'Families fill in three forms.');
  await lead.writes('Can it be done?', 'The library’s form can take all.');
  await lead.presses('Save this round');
  await lead.isTold('Say why');
  await lead.writes(
    'Why: Fair to those with least (optional)',
    'It needs a telephone line as well.'
  );
  await lead.presses('Save this round');
  await lead.hearsThat('The proposal is tested');
  await lead.reads('It needs a telephone line as well.');

  for (const [body, stance] of [
    ['Fernhollow Council', 'Agrees'],
    ['Fernhollow Libraries', 'Agrees with conditions'],
    ['Fernhollow Family Hub', 'Does not agree']
  ] as const) {
    await lead.follows('Add what a partner says');
    await lead.writes('Partner body', body);
    await lead.marks(lead.page.getByRole('radio', { name: stance, exact: true }));
    await lead.presses('Add it');
  }
  await lead.reads('Against: Fernhollow Family Hub. It can go ahead only with a reason.');
  await lead.marks(lead.page.getByRole('radio', { name: 'Go ahead', exact: true }));
  await lead.chooses('Group that decided (optional)', 'Early Years Partnership Board');
  await fillDay('Decided on', ['20', '11', '2026']);
  await lead.presses('Save the outcome');
  await lead.isTold('Fernhollow Family Hub does not agree');
  // It is talked over, and the third body agrees as well.
  await lead.opens(address, 'One form to book every group');
  await lead.follows('Change what Fernhollow Family Hub says');
  await lead.marks(lead.page.getByRole('radio', { name: 'Agrees', exact: true }));
  await lead.presses('Save');
  await lead.marks(lead.page.getByRole('radio', { name: 'Go ahead', exact: true }));
  await lead.chooses('Group that decided (optional)', 'Early Years Partnership Board');
  await fillDay('Decided on', ['20', '11', '2026']);
  await lead.presses('Save the outcome');
  await lead.hearsThat('The outcome is written down');
  await lead.follows('Make it an action');
  expect(await lead.field('What will be done').inputValue()).toBe('One form to book every group');
  await lead.chooses('Aim', 'A weekly programme for parents and children together');
  await lead.presses('Add the action');
  await lead.sees('One form to book every group');
  await lead.follows('The proposal that it came from');
  await lead.reads('Action: One form to book every group');
  const csv = await lead.page.request.get(`${plan}/proposals/proposals.csv`);
  expect(await csv.text()).toMatch(/One form to book every group.*Go ahead/);
});

test('the vision, how far work joins up and what was learnt stand on pages of their own', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${plan}/joining-up`, 'Joining up');
  await lead.reads('Now: a common approach');
  await lead.follows('Story bags');
  await lead.page
    .getByRole('group', { name: /^Heading to/ })
    .getByLabel('A common approach')
    .uncheck();
  await lead.marks(
    lead.page.getByRole('group', { name: /^Heading to/ }).getByLabel('Working in partnership')
  );
  await lead.presses('Save');
  await lead.isTold('It is heading for less than there is now. Enter why');
  await lead.writes(/^Why/, 'Each nursery knows its families.');
  await lead.presses('Save');
  await lead.hearsThat('The workstream is saved');
  await lead.reads('Heading for less');
  await lead.opens('/p/fernhollow/due', 'What is due');
  await lead.follows(
    'Two parents with a vote change what is talked about, and earlier than a consultation does.'
  );
  await lead.ticks('It holds in part');
  const looked = lead.page.getByRole('group', { name: 'Looked at on' });
  await looked.getByLabel('Day').fill('20');
  await looked.getByLabel('Month').fill('11');
  await looked.getByLabel('Year').fill('2026');
  await lead.presses('Save the answer');
  await lead.hearsThat('It is written down whether it still holds');
  await lead.opens(`${plan}/lessons`, 'What we learnt');
  await lead.reads('It holds in part');
  await lead.opens(`${plan}/who-is-needed`, 'Who is needed');
  await lead.reads('3 are on the list: 1 takes part, 1 is invited, 1 is not asked yet.');
  await lead.follows('Director of public health');
  await lead.sees('Director of public health');
  await lead.follows('Change it');
  await lead.sees(/Change what is said of them/);
  const asked = lead.page.getByRole('group', { name: 'Asked on' });
  await asked.getByLabel('Day').fill('20');
  await asked.getByLabel('Month').fill('11');
  await asked.getByLabel('Year').fill('2026');
  await lead.presses('Save');
  await lead.isTold('Nobody has asked them yet.');
  await lead.ticks('Invited');
  await lead.presses('Save');
  await lead.hearsThat('It is saved');
  await lead.opens(`${plan}/who-is-needed`, 'Who is needed');
  await lead.reads('3 are on the list: 1 takes part, 2 are invited.');
  await lead.follows(/^Add them ?: Fathers$/);
  await lead.sees('Add who is needed');
  await lead.ticks('In the wider coalition');
  await lead.presses('Add them');
  await lead.reads('4 are on the list: 1 takes part, 2 are invited, 1 is not asked yet.');

  const tayside = await signedIn('coordinator@tayside.example', withoutScripts);
  await tayside.opens('/p/tayside/plan/principles', 'Vision and principles');
  await tayside.reads('Does the purpose come before the organisation');
  await tayside.reads('Does it raise attainment and close the gap');
  await tayside.opens('/p/tayside/plan/joining-up', 'Joining up');
  await tayside.reads('Attainment, with Fife and Education Scotland');
  await tayside.opens('/p/tayside/plan/lessons', 'What we learnt');
  await tayside.reads('People gather round a matter more readily than round a structure.');
});
