import type { Streams } from './index.ts';
import { exportPlace, placeFileUse } from './place-file.ts';

/** `cairn export`: what a partnership has, in a file for other programs or another Cairn. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(placeFileUse.export);
    return 0;
  }
  const [kind, ...rest] = args;
  if (kind === 'place') return exportPlace(rest, io);
  io.stderr.write(placeFileUse.export);
  return 1;
}
