import { err, ok } from '#core/result';
import { isDate } from '#core/dates';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { optionalChoice, text } from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { countedBy, lineTitle, type CountedBy, type CountedLine } from './collation.ts';
import * as store from './collation.store.server.ts';
import * as ideaStore from './ideas.store.server.ts';
import * as projectStore from '../projects/projects.store.server.ts';
import type { Collation } from '../rules.ts';
import { decisions, rampSteps } from '../types.ts';

/** The tests of the partnership, searched, filtered and counted. */

const nobody = '00000000-0000-4000-8000-000000000000';
export const testsAPage = 25;

/** Filters come from addresses: what cannot be read is passed over. */
const mayBe = <const Options extends readonly string[]>(options: Options) =>
  v.optional(v.fallback(optionalChoice(options, ''), null), null);
const day = v.pipe(
  text(10),
  v.transform((given) => (isDate(given) ? given : ''))
);
const uuid = v.pipe(
  text(100),
  v.transform((given) => (/^[0-9a-f-]{36}$/.test(given) ? given : ''))
);
const page = v.optional(
  v.fallback(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.integer(),
      v.minValue(1),
      v.maxValue(10_000)
    ),
    1
  ),
  1
);

const testFilterInput = v.object({
  factor: text(100),
  project: uuid,
  idea: uuid,
  words: text(200),
  result: mayBe(['yes', 'no', 'cannot-tell', 'waiting']),
  decision: mayBe(decisions),
  setting: text(300),
  step: mayBe(rampSteps),
  from: day,
  to: day,
  by: mayBe(countedBy),
  /** From 1. */
  page
});
type Asked = v.InferOutput<typeof testFilterInput>;

async function filterOf(tx: Tx, scope: ReadScope, input: Asked): Promise<store.TestFilter> {
  const given = (value: string) => (value === '' ? undefined : value);
  const idea = input.idea === '' ? undefined : await store.ideaKeyOf(tx, scope, input.idea);
  return {
    factorId: given(input.factor),
    projectId: given(input.project),
    // An idea that is not here has no tests.
    ideaKey: idea === null ? 'no such idea' : idea,
    words: given(input.words),
    decision: input.decision ?? undefined,
    setting: given(input.setting),
    step: input.step ?? undefined,
    from: given(input.from),
    until: given(input.to)
  };
}

/** All tests of the partnership, filtered, counted by how they came out, and listed or counted by something. */
export const viewTests = query({
  name: 'improvement.view-tests',
  needs: 'records:read',
  input: testFilterInput,
  example: { factor: 'play-and-verbal-exchanges', result: 'no', words: 'story', by: 'idea' },
  async run({ scope, input, tx }) {
    const filter = await filterOf(tx, scope, input);
    const counts = await store.countTests(tx, scope, filter);
    const shownFilter = { ...filter, result: input.result ?? undefined };
    const shown = listed(
      input.result === null ? counts : await store.countTests(tx, scope, shownFilter)
    );
    const spine = await getSpine(tx);
    const counted =
      input.by === null ? null : await countsPage(tx, scope, shownFilter, input.by, input.page);
    const pages = Math.max(1, Math.ceil((counted?.rows ?? shown) / testsAPage));
    const at = Math.min(input.page, pages);
    const from = (at - 1) * testsAPage;
    const projects = await projectStore.projects.list(tx, scope);
    return ok({
      counts,
      shown,
      by: input.by,
      counted: counted?.lines ?? null,
      page: at,
      pages,
      tests:
        input.by === null
          ? await store.listTests(tx, scope, shownFilter, { from, most: testsAPage })
          : [],
      idea: input.idea === '' ? null : await ideaStore.findIdeaTitle(tx, scope, input.idea),
      settings: await store.testSettings(tx, scope),
      projects: projects.map(({ id, title }) => ({ id, title })),
      words: {
        factors: spine.factors,
        factorGroups: spine.factorGroups,
        outcomes: spine.outcomes
      }
    });
  }
});

/** How many tests a list shows: those that have not been tried yet stand in it as well. */
const listed = ({ all, notTried }: Collation) => all + notTried;

async function countsPage(
  tx: Tx,
  scope: ReadScope,
  filter: store.TestFilter,
  by: CountedBy,
  at: number,
  most = testsAPage
): Promise<{ rows: number; lines: CountedLine[] }> {
  const { factors } = await getSpine(tx);
  const factorTitle = (id: string) => factors.find((factor) => factor.id === id)?.title ?? id;
  const counted = await store.countTestsBy(tx, scope, filter, by, { from: (at - 1) * most, most });
  return {
    rows: counted.rows,
    lines: counted.lines.map((line) => ({ ...line, title: lineTitle(by, line, factorTitle) }))
  };
}

/** Every test that passes the filter, at most 10,000: for taking away as a file. */
export const viewTestsForFile = query({
  name: 'improvement.view-tests-for-file',
  needs: 'records:read',
  input: testFilterInput,
  example: {},
  async run({ scope, input, tx }) {
    const filter = await filterOf(tx, scope, input);
    const shown = { ...filter, result: input.result ?? undefined };
    return ok(await store.listTests(tx, scope, shown, { from: 0, most: 10_000 }));
  }
});

/** Every row of one count, at most 10,000: for taking away as a file. */
export const viewCountsForFile = query({
  name: 'improvement.view-counts-for-file',
  needs: 'records:read',
  input: testFilterInput,
  example: { by: 'setting' },
  async run({ scope, input, tx }) {
    const filter = await filterOf(tx, scope, input);
    const by = input.by ?? 'idea';
    const shown = { ...filter, result: input.result ?? undefined };
    const { lines } = await countsPage(tx, scope, shown, by, 1, 10_000);
    return ok({ by, lines });
  }
});

/** One change idea across projects: its family or the ideas of the same words, and every test of them. */
export const viewIdea = query({
  name: 'improvement.view-idea',
  needs: 'records:read',
  input: v.object({ ideaId: v.string(), page }),
  example: { ideaId: nobody },
  async run({ scope, input, tx }) {
    const key = await store.ideaKeyOf(tx, scope, input.ideaId);
    if (key === null) return err({ kind: 'not-found' } as const);
    const all = await ideaStore.ideasWithKeys(tx, scope);
    const here = all.find(({ id }) => id === input.ideaId);
    if (here === undefined) return err({ kind: 'not-found' } as const);
    const filter = { ideaKey: key };
    const counts = await store.countTests(tx, scope, filter);
    const pages = Math.max(1, Math.ceil(listed(counts) / testsAPage));
    const at = Math.min(input.page, pages);
    const from = (at - 1) * testsAPage;
    const { factors } = await getSpine(tx);
    return ok({
      idea: here,
      family:
        here.familyId === null ? null : await ideaStore.families.find(tx, scope, here.familyId),
      members: all.filter((one) => one.key === key),
      others: all.filter((one) => one.key !== key),
      counts,
      bySetting: (await countsPage(tx, scope, filter, 'setting', 1)).lines,
      byStep: (await countsPage(tx, scope, filter, 'step', 1)).lines,
      tests: await store.listTests(tx, scope, filter, { from, most: testsAPage }),
      page: at,
      pages,
      factors
    });
  }
});
