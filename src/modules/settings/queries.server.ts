import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import { columnsBeforeQuery } from '#platform/remembered';
import * as v from 'valibot';
import { planOf } from './commands.server.ts';
import { areasOf, isOpenOn } from './rules.ts';
import { cellsInput, filterInput } from './schema.ts';
import * as store from './store.server.ts';

/** The settings that match, with what there is to choose from. */
export const viewSettings = query({
  name: 'settings.view-settings',
  needs: 'records:read',
  input: filterInput,
  example: { q: 'brook' },
  async run({ scope, input, tx, now }) {
    const all = await store.settings.list(tx, scope);
    const today = dateOf(now);
    const words = input.q
      .toLowerCase()
      .split(/\s+/)
      .filter((one) => one !== '');
    const matching = all.filter((one) => {
      const isOpen = isOpenOn(one, today);
      const text = `${one.name} ${one.organisation} ${one.area}`.toLowerCase();
      return (
        (input.there === 'all' || (input.there === 'open') === isOpen) &&
        (input.kind === '' || one.kind === input.kind) &&
        (input.area === '' || one.area === input.area) &&
        words.every((word) => text.includes(word))
      );
    });
    return ok({
      settings: matching.map((one) => ({ ...one, isOpen: isOpenOn(one, today) })),
      filter: input,
      areas: areasOf(all),
      counts: { all: all.length, open: all.filter((one) => isOpenOn(one, today)).length },
      outline: await store.findOutline(tx, scope)
    });
  }
});

export const viewSetting = query({
  name: 'settings.view-setting',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx, now }) {
    const setting = await store.settings.find(tx, scope, input.id);
    if (setting === null) return err({ kind: 'not-found' } as const);
    return ok({ setting, isOpen: isOpenOn(setting, dateOf(now)) });
  }
});

/** The areas already named, for whoever adds a setting. */
export const viewAreas = query({
  name: 'settings.view-areas',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(areasOf(await store.settings.list(tx, scope)));
  }
});

/** What rows of a spreadsheet would change, before anything is saved. */
export const previewSettings = query({
  name: 'settings.preview-settings',
  needs: 'settings:import',
  input: cellsInput,
  example: {
    cells: [
      ['Name', 'Kind'],
      ['Brook Nursery', 'Nursery']
    ]
  },
  async run({ scope, input, tx }) {
    let count = 0;
    return planOf(tx, scope, input.cells, () => `new-${(count += 1)}`);
  }
});

/** How columns of settings were matched before. */
export const viewSettingColumns = columnsBeforeQuery(
  'settings.view-setting-columns',
  'settings:import',
  'settings'
);
