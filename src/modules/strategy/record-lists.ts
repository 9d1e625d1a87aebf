import { counted, gapSentences as gaps, listTitles } from './sentences.ts';
import type { RecordGap, RecordKind, RecordLine, RecordList, StrategyRecords } from './types.ts';

/**
 * What the records of one kind say in a section, and what they lack.
 * Answers null for a kind that is not kept here: the section is silent about it rather than asking for what cannot be given.
 */
export function recordList(
  kind: RecordKind,
  records: StrategyRecords,
  section: string
): RecordList | null {
  switch (kind) {
    case 'vision':
      return records.vision === undefined ? null : vision(records.vision);
    case 'priorities':
      return records.priorities === undefined ? null : priorities(records.priorities);
    case 'decisions':
      return records.priorities === undefined ? null : decisions(records.priorities);
    case 'evidence':
      return records.evidence === undefined ? null : evidence(records.evidence);
    case 'indicators':
      return records.indicators === undefined ? null : indicators(records.indicators, section);
    case 'services':
      return records.services === undefined ? null : services(records.services);
    case 'groups':
      return records.groups === undefined ? null : groups(records.groups);
    case 'governance':
      return records.governance === undefined
        ? null
        : list('governance', '/plan/arrangements', records.governance.lines, records.governance);
    case 'aims':
      return records.aims === undefined ? null : aims(records.aims);
    case 'actions':
      return records.actions === undefined ? null : actions(records.actions, section);
    case 'measures':
      return records.measures === undefined ? null : measures(records.measures);
    case 'tests':
      return records.tests === undefined ? null : tests(records.tests);
    case 'boundaries':
      return records.boundaries === undefined
        ? null
        : list('boundaries', '/system/boundaries', records.boundaries.lines, records.boundaries);
    case 'stakeholders':
      return null;
  }
}

/** The kind's own list: its title, and a gap when it has no line at all. */
function list(
  kind: RecordKind,
  path: string,
  lines: readonly RecordLine[],
  more: {
    says?: string | undefined;
    gaps?: readonly (RecordGap | null)[];
    whenEmpty?: RecordGap;
  } = {}
): RecordList {
  const own = (more.gaps ?? []).filter((gap) => gap !== null);
  const { whenEmpty } = more;
  return {
    kind,
    title: listTitles[kind],
    ...(more.says === undefined ? {} : { says: more.says }),
    lines,
    gaps: lines.length === 0 && whenEmpty !== undefined ? [whenEmpty] : own,
    path
  };
}

const gapOf = (count: number, text: (count: number) => string, path: string): RecordGap | null =>
  count === 0 ? null : { text: text(count), path };

type Of<Kind extends keyof StrategyRecords> = NonNullable<StrategyRecords[Kind]>;

function vision(text: Of<'vision'>): RecordList {
  const path = '/administration';
  return list('vision', path, text === '' ? [] : [{ text, path }], {
    whenEmpty: { text: gaps.noVision, path }
  });
}

function priorities({ outcomes, factors }: Of<'priorities'>): RecordList {
  const lines: RecordLine[] = [
    ...outcomes.map((one) => ({
      text: one.ages.length === 0 ? one.title : `${one.title} (${one.ages.join('; ')})`,
      note: one.reason,
      path: '/priorities'
    })),
    ...factors.map((one) => ({ text: one.title, note: one.reason, path: `/priorities/${one.id}` }))
  ];
  return list('priorities', '/priorities', lines, {
    gaps: [
      outcomes.length === 0 ? { text: gaps.noOutcome, path: '/priorities' } : null,
      factors.length === 0 ? { text: gaps.noFactor, path: '/priorities' } : null
    ],
    whenEmpty: { text: gaps.noPriority, path: '/priorities' }
  });
}

function decisions({ factors }: Of<'priorities'>): RecordList {
  const lines = factors.flatMap((one) =>
    one.actionKind === null
      ? []
      : [
          {
            text: `${one.title}: ${one.actionKind}`,
            note: one.actionReason,
            path: `/priorities/${one.id}`
          }
        ]
  );
  const undecided = factors.filter((one) => one.actionKind === null);
  return list('decisions', '/priorities', lines, {
    gaps: undecided.map((one) => ({
      text: gaps.undecided(one.title),
      path: `/priorities/${one.id}/decide`
    })),
    ...(factors.length === 0 ? { whenEmpty: { text: gaps.noFactor, path: '/priorities' } } : {})
  });
}

function evidence({ source, factors }: Of<'evidence'>): RecordList {
  const lines = factors.map(({ factor, title, matters, works }) => ({
    text: title,
    note: gaps.evidence(matters, works),
    path: `/evidence/${factor}`
  }));
  const unknown = factors.filter(({ matters, works }) => matters === null && works === null);
  return list('evidence', '/evidence', lines, {
    ...(source === '' || lines.length === 0 ? {} : { says: source }),
    gaps: unknown.map(({ factor, title }) => ({
      text: gaps.evidenceUnknown(title),
      path: `/evidence/${factor}`
    })),
    whenEmpty: { text: gaps.noFactor, path: '/priorities' }
  });
}

/** Sections that are about the choice show only the indicators that bear on it. */
const aboutTheChoice: readonly string[] = ['what-matters', 'what-change-looks-like'];

function indicators(records: Of<'indicators'>, section: string): RecordList {
  const isNarrow = aboutTheChoice.includes(section);
  const shown = records.filter((one) => !isNarrow || one.bearsOnChoice);
  const lines = shown.map((one): RecordLine => {
    const path = `/need/${one.id}`;
    if (one.figure === null) return { text: one.title, note: gaps.noFigure, path };
    const figure = one.beside === null ? one.figure : `${one.figure}; ${one.beside}`;
    return one.isPublished
      ? { text: one.title, note: figure, path }
      : { text: one.title, ownFigure: figure, path };
  });
  const without = shown.filter((one) => one.figure === null).length;
  return list('indicators', '/need', lines, {
    gaps: [gapOf(without, gaps.withoutFigure, '/need')],
    whenEmpty: {
      text: isNarrow && records.length > 0 ? gaps.noIndicatorOfChoice : gaps.noIndicator,
      path: '/need'
    }
  });
}

function services({ all, byFactor }: Of<'services'>): RecordList {
  const without = byFactor.filter((one) => one.services === 0);
  const lines = byFactor.map((one) => ({
    text: `${one.title}: ${one.services === 0 ? 'no service yet' : counted(one.services, 'service')}`,
    path: '/system'
  }));
  return list('services', '/system', lines, {
    ...(all === 0
      ? {}
      : { says: `${counted(all, 'service')} ${all === 1 ? 'is' : 'are'} listed.` }),
    gaps: [
      all === 0 ? { text: gaps.noService, path: '/system' } : null,
      all === 0 ? null : gapOf(without.length, gaps.withoutService, '/system')
    ]
  });
}

function groups(records: Of<'groups'>): RecordList {
  const lines = records.map((one) => ({
    text: one.name,
    note: [
      one.purpose,
      one.reportsTo.length === 0 ? '' : `Reports to ${one.reportsTo.join(' and ')}.`
    ]
      .filter((part) => part !== '')
      .join(' ')
  }));
  const path = '/administration/groups';
  return list('groups', path, lines, {
    gaps: [records.some((one) => one.hasFamilies) ? null : { text: gaps.noFamilies, path }],
    whenEmpty: { text: gaps.noGroup, path }
  });
}

function aims(records: Of<'aims'>): RecordList {
  const lines = records.map((one) => ({
    text: one.title,
    note: [
      one.priority,
      one.due === null ? '' : `by ${one.due}`,
      one.group === null ? '' : `led by ${one.group}`,
      one.state
    ]
      .filter((part) => part !== '')
      .join(', '),
    path: `/plan/aims/${one.id}`
  }));
  return list('aims', '/plan', lines, {
    gaps: [gapOf(records.filter((one) => one.due === null).length, gaps.aimsWithoutDate, '/plan')],
    whenEmpty: { text: gaps.noAim, path: '/plan' }
  });
}

function actions(records: Of<'actions'>, section: string): RecordList {
  const whenEmpty = { text: gaps.noAction, path: '/plan' };
  const open = records.filter((one) => one.isOpen);
  const lineOf = (one: Of<'actions'>[number]): RecordLine => ({
    text: one.title,
    note: [one.lead, one.due === null ? 'no date yet' : `due ${one.due}`, one.status.toLowerCase()]
      .filter((part) => part !== '')
      .join(', '),
    path: `/plan/actions/${one.id}`
  });
  const attention = '/plan?view=attention';
  const noDate = gapOf(
    open.filter((one) => one.dueOn === null).length,
    gaps.withoutDate,
    attention
  );
  if (section === 'next-steps') {
    const dated = open
      .filter((one) => one.dueOn !== null)
      .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
    return list('actions', attention, dated.map(lineOf), {
      says: gaps.openActions(open.length),
      gaps: [noDate],
      ...(records.length === 0 ? { whenEmpty } : {})
    });
  }
  if (section === 'how-we-will-do-it') {
    const byLead = Map.groupBy(
      open.filter((one) => one.lead !== ''),
      (one) => one.lead
    );
    const lines = [...byLead]
      .toSorted(([, one], [, other]) => other.length - one.length)
      .map(([lead, own]) => ({ text: `${lead}: ${counted(own.length, 'open action')}` }));
    return list('actions', '/plan', lines, {
      says: open.length === 0 ? undefined : gaps.whoLeads,
      gaps: [
        gapOf(open.filter((one) => one.lead === '').length, gaps.withoutLead, attention),
        gapOf(open.filter((one) => !one.hasResource).length, gaps.withoutResource, attention)
      ],
      ...(records.length === 0 ? { whenEmpty } : {})
    });
  }
  return list('actions', '/plan', records.map(lineOf), { gaps: [noDate], whenEmpty });
}

function measures(records: Of<'measures'>): RecordList {
  const lines = records.map((one): RecordLine => ({
    text: one.title,
    ownFigure: one.says,
    path: `/improvement/measures/${one.id}`
  }));
  return list('measures', '/improvement', lines, {
    whenEmpty: { text: gaps.noMeasure, path: '/improvement' }
  });
}

function tests(records: Of<'tests'>): RecordList {
  const lines = records.map((one) => ({
    text: one.title,
    note:
      one.tests === 0
        ? gaps.noTestYet
        : `${counted(one.tests, 'test')} tried${one.last === null ? '' : `, the last on ${one.last}`}: ${one.cameOut}`,
    path: `/improvement/${one.projectId}`
  }));
  return list('tests', '/improvement', lines, {
    whenEmpty: { text: gaps.noTest, path: '/improvement' }
  });
}
