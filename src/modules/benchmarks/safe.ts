import { byRule, hiddenWords, whatLeaves, type Rule } from '#modules/disclosure';
import { providerNames } from '#modules/settings';
import type { ApproachResult, Results, UsingCount } from './results.ts';

/** One line of what may be shared: figures, or why they are not shown. */
export type SafeLine = {
  readonly approach: string;
  readonly group: string;
  readonly using: string;
  readonly answered: string;
};

type Group = UsingCount & {
  readonly id: string;
  readonly kind: 'all' | 'provider' | 'area';
  readonly name: string;
};

/**
 * What may leave of the results of a closed round: per approach how many settings use it, in all, by kind of provider and by area. No
 * setting is named and nothing is in the order of its number. All of one approach are made safe together, as shares of the same settings
 * that make up one another.
 *
 * Units: settings. Source: docs/methods/small-numbers.md, "Shares of the same people".
 */
export function safeResults({ approaches }: Pick<Results, 'approaches'>, rule: Rule): SafeLine[] {
  const made = approaches.map((result) => safeApproach(result, rule));
  // How many answered is the same of every approach: told beside one, it would be told beside all.
  const untold = new Set(
    made.flat().flatMap(({ group, isGroupHidden }) => (isGroupHidden ? [group] : []))
  );
  return made.flat().map(({ isGroupHidden: _, ...line }) => ({
    ...line,
    answered: untold.has(line.group) ? hiddenWords['protects-another'] : line.answered
  }));
}

type Made = SafeLine & { readonly isGroupHidden: boolean };

function safeApproach(result: ApproachResult, rule: Rule): Made[] {
  const groups = groupsOf(result);
  const partsIn = (kind: Group['kind']) =>
    groups.filter((group) => group.kind === kind).map(({ id }) => id);
  const left = whatLeaves(
    'shares',
    {
      shares: groups.map(({ id, using, answered }) => ({ id, counted: using, group: answered })),
      madeOf: [
        { whole: 'all', parts: partsIn('provider') },
        { whole: 'all', parts: partsIn('area') }
      ],
      before: []
    },
    byRule(rule)
  );
  if (!left.ok) throw new Error(`Counts of settings that are none: ${left.error.kind}`);
  return groups.map((group): Made => {
    const head = { approach: result.approach, group: group.name };
    const hidden = left.value.get(group.id);
    const safe = whatLeaves('share', { part: group.using, whole: group.answered }, byRule(rule));
    if (hidden === undefined && safe.kind === 'shown') {
      const { part, whole } = safe.figure;
      return { ...head, using: String(part), answered: String(whole), isGroupHidden: false };
    }
    const reason = hidden?.reason ?? (safe.kind === 'hidden' ? safe.reason : 'protects-another');
    const size = whatLeaves('count', { count: group.answered }, byRule(rule));
    return {
      ...head,
      using: hiddenWords[reason],
      answered: size.kind === 'shown' ? String(size.figure.count) : hiddenWords[size.reason],
      isGroupHidden: hidden?.isGroupHidden ?? true
    };
  });
}

/** The groups of settings that a file speaks of: all, then those of each kind of provider, then those of each area. */
function groupsOf(result: ApproachResult): Group[] {
  const count = ({ using, answered }: UsingCount): UsingCount => ({ using, answered });
  return [
    { id: 'all', kind: 'all', name: 'All that answered', ...count(result) },
    ...result.byProvider.map((line): Group => {
      const words =
        line.provider === null ? 'not said' : providerNames[line.provider].toLowerCase();
      const id = `provider ${line.provider ?? ''}`;
      return { id, kind: 'provider', name: `Kind of provider: ${words}`, ...count(line) };
    }),
    ...result.byArea.map((line): Group => {
      const words = line.area === '' ? 'not said' : line.area;
      return { id: `area ${line.area}`, kind: 'area', name: `Area: ${words}`, ...count(line) };
    })
  ];
}
