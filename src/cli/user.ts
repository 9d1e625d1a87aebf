import {
  explainPartnershipProblem,
  invitationInput,
  newPersonInput,
  type Partnership,
  type Person
} from '#modules/partnerships';
import {
  addAccount,
  findCoordinator,
  findPartnershipAt,
  findPerson,
  givePassword,
  invitePerson,
  letIn
} from '#modules/partnerships/server';
import { err, ok, type Result } from '#core/result';
import { parse } from '#platform/command';
import { isSet } from '#ground/mode';
import { askPassword } from './ask-password.ts';
import type { Streams } from './index.ts';
import { asKeeper, demonstrationWarning, readOptions, type Keeper } from './keeper.ts';

const use = `Use: cairn user add --email ADDRESS --name NAME [--administrator] [--partnership SLUG --role ROLE]
     cairn user add --email ADDRESS --partnership SLUG --role ROLE --invite
     cairn user set-password --email ADDRESS

Adds a person. The password is asked for, or read from standard input: 12 characters or more, three or four words together.
Someone who has an account is only given the role.

  --administrator      may begin partnerships; does not open any partnership's records
  --partnership SLUG   the partnership to let them into, by the last part of its address
  --role ROLE          reader, contributor, lead or coordinator
  --organisation NAME, --job-role WORDS   for whom they work, and as what
  --invite             instead of a password, prints a link with which they choose their own; it works once, for 14 days

set-password gives a password to somebody who has an account and none yet, as after "cairn import place".
`;

const options = {
  help: { type: 'boolean', short: 'h' },
  email: { type: 'string' },
  name: { type: 'string' },
  administrator: { type: 'boolean' },
  partnership: { type: 'string' },
  role: { type: 'string' },
  organisation: { type: 'string' },
  'job-role': { type: 'string' },
  invite: { type: 'boolean' }
} as const;

type Wanted = {
  readonly email: string;
  readonly name: string | undefined;
  readonly administrator: boolean;
  readonly invite: boolean;
  readonly membership:
    (Pick<Membership, 'role' | 'organisation' | 'jobRole'> & { readonly slug: string }) | null;
};
type Membership = Parameters<typeof letIn>[1];
type Answer = Result<Readonly<Record<string, unknown>>, string>;

/** `cairn user add`: the first person of an installation, or another. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [what, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  const refuse = (sentence: string) => {
    io.stderr.write(`${sentence}\n`);
    return 1;
  };
  if (what !== 'add' && what !== 'set-password') return refuse(use.trimEnd());
  const wanted = readWanted(rest);
  if (!wanted.ok) return refuse(wanted.error);
  const warning = demonstrationWarning();
  if (warning !== null) return refuse(warning);
  const answer = await asKeeper((keeper) =>
    what === 'add' ? add(keeper, wanted.value, io) : setPassword(keeper, wanted.value.email, io)
  );
  if (!answer.ok) return refuse(answer.error);
  io.stdout.write(`${JSON.stringify(answer.value)}\n`);
  return 0;
}

function readWanted(args: readonly string[]): Result<Wanted, string> {
  const read = readOptions(args, options);
  if (!read.ok) return err(`${read.error}\n${use.trimEnd()}`);
  const { email, name, administrator = false, partnership, role, invite = false } = read.value;
  if (email === undefined) return err('Say whom to add with --email.');
  const person = parse(newPersonInput.entries.email, email);
  if (!person.ok) return err(sentences(person.error.issues));
  if ((partnership === undefined) !== (role === undefined)) {
    return err('Give --partnership and --role together: where, and what they may do there.');
  }
  if (invite && partnership === undefined) {
    return err('An invitation is to a partnership: name it with --partnership and --role.');
  }
  if (invite && administrator) {
    return err(
      'An invitation cannot make an administrator. Leave out --invite and set a password.'
    );
  }
  const base = { email: person.value, name, administrator, invite };
  if (partnership === undefined) return ok({ ...base, membership: null });
  const membership = parse(invitationInput, {
    email,
    role,
    organisation: read.value.organisation,
    jobRole: read.value['job-role']
  });
  if (!membership.ok) return err(sentences(membership.error.issues));
  const { role: checked, organisation, jobRole } = membership.value;
  return ok({ ...base, membership: { slug: partnership, role: checked, organisation, jobRole } });
}

function sentences(issues: readonly { readonly message: string }[]): string {
  return issues.map(({ message }) => `${message}.`).join('\n');
}

async function add(keeper: Keeper, wanted: Wanted, io: Streams): Promise<Answer> {
  const { membership } = wanted;
  const partnership =
    membership === null ? null : await findPartnershipAt(keeper.owner, membership.slug);
  if (membership !== null && partnership === null) {
    return err(
      `There is no partnership at "${membership.slug}". "cairn partnership list" names them.`
    );
  }
  if (wanted.invite && partnership !== null && membership !== null) {
    return invite(keeper, wanted.email, partnership, membership);
  }
  const known = await findPerson(keeper.app, wanted.email);
  if (known !== null && (membership === null || wanted.administrator)) {
    return err(explainPartnershipProblem({ kind: 'email-taken' }));
  }
  const person = known === null ? await addPerson(keeper, wanted, io) : ok(known);
  if (!person.ok) return person;
  const described = {
    email: person.value.email,
    name: person.value.name,
    administrator: person.value.siteAdministrator,
    added: known === null
  };
  if (membership === null || partnership === null) return ok(described);
  const { slug, ...rest } = membership;
  const joined = await letIn(keeper.app, {
    ...rest,
    partnershipId: partnership.id,
    personId: person.value.id
  });
  if (!joined.ok) return err(explainPartnershipProblem(joined.error));
  return ok({ ...described, partnership: slug, role: rest.role });
}

async function addPerson(
  keeper: Keeper,
  wanted: Wanted,
  io: Streams
): Promise<Result<Person, string>> {
  const name = parse(newPersonInput.entries.name, wanted.name ?? '');
  if (!name.ok) return err('Say what they are called with --name.');
  const password = await askPassword(io);
  if (password === null) {
    return err('No password came. Type one when asked, or send it on standard input.');
  }
  const added = await addAccount(keeper.app, {
    name: name.value,
    email: wanted.email,
    password,
    siteAdministrator: wanted.administrator
  });
  return added.ok ? added : err(explainPartnershipProblem(added.error));
}

async function setPassword(keeper: Keeper, email: string, io: Streams): Promise<Answer> {
  const known = await findPerson(keeper.app, email);
  if (known === null) return err(`Nobody with the address ${email} has an account.`);
  const password = await askPassword(io);
  if (password === null) {
    return err('No password came. Type one when asked, or send it on standard input.');
  }
  const given = await givePassword(keeper.app, email, password);
  if (given.ok) return ok({ email, passwordSet: true });
  return err(
    given.error.kind === 'has-a-password'
      ? `${email} has a password already, which nobody else can change.`
      : explainPartnershipProblem(given.error)
  );
}

/** The invitation is written in the name of the coordinator who has been there longest, as every command has somebody who gave it. */
async function invite(
  keeper: Keeper,
  email: string,
  partnership: Partnership,
  membership: NonNullable<Wanted['membership']>
): Promise<Answer> {
  const coordinator = await findCoordinator(keeper.app, partnership.id);
  if (coordinator === null) {
    return err(
      `${partnership.name} has no coordinator yet. Add one first, with a password and --role coordinator.`
    );
  }
  const { role, organisation, jobRole } = membership;
  const input = { email, role, organisation, jobRole };
  const answer = await invitePerson.run(
    { personId: coordinator },
    partnership.id,
    input,
    keeper.app
  );
  if (!answer.ok) {
    const { error } = answer;
    if (error.kind === 'already-member') return err(explainPartnershipProblem(error));
    throw new Error(`An invitation was refused: ${error.kind}`);
  }
  const origin = process.env['ORIGIN'];
  const address = isSet(origin) ? origin : 'http://127.0.0.1:3000';
  return ok({
    email,
    partnership: partnership.slug,
    role,
    link: `${address}/invitation/${answer.value.token}`
  });
}
