import type { KeptForm, KeptTrouble } from '#core/kept-forms';

/** Sends a kept form to the server. */

export type SendingAnswer =
  | { readonly kind: 'saved'; readonly address: string }
  /** No connection, no answer in time, or a fault of the server: it is sent again later. */
  | { readonly kind: 'no-answer' }
  /** Somebody else has signed in on this device since the page was opened. */
  | { readonly kind: 'other-person' }
  | { readonly kind: KeptTrouble };

const patience = 20_000; // milliseconds

export async function sendKept(
  address: string,
  person: string,
  { form, fields }: KeptForm
): Promise<SendingAnswer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.append('keptForm', form);
  body.append('keptFor', person);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'manual', // to the page for signing in
      signal: AbortSignal.timeout(patience)
    });
    if (answer.type === 'opaqueredirect') return { kind: 'signed-out' };
    if (answer.status === 409) return { kind: 'other-person' };
    if (answer.status === 400) return { kind: 'refused' };
    if (answer.status === 403 || answer.status === 404) return { kind: 'not-allowed' };
    if (!answer.ok) return { kind: 'no-answer' };
    const said = (await answer.json()) as { address: string }; // our own server's
    return { kind: 'saved', address: said.address };
  } catch {
    return { kind: 'no-answer' };
  }
}
