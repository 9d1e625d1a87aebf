import fs from 'node:fs';
import path from 'node:path';
import { stampOf } from '#core/dates';
import { connect, openDatabase } from '#ground/connection';
import { writePlaceFile } from '#ground/place-file';
import { bringInPlace, PlacingRefusal, type PlacingProblem } from '#ground/placing';
import type { Streams } from './index.ts';
import { demonstrationWarning } from './keeper.ts';
import { loadContent } from './load-content.ts';

export const placeFileUse = {
  export: `Use: cairn export place SLUG [FILE]
Writes everything one partnership has to FILE as JSON (SLUG-<date and time>.json when none is named), which must not be there yet.
No passwords, sessions, tokens or invitations are in it. Names, e-mail addresses and small numbers are: keep it as you would keep the database.
`,
  import: `Use: cairn import place FILE
Reads such a file into an installation that does not have the partnership yet, all of it or nothing. People who have an account are
known by their e-mail address; others get one without a password ("cairn user set-password").
`
} as const;

/** `cairn export place`: one partnership in one file, by the last part of its address. */
export async function exportPlace(args: readonly string[], io: Streams): Promise<number> {
  const refuse = refusing(io);
  const [slug, named, ...rest] = args;
  if (slug === undefined || rest.length > 0 || args.some((arg) => arg.startsWith('-'))) {
    return refuse(placeFileUse.export.trimEnd());
  }
  const writtenAt = new Date();
  const file = path.resolve(named ?? `${slug}-${stampOf(writtenAt)}.json`);
  if (fs.existsSync(file)) return refuse(`${file} is there already. Name another file.`);
  if (!fs.existsSync(path.dirname(file))) {
    return refuse(
      `The folder ${path.dirname(file)} does not exist. Make it, or name another file.`
    );
  }
  const draft = `${file}.${process.pid}.part`;
  const access = await openDatabase(process.env);
  try {
    const client = await connect(access.owner);
    try {
      const counts = await writePlaceFile(client, slug, draft, writtenAt);
      if (counts === null) {
        return refuse(`There is no partnership at "${slug}". "cairn partnership list" names them.`);
      }
      fs.renameSync(draft, file);
      io.stdout.write(`${JSON.stringify({ file, ...counts })}\n`);
      return 0;
    } finally {
      await client.end();
    }
  } finally {
    fs.rmSync(draft, { force: true });
    await access.stop();
  }
}

/** `cairn import place`: such a file, in an installation that does not have the place. */
export async function importPlace(args: readonly string[], io: Streams): Promise<number> {
  const refuse = refusing(io);
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith('-')) {
    return refuse(placeFileUse.import.trimEnd());
  }
  const warning = demonstrationWarning();
  if (warning !== null) return refuse(warning);
  const access = await openDatabase(process.env);
  try {
    await loadContent(access.owner);
    const client = await connect(access.owner);
    try {
      io.stdout.write(`${JSON.stringify(await bringInPlace(client, path.resolve(file)))}\n`);
      return 0;
    } finally {
      await client.end();
    }
  } catch (fault) {
    if (!(fault instanceof PlacingRefusal)) throw fault;
    return refuse(placingSentence(fault.problem, file));
  } finally {
    await access.stop();
  }
}

const refusing = (io: Streams) => (sentence: string) => {
  io.stderr.write(`${sentence}\n`);
  return 1;
};

/** What stood in the way, and what to do now. Nothing was changed in any of these. */
export function placingSentence(problem: PlacingProblem, file: string): string {
  switch (problem.kind) {
    case 'no-such-file':
      return `There is no file ${file} that can be read.`;
    case 'too-large':
      return `${file} is larger than ${problem.mostMegabytes} megabytes. Move the whole installation with "cairn backup" and "cairn restore".`;
    case 'not-a-place':
      return `${file} is not a file that "cairn export place" wrote, or not all of one.`;
    case 'other-version':
      return `${file} is in version ${JSON.stringify(problem.version ?? null)} of its form, which this Cairn does not know. Nothing was brought in.`;
    case 'newer-structure':
      return `${file} was written by a newer Cairn, whose database stood at ${problem.there}; this one stands at ${problem.here}. Update this one to a version that has db/migrations/${problem.there}, then try again. Nothing was brought in.`;
    case 'older-structure':
      return `${file} was written by a Cairn whose database stood at ${problem.there}; files are read here from ${problem.since} on. Bring it into a Cairn whose newest file in db/migrations is ${problem.there}, update that one to this version, and write the file there again. Nothing was brought in.`;
    case 'other-structure':
      return `${file} was written by a Cairn whose database stood at ${problem.there}, which the one here has never had; it stands at ${problem.here}. Read it with the Cairn that wrote it. Nothing was brought in.`;
    case 'part-missing':
      return `${file} lacks "${problem.part}", or it is not as it should be. Nothing was brought in.`;
    case 'unknown-part':
      return `${file} has "${problem.part}", which this Cairn does not know. Nothing was brought in.`;
    case 'other-count':
      return `${file} says that there are ${problem.stated} rows of ${problem.table} of this partnership, and has ${problem.found}. Nothing was brought in.`;
    case 'already-here':
      return `A partnership at "${problem.slug}", or the same one at another address, is here already. Nothing was brought in.`;
    case 'another-person':
      return `${problem.email} is somebody who has another e-mail address here. Nothing was brought in.`;
    case 'no-content':
      return `The partnership rests on the content "${problem.pack}", which is not here. Add it with "cairn pack add", then try again.`;
    case 'does-not-fit':
      return `Nothing was brought in: rows of ${problem.table} do not fit (${problem.reason}).`;
  }
}
