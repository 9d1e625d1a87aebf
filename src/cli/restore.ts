import path from 'node:path';
import type { Streams } from './index.ts';
import { ArchiveRefusal, type ArchiveProblem } from '#ground/archive';
import { connect, openOwner, prepareDatabase } from '#ground/connection';
import { migrationsFolder } from '#ground/migrations';
import { RestoreRefusal, restoreArchive, type RestoreProblem } from '#ground/restoring';

const use = `Use: cairn restore FILE
Reads a backup into an empty database: DATABASE_URL, or an embedded one in a new folder named by CAIRN_DATA.
Nobody stays signed in: sessions, invitations that were not used, tokens and calendar addresses do not come back.
`;

/** `cairn restore`: the records of a backup, in a database that had none. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith('-')) {
    io.stderr.write(use);
    return file === '--help' ? 0 : 1;
  }
  const ground = await openOwner(process.env);
  try {
    const client = await connect(ground.owner);
    try {
      const { rows } = await restoreArchive(client, path.resolve(file), migrationsFolder);
      const { migrated } = await prepareDatabase(
        ground.owner,
        process.env['CAIRN_APP_DATABASE_URL']
      );
      io.stdout.write(`${JSON.stringify({ rows, migrated })}\n`);
      return 0;
    } finally {
      await client.end();
    }
  } catch (fault) {
    if (!(fault instanceof ArchiveRefusal) && !(fault instanceof RestoreRefusal)) throw fault;
    io.stderr.write(`${sentence(fault.problem, file)}\n`);
    return 1;
  } finally {
    await ground.stop();
  }
}

function sentence(problem: ArchiveProblem | RestoreProblem, file: string): string {
  switch (problem.kind) {
    case 'no-such-file':
      return `There is no file ${file}.`;
    case 'not-an-archive':
      return `${file} is not a backup that Cairn wrote.`;
    case 'other-format':
      return `${file} is a backup in a form this Cairn does not know. Use a newer Cairn.`;
    case 'incomplete':
      return `${file} breaks off before its end. Nothing was restored; use another backup.`;
    case 'altered':
      return `${file} is not as Cairn wrote it: its content does not fit its checksum. Nothing was restored; use another backup.`;
    case 'not-empty':
      return 'The database already holds tables, and a restore never mixes with what is there. Name an empty one in DATABASE_URL, or a new folder in CAIRN_DATA.';
    case 'from-a-newer-cairn':
      return `${file} was written by a newer Cairn (it has the migration ${problem.name}). Update Cairn first.`;
    case 'made-by-other-migrations':
      return `${file} comes from a database made by a different migration ${problem.name}. Restore it with the Cairn that wrote it.`;
    case 'does-not-fit':
      return `Nothing was restored: rows of the table ${problem.table} do not fit (${problem.reason}).`;
  }
}
