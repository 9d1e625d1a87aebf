import type { KeptTrouble } from '#core/kept-forms';

/** The sentences of the script that keeps what is recorded. */

const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London'
});

const states: { readonly [trouble in KeptTrouble]: string } = {
  refused: 'Something in it must be mended before it can be saved. Open it.',
  'signed-out': 'Kept on this phone, not sent yet: you were signed out. Sign in, and it is sent.',
  'not-allowed': 'Kept on this phone, not sent: your role no longer lets you record here.'
};

export const words = {
  sending: 'Sending…',
  stillHere: 'What you wrote is still here, kept on this phone. It has not been sent yet.',
  noConnection:
    'There is no connection. Write as usual: it is kept on this phone, and sent when the connection is back.',
  whoAreYou:
    'There is no connection, and nobody is signed in on this phone. Come back when there is one.',
  reallyRemove: 'Take this away from the phone without sending it?',
  sentAt: (at: Date) => `Sent at ${time.format(at)}`,
  keptAt: (at: Date) => `written at ${time.format(at)}`,
  state: (trouble: KeptTrouble | null) =>
    trouble === null ? 'Kept on this phone, not sent yet' : states[trouble]
} as const;
