import type { NavEntry } from '#design';

/** The parts of a partnership, in the order of the thread. The first word of the address tells which is open. */
const parts = [
  { path: '', label: 'Home' },
  { path: '/thread', label: 'Thread' },
  { path: '/evidence', label: 'Evidence', startsGroup: true },
  { path: '/need', label: 'Need' },
  { path: '/system', label: 'System' },
  { path: '/priorities', label: 'Priorities', startsGroup: true },
  { path: '/strategy', label: 'Strategy' },
  { path: '/plan', label: 'Plan' },
  { path: '/improvement', label: 'Improvement' },
  { path: '/learning', label: 'Learning' },
  { path: '/administration', label: 'Administration', startsGroup: true }
] as const;

export function navigationFor(slug: string, path: string): NavEntry[] {
  const base = `/p/${slug}`;
  const first = path.slice(base.length).split('/')[1] ?? '';
  // Nurseries and other settings are listed among what a coordinator keeps.
  const open = first === 'settings' ? 'administration' : first;
  return parts.map((part) => ({
    href: base + part.path,
    label: part.label,
    current: part.path === (open === '' ? '' : `/${open}`),
    startsGroup: 'startsGroup' in part
  }));
}
