import { ping } from '#platform/database';
import { theWorld } from '#platform/world.server';

/** Whether Cairn and its database answer. */
export async function GET() {
  await ping(theWorld().database);
  return new Response('ok\n', { headers: { 'content-type': 'text/plain' } });
}
