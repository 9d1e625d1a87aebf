import { offersTable } from '#modules/maps';
import { viewSupport } from '#modules/maps/server';
import { kindNames } from '#modules/settings';
import { namesOf } from '#modules/vocabulary';
import { ask } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';

/** The offers by stage as a table to take away. */
export async function supportTable(event: RequestEvent): Promise<string[][]> {
  const { model, offers, spine } = await ask(event, viewSupport);
  const settings: Readonly<Record<string, string>> = kindNames;
  return offersTable(model.stages, offers, {
    ...namesOf(spine),
    setting: (kind) => settings[kind] ?? kind
  });
}
