import { headingsKey } from '#core/columns';
import { ok } from '#core/result';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { query } from './command.ts';
import type { Tx } from './database.ts';
import { columnTexts, text, type ColumnsSaid } from './fields.ts';
import type { Permission } from './permissions.ts';
import type { ReadScope, WriteScope } from './scope.ts';

/** How files were matched here before, for the next with the same headings. What a matching holds is for the module that asked. */

/** Which import it is of. */
export type MatchingPurpose =
  'services' | 'service-words' | 'settings' | 'cycles' | 'measure-values';

export type RememberedMatching = {
  readonly matching: unknown;
  readonly at: Date;
  readonly by: string;
};

/** The matchings remembered for one purpose, by key, the latest first; no more than a place ever has. */
export async function rememberedMatchings(
  tx: Tx,
  scope: ReadScope,
  purpose: MatchingPurpose
): Promise<Map<string, RememberedMatching>> {
  const rows = await tx
    .selectFrom('rememberedMatching')
    .innerJoin('person', 'person.id', 'rememberedMatching.updatedBy')
    .select(['matching', 'rememberedMatching.updatedAt', 'person.name'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('purpose', '=', purpose)
    .orderBy('rememberedMatching.updatedAt', 'desc')
    .limit(mostRead)
    .execute();
  return new Map(
    rows.map(({ matching, updatedAt, name }) => [
      matching.key,
      { matching: matching.value, at: updatedAt, by: name }
    ])
  );
}

const mostRead = 200;

/** Remembers a matching, in place of the one before it. */
export async function rememberMatching(
  tx: Tx,
  scope: WriteScope,
  purpose: MatchingPurpose,
  given: { readonly key: string; readonly value: unknown; readonly now: Date }
): Promise<void> {
  const { key, value, now } = given;
  const columns = {
    matching: sql<string>`${JSON.stringify({ key, value })}::jsonb`,
    updatedAt: now,
    updatedBy: scope.personId
  };
  const id = createHash('sha256').update(key).digest('hex');
  await tx
    .insertInto('rememberedMatching')
    .values({ partnershipId: scope.partnershipId, purpose, id, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'purpose', 'id']).doUpdateSet(columns)
    )
    .execute();
}

const columnsKey = (of: string, headings: readonly string[]) => `${of} ${headingsKey(headings)}`;

/** Remembers what somebody said of the columns of a file, for the next with the same headings. */
export async function rememberColumns(
  tx: Tx,
  scope: WriteScope,
  purpose: MatchingPurpose,
  { said, now }: { readonly said: ColumnsSaid; readonly now: Date }
): Promise<void> {
  if (said === null) return;
  const key = columnsKey(said.of, said.headings);
  await rememberMatching(tx, scope, purpose, { key, value: said.uses, now });
}

/** A query for what was said before of the columns of a file with these headings; null where nothing was. */
export function columnsBeforeQuery(name: string, needs: Permission, purpose: MatchingPurpose) {
  return query({
    name,
    needs,
    input: v.object({ of: text(100), headings: columnTexts }),
    example: { of: '', headings: ['Name', 'Kind'] },
    async run({ scope, input, tx }) {
      const all = await rememberedMatchings(tx, scope, purpose);
      const found = all.get(columnsKey(input.of, input.headings));
      if (found === undefined) return ok({ before: null });
      const uses = v.safeParse(columnTexts, found.matching);
      return ok({ before: uses.success ? { ...found, uses: uses.output } : null });
    }
  });
}
