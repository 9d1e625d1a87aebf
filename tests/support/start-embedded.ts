// Starts the embedded PostgreSQL on the folder it is told, says so, and stays until it is stopped or killed. For tests that need
// another process to do this.
import { startEmbeddedPostgres } from '../../src/ground/embedded-postgres.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder?');
const server = await startEmbeddedPostgres({ folder });
const stay = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => {
  void server.stop().then(() => {
    clearInterval(stay);
    process.disconnect();
  });
});
// Only now: whoever hears this may ask us to stop at once.
process.send?.({ adopted: server.adopted, pid: server.pid });
