import { createTransport } from 'nodemailer';

/**
 * Sends a short plain letter, where whoever runs Cairn named a mail server (`CAIRN_SMTP_URL`, `CAIRN_MAIL_FROM`).
 * Answers false where none is named or the server refuses: the caller then shows what it would have sent.
 */
export async function sendMail(letter: {
  to: string;
  subject: string;
  text: string;
}): Promise<boolean> {
  const post = postOffice();
  if (post === null) return false;
  try {
    await createTransport(post.url).sendMail({ from: post.from, ...letter });
    return true;
  } catch {
    return false;
  }
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
