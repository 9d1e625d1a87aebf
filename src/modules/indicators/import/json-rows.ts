/** Rows of a JSON file: a list of records, or an object that holds one, as an interface of a publisher answers. */

/** The names under which an answer holds its records. */
const listNames = ['results', 'data', 'value', 'rows', 'items', 'records'];
/** Records within records deeper than this are left out. */
const deepest = 4;

type Cells = string[][];

/** Whether the bytes of a file begin as JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') || start.startsWith('[');
}

/**
 * The records of a JSON text as rows under headings; a field within a field is called by both names with a dot between, as in
 * `timePeriod.period`. Lists within a record are left out. Null where the text is no JSON or holds no list of records, and where there
 * are more rows or columns than may be read.
 */
export function cellsOfJson(
  text: string,
  limits: { readonly rows: number; readonly columns: number }
): Cells | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const records = recordsIn(json);
  if (records === null || records.length === 0 || records.length >= limits.rows) return null;
  const headings = new Map<string, number>();
  const rows = records.map((record) => {
    const row: string[] = [];
    flatten(record, '', 0, (name, value) => {
      let column = headings.get(name);
      if (column === undefined) {
        column = headings.size;
        headings.set(name, column);
      }
      if (column < limits.columns) row[column] = value;
    });
    return row;
  });
  if (headings.size === 0 || headings.size > limits.columns) return null;
  return [[...headings.keys()], ...rows.map((row) => Array.from(row, (cell) => cell ?? ''))];
}

type JsonRecord = Readonly<Record<string, unknown>>;

function recordsIn(json: unknown): readonly JsonRecord[] | null {
  if (Array.isArray(json)) return json.every(isRecord) ? json : null;
  if (!isRecord(json)) return null;
  for (const name of listNames) {
    const inside = json[name];
    if (Array.isArray(inside) && inside.length > 0 && inside.every(isRecord)) return inside;
  }
  return null;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flatten(
  record: JsonRecord,
  before: string,
  depth: number,
  say: (name: string, value: string) => void
): void {
  for (const [key, value] of Object.entries(record)) {
    const name = before === '' ? key : `${before}.${key}`;
    if (isRecord(value)) {
      if (depth < deepest) flatten(value, name, depth + 1, say);
    } else if (typeof value === 'string') say(name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') say(name, String(value));
    else if (value === null) say(name, '');
  }
}
