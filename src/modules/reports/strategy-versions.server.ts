import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import type { DrawingBlock } from '#core/written-document';
import { ruleOf } from '#modules/disclosure/server';
import { getPartnership } from '#modules/partnerships/server';
import {
  fillSections,
  forEverybody,
  freeze,
  newVersionInput,
  readApproval
} from '#modules/strategy';
import {
  addVersion,
  findVersion,
  markPublished,
  markUnpublished,
  strategySections,
  strategyTexts
} from '#modules/strategy/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { publicChartBlock } from './public-chart.ts';
import { safeSeriesByProject } from './public-measures.server.ts';
import * as publications from './public.store.server.ts';
import { strategyRecords } from './strategy-records.server.ts';

/** The leading measure of each project that counts people, drawn as the rule of the public page lets it be shown. */
async function safeCharts(tx: Tx, scope: ReadScope, today: string): Promise<DrawingBlock[]> {
  const rule = await ruleOf(tx, scope, 'public-page');
  const series = await safeSeriesByProject(tx, scope, rule, today);
  return [...series.values()].flatMap((one) => (one === null ? [] : [publicChartBlock(one)]));
}

/**
 * Makes a version of the strategy: the whole document as it stands, own text and what the records say, kept for good.
 * It stands here, above every module that it reads, so that what is frozen is what the records say and not what a caller says.
 */
export const makeVersion = command({
  name: 'reports.make-strategy-version',
  needs: 'strategy:edit',
  input: newVersionInput,
  example: { title: 'Early years strategy 2026 to 2029', note: 'First version' },
  async run({ scope, input, tx, now, newId }) {
    const approval = readApproval(input, dateOf(now));
    if (!approval.ok) return approval;
    const texts = await strategyTexts(tx, scope);
    if (!texts.some((one) => one.text !== '')) return err({ kind: 'nothing-written' } as const);
    const sections = await strategySections(tx);
    const records = await strategyRecords(tx, scope, dateOf(now));
    const filled = fillSections(sections, texts, records);
    const content = {
      ...freeze(filled, await getPartnership(tx, scope)),
      charts: await safeCharts(tx, scope, dateOf(now))
    };
    const id = newId();
    const { title, note } = input;
    const version = { id, title, note, approval: approval.value, content };
    return ok({ id, number: await addVersion(tx, scope, version, now) });
  }
});

/** Shows an approved version to everybody, in place of the one shown before. Figures of the partnership's own stay here. */
export const publishVersion = command({
  name: 'reports.publish-strategy-version',
  needs: 'strategy:publish',
  input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx, now, newId }) {
    const version = await findVersion(tx, scope, input.id);
    if (version === null) return err({ kind: 'not-found' } as const);
    if (version.status === 'draft') return err({ kind: 'not-approved' } as const);
    const { name, slug, madeUp, demonstration } = await getPartnership(tx, scope);
    await publications.replace(tx, scope, {
      id: newId(),
      slug,
      kind: 'strategy',
      content: {
        format: 1,
        place: { name, slug, madeUp, demonstration },
        title: version.title,
        number: version.number,
        approvedBy: version.approvedBy,
        approvedOn: version.approvedOn,
        strategy: forEverybody(version.content)
      },
      now
    });
    await markPublished(tx, scope, version.id, now);
    return ok();
  }
});

/** Takes the strategy back from the public at once. Its versions stay. */
export const withdrawStrategy = command({
  name: 'reports.withdraw-strategy',
  needs: 'strategy:publish',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const isWithdrawn = await publications.withdraw(tx, scope, 'strategy', now);
    await markUnpublished(tx, scope);
    return isWithdrawn ? ok() : err({ kind: 'not-published' } as const);
  }
});
