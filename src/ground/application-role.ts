import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { GroundRefusal } from './problems.ts';
import { inLockedTransaction } from './migrations.ts';

/** The role that is granted what the application may do. Nobody signs in as it; the roles that sign in are its members. */
const applicationGroup = 'cairn_application';

/** The role this database's application signs in as, and its password. */
export type ApplicationLogin = { readonly role: string; readonly password: string };

/**
 * Makes the group role when it is missing. Roles belong to the whole server, so two databases may be making it at the same moment.
 * Refuses: `may-not-create-roles`.
 */
export async function ensureApplicationGroup(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [
    applicationGroup
  ]);
  if (rows.length > 0) return;
  await creatingRoles(client, async () => {
    await client.query(`create role ${applicationGroup} nologin`);
  });
}

/**
 * The login of this database's application: its name from the database's name and number, its password from a secret that only the
 * owner can read, so that every server on this database works out the same.
 */
export async function applicationLogin(client: pg.ClientBase): Promise<ApplicationLogin> {
  const secret = await installationSecret(client);
  const { rows } = await client.query<{ name: string; oid: string }>(
    'select datname as name, oid::text from pg_database where datname = current_database()'
  );
  const database = rows[0];
  if (database === undefined) throw new Error('The database does not list itself.');
  const hash = createHash('sha256').update(`${database.name} ${database.oid}`).digest('hex');
  const role = `cairn_app_${hash.slice(0, 12)}`;
  const password = createHmac('sha256', secret).update(`sign in as ${role}`).digest('base64url');
  return { role, password };
}

/** The secret from which this installation works out what several servers must agree on. Only the owner can read it. */
export async function installationSecret(client: pg.ClientBase): Promise<Buffer> {
  const read = async () => {
    const { rows } = await client.query<{ secret: Buffer }>(
      'select secret from public.cairn_installation'
    );
    return rows[0]?.secret;
  };
  const known = await read();
  if (known !== undefined) return known;
  await client.query(
    'insert into public.cairn_installation (secret) values ($1) on conflict do nothing',
    [randomBytes(32)]
  );
  const made = await read();
  if (made === undefined) throw new Error('The installation secret could not be kept.');
  return made;
}

/**
 * Makes the login role, or sets its password right, and lets it into this database.
 * Call it when signing in has failed or something changed; a working login needs nothing.
 *
 * Refuses: `may-not-create-roles`.
 */
export async function ensureApplicationLogin(
  client: pg.ClientBase,
  login: ApplicationLogin
): Promise<void> {
  const role = client.escapeIdentifier(login.role);
  const verifier = client.escapeLiteral(scramVerifier(login.password));
  await creatingRoles(client, () =>
    inLockedTransaction(client, async () => {
      const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [
        login.role
      ]);
      await client.query(
        rows.length > 0
          ? `alter role ${role} login password ${verifier}`
          : `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
               password ${verifier} in role ${applicationGroup}`
      );
    })
  );
  await letIn(client, login.role);
}

/** Lets one role into this database and shuts out roles that were let in only because everyone was, such as another Cairn's. */
export async function letIn(client: pg.ClientBase, role: string): Promise<void> {
  await inLockedTransaction(client, async () => {
    const { rows } = await client.query<{ name: string; mine: boolean }>(
      `select datname as name, pg_has_role(datdba, 'MEMBER') as mine
         from pg_database where datname = current_database()`
    );
    const database = rows[0];
    if (database?.mine !== true) return;
    const name = client.escapeIdentifier(database.name);
    await client.query(`revoke connect, temporary on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${client.escapeIdentifier(role)}`);
  });
}

/** Gives a role that somebody else made (`CAIRN_APP_DATABASE_URL`) what the application may do, unless it already has it. */
export async function adoptApplicationRole(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    `select pg_has_role($1, $2, 'MEMBER') as member`,
    [role, applicationGroup]
  );
  if (rows[0]?.member !== true) {
    await creatingRoles(client, async () => {
      await client.query(`grant ${applicationGroup} to ${client.escapeIdentifier(role)}`);
    });
  }
  await letIn(client, role);
}

/**
 * Tries the application's connection, and makes sure it is held by row-level security.
 * Refuses: `application-cannot-sign-in`; `application-too-powerful` when the role, or any it is a member of, is a superuser, bypasses
 * row security, creates roles, or owns a table here.
 */
export async function checkApplication(config: pg.PoolConfig): Promise<{ role: string }> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (fault) {
    await client.end().catch(() => undefined);
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new GroundRefusal({
      kind: 'application-cannot-sign-in',
      role: client.user ?? 'nobody',
      reason
    });
  }
  try {
    const { rows } = await client.query<{
      role: string;
      superuser: boolean;
      bypasses: boolean;
      creates: boolean;
      owns: boolean;
    }>(powers);
    const found = rows[0];
    if (found === undefined) throw new Error('The database does not say who signed in.');
    const because = found.superuser
      ? 'superuser'
      : found.bypasses
        ? 'bypasses-row-security'
        : found.creates
          ? 'creates-roles'
          : found.owns
            ? 'owns-tables'
            : null;
    if (because !== null) {
      throw new GroundRefusal({ kind: 'application-too-powerful', role: found.role, because });
    }
    return { role: found.role };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const powers = `
  select session_user as role,
         bool_or(rolsuper) as superuser,
         bool_or(rolbypassrls) as bypasses,
         bool_or(rolcreaterole) as creates,
         exists (
           select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema$)'
              and pg_has_role(session_user, c.relowner, 'MEMBER')
         ) as owns
    from pg_roles
   where pg_has_role(session_user, oid, 'MEMBER')`;

/** PostgreSQL's error codes for "exists already", "made at the same moment" and "changed at the same moment". */
const someoneWasQuicker = new Set(['42710', '23505', 'XX000', '40001']);
const notAllowed = '42501';

async function creatingRoles(client: pg.ClientBase, work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (fault) {
      const code = fault instanceof pg.DatabaseError ? fault.code : undefined;
      if (code === notAllowed) {
        const { rows } = await client.query<{ owner: string }>('select session_user as owner');
        throw new GroundRefusal({
          kind: 'may-not-create-roles',
          owner: rows[0]?.owner ?? 'unknown',
          reason: fault instanceof Error ? fault.message : String(fault)
        });
      }
      if (code === '42710') return;
      if (code === undefined || !someoneWasQuicker.has(code) || attempt === 5) throw fault;
    }
  }
}

/**
 * What PostgreSQL keeps of a password, worked out here so that the password itself is never in a statement (or the server's log).
 * Source: RFC 5803 and RFC 7677, SCRAM-SHA-256 with 4096 rounds.
 */
function scramVerifier(password: string): string {
  const rounds = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
