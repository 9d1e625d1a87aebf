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
  const url = process.env['CAIRN_SMTP_URL'];
  const from = process.env['CAIRN_MAIL_FROM'];
  if (url === undefined || url === '' || from === undefined || from === '') return false;
  try {
    await createTransport(url).sendMail({ from, ...letter });
    return true;
  } catch {
    return false;
  }
}
