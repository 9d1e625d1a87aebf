import { err, ok } from '#core/result';
import type { Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { getEvidence } from './evidence.server.ts';
import {
  columnsOf,
  comparedColumns,
  rowsOf,
  type CompareWith,
  type MatrixChoice
} from './matrix-view.ts';
import { pathwaysOf } from './pathway-list.ts';
import { ownLinks } from './pathways.store.server.ts';
import * as insightStore from './insights.store.server.ts';
import { factorInput, insightsInput, matrixInput } from './schema.ts';
import { firstChoice, strengthOf, worksOf } from './strength.ts';

const notFound = { kind: 'not-found' } as const;

/**
 * The matrix for a choice of outcome and age, either of which may be `all`. What is left out is chosen by `firstChoice`, and
 * `isFirstChoice` says so. One outcome at one age may be laid beside another age or another outcome: then there are two
 * columns and `beside` says which is the second. Where `compare` asks for what cannot be laid beside the choice, `beside` is null.
 * Refuses: an outcome or age that the spine does not name (`not-found`).
 */
export const viewMatrix = query({
  name: 'evidence.view-matrix',
  needs: 'records:read',
  input: matrixInput,
  example: {},
  async run({ scope, input, tx }) {
    const evidence = await getEvidence(tx, scope);
    const { spine, pack } = evidence;
    const named = <Id extends string>(list: readonly { id: Id }[], id: string | undefined) =>
      list.find((each) => each.id === id)?.id;
    const outcome = input.outcome === 'all' ? 'all' : named(spine.outcomes, input.outcome);
    const age = input.age === 'all' ? 'all' : named(spine.ages, input.age);
    const isUnknown =
      (input.outcome !== undefined && outcome === undefined) ||
      (input.age !== undefined && age === undefined);
    const asked: CompareWith | null = compareWith(spine, input.compare);
    if (isUnknown || (input.compare !== '' && asked === null)) return err(notFound);

    const first = firstChoice(spine, pack?.matrix ?? null, outcome === 'all' ? undefined : outcome);
    const choice: MatrixChoice = { outcome: outcome ?? first.outcome, age: age ?? first.age };
    const beside = asked === null ? null : besides(choice, asked);
    const columns =
      beside === null ? columnsOf(spine, choice) : comparedColumns(beside.chosen, beside.other);
    return ok({
      spine,
      choice,
      compare: input.compare,
      beside: beside?.other ?? null,
      isFirstChoice: input.outcome === undefined && input.age === undefined,
      columns,
      sort: input.sort,
      groups: rowsOf(evidence, columns, input.sort),
      published:
        pack === null
          ? null
          : {
              source: pack.source,
              document: pack.matrix.document,
              banner: pack.matrix.banner,
              doubts: pack.matrix.doubts,
              scale: pack.matrix.scale,
              worksBanner: pack.whatWorks.banner,
              worksScale: pack.whatWorks.scale
            }
    });
  }
});

function compareWith(spine: Spine, id: string): CompareWith | null {
  const age = spine.ages.find((each) => each.id === id);
  if (age !== undefined) return { kind: 'age', age: age.id };
  const outcome = spine.outcomes.find((each) => each.id === id);
  return outcome === undefined ? null : { kind: 'outcome', outcome: outcome.id };
}

/** What was chosen and what to lay beside it; null where either is several, or both are the same. */
function besides({ outcome, age }: MatrixChoice, other: CompareWith) {
  if (outcome === 'all' || age === 'all') return null;
  const isSame = other.kind === 'age' ? other.age === age : other.outcome === outcome;
  return isSame ? null : { chosen: { outcome, age }, other };
}

/** Everything that is known here about one factor. */
export const viewFactor = query({
  name: 'evidence.view-factor',
  needs: 'records:read',
  input: factorInput,
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx }) {
    const evidence = await getEvidence(tx, scope);
    const { spine, pack, ratings } = evidence;
    const factor = spine.factors.find((each) => each.id === input.factor);
    if (factor === undefined) return err(notFound);
    const outcomes = spine.outcomes.map((outcome) => ({
      outcome,
      cells: spine.ages.map((age) =>
        strengthOf(pack?.matrix ?? null, ratings, factor.id, outcome.id, age.id)
      )
    }));
    return ok({
      spine,
      factor,
      group: spine.factorGroups.find((each) => each.id === factor.group)?.title ?? '',
      outcomes,
      works: worksOf(pack?.whatWorks ?? null, ratings, factor.id),
      sources: (pack?.whatWorks.sources ?? []).flatMap((source) => {
        const tie = source.factors.find((each) => each.factor === factor.id);
        return tie === undefined ? [] : [{ ...source, tie: tie.reason }];
      }),
      pathways: pathwaysOf(pack?.pathways ?? null, spine, factor.id, await ownLinks(tx, scope)),
      insights: await insightStore.insights(tx, scope, { factor: factor.id }),
      published:
        pack === null
          ? null
          : {
              source: pack.source,
              document: pack.matrix.document,
              banner: pack.matrix.banner,
              worksBanner: pack.whatWorks.banner,
              pathwaysBanner: pack.pathways.banner,
              signNote: pack.pathways.signNote
            }
    });
  }
});

/** What was noticed locally, newest first: about one factor or all, what stands or what is archived. */
export const viewInsights = query({
  name: 'evidence.view-insights',
  needs: 'records:read',
  input: insightsInput,
  example: {},
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const factor = spine.factors.find((each) => each.id === input.factor)?.id;
    if (input.factor !== '' && factor === undefined) return err(notFound);
    const { show } = input;
    const counts = await insightStore.insightCounts(tx, scope);
    return ok({
      spine,
      factor: factor ?? null,
      show,
      insights: await insightStore.insights(tx, scope, { factor, show }),
      hasAny: counts.size > 0,
      /** Factors of which nothing was noticed that still stands. */
      without: spine.factors.filter((each) => !counts.has(each.id))
    });
  }
});
