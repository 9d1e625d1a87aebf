import { err, ok, type Result } from '#core/result';
import { explainPartnershipProblem, newPartnershipInput } from '#modules/partnerships';
import {
  allPartnerships,
  beginPartnership,
  findPartnershipAt,
  findPerson,
  joinCollaborative
} from '#modules/partnerships/server';
import { parse } from '#platform/command';
import type { Streams } from './index.ts';
import { asKeeper, demonstrationWarning, readOptions, type Keeper } from './keeper.ts';

const use = `Use: cairn partnership add --name NAME --coordinator ADDRESS [--slug SLUG] [--kind KIND] [--nation NATION] [--area-code CODE] [--about WORDS]
     cairn partnership join --collaborative SLUG --member SLUG
     cairn partnership list

Adds a partnership with its first coordinator, who must have an account ("cairn user add").

  --slug SLUG        the last part of its address, such as perth-and-kinross; made from the name when left out
  --kind KIND        place, or collaborative for one that several places plan and learn in
  --nation NATION    England, Scotland, Wales or Northern Ireland
  --area-code CODE   the code of its area, such as E08000009, so that its open figures are found

join puts a partnership into a collaborative. list names all there are.
`;

const text = { type: 'string' } as const;
const addOptions = {
  name: text,
  slug: text,
  kind: text,
  coordinator: text,
  nation: text,
  'area-code': text,
  about: text
} as const;
const joinOptions = { collaborative: text, member: text } as const;

type Answer = Result<unknown, string>;

/** `cairn partnership add|join|list`, for whoever keeps the installation. None of it opens a partnership's records. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [what, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  const answer = await answerTo(what, rest);
  if (!answer.ok) {
    io.stderr.write(`${answer.error}\n`);
    return 1;
  }
  io.stdout.write(`${JSON.stringify(answer.value)}\n`);
  return 0;
}

async function answerTo(what: string | undefined, args: readonly string[]): Promise<Answer> {
  if (what === 'list') return asKeeper(async ({ owner }) => ok(await listed(owner)));
  if (what === 'add') return add(args);
  if (what === 'join') return join(args);
  return err(use.trimEnd());
}

async function listed(owner: Keeper['owner']) {
  return (await allPartnerships(owner)).map(({ name, slug, kind, nation, areaCode }) => ({
    name,
    slug,
    kind,
    nation,
    areaCode
  }));
}

async function add(args: readonly string[]): Promise<Answer> {
  const read = readOptions(args, addOptions);
  if (!read.ok) return err(`${read.error}\n${use.trimEnd()}`);
  const { coordinator, 'area-code': areaCode, ...given } = read.value;
  if (coordinator === undefined) return err('Say who coordinates it with --coordinator.');
  const input = parse(newPartnershipInput, { name: '', ...given, areaCode });
  if (!input.ok) return err(input.error.issues.map(sayIssue).join('\n'));
  const warning = demonstrationWarning();
  if (warning !== null) return err(warning);
  return asKeeper(async ({ app }) => {
    const person = await findPerson(app, coordinator);
    if (person === null) {
      return err(
        `Nobody here has the e-mail address ${coordinator}. Add them first: cairn user add.`
      );
    }
    const begun = await beginPartnership(app, person.id, input.value);
    if (!begun.ok && begun.error.kind === 'slug-needed') {
      return err('The name makes no address. Give one with --slug.');
    }
    if (!begun.ok) return err(explainPartnershipProblem(begun.error));
    const { name, kind } = input.value;
    return ok({ name, slug: begun.value.slug, kind, coordinator: person.email });
  });
}

/** What may be said after options that take one of a list. */
const choices: Readonly<Record<string, string>> = {
  kind: 'Choose place or collaborative',
  nation: 'Choose England, Scotland, Wales or Northern Ireland'
};

function sayIssue({ path, message }: { readonly path: string; readonly message: string }): string {
  const option = path === 'areaCode' ? 'area-code' : path;
  return `--${option}: ${choices[path] ?? message}.`;
}

async function join(args: readonly string[]): Promise<Answer> {
  const read = readOptions(args, joinOptions);
  if (!read.ok) return err(`${read.error}\n${use.trimEnd()}`);
  const { collaborative, member } = read.value;
  if (collaborative === undefined || member === undefined) {
    return err('Name both with --collaborative and --member.');
  }
  const warning = demonstrationWarning();
  if (warning !== null) return err(warning);
  return asKeeper(async ({ app, owner }) => {
    const whole = await findPartnershipAt(owner, collaborative);
    const part = await findPartnershipAt(owner, member);
    const missing = whole === null ? collaborative : part === null ? member : null;
    if (whole === null || part === null) {
      return err(`There is no partnership at "${missing}". "cairn partnership list" names them.`);
    }
    if (whole.kind !== 'collaborative') {
      return err(`${whole.name} is a place, not a collaborative, so nothing can join it.`);
    }
    if (whole.id === part.id) return err('A collaborative cannot join itself.');
    await joinCollaborative(app, whole.id, part.id);
    return ok({ collaborative: whole.slug, member: part.slug });
  });
}
