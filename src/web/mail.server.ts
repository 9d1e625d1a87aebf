import { err, ok, type Result } from '#core/result';
import { createTransport } from 'nodemailer';

export type PlainLetter = { readonly to: string; readonly subject: string; readonly text: string };

/** Why a letter did not leave. `said` is what the mail server answered, or what went wrong on the way to it. */
export type PostProblem =
  { readonly kind: 'no-mail-server' } | { readonly kind: 'not-taken'; readonly said: string };

/**
 * Sends a short plain letter, where whoever runs Cairn named a mail server (`CAIRN_SMTP_URL`, `CAIRN_MAIL_FROM`).
 * Refuses: where none is named, and where the server does not take it.
 */
export async function postLetter(letter: PlainLetter): Promise<Result<undefined, PostProblem>> {
  const post = postOffice();
  if (post === null) return err({ kind: 'no-mail-server' });
  try {
    // Nobody wrote it by hand: programs that answer for the absent leave it unanswered (RFC 3834).
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await createTransport(post.url).sendMail({ from: post.from, ...letter, headers });
    return ok();
  } catch (fault) {
    return err({ kind: 'not-taken', said: whatWasSaid(fault) });
  }
}

/** Sends a letter. Answers whether it left; where it did not, the caller shows what it would have sent. */
export async function sendMail(letter: PlainLetter): Promise<boolean> {
  return (await postLetter(letter)).ok;
}

const longestSaid = 200;

function whatWasSaid(fault: unknown): string {
  const answer =
    fault instanceof Error && 'response' in fault && typeof fault.response === 'string'
      ? fault.response
      : fault instanceof Error
        ? fault.message
        : String(fault);
  return answer.replace(/\s+/g, ' ').slice(0, longestSaid);
}

function postOffice(): { readonly url: string; readonly from: string } | null {
  const url = process.env['CAIRN_SMTP_URL'] ?? '';
  const from = process.env['CAIRN_MAIL_FROM'] ?? '';
  return url === '' || from === '' ? null : { url, from };
}

/** Whether whoever runs Cairn named a mail server. */
export function isMailPossible(): boolean {
  return postOffice() !== null;
}
