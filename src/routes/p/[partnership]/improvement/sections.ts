import type { Tab } from '#design';

/** The views of improvement, each with its own address. */
export function sections(
  slug: string,
  open: 'projects' | 'charts' | 'tests' | 'roll-out' | 'reach' | 'benchmarks'
): Tab[] {
  const base = `/p/${slug}/improvement`;
  return [
    { href: base, label: 'Projects', current: open === 'projects' },
    { href: `${base}/charts`, label: 'All charts', current: open === 'charts' },
    { href: `${base}/tests`, label: 'All tests', current: open === 'tests' },
    { href: `${base}/roll-out`, label: 'Roll-out', current: open === 'roll-out' },
    { href: `${base}/reach`, label: 'Who is reached', current: open === 'reach' },
    {
      href: `${base}/benchmarks`,
      label: 'Across settings',
      current: open === 'benchmarks'
    }
  ];
}
