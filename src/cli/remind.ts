import { allPartnerships } from '#modules/partnerships/server';
import { remindAll } from '#modules/reports/server';
import { isMailPossible, sendMail } from '#platform/mail.server';
import { servingFrom } from '#platform/serving';
import type { Streams } from './index.ts';
import { asKeeper } from './keeper.ts';

const use = `Use: cairn remind

Sends a letter to everybody who asked for one and to whom something is owed, at most once a week each. Meant to be called once a
day, by cron. Needs a mail server (CAIRN_SMTP_URL, CAIRN_MAIL_FROM) and ORIGIN, the address that people type.
`;

/** `cairn remind`: the letters that say what is owed. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  const { origin } = servingFrom(process.env);
  if (!isMailPossible() || origin === null) {
    io.stderr.write(
      'No letter was sent. Set CAIRN_SMTP_URL, CAIRN_MAIL_FROM and ORIGIN first: see docs/how-to/run-on-your-own-server.md.\n'
    );
    return 1;
  }
  const counts = await asKeeper(async (keeper) => {
    const all = { sent: 0, failed: 0 };
    for (const { id } of await allPartnerships(keeper.owner)) {
      const { sent, failed } = await remindAll(keeper.app, id, origin, sendMail);
      all.sent += sent;
      all.failed += failed;
    }
    return all;
  });
  io.stdout.write(`${JSON.stringify(counts)}\n`);
  if (counts.failed === 0) return 0;
  io.stderr.write(
    `The mail server took ${counts.failed} of the letters not. They are tried again.\n`
  );
  return 1;
}
