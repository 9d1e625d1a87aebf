import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const plan = '/p/fernhollow/plan';
const groups = '/p/fernhollow/administration/groups';

test('a lead asks another group to support an aim, the group declines and then accepts, and both see it', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(groups, 'Groups');
  await coordinator.reads(/\d+ groups, \d+ lines? of reporting and \d+ lines? of support/);
  await coordinator.follows('Add a group');
  await coordinator.writes('Name', 'Play streets group');
  await coordinator.marks(coordinator.page.getByRole('radio', { name: 'Priority group' }));
  await coordinator.writes(
    /^Members/,
    'Play officer, Fernhollow Council (chair) (from 1 September 2020)\nRanger, Fernhollow Council (until 31 August 2021)'
  );
  await coordinator.marks(
    coordinator.page
      .getByRole('group', { name: /^Reports to/ })
      .getByLabel('Early Years Partnership Board')
  );
  await coordinator.presses('Add the group');
  await coordinator.hearsThat('The group is added');
  // The drawing and the list beside it say the same, and every box leads to its group.
  const boxes = coordinator.page.locator('svg.cairn-layers a');
  expect(await boxes.count()).toBe(await coordinator.page.locator('.outline > li').count());
  await coordinator.page.locator('summary', { hasText: 'Play streets group' }).click();
  await coordinator.reads('Play officer, Fernhollow Council (chair) (from 1 September 2020)');
  await coordinator.reads('Members before');

  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto(`${plan}/aims/new`);
  await lead.page.getByLabel('Priority', { exact: true }).selectOption({ index: 1 });
  await lead.writes('Aim', 'A street closed for play each month');
  await lead.chooses('Group that leads (optional)', 'Talk and Play Group');
  await lead.marks(
    lead.page.getByRole('group', { name: /^Groups that support/ }).getByLabel('Play streets group')
  );
  await lead.presses('Add the aim');
  await lead.sees('A street closed for play each month');
  const aim = new URL(lead.page.url()).pathname;
  await lead.reads('Named in the plan; what it gives is not said yet');
  await lead.follows(/^Say what the support consists of/);
  await lead.sees('Say what the support consists of');
  await lead.presses('Ask for it');
  await lead.isTold('Enter what the support consists of');
  await lead.writes(/^What the support consists of/, 'Talks to the residents and brings the signs');
  await lead.presses('Ask for it');
  await lead.hearsThat('what the group answers');
  await lead.reads('Asked, not answered yet');

  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(aim, 'A street closed for play each month');
  await contributor.follows(/^Write down the answer/);
  await contributor.sees('Write down what the group answers');
  await contributor.ticks('Declined');
  await contributor.writes('Day', '2');
  await contributor.writes('Month', '2');
  await contributor.writes('Year', '2026');
  await contributor.writes('Who answered for the group', 'Chair');
  await contributor.presses('Save the answer');
  await contributor.isTold('Enter why the group declines');
  await contributor.writes(/^Why not/, 'Nobody is free on Sundays');
  await contributor.presses('Save the answer');
  await contributor.hearsThat('The answer is written down');
  await contributor.reads('Declined on 2 February 2026, Chair');

  await lead.opens(plan, 'Plan');
  await lead.chooses('Group that leads or supports', 'Play streets group');
  await lead.presses(/^(Show|Apply)/);
  await lead.reads('Supports (0)');

  // Other words are asked for; the group answers again.
  await lead.opens(aim, 'A street closed for play each month');
  await lead.follows(/^Change what is asked/);
  await lead.writes(/^What the support consists of/, 'Brings the signs on Saturdays');
  await lead.presses('Save');
  await lead.reads('Asked, not answered yet');
  await contributor.opens(aim, 'A street closed for play each month');
  await contributor.follows(/^Write down the answer/);
  await contributor.ticks('Accepted');
  await contributor.writes('Day', '3');
  await contributor.writes('Month', '2');
  await contributor.writes('Year', '2026');
  await contributor.writes('Who answered for the group', 'Chair');
  await contributor.presses('Save the answer');
  await contributor.reads('Accepted on 3 February 2026, Chair');

  // Each group's part of the plan lists what it leads apart from what it supports.
  await lead.opens(plan, 'Plan');
  await lead.chooses('Group that leads or supports', 'Play streets group');
  await lead.presses(/^(Show|Apply)/);
  await lead.reads('Supports (1)');
  await lead.reads('Brings the signs on Saturdays');
  await lead.reads('Led by Talk and Play Group');
  await lead.findsNoFault();
});

test('a lead sees what is missing in how the partnership is governed, mends it, and takes it away', async () => {
  const plan = '/p/fernhollow/plan';
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${plan}/governance`, 'Governance of the plan');
  await lead.follows(/^Arrangements and policies/);
  await lead.sees('Arrangements');
  await lead.reads('Nobody is named for 1 of the 5 functions');
  await lead.reads(
    'Fernhollow Voluntary Forum: complaints and equality are not seen; insurance has ended.'
  );
  // What was agreed in a round stands beside each function.
  await lead.reads('Low confidence');
  await lead.follows(/^Describe it.*Results are watched/);
  await lead.writes(/^Who sees to it/, 'Analyst, Fernhollow Council');
  await lead.presses('Save it');
  await lead.hearsThat('It is written down');
  await lead.reads('Analyst, Fernhollow Council');
  expect(await lead.page.getByText('Nobody is named for 1 of the 5').count()).toBe(0);

  await lead.follows('Partners’ policies');
  await lead.sees('Partners’ policies');
  await lead.follows(/^Ended 31 October 2026.*Insurance/);
  const until = lead.page.getByRole('group', { name: /^Valid until/ }).getByLabel('Year');
  await until.fill('2025');
  await lead.presses('Save');
  await lead.isTold('It had ended before it was seen. Check both days');
  await until.fill('2036');
  await lead.presses('Save');
  await lead.reads('Seen 6 May 2026, valid until 31 October 2036');

  await lead.follows('Commitments');
  await lead.reads('Nothing is written down of Upper Fernhollow Parish');
  await lead.findsNoFault();
  const written = await lead.page.request.get(`${plan}/arrangements/arrangements.docx`);
  expect(written.status()).toBe(200);
});
