import { canSave } from '#platform/saving-probe.server';
import { theWorld } from '#web/world.server';

const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Whether Cairn can save: 200, or 503 where its database is away, full or may only be read. */
export async function GET() {
  const { database, clock } = theWorld();
  const saves = await canSave(database, clock().getTime());
  return saves
    ? new Response('ok\n', { headers })
    : new Response('nothing can be saved\n', { status: 503, headers });
}
