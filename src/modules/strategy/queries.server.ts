import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { readStrategySections } from '#modules/vocabulary';
import { packFile } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import * as v from 'valibot';
import { completenessOf } from './fill.ts';
import { oneInput, oneSectionInput } from './schema.ts';
import * as store from './store.server.ts';

const notFound = { kind: 'not-found' } as const;

/** The sections of a strategy, as the pack gives them. */
export async function strategySections(tx: Tx) {
  const { sections } = await packFile(
    tx,
    'plans/strategy-sections',
    'sections.json',
    readStrategySections
  );
  return sections;
}

/** The sections with what the partnership wrote, and the versions it made. What the records say is added by the page. */
export const viewStrategy = query({
  name: 'strategy.view-strategy',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const sections = await strategySections(tx);
    const texts = await store.texts(tx, scope);
    return ok({
      sections,
      texts,
      completeness: completenessOf(sections, texts),
      versions: await store.versions(tx, scope),
      today: dateOf(now)
    });
  }
});

/** One section with the partnership's own text. */
export const viewSection = query({
  name: 'strategy.view-section',
  needs: 'records:read',
  input: oneSectionInput,
  example: { section: 'vision' },
  async run({ scope, input, tx }) {
    const sections = await strategySections(tx);
    const index = sections.findIndex((one) => one.id === input.section);
    const section = sections[index];
    if (section === undefined) return err(notFound);
    const own = (await store.texts(tx, scope)).find((text) => text.section === section.id);
    return ok({
      section,
      number: index + 1,
      all: sections.length,
      own: own ?? null,
      before: sections[index - 1] ?? null,
      after: sections[index + 1] ?? null
    });
  }
});

/** One version, whole, as it stood when it was made. */
export const viewVersion = query({
  name: 'strategy.view-version',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const version = await store.findVersion(tx, scope, input.id);
    if (version === null) return err(notFound);
    return ok({ version, versions: await store.versions(tx, scope) });
  }
});
