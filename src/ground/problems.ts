/**
 * What can stand in the way of Cairn finding its database, as data, with the one place where each is put into words.
 * These are expected: the command line prints the sentence and ends with exit code 1.
 */
export type GroundProblem =
  | { readonly kind: 'no-binaries'; readonly platform: string }
  | { readonly kind: 'musl' }
  | { readonly kind: 'no-unprivileged-account' }
  | { readonly kind: 'no-reachable-folder'; readonly folder: string; readonly account: string }
  | { readonly kind: 'folder-not-writable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder-of-another-account'; readonly folder: string }
  | { readonly kind: 'folder-of-another-version'; readonly folder: string; readonly found: string }
  | { readonly kind: 'folder-busy'; readonly folder: string; readonly holder: string }
  | { readonly kind: 'socket-folder-not-ours'; readonly folder: string }
  | { readonly kind: 'socket-taken'; readonly folder: string }
  | { readonly kind: 'did-not-start'; readonly log: string; readonly lastLines: string }
  | { readonly kind: 'did-not-stop'; readonly folder: string }
  | { readonly kind: 'not-a-database-address'; readonly name: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'server-too-old'; readonly found: string }
  | { readonly kind: 'not-utf8'; readonly found: string }
  | { readonly kind: 'no-icu-collation' }
  | { readonly kind: 'migration-changed'; readonly name: string }
  | { readonly kind: 'migration-missing'; readonly name: string }
  | { readonly kind: 'migration-out-of-order'; readonly name: string; readonly after: string }
  | { readonly kind: 'migration-misnamed'; readonly name: string }
  | { readonly kind: 'migration-failed'; readonly name: string; readonly reason: string }
  | { readonly kind: 'database-newer'; readonly name: string }
  | { readonly kind: 'may-not-create-roles'; readonly owner: string; readonly reason: string }
  | { readonly kind: 'application-cannot-sign-in'; readonly role: string; readonly reason: string }
  | {
      readonly kind: 'application-too-powerful';
      readonly role: string;
      readonly because: 'superuser' | 'bypasses-row-security' | 'creates-roles' | 'owns-tables';
    }
  | { readonly kind: 'contradictory-mode' }
  | { readonly kind: 'demonstration-not-on-loopback'; readonly host: string }
  | { readonly kind: 'no-origin'; readonly host: string }
  | { readonly kind: 'demonstration-in-production' }
  | { readonly kind: 'demonstration-unasked' }
  | { readonly kind: 'demonstration-among-real' }
  | {
      readonly kind: 'content-refused';
      readonly folder: string;
      readonly sentences: readonly string[];
    }
  | { readonly kind: 'not-an-origin'; readonly value: string }
  | { readonly kind: 'not-a-port'; readonly value: string }
  | {
      readonly kind: 'port-taken';
      readonly port: number;
      readonly host: string;
      readonly code: string;
    }
  | { readonly kind: 'pages-not-built' }
  | { readonly kind: 'pages-did-not-start' };

const tooPowerful = {
  superuser: 'is a superuser',
  'bypasses-row-security': 'may bypass row-level security',
  'creates-roles': 'may create roles',
  'owns-tables': 'owns tables in this database'
} as const;

/** The sentence for a person who runs Cairn: what happened, and what to do now. */
export function groundSentence(problem: GroundProblem): string {
  switch (problem.kind) {
    case 'no-binaries':
      return `There is no embedded PostgreSQL for ${problem.platform}. Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server (15 or later).`;
    case 'musl':
      return 'The embedded PostgreSQL needs the GNU C library, and this system (such as Alpine) uses musl. Set DATABASE_URL to a PostgreSQL server (15 or later).';
    case 'no-unprivileged-account':
      return 'PostgreSQL refuses to run as root, and there is neither a "postgres" nor a "nobody" account to run it as. Start Cairn as an ordinary user, or set DATABASE_URL.';
    case 'no-reachable-folder':
      return `The account "${problem.account}" cannot reach ${problem.folder}, and no other folder could be made for the database. Set CAIRN_DATA to a folder it can reach, or set DATABASE_URL.`;
    case 'folder-not-writable':
      return `The data folder ${problem.folder} cannot be used (${problem.reason}). Set CAIRN_DATA to a folder you may write in, or set DATABASE_URL.`;
    case 'folder-of-another-account':
      return `The data folder ${problem.folder} belongs to another account. Start Cairn as that account, or set CAIRN_DATA to a folder of your own.`;
    case 'folder-of-another-version':
      return `The data in ${problem.folder} was written by PostgreSQL ${problem.found}, which this Cairn does not carry. Take a backup with the Cairn that wrote it, and restore it into a new folder.`;
    case 'folder-busy':
      return `Another Cairn (process ${problem.holder}) is starting or stopping the database in ${problem.folder}, and has not finished. Try again shortly.`;
    case 'socket-folder-not-ours':
      return `The folder ${problem.folder} for the database's socket is not ours alone. Remove it if you do not know it, or set TMPDIR to a private folder.`;
    case 'socket-taken':
      return `A different database answers in ${problem.folder}. Stop it, or set CAIRN_DATA to another folder.`;
    case 'did-not-start':
      return `The embedded PostgreSQL did not start. Its log is ${problem.log}. The last lines are:\n${problem.lastLines}`;
    case 'did-not-stop':
      return `The embedded PostgreSQL in ${problem.folder} did not stop in time. It goes on running, and the next start will use it.`;
    case 'not-a-database-address':
      return `${problem.name} is not an address of a PostgreSQL database. It should look like postgres://name:password@host:5432/database.`;
    case 'unreachable':
      return `The database did not answer (${problem.reason}). Check DATABASE_URL, and that the server runs.`;
    case 'server-too-old':
      return `The database server is PostgreSQL ${problem.found}. Cairn needs 15 or later.`;
    case 'not-utf8':
      return `The database keeps text as ${problem.found}. Cairn needs one made with encoding UTF8.`;
    case 'no-icu-collation':
      return 'The database server has no ICU collations ("und-x-icu"), which Cairn needs to sort names. Use a PostgreSQL built with ICU; the usual packages are.';
    case 'migration-changed':
      return `The migration ${problem.name} is not the one this database was made with. Migrations are never edited after landing: put the file back as it was, and write a new one.`;
    case 'migration-missing':
      return `The database was changed by the migration ${problem.name}, which is missing here although later ones are present. Put the file back.`;
    case 'migration-out-of-order':
      return `The migration ${problem.name} comes before ${problem.after}, which this database already has. Give it the next free number.`;
    case 'migration-misnamed':
      return `The migration ${problem.name} should be named like 0001_what_it_does.sql, each number once.`;
    case 'migration-failed':
      return `The migration ${problem.name} failed and nothing of it was kept: ${problem.reason}`;
    case 'database-newer':
      return `This database was made by a newer Cairn (it has the migration ${problem.name}). Update Cairn, or use the database of this version.`;
    case 'may-not-create-roles':
      return `Cairn's pages sign in to the database as a role of their own, and "${problem.owner}" may not make one (${problem.reason}). Either allow it (alter role … createrole), or make a role yourself and set CAIRN_APP_DATABASE_URL to sign in as it; docs/how-to/run-on-your-own-server.md shows the commands.`;
    case 'application-cannot-sign-in':
      return `The application could not sign in to the database as "${problem.role}" (${problem.reason}).`;
    case 'application-too-powerful':
      return `The application may not sign in to the database as "${problem.role}", because that role ${tooPowerful[problem.because]} and so would see past row-level security. Set CAIRN_APP_DATABASE_URL to an ordinary role.`;
    case 'contradictory-mode':
      return 'CAIRN_MODE=production and CAIRN_DEMO=1 contradict each other. Unset one of them.';
    case 'demonstration-not-on-loopback':
      return `The demonstration has accounts whose passwords everyone knows, so it is served to this machine only, and HOST=${problem.host} can be reached from others. Unset HOST, or run a real installation with CAIRN_MODE=production.`;
    case 'demonstration-in-production':
      return 'This database holds the demonstration, whose accounts have passwords everyone knows. A real installation starts on a database of its own: name another in DATABASE_URL, or set CAIRN_MODE=demonstration to go on with this one.';
    case 'demonstration-unasked':
      return 'The demonstration is not loaded into a real installation: its accounts have passwords everyone knows. Set CAIRN_MODE=demonstration to load it into a database of its own.';
    case 'demonstration-among-real':
      return 'This database holds people who are not of the demonstration, so the demonstration is not loaded into it. Name another database in DATABASE_URL, or leave it out for the embedded one.';
    case 'content-refused':
      return `The content in ${problem.folder} cannot be used:\n${problem.sentences.map((sentence) => `- ${sentence}`).join('\n')}`;
    case 'no-origin':
      return `HOST=${problem.host} can be reached from other machines. Set ORIGIN to the address people will type, such as https://cairn.example.org, so that forms sent from other sites can be told apart.`;
    case 'not-an-origin':
      return `ORIGIN=${problem.value} is not an address like https://cairn.example.org (scheme and host, nothing after them).`;
    case 'not-a-port':
      return `PORT=${problem.value} is not a port: a whole number from 0 to 65535.`;
    case 'port-taken':
      return problem.code === 'EADDRINUSE'
        ? `Another program already uses port ${problem.port} on ${problem.host}. Set PORT to a free one.`
        : `Cairn could not listen on port ${problem.port} of ${problem.host} (${problem.code}). Set HOST and PORT to an address of this machine.`;
    case 'pages-not-built':
      return 'The pages are not built. Run "npm run build" first.';
    case 'pages-did-not-start':
      return 'The web server ended before it could answer. What it said stands above.';
  }
}

/** Thrown where a start cannot go on. Carries the problem as data; its message is the sentence. */
export class GroundRefusal extends Error {
  readonly problem: GroundProblem;

  constructor(problem: GroundProblem) {
    super(groundSentence(problem));
    this.name = 'GroundRefusal';
    this.problem = problem;
  }
}
