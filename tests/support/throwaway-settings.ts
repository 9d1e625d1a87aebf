/** Settings of a PostgreSQL whose data nobody needs after the tests: speed for safety. */
export const throwawaySettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // Compiling a query takes longer than answering it from so few rows. The embedded one has no compiler at all.
  jit: 'off'
};
