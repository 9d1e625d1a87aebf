import type { Change } from '#modules/partnerships';

/** Something that changed, told once however often it was saved. */
export type ChangeLine = {
  readonly at: Date;
  readonly by: string;
  /** "Action", "Service", … */
  readonly kind: string;
  readonly title: string;
  readonly action: 'added' | 'changed' | 'removed';
  /** Where it is, below the address of the partnership; null when it is gone or has no page. */
  readonly path: string | null;
  /** How many saves this line stands for. */
  readonly times: number;
};

type Row = Readonly<Record<string, unknown>>;
type Subject = {
  readonly kind: string;
  readonly title: (row: Row) => string;
  readonly path?: (row: Row) => string;
};

const text = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};
const titled = (row: Row): string => text(row, 'title') || text(row, 'name') || text(row, 'text');

/** The tables whose changes a reader wants to hear of, and how to speak of their rows. Others are details of these. */
const subjects: Readonly<Record<string, Subject>> = {
  partnership: { kind: 'Details', title: titled, path: () => '/administration' },
  working_group: { kind: 'Group', title: titled, path: () => '/administration/groups' },
  insight: { kind: 'Insight', title: (row) => text(row, 'noticed') || titled(row) },
  indicator: { kind: 'Indicator', title: titled, path: (row) => `/need/${text(row, 'id')}` },
  survey: {
    kind: 'Survey',
    title: titled,
    path: (row) => `/need/listening/surveys/${text(row, 'id')}`
  },
  theme: {
    kind: 'Theme of what people say',
    title: titled,
    path: (row) => `/need/listening/themes/${text(row, 'id')}`
  },
  service: { kind: 'Service', title: titled, path: (row) => `/system/services/${text(row, 'id')}` },
  plan_priority: { kind: 'Priority of the plan', title: titled, path: () => '/plan' },
  aim: { kind: 'Aim', title: titled, path: (row) => `/plan/aims/${text(row, 'id')}` },
  action: { kind: 'Action', title: titled, path: (row) => `/plan/actions/${text(row, 'id')}` },
  improvement_project: {
    kind: 'Improvement project',
    title: titled,
    path: (row) => `/improvement/${text(row, 'id')}`
  },
  test_of_change: {
    kind: 'Test of change',
    title: (row) => text(row, 'change_tried'),
    path: (row) => `/improvement/${text(row, 'project_id')}/cycles/${text(row, 'id')}`
  },
  measure: {
    kind: 'Measure',
    title: titled,
    path: (row) => `/improvement/measures/${text(row, 'id')}`
  },
  learning_session: {
    kind: 'Learning session',
    title: titled,
    path: (row) => `/learning/sessions/${text(row, 'id')}`
  },
  session_takeaway: {
    kind: 'Taken back from a session',
    title: (row) => text(row, 'noticed'),
    path: (row) => `/learning/takeaways/${text(row, 'id')}`
  },
  storyboard: {
    kind: 'Storyboard',
    title: titled,
    path: (row) => `/learning/storyboards/${text(row, 'id')}`
  },
  strategy_version: { kind: 'Strategy', title: titled, path: () => '/strategy' },
  publication: { kind: 'Public page', title: () => 'What the public sees' }
};

/** Tables whose title is the name of a factor or an outcome in the spine. */
const spineSubjects: Readonly<Record<string, { kind: string; column: string; path: string }>> = {
  priority: { kind: 'Chosen factor', column: 'factor', path: '/priorities' },
  priority_outcome: { kind: 'Chosen outcome', column: 'outcome', path: '/priorities' }
};

/**
 * Changes as lines that a visitor can take in, newest first: one line a record, however often it was saved, and when many
 * records of one kind came at once by the same person (an import), one line for all of them.
 * `nameOf` gives the title of a factor or an outcome. At most `most` lines.
 */
export function recentChangeLines(
  changes: readonly Change[],
  nameOf: (id: string) => string,
  most = 8
): ChangeLine[] {
  const lines = new Map<string, ChangeLine>();
  for (const change of changes) {
    const line = lineOf(change, nameOf);
    if (line === null) continue;
    const key = `${change.tableName}/${change.recordId}`;
    const known = lines.get(key);
    // Changes come newest first: the newest gives the words, an older "added" makes the whole an addition.
    if (known === undefined) lines.set(key, line);
    else {
      const action = known.action === 'changed' && line.action === 'added' ? 'added' : known.action;
      lines.set(key, { ...known, action, times: known.times + 1 });
    }
  }
  return gathered([...lines.values()]).slice(0, most);
}

function lineOf(change: Change, nameOf: (id: string) => string): ChangeLine | null {
  const row = change.after ?? change.before ?? {};
  const fromSpine = spineSubjects[change.tableName];
  const subject = subjects[change.tableName];
  if (fromSpine === undefined && subject === undefined) return null;
  const { at, by, action } = change;
  const isGone = action === 'removed';
  if (fromSpine !== undefined) {
    const title = nameOf(text(row, fromSpine.column));
    return {
      at,
      by,
      kind: fromSpine.kind,
      title,
      action,
      path: isGone ? null : fromSpine.path,
      times: 1
    };
  }
  const title = subject?.title(row) ?? '';
  const path = isGone ? null : (subject?.path?.(row) ?? null);
  return { at, by, kind: subject?.kind ?? '', title, action, path, times: 1 };
}

const fewestToGather = 4;
const aMinute = 60_000;

/** Many records of one kind, done in the same way by one person within a minute, become one line. */
function gathered(lines: readonly ChangeLine[]): ChangeLine[] {
  const bundles = Map.groupBy(
    lines,
    (line) => `${line.kind}/${line.action}/${line.by}/${Math.floor(line.at.getTime() / aMinute)}`
  );
  return [...bundles.values()].flatMap((bundle) => {
    const [first] = bundle;
    if (first === undefined || bundle.length < fewestToGather) return bundle;
    const path = first.path === null ? null : (/^\/[a-z]+/.exec(first.path)?.[0] ?? null);
    return [{ ...first, title: `${bundle.length} together`, path, times: bundle.length }];
  });
}
