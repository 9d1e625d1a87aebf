import { expect, test } from 'vitest';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

test('a coordinator invites a head of centre, who joins, and loses the link by using it', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens('/p/fernhollow/administration/people', 'People');
  await coordinator.writes('E-mail address', 'not an address');
  await coordinator.presses('Make an invitation link');
  await coordinator.isTold('Enter an e-mail address, like name@example.org');
  const email = `head-${Date.now()}@centre.example`;
  await coordinator.writes('E-mail address', email);
  await coordinator.presses('Make an invitation link');
  const link = await coordinator.page.locator('code').innerText();

  const head = await visitor(withoutScripts);
  await head.opens(new URL(link).pathname, 'Join Fernhollow');
  await head.writes('Your name', 'Head of centre');
  await head.writes('Choose a password', 'password1234');
  await head.presses('Join');
  await head.isTold('easy to guess');
  await head.writes('Choose a password', 'a lantern under the bridge');
  await head.presses('Join');
  await head.sees('Fernhollow');

  const late = await visitor();
  await late.opens(new URL(link).pathname, 'This link no longer works');
});

test('one person belongs to several partnerships and moves between them', async () => {
  const person = await signedIn('coordinator@tayside.example');
  await person.opens('/places', 'Your partnerships');
  expect(await person.page.getByRole('main').getByRole('link').count()).toBeGreaterThanOrEqual(4);
  await person.follows('Dundee');
  await person.sees('Dundee');
});

test('whoever guesses is made to wait, and learns nothing about who has an account', async () => {
  const guesser = await visitor(withoutScripts);
  await guesser.opens('/sign-in', 'Sign in');
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await guesser.writes('E-mail address', 'guessed@fernhollow.example');
    await guesser.writes('Password', 'surely this one');
    await guesser.presses('Sign in');
    await guesser.isTold(attempt < 8 ? 'The e-mail address or the password is not right' : 'Wait');
  }
});

test('signing out everywhere ends the session on another device too', async () => {
  const desk = await signedIn('reader@fernhollow.example');
  const phone = await signedIn('reader@fernhollow.example');
  await desk.opens('/account', 'Your account');
  await desk.presses('Sign out everywhere');
  await desk.sees('Sign in');
  await phone.page.goto('/p/fernhollow');
  await phone.sees('Sign in');
});
