import { err, ok, type Result } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import { readOutline } from './outline.ts';
import {
  detailsOf,
  planSettings,
  readSettingRows,
  type RowsProblem,
  type SettingPlan
} from './rows.ts';
import { checkParts } from './rules.ts';
import {
  changedSettingInput,
  closeInput,
  importInput,
  newSettingInput,
  newSettingsInput,
  outlineInput
} from './schema.ts';
import * as store from './store.server.ts';
import type { Setting, SettingDetails, SettingId } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = { name: 'Brook Nursery', kind: 'nursery', area: 'Brook' } as const;

/** Refuses parts that do not fit together and an ID that another setting has. */
async function check(tx: Tx, scope: ReadScope, input: SettingDetails, own: string | null) {
  const wrong = checkParts(input);
  if (wrong !== null) return err(wrong);
  if (input.externalId !== null) {
    const taken = (await store.settings(tx, scope)).find(
      (one) => one.externalId === input.externalId && one.id !== own
    );
    if (taken !== undefined) return err({ kind: 'id-taken', name: taken.name } as const);
  }
  return ok();
}

export const addSetting = command({
  name: 'settings.add-setting',
  needs: 'settings:edit',
  input: newSettingInput,
  example,
  async run({ scope, input, tx, newId }) {
    const checked = await check(tx, scope, input, null);
    if (!checked.ok) return checked;
    const id = newId() as SettingId; // made here
    await store.addSettings(tx, scope, [{ ...input, id }]);
    return ok({ id });
  }
});

/** Adds many settings at once, for programs that know their list. */
export const addSettings = command({
  name: 'settings.add-settings',
  needs: 'settings:import',
  input: newSettingsInput,
  example: { settings: [example] },
  async run({ scope, input, tx, newId }) {
    for (const one of input.settings) {
      const wrong = checkParts(one);
      if (wrong !== null) return err(wrong);
    }
    const added = input.settings.map((one) => ({ ...one, id: newId() as SettingId })); // made here
    await store.addSettings(tx, scope, added);
    return ok({ ids: added.map(({ id }) => id) });
  }
});

export const changeSetting = command({
  name: 'settings.change-setting',
  needs: 'settings:edit',
  input: changedSettingInput,
  example: { ...example, id: nothing, version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findSetting(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const checked = await check(tx, scope, input, stored.id);
    if (!checked.ok) return checked;
    const record = { id: stored.id, expected: input.version };
    const version = await store.saveSetting(tx, scope, record, input, now);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'setting', stored, fieldsOf(stored)));
  }
});

/** Says that a setting has closed. Its past stays: what it used until then still counts for then. */
export const closeSetting = command({
  name: 'settings.close-setting',
  needs: 'settings:edit',
  input: closeInput,
  example: { id: nothing, closedOn: '2026-03-01', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findSetting(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const details = { ...detailsOf(stored), closedOn: input.closedOn };
    const wrong = checkParts(details);
    if (wrong !== null) return err(wrong);
    const record = { id: stored.id, expected: input.version };
    const version = await store.saveSetting(tx, scope, record, details, now);
    if (version !== null) return ok({ version });
    const theirs = { closedOn: stored.closedOn ?? '' };
    return err(await changedMeanwhile(tx, scope, 'setting', stored, theirs));
  }
});

/** What rows would do to this place as it is now, and a fingerprint of it: the same for the same plan. */
export async function planOf(
  tx: Tx,
  scope: ReadScope,
  cells: readonly (readonly string[])[],
  newId: () => string
): Promise<Result<{ plan: SettingPlan; fingerprint: string }, RowsProblem>> {
  const rows = readSettingRows(cells);
  if (!rows.ok) return rows;
  const here = await store.settings(tx, scope);
  const plan = planSettings(rows.value, here, newId);
  if (!plan.ok) return plan;
  const said = [...plan.value.added, ...plan.value.changed].map(({ row, details, before }) => [
    row,
    details,
    before?.version ?? null
  ]);
  const fingerprint = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return ok({ plan: plan.value, fingerprint });
}

/**
 * Does what a preview showed, all of it or nothing. `fingerprint` came with the preview: where the settings here have changed
 * since, nothing is done.
 */
export const importSettings = command({
  name: 'settings.import-settings',
  needs: 'settings:import',
  input: importInput,
  example: {
    cells: [
      ['Name', 'Kind'],
      ['Brook Nursery', 'Nursery']
    ],
    fingerprint: ''
  },
  async run({ scope, input, tx, now, newId }) {
    const planned = await planOf(tx, scope, input.cells, newId);
    if (!planned.ok) return planned;
    const { plan, fingerprint } = planned.value;
    if (fingerprint !== input.fingerprint) return err({ kind: 'changed-since-preview' } as const);
    const { added, changed, unchanged } = plan;
    if (added.length + changed.length === 0) return err({ kind: 'nothing-to-do' } as const);
    await store.addSettings(
      tx,
      scope,
      added.map(({ id, details }) => ({ ...details, id }))
    );
    for (const { id, details, before } of changed) {
      const record = { id, expected: before?.version ?? 0 };
      if ((await store.saveSetting(tx, scope, record, details, now)) === null)
        return err({ kind: 'changed-since-preview' } as const);
    }
    return ok({ added: added.length, changed: changed.length, unchanged: unchanged.length });
  }
});

/** Keeps the boundary of the place, to draw settings on. */
export const drawOutline = command({
  name: 'settings.draw-outline',
  needs: 'settings:import',
  input: outlineInput,
  example: {
    geojson: '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}',
    source: 'Drawn by hand'
  },
  async run({ scope, input, tx }) {
    const { areaCode } = await getPartnership(tx, scope);
    const rings = readOutline(input.geojson, areaCode);
    if (!rings.ok) return rings;
    await store.saveOutline(tx, scope, { rings: rings.value, source: input.source });
    return ok();
  }
});

/** The stored setting by the names of the form's fields. */
function fieldsOf(setting: Setting): Record<string, string> {
  const { id, version, updatedAt, ...details } = setting;
  void [id, version, updatedAt]; // not fields of the form
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, value === null ? '' : String(value)])
  );
}
