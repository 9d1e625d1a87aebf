import { placeDocument, type PlaceCounts } from '#ground/place-file';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { CompiledQuery } from 'kysely';

/** Everything a partnership has, as the document that `cairn import place` reads (docs/formats.md); null where it is more than `mostRows`. */
export async function wholePlace(
  tx: Tx,
  scope: ReadScope,
  title: { readonly slug: string; readonly migration: string; readonly writtenAt: Date },
  mostRows: number
): Promise<{ readonly counts: PlaceCounts; readonly text: string | null }> {
  const reader = {
    async query<Row>(text: string, values: unknown[] = []) {
      const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, values));
      return { rows };
    }
  };
  const { partnershipId } = scope;
  const { counts, pieces } = await placeDocument(reader, { ...title, partnershipId });
  if (counts.rows > mostRows) return { counts, text: null };
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  return { counts, text: parts.join('') };
}

/** Who gave a command here, the latest first: the last twenty times that it was done. */
export async function runsOf(
  tx: Tx,
  scope: ReadScope,
  command: string
): Promise<readonly { readonly at: Date; readonly by: string }[]> {
  return tx
    .selectFrom('commandRun')
    .innerJoin('person', 'person.id', 'commandRun.personId')
    .select(['commandRun.at', 'person.name as by'])
    .where('commandRun.partnershipId', '=', scope.partnershipId)
    .where('commandRun.command', '=', command)
    .where('commandRun.outcome', '=', 'done')
    .orderBy('commandRun.at', 'desc')
    .limit(20)
    .execute();
}
