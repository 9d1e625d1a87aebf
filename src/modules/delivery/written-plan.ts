import { paragraphs, type Block, type WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import type { PlanOutline } from './outline.ts';

type OutlineAim = PlanOutline['aims'][number];

const joined = (parts: readonly string[], between: string): string =>
  parts.filter((part) => part !== '').join(between);

/** By when an aim is to be reached, in the plan's own words where it has any. */
const byWhen = (aim: OutlineAim): string =>
  aim.dueAsWritten !== '' ? aim.dueAsWritten : aim.dueOn === null ? '' : sayDate(aim.dueOn);

/** The whole plan as a document: a part for each priority, under it its aims with who leads them, and their actions. */
export function planDocument(
  outline: PlanOutline,
  head: {
    readonly place: string;
    readonly title: string;
    readonly caption: string;
    readonly lead: string;
  }
): WrittenDocument {
  const { title, caption, lead, place } = head;
  return {
    title,
    caption,
    lead,
    language: 'en-GB',
    author: place,
    hasContents: true,
    blocks: outline.priorities.flatMap((priority) => [
      { kind: 'heading', level: 1, text: `${priority.number}. ${priority.title}` } as const,
      ...paragraphs(priority.statement),
      ...(priority.group === ''
        ? []
        : [{ kind: 'paragraph', words: `Group: ${priority.group}.`, soft: true } as const]),
      ...outline.aims
        .filter(({ priorityId }) => priorityId === priority.id)
        .flatMap((aim) => aimBlocks(aim, outline)),
      ...(priority.measures.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'What it is judged by' } as const,
            { kind: 'list', ordered: false, items: priority.measures } as const
          ])
    ])
  };
}

function aimBlocks(aim: OutlineAim, { actions }: PlanOutline): Block[] {
  const own = actions.filter(({ aimId }) => aimId === aim.id);
  const heading = aim.number === null ? aim.title : `${aim.number}. ${aim.title}`;
  const terms = [
    { term: 'By when', words: byWhen(aim) },
    { term: 'Led by', words: joined([aim.group, aim.lead], ': ') },
    { term: 'Supported by', words: aim.supportedBy.join('\n') },
    { term: 'Target group', words: aim.targetGroup },
    { term: 'Evaluation', words: aim.evaluation }
  ].filter(({ words }) => words !== '');
  return [
    { kind: 'heading', level: 2, text: heading },
    ...(aim.sameAs === ''
      ? []
      : [
          {
            kind: 'paragraph',
            words: `The same aim as “${aim.sameAs}”, entered here too.`,
            soft: true
          } as const
        ]),
    ...(aim.detail === '' || aim.detail === aim.title ? [] : paragraphs(aim.detail)),
    ...(terms.length === 0 ? [] : [{ kind: 'terms', terms } as const]),
    ...(own.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: `Actions for “${aim.title}”`,
            rowHeaders: true,
            columns: [
              { heading: 'Action', share: 3 },
              { heading: 'Lead', share: 2 },
              { heading: 'By' },
              { heading: 'Money and time', share: 2 }
            ],
            rows: own.map((action) => [
              action.title,
              action.lead === '' ? 'No lead yet' : action.lead,
              action.dueOn === null ? 'No date yet' : sayDate(action.dueOn),
              action.resource === '' ? 'Not named' : action.resource
            ])
          } as const
        ])
  ];
}
