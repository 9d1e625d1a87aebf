import { ping } from '#platform/database';
import { canSave } from '#platform/saving-probe.server';
import { theWorld } from '#web/world.server';

const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/**
 * Whether Cairn is alive: it answers, and so does its database. 503 where it does not. A Cairn that can only be read is alive, and says
 * so: to start it again would help nobody. `/health/saving` is for whoever must know the difference by the status.
 */
export async function GET() {
  const { database, clock } = theWorld();
  try {
    await ping(database);
  } catch {
    return new Response('no database\n', { status: 503, headers });
  }
  const saves = await canSave(database, clock().getTime());
  return new Response(saves ? 'ok\n' : 'reads only: nothing can be saved\n', { headers });
}
