import pg from 'pg';

/**
 * What may befall the database while everything in Cairn is right.
 * `away`: it does not answer, and what was being saved is not saved. `unsure`: it went at the moment of saving, and nobody has been
 * able to ask it since. `cannot-save`: it answers, and has no room or no leave to write; nothing was saved.
 */
export type DatabaseTroubleKind = 'away' | 'unsure' | 'cannot-save';

/** Thrown instead of the driver's own error, so that whoever answers can say what it means. */
export class DatabaseTrouble extends Error {
  readonly trouble: DatabaseTroubleKind;

  constructor(trouble: DatabaseTroubleKind, cause: unknown) {
    super(`The database is in trouble: ${trouble}`, { cause });
    this.name = 'DatabaseTrouble';
    this.trouble = trouble;
  }
}

/** Shutting down, ended after a crash, not accepting connections yet, all connections taken. */
const awayCodes = new Set(['57P01', '57P02', '57P03', '57P05', '53300']);
/** Disk full, or an error of reading and writing files. */
const noRoomCodes = new Set(['53100', '58030']);
/** A server that only repeats another, or was set to read alone. */
const readOnly = '25006';

/** System errors of a connection that cannot be made or has broken. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN'
]);

/** The driver's own errors have no code; these are their words. */
const driverWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|Client network socket)/;

/**
 * What an error of the database driver means, or null when it is about a statement and not about the database's state.
 * Source: PostgreSQL's error codes, classes 08, 53, 57 and 58; the errors of pg 8 and of Node's sockets.
 */
export function troubleOf(fault: unknown): 'away' | 'cannot-save' | null {
  if (fault instanceof AggregateError) return fault.errors.some(isAway) ? 'away' : null;
  if (fault instanceof pg.DatabaseError) {
    const code = fault.code ?? '';
    if (noRoomCodes.has(code) || code === readOnly) return 'cannot-save';
    return awayCodes.has(code) || code.startsWith('08') ? 'away' : null;
  }
  return isAway(fault) ? 'away' : null;
}

function isAway(fault: unknown): boolean {
  if (fault instanceof pg.DatabaseError) return troubleOf(fault) === 'away';
  if (!(fault instanceof Error)) return false;
  // Files have the same codes; only a socket's error says that it was connecting, writing or reading.
  const { code, syscall } = fault as NodeJS.ErrnoException;
  if (code !== undefined && networkCodes.has(code)) {
    return ['connect', 'read', 'write', 'getaddrinfo'].includes(syscall ?? '');
  }
  return driverWords.test(fault.message);
}

/** The trouble that an error was thrown for, however it was wrapped; null for anything else. */
export function troubleIn(fault: unknown): DatabaseTroubleKind | null {
  for (let one = fault; one instanceof Error; one = one.cause) {
    if (one instanceof DatabaseTrouble) return one.trouble;
  }
  return troubleOf(fault);
}
