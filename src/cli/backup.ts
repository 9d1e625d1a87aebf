import { stampOf } from '#core/dates';
import fs from 'node:fs';
import path from 'node:path';
import type { Streams } from './index.ts';
import { writeArchive } from '#ground/archive';
import { connect, openOwner } from '#ground/connection';

const use = `Use: cairn backup [FILE]
Writes everything in the database to FILE (cairn-<date and time>.jsonl.gz when none is named), which must not be there yet.
The file holds every record and the passwords' hashes: keep it as you would keep the database.
`;

/** `cairn backup`: all records as they were at one moment, in one file that `cairn restore` reads. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-') === true) {
    io.stderr.write(use);
    return args[0] === '--help' ? 0 : 1;
  }
  const takenAt = new Date();
  const file = path.resolve(args[0] ?? `cairn-${stampOf(takenAt)}.jsonl.gz`);
  if (fs.existsSync(file)) {
    io.stderr.write(`${file} is there already. Name another file; a backup never replaces one.\n`);
    return 1;
  }
  if (!fs.existsSync(path.dirname(file))) {
    io.stderr.write(
      `The folder ${path.dirname(file)} does not exist. Make it, or name another file.\n`
    );
    return 1;
  }
  const ground = await openOwner(process.env);
  // Written beside its place and renamed, so that a file of that name is always a whole backup.
  const draft = `${file}.${process.pid}.part`;
  try {
    const client = await connect(ground.owner);
    try {
      const counted = await writeArchive(client, draft, takenAt);
      fs.renameSync(draft, file);
      io.stdout.write(`${JSON.stringify({ file, ...counted })}\n`);
      return 0;
    } finally {
      await client.end();
    }
  } finally {
    fs.rmSync(draft, { force: true });
    await ground.stop();
  }
}
