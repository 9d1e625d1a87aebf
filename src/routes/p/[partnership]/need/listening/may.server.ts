import type { Permission } from '#platform/permissions';
import { error } from '@sveltejs/kit';

/** Refuses a page for doing something to somebody whose role does not let them, before they have typed anything. */
export async function mustHold(
  event: { readonly parent: () => Promise<{ readonly permissions: readonly Permission[] }> },
  permission: Permission,
  what: string
): Promise<void> {
  const { permissions } = await event.parent();
  if (permissions.includes(permission)) return;
  error(403, { message: `Your role here does not let you ${what}.` });
}
