// Starts an embedded PostgreSQL on the folder it is told, and fills and empties the disk under it when asked to.
import fs from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/ground/embedded-postgres.ts';

const [, , folder = ''] = process.argv;
const filler = path.join(folder, 'filler');
const server = await startEmbeddedPostgres({
  folder,
  // From outside the folder cannot be seen, nor a socket in it.
  transport: 'tcp',
  settings: { max_wal_size: '32MB', min_wal_size: '32MB', shared_buffers: '16MB' }
});
if (path.resolve(server.home) !== path.resolve(folder))
  throw new Error('It stands on another disk.');

function fill(): void {
  const file = fs.openSync(filler, 'a');
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) writeUntilFull(file, size);
  } finally {
    fs.closeSync(file);
  }
}

function writeUntilFull(file: number, size: number): void {
  const block = Buffer.alloc(size, 'x');
  try {
    for (;;) fs.writeSync(file, block);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault;
  }
}

process.on('message', (wish) => {
  if (wish === 'fill') fill();
  if (wish === 'empty') fs.rmSync(filler);
  if (wish !== 'stop') {
    process.send?.('done');
    return;
  }
  void server.stop().then(() => {
    process.send?.('done');
    process.disconnect();
  });
});
process.send?.(server.address);
