import type { Change } from './types.ts';

/** Columns that say nothing to a reader. */
const silent = new Set([
  'id',
  'partnership_id',
  'version',
  'created_at',
  'updated_at',
  'created_by',
  'updated_by'
]);

const actionWords = { added: 'Added', changed: 'Changed', removed: 'Removed' } as const;

/**
 * A change in plain words: what was done, and for each part that differs what it said before and says now.
 * Identifiers and counters are left out; long texts are shortened to 160 characters.
 */
export function changeWords(change: Change): { title: string; text: string } {
  const names = Object.keys({ ...change.before, ...change.after }).filter(
    (name) => !silent.has(name)
  );
  const parts = names
    .map((name) => ({
      name: name.replaceAll('_', ' '),
      before: asText(change.before?.[name]),
      after: asText(change.after?.[name])
    }))
    .filter((part) => part.before !== part.after && part.name.slice(-3) !== ' id');
  const text = parts
    .map((part) => {
      if (change.action !== 'changed') return `${part.name}: ${part.after || part.before}`;
      return `${part.name}: ${part.before || 'nothing'} → ${part.after || 'nothing'}`;
    })
    .join('; ');
  return { title: actionWords[change.action], text };
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
