import { Kysely, PostgresDialect } from 'kysely';
import codegen from 'kysely-codegen';
import type pgTypes from 'pg';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';
import { jsonShapes, typesByColumn, typesByName, typeSources } from './column-types.ts';

/**
 * The TypeScript types of a database's tables, as text of `src/platform/schema.ts`: names in camel case, choices as the check
 * constraints list them, lists for reading only, and what `column-types.ts` says of the rest.
 * Whole numbers of 64 bits and decimals are numbers, calendar dates are text: see `src/platform/database.ts`.
 */
export async function schemaTypes(owner: pgTypes.PoolConfig): Promise<string> {
  const pool = new pg.Pool(owner);
  pool.on('error', () => {
    // The server may stop before the last idle connection has closed.
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const text = await codegen.generate({
      camelCase: true,
      customImports: typeSources,
      db: db as Parameters<typeof codegen.generate>[0]['db'], // its type asks for tables of any name
      dialect: new codegen.PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
      excludePattern: 'cairn_*',
      overrides: { columns: await columnTypes(pool) },
      typeMapping: { int8: 'number' },
      typeOnlyImports: true,
      print: false,
      outFile: null
    });
    const config = await resolveConfig(import.meta.filename);
    return await format(text, { ...config, parser: 'typescript', plugins: [] });
  } finally {
    await db.destroy();
  }
}

/** A column as the catalogue has it. */
type Column = {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isGenerated: boolean;
  /** The columns it refers to as a foreign key. */
  readonly refersTo: readonly string[];
  /** The check constraints that are about this column alone, as PostgreSQL writes them. */
  readonly checks: readonly string[];
};

/** The types of those columns of which more is known than the generator of types can see, by `table.column`. */
async function columnTypes(pool: pgTypes.Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<Column>(
    `select a.attname as name, c.relname || '.' || a.attname as path, a.atttypid::regtype::text as type,
            not a.attnotnull as "isNullable", a.atthasdef or a.attidentity <> '' as "isGenerated",
            array(select f.relname || '.' || b.attname
                    from pg_constraint k cross join unnest(k.conkey, k.confkey) as pair(here, there)
                    join pg_class f on f.oid = k.confrelid
                    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
                   where k.conrelid = c.oid and k.contype = 'f' and pair.here = a.attnum order by 1) as "refersTo",
            array(select pg_get_constraintdef(k.oid) from pg_constraint k
                   where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped
      order by path`
  );
  const known = new Set(rows.flatMap(({ path, name }) => [path, name]));
  for (const said of [typesByName, typesByColumn, jsonShapes].flatMap(Object.keys)) {
    if (!known.has(said))
      throw new Error(`scripts/column-types.ts speaks of ${said}: there is none.`);
  }
  const byPath = new Map(rows.map((column) => [column.path, column]));
  return Object.fromEntries(
    rows.flatMap((column) => {
      const type = typeOf(column, byPath);
      return type === null ? [] : [[column.path, type]];
    })
  );
}

function typeOf(column: Column, byPath: ReadonlyMap<string, Column>): string | null {
  const { type, path, isNullable, isGenerated } = column;
  const orNull = isNullable ? ' | null' : '';
  const shape = jsonShapes[path];
  if (shape !== undefined && type === 'jsonb') {
    const written = `string${orNull}${isGenerated ? ' | undefined' : ''}`;
    return `ColumnType<${shape}${orNull}, ${written}, string${orNull}>`;
  }
  const one = choicesOf(column) ?? ofColumn(column, byPath) ?? byName(column);
  const held = type === 'text[]' || type === 'uuid[]' ? `ReadonlyArray<${one ?? 'string'}>` : one;
  if (held === null) return null;
  if (type === 'uuid')
    return `ColumnType<${held}${orNull}, string${orNull}${isGenerated ? ' | undefined' : ''}, string${orNull}>`;
  return isGenerated ? `Generated<${held}${orNull}>` : `${held}${orNull}`;
}

function ofColumn({ path, refersTo }: Column, byPath: ReadonlyMap<string, Column>): string | null {
  const said = typesByColumn[path];
  if (said !== undefined) return said;
  for (const other of refersTo) {
    const column = byPath.get(other);
    const type = column === undefined || other === path ? null : ofColumn(column, byPath);
    if (type !== null) return type;
  }
  return null;
}

function byName({ name, type }: Column): string | null {
  const isText = ['text', 'text[]', 'uuid', 'uuid[]'].includes(type);
  return isText ? (typesByName[name] ?? null) : null;
}

const choiceForm = /^CHECK \(\(\w+ = ANY \(ARRAY\[(?<choices>[^\]]+)\]\)\)\)$/;

/** What a constraint of the form `column in ('a', 'b')` leaves open, as a type. */
function choicesOf({ checks }: Column): string | null {
  for (const check of checks) {
    const choices = choiceForm.exec(check)?.groups?.['choices'];
    if (choices !== undefined) return choices.replaceAll('::text', '').replaceAll(', ', ' | ');
  }
  return null;
}
