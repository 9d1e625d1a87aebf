import type { Result } from '#core/result';
import type { ThreadWork } from '#platform/worker.server';
import { FactorWords } from '../suggest.ts';
import { beginDraft, carryOn, type ImportDraft, type Remembered, type Said } from './draft.ts';
import type { ImportSpine } from './meanings.ts';
import type { FileProblem } from './problems.ts';
import { readServicesFile } from './read-file.server.ts';

/** What a thread needs to read a file of services, or to take one further that was read. */
export type ReadingInput = {
  readonly from:
    | {
        readonly kind: 'file';
        readonly bytes: Uint8Array;
        readonly remembered: Remembered;
        /** Of GeoJSON whose writer put latitude first, as somebody says. */
        readonly isLatitudeFirst?: boolean;
      }
    | { readonly kind: 'draft'; readonly draft: ImportDraft };
  readonly said: Said;
  readonly spine: ImportSpine;
};

/** The reading of a file of services, as a thread does it. */
export const work: ThreadWork<ReadingInput, Result<ImportDraft, FileProblem>> = async (
  input,
  say
) => {
  say(await readDraft(input));
};

/** The same for who has a thread already. */
export async function readDraft({
  from,
  said,
  spine
}: ReadingInput): Promise<Result<ImportDraft, FileProblem>> {
  const words = new FactorWords(spine.factors);
  if (from.kind === 'draft') return { ok: true, value: carryOn(from.draft, said, spine, words) };
  const read = await readServicesFile(Buffer.from(from.bytes), from.isLatitudeFirst);
  if (!read.ok) return read;
  const draft = beginDraft(read.value, from.remembered);
  return { ok: true, value: carryOn(draft, said, spine, words) };
}
