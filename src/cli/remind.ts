import { allPartnerships } from '#modules/partnerships/server';
import { remindAll } from '#modules/reports/server';
import { isMailPossible, postLetter, type PostProblem } from '#web/mail.server';
import { servingFrom } from '#web/serving';
import { sql } from 'kysely';
import type { Streams } from './index.ts';
import { asKeeper, type Keeper } from './keeper.ts';

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
  const answer = await asKeeper((keeper) => alone(keeper, () => remindEverywhere(keeper, origin)));
  if (answer === null) {
    io.stderr.write('No letter was sent. Another cairn remind is sending them now.\n');
    return 1;
  }
  const { sent, failed, why } = answer;
  io.stdout.write(`${JSON.stringify({ sent, failed })}\n`);
  if (failed === 0) return 0;
  io.stderr.write(
    `${failed} of ${sent + failed} ${sent + failed === 1 ? 'letter' : 'letters'} did not leave${reason(why)}. Nobody who got none is noted as reminded: call cairn remind again once the mail server takes letters.\n`
  );
  return 1;
}

function reason(why: PostProblem | null): string {
  return why?.kind === 'not-taken' ? `: ${why.said.replace(/\.$/, '')}` : '';
}

async function remindEverywhere(keeper: Keeper, origin: string) {
  const places = await allPartnerships(keeper.owner);
  return remindAll(
    keeper.app,
    places.map(({ id }) => id),
    origin,
    postLetter
  );
}

/** Does `work` unless somebody else is at it, so that two calls at one time do not send the same letters; null when they are. */
function alone<Value>(keeper: Keeper, work: () => Promise<Value>): Promise<Value | null> {
  return keeper.owner.database.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      isOurs: boolean;
    }>`select pg_try_advisory_xact_lock(hashtextextended('cairn remind', 0)) as "isOurs"`.execute(
      tx
    );
    return rows[0]?.isOurs === true ? work() : null;
  });
}
