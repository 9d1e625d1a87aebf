import { err, ok, type Result } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { changedInput } from '#modules/records';
import { adding, changing, forms, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { rememberColumns } from '#platform/remembered';
import type { ReadScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { closingKind, settingKind, type SettingDetails } from './kinds.ts';
import { readAreaOutlines, readOutline } from './outline.ts';
import { planSettings, readSettingRows, type RowsProblem, type SettingPlan } from './rows.ts';
import { checkParts } from './rules.ts';
import { areasInput, importInput, newSettingsInput, outlineInput } from './schema.ts';
import { explainSettingProblem } from './sentences.ts';
import * as store from './store.server.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = { name: 'Brook Nursery', kind: 'nursery', area: 'Brook' } as const;

const rules = {
  example,
  check({ values }: { readonly values: SettingDetails }) {
    const wrong = checkParts(values);
    return wrong === null ? ok(values) : err(wrong);
  },
  explain: explainSettingProblem
};

export const addSetting = adding(settingKind, rules);
export const changeSetting = changing(settingKind, rules);
export const { blank: blankSetting, form: formOfSetting } = forms(settingKind);

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
    const added = input.settings.map((one) => ({ ...one, id: newId() }));
    await store.settings.addAll(tx, scope, added);
    return ok({ ids: added.map(({ id }) => id) });
  }
});

/** Says that a setting has closed. Its past stays: what it used until then still counts for then. */
export const closeSetting = saying(
  command({
    name: 'settings.close-setting',
    needs: closingKind.permission.change,
    input: changedInput(closingKind),
    example: { id: nothing, closedOn: '2026-03-01', version: 1 },
    async run({ scope, input: { id, version, ...closing }, tx }) {
      const stored = await store.settings.find(tx, scope, id);
      if (stored === null) return err(notFound);
      const wrong = checkParts({ ...stored, ...closing });
      if (wrong !== null) return err(wrong);
      return savedOrChanged({ tx, scope, kind: closingKind, id }, closing, version);
    }
  }),
  { done: closingKind.words.changed, explain: explainSettingProblem }
);

/** What rows would do to this place as it is now, and a fingerprint of it: the same for the same plan. */
export async function planOf(
  tx: Tx,
  scope: ReadScope,
  cells: readonly (readonly string[])[],
  newId: () => string
): Promise<Result<{ plan: SettingPlan; fingerprint: string }, RowsProblem>> {
  const rows = readSettingRows(cells);
  if (!rows.ok) return rows;
  const plan = planSettings(rows.value, await store.settings.list(tx, scope), newId);
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
    await store.settings.addAll(
      tx,
      scope,
      added.map(({ id, details }) => ({ ...details, id }))
    );
    for (const { id, details, before } of changed) {
      const record = { id, expected: before?.version ?? 0 };
      if ((await store.settings.save(tx, scope, record, details)) === null)
        return err({ kind: 'changed-since-preview' } as const);
    }
    await rememberColumns(tx, scope, 'settings', { said: input.columns, now });
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
    const place = await getPartnership(tx, scope);
    const rings = readOutline(input.geojson, place, input.latitudeFirst);
    if (!rings.ok) return rings;
    await store.saveOutline(tx, scope, { rings: rings.value, source: input.source });
    return ok();
  }
});

/** Keeps the boundaries of areas within the place, such as wards, in place of those that were there. */
export const drawAreas = command({
  name: 'settings.draw-areas',
  needs: 'settings:import',
  input: areasInput,
  example: {
    geojson:
      '{"type":"Feature","properties":{"name":"Brook"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}',
    source: 'Drawn by hand'
  },
  async run({ scope, input, tx, newId }) {
    const place = await getPartnership(tx, scope);
    const read = readAreaOutlines(input.geojson, place, {
      names: input.nameProperty,
      isLatitudeFirst: input.latitudeFirst
    });
    if (!read.ok) return read;
    const { areas, elsewhere } = read.value;
    const rows = areas.map((area) => ({ ...area, id: newId() }));
    await store.saveAreas(tx, scope, rows, input.source);
    return ok({ areas: areas.length, elsewhere });
  }
});

/** Takes the boundaries of areas away. */
export const removeAreas = command({
  name: 'settings.remove-areas',
  needs: 'settings:import',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return (await store.removeAreas(tx, scope)) ? ok() : err({ kind: 'nothing-to-do' } as const);
  }
});
