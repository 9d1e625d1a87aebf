import type { Tab } from '#design';

const views = [
  { id: 'text', path: '', label: 'The text' },
  { id: 'versions', path: '/versions', label: 'Versions' },
  { id: 'public', path: '/public', label: 'Public page' },
  { id: 'stages', path: '/stages', label: 'Six stages' },
  { id: 'words', path: '/words', label: 'Words and reading' },
  { id: 'rounds', path: '/rounds', label: 'Looking at ourselves' }
] as const;

/** The views of the strategy, `base` being its address. */
export function strategyTabs(base: string, current: (typeof views)[number]['id']): Tab[] {
  return views.map(({ id, path, label }) => ({
    href: base + path,
    label,
    current: id === current
  }));
}
