import { err, ok } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
import { command, type ChangedMeanwhile } from '#platform/command';
import * as v from 'valibot';
import * as choiceStore from './choices.store.server.ts';
import { openView } from './indicator-view.server.ts';
import { loadedIndicators } from './open.store.server.ts';
import * as store from './own.store.server.ts';
import {
  changedIndicatorInput,
  choiceInput,
  followInput,
  groupId,
  newIndicatorInput,
  type IndicatorInput
} from './schema.ts';
import type { Choice, Indicator } from './types.ts';
import { valuesOf } from './values.store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';

/**
 * Follows open indicators, and drops those that were followed when the page was read and are not ticked any more.
 * What somebody else ticked meanwhile stays. Note and target of a dropped one are kept.
 */
export const followIndicators = command({
  name: 'indicators.follow-indicators',
  needs: 'indicators:edit',
  input: followInput,
  example: { follow: [] },
  async run({ scope, input, tx, now }) {
    const known = new Set(
      (await loadedIndicators(tx, input.follow)).map((each) => each.id as string)
    ); // an id is a text
    const unknown = input.follow.find((id) => !known.has(id));
    if (unknown !== undefined) return err({ kind: 'unknown-open-indicator', id: unknown } as const);
    const dropped = input.before.filter((id) => !known.has(id));
    await choiceStore.setFollowed(tx, scope, input.follow, true, now);
    await choiceStore.setFollowed(tx, scope, dropped, false, now);
    return ok({ followed: input.follow.length, dropped: dropped.length });
  }
});

/** Changes what the partnership says about an open indicator that it follows: note, baseline, target, who looks after it. */
export const changeChoice = command({
  name: 'indicators.change-choice',
  needs: 'indicators:edit',
  input: choiceInput,
  example: { id: 'good-level-of-development', note: 'Our first concern', version: 1 },
  async run({ scope, input, tx, now }) {
    const [stored] = await choiceStore.choices(tx, scope, input.id);
    if (stored === undefined) return err({ kind: 'not-found' } as const);
    const { baselinePeriod } = input;
    if (baselinePeriod !== '' && baselinePeriod !== stored.baselinePeriod) {
      const figures = (await openView(tx, scope, input.id, null))?.followed.figures ?? [];
      const isKnown = figures.some((one) => one.period === baselinePeriod && one.value !== null);
      if (!isKnown) return err({ kind: 'no-figure-then', period: baselinePeriod } as const);
    }
    const version = await choiceStore.saveChoice(tx, scope, input, now);
    if (version !== null) return ok({ version });
    const changed: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: choiceAsForm(stored),
      version: stored.version,
      ...(await lastChangeOf(tx, scope, 'indicator_choice', input.id))
    };
    return err(changed);
  }
});

/** Adds an indicator that the partnership counts itself. Answers its id. */
export const addIndicator = command({
  name: 'indicators.add-indicator',
  needs: 'indicators:edit',
  input: newIndicatorInput,
  example: {
    title: 'Families at talk groups',
    unit: 'count',
    betterWhen: 'high',
    frequency: 'month'
  },
  async run({ scope, input, tx, now, newId }) {
    const id = newId();
    await store.addIndicator(tx, scope, id, valuesFrom(input), now);
    await store.saveGroups(tx, scope, id, groupsFrom(input));
    return ok({ id });
  }
});

/** Changes an indicator of the partnership's own. A group that has values cannot be taken out. */
export const changeIndicator = command({
  name: 'indicators.change-indicator',
  needs: 'indicators:edit',
  input: changedIndicatorInput,
  example: {
    id: noRecord,
    title: 'Families at talk groups',
    unit: 'count',
    betterWhen: 'high',
    frequency: 'month',
    version: 1
  },
  async run({ scope, input, tx, now }) {
    const stored = await store.findOwnIndicator(tx, scope, input.id);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const version = await store.saveIndicator(
      tx,
      scope,
      input.id,
      valuesFrom(input),
      input.version,
      now
    );
    if (version === null) {
      const changed: ChangedMeanwhile = {
        kind: 'changed-meanwhile',
        theirs: indicatorAsForm(stored),
        version: stored.version,
        ...(await lastChangeOf(tx, scope, 'indicator', input.id))
      };
      return err(changed);
    }
    const groups = groupsFrom(input);
    const kept = new Set(['all', ...groups.map((group) => group.id)]);
    const values = await valuesOf(tx, scope, {
      indicators: [input.id],
      removed: 'with',
      areas: 'every'
    });
    if (values.some((value) => !kept.has(value.breakdown)))
      return err({ kind: 'has-values' } as const);
    await store.saveGroups(tx, scope, input.id, groups);
    return ok({ version });
  }
});

/** Stops counting an indicator, or takes it up again. Its values stay. */
export const retireIndicator = command({
  name: 'indicators.retire-indicator',
  needs: 'indicators:edit',
  input: v.object({ id: v.pipe(v.string(), v.uuid()), retire: v.picklist(['yes', 'no']) }),
  example: { id: noRecord, retire: 'yes' },
  async run({ scope, input, tx, now }) {
    const retiredAt = input.retire === 'yes' ? now : null;
    const found = await store.setRetired(tx, scope, input.id, retiredAt, now);
    return found ? ok() : err({ kind: 'not-found' } as const);
  }
});

function valuesFrom(input: IndicatorInput): store.IndicatorValues {
  return {
    title: input.title,
    definition: input.definition,
    numerator: input.numerator,
    denominator: input.denominator,
    unit: input.unit,
    decimals: input.decimals,
    betterWhen: input.betterWhen,
    source: input.source,
    why: input.why,
    frequency: input.frequency,
    ownerRole: input.ownerRole,
    baseline: input.baseline,
    baselinePeriod: input.baselinePeriod,
    target: input.target,
    targetBy: input.targetBy,
    nextDue: input.nextDue,
    factors: input.factors as FactorId[], // ticked from the spine; an unknown one ties to nothing
    outcomes: input.outcomes as OutcomeId[], // ticked from the spine; an unknown one ties to nothing
    tieReason: input.tieReason
  };
}

function groupsFrom(input: IndicatorInput): Indicator['breakdowns'][number][] {
  const better = groupId(input.betterOffGroup);
  const poorer = groupId(input.poorerGroup);
  return input.groups.map((title) => {
    const id = groupId(title);
    return { id, title, inGap: id === better ? 'better-off' : id === poorer ? 'poorer' : null };
  });
}

/** An indicator as its form shows it, by the names of the fields. */
export function indicatorAsForm(indicator: Indicator): Record<string, string | string[]> {
  const { breakdowns } = indicator;
  return {
    title: indicator.title,
    definition: indicator.definition,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    unit: indicator.unit,
    decimals: String(indicator.decimals),
    betterWhen: indicator.betterWhen,
    source: indicator.source,
    why: indicator.why,
    frequency: indicator.frequency,
    ownerRole: indicator.ownerRole,
    baseline: numberAsText(indicator.baseline),
    baselinePeriod: indicator.baselinePeriod,
    target: numberAsText(indicator.target),
    targetBy: indicator.targetBy ?? '',
    nextDue: indicator.nextDue ?? '',
    factors: [...indicator.factors],
    outcomes: [...indicator.outcomes],
    tieReason: indicator.tieReason,
    groups: breakdowns.map((group) => group.title).join('\n'),
    betterOffGroup: breakdowns.find((group) => group.inGap === 'better-off')?.title ?? '',
    poorerGroup: breakdowns.find((group) => group.inGap === 'poorer')?.title ?? ''
  };
}

function choiceAsForm(choice: Choice): Record<string, string> {
  return {
    note: choice.note,
    ownerRole: choice.ownerRole,
    baselinePeriod: choice.baselinePeriod,
    target: numberAsText(choice.target),
    targetBy: choice.targetBy ?? '',
    nextDue: choice.nextDue ?? ''
  };
}

export function numberAsText(number: number | null): string {
  return number === null ? '' : String(number);
}
