import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';
import { wordText } from '../support/word-text.ts';

const plan = '/p/fernhollow/plan';

test('a version of the plan is kept, approved by three bodies, one of them subject to a condition, and compared', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Governance');
  await lead.follows('Versions and approvals');
  await lead.sees('Versions and approvals');
  await lead.follows('Keep a version');
  await lead.sees('Keep a version of the plan');
  await lead.presses('Keep this version');
  await lead.isTold('Enter a title');
  await lead.writes('Title', 'Plan for the winter');
  await lead.marks(lead.page.getByRole('checkbox', { name: 'What the figures show' }));
  await lead.presses('Keep this version');
  await lead.sees('Plan for the winter');
  await lead.reads('Approved by none of 3 bodies; three waiting.');
  const address = new URL(lead.page.url()).pathname;

  const says = async (body: string, state: string) => {
    await lead.opens(address, 'Plan for the winter');
    await lead.follows(body);
    await lead.marks(lead.page.getByRole('radio', { name: state, exact: true }));
  };
  const save = () => lead.presses('Save');
  await says('Fernhollow Council', 'Approved');
  await save();
  await lead.reads('Approved by 1 of 3 bodies; two waiting.');
  await says('Vale Community Health Trust', 'Approved subject to conditions');
  await save();
  await lead.isTold('Enter what the approval is subject to.');
  await lead.writes('Subject to what (optional)', 'The count goes on');
  await save();
  await says('Fernhollow Voluntary Forum', 'Approved');
  await save();
  await lead.reads('Approved by 2 of 3 bodies; one subject to conditions.');

  // The plan moves on; the version stays, and the difference is told in words.
  await lead.opens(plan, 'Plan');
  await lead.follows('Books reach families who have few');
  await lead.follows('Change this aim');
  await lead.writes('Aim', 'Books reach every family');
  await lead.presses('Save');
  await lead.opens(address, 'Plan for the winter');
  await lead.follows('What changed since then');
  await lead.reads('Books reach families who have few');
  await lead.reads('Books reach every family');
  await lead.opens(`${address}/text`, 'Plan for the winter');
  await lead.reads('Books reach families who have few');
  const word = await lead.page.request.get(`${address}/version.docx`);
  expect(word.headers()['content-type']).toContain('wordprocessingml');

  // Other journeys look for the aim under its name.
  await lead.opens(plan, 'Plan');
  await lead.follows('Books reach every family');
  await lead.follows('Change this aim');
  await lead.writes('Aim', 'Books reach families who have few');
  await lead.presses('Save');
});

test('a member says in its own partnership how it takes up a regional aim, and the region sees it once it is shown', async () => {
  const member = await signedIn('coordinator@tayside.example', withoutScripts);
  await member.opens('/p/dundee/plan', 'Plan');
  await member.follows('Governance');
  await member.follows('Regional aims');
  await member.sees('Regional aims');
  await member.reads('0 of ');
  await member.follows(/^High-quality, flexible early learning and childcare$/);
  await member.sees('High-quality, flexible early learning and childcare');
  await member.follows('Say how we take it up');
  await member.marks(member.page.getByRole('radio', { name: 'Has a variant of its own' }));
  await member.presses('Save our answer');
  await member.isTold('Enter why you differ, or take no part.');
  await member.writes('What differs here (optional)', 'Places open before eight in four centres');
  await member.marks(
    member.page
      .getByRole('group', { name: /^What we do as everywhere/ })
      .getByLabel('Contracts with partner providers')
  );
  await member.writes('Decided here by (optional)', 'Children and families committee');
  await member.presses('Save our answer');
  await member.reads('Not shown to Tayside');
  const mine = new URL(member.page.url()).pathname;
  const aim = mine.split('/').at(-1);
  const areas = `/p/tayside/plan/aims/${aim}/areas`;
  await member.opens(areas, /High-quality, flexible early learning/);
  const before = await member.page.getByRole('main').innerText();
  expect(before).not.toContain('Places open before eight');

  await member.opens(mine, 'High-quality, flexible early learning and childcare');
  await member.follows('Change how we take it up');
  await member.ticks(/^The collaborative sees this answer/);
  await member.presses('Save');
  await member.reads('sees this answer');
  await member.opens(areas, /High-quality, flexible early learning/);
  await member.reads('Said by itself, decided by Children and families committee');
  await member.reads(
    'Dundee City Council has a variant of its own: Places open before eight in four centres.'
  );
  // What Dundee says is changed in Dundee alone.
  expect(
    await member.page.getByRole('link', { name: /^How Dundee City Council takes it up/ }).count()
  ).toBe(0);
  const word = await member.page.request.get(`${areas}.docx`);
  expect(wordText(await word.body())).toContain('Places open before eight in four centres');
  await member.opens('/p/tayside/plan/governance', 'Governance of the plan');
  await member.follows('How the areas take up the plan');
  await member.sees('How the areas take up the plan');
  await member.reads('Said by itself');
});

test('the areas of a collaborative take up an aim each in its own way', async () => {
  const coordinator = await signedIn('coordinator@tayside.example', withoutScripts);
  await coordinator.opens('/p/tayside/plan/versions', 'Versions and approvals');
  await coordinator.reads('Approved by none of 3 councils; three waiting.');
  await coordinator.opens('/p/tayside/plan', 'Plan');
  await coordinator.follows(/High-quality, flexible early learning and childcare$/);
  await coordinator.follows('How each area takes it up');
  await coordinator.reads('Taken up in 3 of 3 areas.');
  await coordinator.reads('Contracts with partner providers');
  await coordinator.follows('How Angus Council takes it up');
  await coordinator.marks(coordinator.page.getByRole('radio', { name: 'Does not take part' }));
  await coordinator.writes('Why (optional)', '');
  await coordinator.writes('What differs there (optional)', '');
  await coordinator.presses('Save');
  await coordinator.isTold('Enter why it differs there, or takes no part.');
  await coordinator.writes('Why (optional)', 'Angus has its own law on it');
  await coordinator.presses('Save');
  await coordinator.reads('Taken up in 2 of 3 areas.');
});
