import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { ruleOf } from '#modules/disclosure/server';
import { aimsOnce } from '#modules/delivery';
import { planOf } from '#modules/delivery/server';
import { command, query, type ChangedMeanwhile, type World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { isEmptyPage, publicChanges, publicPageContent, publicFigure } from './public-page.ts';
import { publicRecords } from './public-records.server.ts';
import { publicChoicesInput } from './public-schema.ts';
import * as store from './public.store.server.ts';

async function pageAsNow(tx: Tx, scope: ReadScope, now: Date) {
  const rule = await ruleOf(tx, scope, 'public-page');
  const records = await publicRecords(tx, scope, rule);
  const choices = await store.choices(tx, scope);
  const before = await store.lastPage(tx, scope);
  const page = publicPageContent(records, choices, rule, { before, today: dateOf(now) });
  return { rule, records, choices, page };
}

/** The public page as it would be shown now, beside what stands published, and what there is to choose from. */
export const viewPublicPage = query({
  name: 'reports.view-public-page',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const { rule, records, choices, page } = await pageAsNow(tx, scope, now);
    const published = await store.ownCurrent(tx, scope, 'page');
    const strategy = await store.ownCurrent(tx, scope, 'strategy');
    const plan = await planOf(tx, scope);
    return ok({
      choices,
      page,
      today: dateOf(now),
      isEmpty: isEmptyPage(page),
      published,
      changes: published === null ? [] : publicChanges(published.content, page),
      strategy:
        strategy === null
          ? null
          : {
              title: strategy.content.title,
              number: strategy.content.number,
              publishedAt: strategy.publishedAt,
              publishedBy: strategy.publishedBy
            },
      aims: aimsOnce(plan.aims).map((aim) => ({
        id: aim.id,
        title: aim.title,
        priority: plan.priorities.find((one) => one.id === aim.planPriorityId)?.title ?? ''
      })),
      decisions: records.decisions.map(({ id, title, by, on }) => ({ id, title, by, on })),
      indicators: records.indicators.map((one) => ({
        id: one.id,
        ...publicFigure(one, rule)
      }))
    });
  }
});

/** Chooses what the public page shows, and introduces it in everyday words. Nothing is published by it. */
export const changePublicPage = command({
  name: 'reports.change-public-page',
  needs: 'public-page:publish',
  input: publicChoicesInput,
  example: {
    introduction: 'We work together so that every child enjoys a story.',
    showHope: 'yes'
  },
  async run({ scope, input, tx, now }) {
    const version = await store.saveChoices(tx, scope, input, now);
    if (version !== null) return ok({ version });
    const stored = await store.choices(tx, scope);
    const conflict: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: {
        introduction: stored.introduction,
        showHope: stored.showHope ? 'yes' : '',
        aims: [...stored.aims],
        indicators: [...stored.indicators],
        decisions: [...stored.decisions]
      },
      version: stored.version,
      changedBy: stored.changedBy,
      changedAt: stored.changedAt
    };
    return err(conflict);
  }
});

/** Publishes the page as it would be shown now: a snapshot that stays as it is until the next one, or until it is withdrawn. */
export const publishPublicPage = command({
  name: 'reports.publish-public-page',
  needs: 'public-page:publish',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now, newId }) {
    const { page } = await pageAsNow(tx, scope, now);
    if (isEmptyPage(page)) return err({ kind: 'nothing-to-publish' } as const);
    const { slug } = page.place;
    await store.replace(tx, scope, { id: newId(), slug, kind: 'page', content: page, now });
    return ok();
  }
});

/** Takes the public page back at once. */
export const withdrawPublicPage = command({
  name: 'reports.withdraw-public-page',
  needs: 'public-page:publish',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const isWithdrawn = await store.withdraw(tx, scope, 'page', now);
    return isWithdrawn ? ok() : err({ kind: 'not-published' } as const);
  }
});

/**
 * What anybody may read of a place, by its address; each null when it is not published. Whether the place exists is not to be
 * told from the answer.
 */
export async function findPublished(world: World, slug: string) {
  const settings = { partnershipId: null, personId: null, now: world.clock() };
  return inTransaction(world, settings, 'read', async (tx) => ({
    page: await store.findCurrent(tx, slug, 'page'),
    strategy: await store.findCurrent(tx, slug, 'strategy')
  }));
}
