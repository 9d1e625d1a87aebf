import type { Tab } from '#design';

/** The two views of improvement, each with its own address. */
export function sections(slug: string, open: 'projects' | 'tests'): Tab[] {
  const base = `/p/${slug}/improvement`;
  return [
    { href: base, label: 'Projects', current: open === 'projects' },
    { href: `${base}/tests`, label: 'All tests', current: open === 'tests' }
  ];
}
