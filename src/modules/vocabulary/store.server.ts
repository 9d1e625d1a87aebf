import type { Tx } from '#platform/database';
import { sql } from 'kysely';

/** All SQL about content packs. They belong to no partnership: everyone reads the same. */

export type StoredPack = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly attribution: string;
  readonly kind: string;
  readonly retired: boolean;
  readonly checksum: string;
  readonly loadedAt: Date;
};

const columns = [
  'id',
  'version',
  'title',
  'source',
  'licence',
  'licenceUrl',
  'attribution',
  'kind',
  'retired',
  'checksum',
  'loadedAt'
] as const;

export async function packs(tx: Tx): Promise<StoredPack[]> {
  const rows = await tx
    .selectFrom('contentPack')
    .select(columns)
    .orderBy('id')
    .orderBy('loadedAt', 'desc')
    .execute();
  return rows.map(toPack);
}

/** The newest version of a pack, without its files; null when no such pack was loaded. */
export async function findPack(tx: Tx, id: string): Promise<StoredPack | null> {
  const row = await tx
    .selectFrom('contentPack')
    .select(columns)
    .where('id', '=', id)
    .orderBy('loadedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toPack(row);
}

type PackRow = {
  id: string;
  version: string;
  title: string;
  source: string;
  licence: string;
  licenceUrl: string | null;
  attribution: string;
  kind: string;
  retired: boolean;
  checksum: string;
  loadedAt: Date;
};

function toPack(row: PackRow): StoredPack {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    source: row.source,
    licence: row.licence,
    licenceUrl: row.licenceUrl,
    attribution: row.attribution,
    kind: row.kind,
    retired: row.retired,
    checksum: row.checksum,
    loadedAt: row.loadedAt
  };
}

/** The files of the newest version of a pack, by file name; null when no such pack was loaded. */
export async function packBody(
  tx: Tx,
  id: string
): Promise<{ checksum: string; files: Readonly<Record<string, unknown>> } | null> {
  const row = await tx
    .selectFrom('contentPack')
    .select(['checksum', 'body'])
    .where('id', '=', id)
    .orderBy('loadedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { checksum: row.checksum, files: row.body };
}

/**
 * The checksum of the newest version of every pack, by its id, which tells whether a copy in memory is still the stored one.
 * Of all at once: a page that reads several packs asks the database one question.
 */
export async function packChecksums(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('contentPack')
    .distinctOn('id')
    .select(['id', 'checksum'])
    .orderBy('id')
    .orderBy('loadedAt', 'desc')
    .execute();
  return new Map(rows.map(({ id, checksum }) => [id, checksum]));
}

/** Stores a pack; the same id and version again replaces it. */
export async function savePack(
  tx: Tx,
  pack: Omit<StoredPack, 'loadedAt'> & { files: Readonly<Record<string, unknown>> },
  now: Date
): Promise<void> {
  const values = {
    title: pack.title,
    source: pack.source,
    licence: pack.licence,
    licenceUrl: pack.licenceUrl,
    attribution: pack.attribution,
    kind: pack.kind,
    retired: pack.retired,
    checksum: pack.checksum,
    body: sql<string>`${JSON.stringify(pack.files)}::jsonb`,
    loadedAt: now
  };
  await tx
    .insertInto('contentPack')
    .values({ id: pack.id, version: pack.version, ...values })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doUpdateSet(values))
    .execute();
}

/** The newest versions of the packs that hold a file of this name, by id. */
export async function packsHolding(tx: Tx, file: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('contentPack')
    .select('id')
    .distinct()
    .where(sql<boolean>`body ? ${file}`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
