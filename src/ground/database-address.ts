import type { PoolConfig } from 'pg';

/**
 * The same server and database, signed in to as another role. Everything else of an address stays as it is: several hosts, a socket's
 * folder, how the connection is protected.
 */
export function withCredentials(
  config: PoolConfig,
  login: { readonly role: string; readonly password: string }
): PoolConfig {
  if (config.connectionString === undefined) {
    return { ...config, user: login.role, password: login.password };
  }
  const credentials = `${encodeURIComponent(login.role)}:${encodeURIComponent(login.password)}@`;
  const connectionString = config.connectionString
    .replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?#]*@)?/, `$1${credentials}`)
    .replace(/([?&])(?:user|password)=[^&]*&?/g, '$1')
    .replace(/[?&]$/, '');
  return { ...config, connectionString };
}

/** The same server, signed in to by the same role, with another database. */
export function withDatabase(config: PoolConfig, database: string): PoolConfig {
  if (config.connectionString === undefined) return { ...config, database };
  const connectionString = config.connectionString.replace(
    /^(postgres(?:ql)?:\/\/[^/?#]*)(?:\/[^?#]*)?/,
    `$1/${encodeURIComponent(database)}`
  );
  return { ...config, connectionString };
}
