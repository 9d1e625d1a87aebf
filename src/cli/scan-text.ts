import { text } from 'node:stream/consumers';
import { scanText } from '#modules/disclosure';
import type { Streams } from './index.ts';

const use = `Use: cairn scan-text < text.txt

Prints a JSON array of the personal details found, such as [{"kind": "chi-number", "start": 16, "end": 26}]. Positions
count from zero in UTF-16 units. Kinds: nhs-number, chi-number, upn, scn, nino, date-of-birth, postcode, phone, email,
one-child (initials with a date; an exact age with a setting).
`;

/** `cairn scan-text`: personal details in a text from standard input. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(use);
    return 0;
  }
  if (args[0] !== undefined) {
    io.stderr.write(`cairn scan-text does not know "${args[0]}".\n${use}`);
    return 1;
  }
  io.stdout.write(`${JSON.stringify(scanText(await text(io.stdin)))}\n`);
  return 0;
}
