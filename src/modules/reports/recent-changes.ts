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
  /** How many records it stands for. */
  readonly records: number;
  /** What several of them are called. */
  readonly many: string;
};

/**
 * What was done and by whom, below the title of a line: "Action changed by Fernhollow lead". A publication is published, not added.
 * @example
 * changeWords({ kind: 'Action', action: 'added', by: 'Fernhollow lead', records: 12 }) // 'Added by Fernhollow lead'
 */
export function changeWords({
  kind,
  action,
  by,
  records
}: Pick<ChangeLine, 'kind' | 'action' | 'by' | 'records'>): string {
  if (kind === 'Public page') return `Published by ${by}`;
  return records > 1 ? `${doneNames[action]} by ${by}` : `${kind} ${action} by ${by}`;
}

const doneNames = { added: 'Added', changed: 'Changed', removed: 'Removed' } as const;

type Row = Readonly<Record<string, unknown>>;
type Subject = {
  readonly kind: string;
  /** What several of them are called: "actions". */
  readonly many: string;
  readonly title: (row: Row) => string;
  readonly path?: (row: Row) => string;
  /** Rows that are all of one thing, such as the public page: told once, however many were added. */
  readonly isOne?: true;
};

const text = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};
const titled = (row: Row): string => text(row, 'title') || text(row, 'name') || text(row, 'text');

/** The tables whose changes a reader wants to hear of, and how to speak of their rows. Others are details of these. */
const subjects: Readonly<Record<string, Subject>> = {
  partnership: {
    kind: 'Details',
    many: 'partnerships',
    title: titled,
    path: () => '/administration'
  },
  working_group: {
    kind: 'Group',
    many: 'groups',
    title: titled,
    path: () => '/administration/groups'
  },
  insight: {
    kind: 'Insight',
    many: 'insights',
    title: (row) => text(row, 'noticed') || titled(row)
  },
  indicator: {
    kind: 'Indicator',
    many: 'indicators',
    title: titled,
    path: (row) => `/need/${text(row, 'id')}`
  },
  survey: {
    kind: 'Survey',
    many: 'surveys',
    title: titled,
    path: (row) => `/need/listening/surveys/${text(row, 'id')}`
  },
  theme: {
    kind: 'Theme of what people say',
    many: 'themes of what people say',
    title: titled,
    path: (row) => `/need/listening/themes/${text(row, 'id')}`
  },
  service: {
    kind: 'Service',
    many: 'services',
    title: titled,
    path: (row) => `/system/services/${text(row, 'id')}`
  },
  plan_priority: {
    kind: 'Priority of the plan',
    many: 'priorities of the plan',
    title: titled,
    path: () => '/plan'
  },
  aim: { kind: 'Aim', many: 'aims', title: titled, path: (row) => `/plan/aims/${text(row, 'id')}` },
  action: {
    kind: 'Action',
    many: 'actions',
    title: titled,
    path: (row) => `/plan/actions/${text(row, 'id')}`
  },
  improvement_project: {
    kind: 'Improvement project',
    many: 'improvement projects',
    title: titled,
    path: (row) => `/improvement/${text(row, 'id')}`
  },
  test_of_change: {
    kind: 'Test of change',
    many: 'tests of change',
    title: (row) => text(row, 'change_tried'),
    path: (row) => `/improvement/${text(row, 'project_id')}/cycles/${text(row, 'id')}`
  },
  measure: {
    kind: 'Measure',
    many: 'measures',
    title: titled,
    path: (row) => `/improvement/measures/${text(row, 'id')}`
  },
  learning_session: {
    kind: 'Learning session',
    many: 'learning sessions',
    title: titled,
    path: (row) => `/learning/sessions/${text(row, 'id')}`
  },
  session_takeaway: {
    kind: 'Taken back from a session',
    many: 'things taken back from sessions',
    title: (row) => text(row, 'noticed'),
    path: (row) => `/learning/takeaways/${text(row, 'id')}`
  },
  storyboard: {
    kind: 'Storyboard',
    many: 'storyboards',
    title: titled,
    path: (row) => `/learning/storyboards/${text(row, 'id')}`
  },
  strategy_version: {
    kind: 'Strategy',
    many: 'versions of the strategy',
    title: titled,
    path: () => '/strategy'
  },
  publication: {
    kind: 'Public page',
    many: 'publications',
    title: () => 'What the public sees',
    path: () => '/strategy/public',
    isOne: true
  }
};

/** Tables whose title is the name of a factor or an outcome in the spine. */
const spineSubjects: Readonly<
  Record<string, { kind: string; many: string; column: string; path: string }>
> = {
  priority: {
    kind: 'Chosen factor',
    many: 'chosen factors',
    column: 'factor',
    path: '/priorities'
  },
  priority_outcome: {
    kind: 'Chosen outcome',
    many: 'chosen outcomes',
    column: 'outcome',
    path: '/priorities'
  }
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
    const isOne = subjects[change.tableName]?.isOne ?? false;
    const key = isOne ? change.tableName : `${change.tableName}/${change.recordId}`;
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
  const once = { at, by, action, times: 1, records: 1 };
  if (fromSpine !== undefined) {
    const title = nameOf(text(row, fromSpine.column));
    const { kind, many, path } = fromSpine;
    return { ...once, kind, many, title, path: isGone ? null : path };
  }
  const path = isGone ? null : (subject?.path?.(row) ?? null);
  const { kind = '', many = '' } = subject ?? {};
  return { ...once, kind, many, title: subject?.title(row) ?? '', path };
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
    const records = bundle.length;
    return [{ ...first, title: `${records} ${first.many}`, path, times: records, records }];
  });
}
