import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const need = '/p/fernhollow/need';

test('what is collected without a reason stands first, and a lead says why', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${need}/governance`, 'Information governance');
  await lead.follows('Why we collect each of these');
  await lead.sees('Why we collect this');
  const rowOf = (title: string) => lead.page.getByRole('row').filter({ hasText: title });
  const before = await rowOf('Sign-in sheet of the family hub').innerText();
  expect(before.match(/Not yet said/g)).toHaveLength(5);
  await lead.follows('Sign-in sheet of the family hub');
  await lead.sees('Sign-in sheet of the family hub');

  await lead.follows('Change: Why you collect it');
  await lead.sees('Why you collect it');
  await lead.writes(
    'Why we collect it (optional)',
    'To know who is in the building if there is a fire'
  );
  await lead.writes('For whom (optional)', 'The hub');
  await lead.writes('Who uses it (optional)', 'Whoever keeps the door');
  await lead.writes('What work it costs (optional)', 'A minute a family');
  await lead.writes('What came of it (optional)', 'Nothing so far');
  await lead.presses('Save');
  await lead.hearsThat('Saved');

  await lead.opens(`${need}/governance/why`, 'Why we collect this');
  const after = await rowOf('Sign-in sheet of the family hub').innerText();
  expect(after).toContain('if there is a fire');
  expect(after).not.toContain('Not yet said');
});
