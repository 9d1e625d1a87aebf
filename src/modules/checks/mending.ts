import type { Permission } from '#platform/permissions';

/** What somebody must be allowed to open the page on which a gap is mended; `null` for pages that everybody here may read. */
export function neededToMend(path: string): Permission | null {
  if (/^\/administration\/(partnership$|groups\/)/.test(path)) return 'partnership:manage';
  // A page that is only a form refuses whoever may not use it.
  if (/\/(edit|new)$|^\/plan\/(priorities|consultation)\//.test(path)) return 'plan:edit';
  return null;
}
