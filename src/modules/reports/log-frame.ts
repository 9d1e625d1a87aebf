import { sayDate } from '#core/written-dates';
import type { WrittenDocument } from '#core/written-document';
import { aimsOnce, type Milestone, type Plan } from '#modules/delivery';
import { figureText, type Unit } from '#modules/indicators';

/**
 * The plan as a log-frame: four rows of a matrix, from what the work is for down to what is done, each with how one sees that it came
 * about, where that is read, and what it rests on. Nothing of it is written for the matrix: each line is a record of the plan (decision 0065).
 */

export const logFrameLevels = ['goal', 'purpose', 'output', 'activity'] as const;
export type LogFrameLevel = (typeof logFrameLevels)[number];

export const logFrameLevelNames: Readonly<Record<LogFrameLevel, string>> = {
  goal: 'Goal',
  purpose: 'Purpose',
  output: 'Outputs',
  activity: 'Activities'
};

/** Which records of a plan stand in which row. */
export const logFrameLevelHints: Readonly<Record<LogFrameLevel, string>> = {
  goal: 'The vision, and the outcomes for children that were chosen',
  purpose: 'The priorities of the plan',
  output: 'Its aims, with their milestones',
  activity: 'Its actions'
};

export type LogFrameLine = {
  readonly level: LogFrameLevel;
  /** The record's title, and what is to be different once it came about. */
  readonly narrative: string;
  readonly detail: string;
  readonly indicators: readonly string[];
  /** Where the indicators are read. */
  readonly verification: readonly string[];
  readonly assumptions: readonly string[];
  /** Below the address of the partnership; null where there is no page of it. */
  readonly path: string | null;
};

export type LogFrameIndicator = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly target: number | null;
  readonly targetBy: string | null;
  readonly outcomes: readonly string[];
};

export type LogFrameRecords = {
  readonly vision: string;
  readonly outcomes: readonly {
    readonly id: string;
    readonly title: string;
    readonly ages: readonly string[];
  }[];
  readonly plan: Plan;
  readonly milestones: readonly Milestone[];
  readonly indicators: readonly LogFrameIndicator[];
  /** Measures of improvement that aims are judged by. */
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly risks: readonly {
    readonly assumption: string;
    readonly status: string;
    readonly aimIds: readonly string[];
  }[];
};

const filled = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))
];

const wantedWords = { up: ' goes up', down: ' goes down', 'not-stated': '' } as const;

function indicatorWords({ title, target, targetBy, unit, decimals }: LogFrameIndicator): string {
  if (target === null) return title;
  const by = targetBy === null ? '' : ` by ${sayDate(targetBy)}`;
  return `${title}: ${figureText(target, unit, decimals)}${by}`;
}

/**
 * The lines of the matrix, in the order of the rows and of the plan. Figures are told by their targets, never by what was counted. An
 * entry that repeats another aim stands once. Assumptions are those that a risk of the register would overturn: beside the aims that it
 * threatens; beside the goal where it threatens none. A risk that happened or is closed
 * says nothing any more.
 */
export function logFrameOf(given: LogFrameRecords): LogFrameLine[] {
  const { vision, outcomes, plan, milestones, indicators, measures } = given;
  const risks = given.risks.filter(
    ({ status, assumption }) => status === 'open' && assumption !== ''
  );
  const whole = filled(
    risks.filter(({ aimIds }) => aimIds.length === 0).map(({ assumption }) => assumption)
  );
  const aims = aimsOnce(plan.aims);
  const inOrder = plan.priorities.flatMap(({ id }) =>
    aims.filter(({ planPriorityId }) => planPriorityId === id)
  );
  const goal: LogFrameLine[] = [
    ...(vision.trim() === '' ? [] : [{ narrative: vision.trim(), of: null, ages: [] }]),
    ...outcomes.map(({ id, title, ages }) => ({ narrative: title, of: id, ages }))
  ].map(({ narrative, of, ages }, at) => {
    const seen = indicators.filter((one) => of !== null && one.outcomes.includes(of));
    return {
      level: 'goal',
      narrative,
      detail: ages.join('; '),
      indicators: seen.map(indicatorWords),
      verification: filled(seen.map(({ source }) => source)),
      assumptions: at === 0 ? whole : [],
      path: of === null ? null : '/priorities'
    };
  });
  const purpose = plan.priorities.map((one): LogFrameLine => {
    const judged = plan.measures.filter(({ planPriorityId }) => planPriorityId === one.id);
    const followed = indicators.filter(({ id }) =>
      judged.some(({ indicatorId }) => indicatorId === id)
    );
    return {
      level: 'purpose',
      narrative: `${one.number}. ${one.title}`,
      detail: one.statement,
      indicators: judged.map(({ title, wanted }) => `${title}${wantedWords[wanted]}`),
      verification: filled(followed.map(({ source }) => source)),
      assumptions: [],
      path: '/plan'
    };
  });
  const output = inOrder.map((aim): LogFrameLine => {
    const figures = indicators.filter(({ id }) => aim.indicatorIds.includes(id));
    return {
      level: 'output',
      narrative: aim.title,
      detail: aim.intendedOutcome,
      indicators: [
        ...figures.map(indicatorWords),
        ...measures.filter(({ id }) => aim.measureIds.includes(id)).map(({ title }) => title),
        ...milestones
          .filter(({ aimId }) => aimId === aim.id)
          .map(({ title, dueOn }) => `${title}, by ${sayDate(dueOn)}`)
      ],
      verification: filled([
        ...figures.map(({ source }) => source),
        measures.some(({ id }) => aim.measureIds.includes(id)) ? 'Run charts of improvement' : '',
        aim.evaluation
      ]),
      assumptions: filled(
        risks.filter(({ aimIds }) => aimIds.includes(aim.id)).map(({ assumption }) => assumption)
      ),
      path: `/plan/aims/${aim.id}`
    };
  });
  const activity = inOrder.flatMap(({ id }) =>
    plan.actions
      .filter(({ aimId }) => aimId === id)
      .map((action): LogFrameLine => ({
        level: 'activity',
        narrative: action.title,
        detail: filled([
          action.lead === '' ? '' : `Led by ${action.lead}`,
          action.dueOn === null ? '' : `by ${sayDate(action.dueOn)}`,
          action.resource === '' ? '' : `with ${action.resource}`
        ]).join(', '),
        indicators: filled([action.intendedOutcome]),
        verification: filled([action.evaluation]),
        assumptions: [],
        path: `/plan/actions/${action.id}`
      }))
  );
  return [...goal, ...purpose, ...output, ...activity];
}

/** What the matrix lacks, in sentences: where nobody can tell whether it came about, and where nothing is assumed. */
export function logFrameGaps(lines: readonly LogFrameLine[]): string[] {
  const outputs = lines.filter(({ level }) => level === 'output');
  const unseen = outputs.filter(({ indicators }) => indicators.length === 0).length;
  const sure = outputs.filter(({ assumptions }) => assumptions.length === 0).length;
  const aims = (count: number) => (count === 1 ? 'One aim' : `${count} aims`);
  return [
    lines.some(({ level }) => level === 'goal')
      ? ''
      : 'No vision is written down and no outcome is chosen, so that the matrix has no goal.',
    unseen === 0
      ? ''
      : `${aims(unseen)} of ${outputs.length} ${unseen === 1 ? 'has' : 'have'} neither a measure nor a milestone: nobody could tell whether ${unseen === 1 ? 'it is' : 'they are'} reached.`,
    sure === 0
      ? ''
      : `${aims(sure)} of ${outputs.length} ${sure === 1 ? 'rests' : 'rest'} on no assumption that is written down. Say in the register of risks what each assumes.`
  ].filter((sentence) => sentence !== '');
}

const columns = ['Narrative', 'Indicators', 'Means of verification', 'Assumptions'] as const;

const narrativeOf = ({ narrative, detail }: LogFrameLine) => filled([narrative, detail]).join('\n');

const cellsOf = (line: LogFrameLine): string[] => [
  narrativeOf(line),
  line.indicators.join('\n'),
  line.verification.join('\n'),
  line.assumptions.join('\n')
];

/** The matrix as a table to take away, one line a row. */
export function logFrameTable(lines: readonly LogFrameLine[]): string[][] {
  return [
    ['Level', ...columns],
    ...lines.map((line) => [logFrameLevelNames[line.level], ...cellsOf(line)])
  ];
}

/** The matrix as a document: a table for each row of it. */
export function logFrameDocument(
  lines: readonly LogFrameLine[],
  { place, today }: { readonly place: string; readonly today: string }
): WrittenDocument {
  return {
    title: `Log-frame of ${place}`,
    caption: `${place}: plan`,
    lead: `As the plan stood on ${sayDate(today)}.`,
    language: 'en-GB',
    author: place,
    blocks: logFrameLevels.flatMap((level) => [
      { kind: 'heading', level: 1, text: logFrameLevelNames[level] } as const,
      { kind: 'paragraph', words: `${logFrameLevelHints[level]}.`, soft: true } as const,
      {
        kind: 'table',
        caption: logFrameLevelNames[level],
        rowHeaders: true,
        columns: columns.map((heading, at) => ({ heading, share: at === 0 ? 3 : 2 })),
        rows: lines.filter((line) => line.level === level).map(cellsOf),
        empty: 'Nothing of it is in the plan yet.'
      } as const
    ])
  };
}
