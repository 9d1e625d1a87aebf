import pg from 'pg';

/**
 * Every statement that this process sends to PostgreSQL while `work` goes on, in order, as its text. Exact: it stands between the
 * driver and the connection, where nothing is missed and nothing is counted twice.
 */
export async function statementsSent(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }; // its overloads are of no interest here
  const { query } = prototype;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    sent.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}
