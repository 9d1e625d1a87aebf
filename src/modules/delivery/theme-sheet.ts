import type { WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import type { Action, Aim, PlanPriority } from './kinds.ts';
import { offerNames, statusNames } from './sentences.ts';

const lines = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n');

/** The theme sheet of an aim on one side of A4: its boxes, its questions and its actions with their dates. */
export function themeSheetOf(
  aim: Aim,
  about: {
    readonly place: string;
    readonly priority: Pick<PlanPriority, 'number' | 'title'>;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
    readonly linked: readonly Pick<Aim, 'title'>[];
    readonly actions: readonly Pick<Action, 'title' | 'dueOn' | 'status'>[];
  }
): WrittenDocument {
  const { place, priority, groups, linked, actions } = about;
  const group = groups.find(({ id }) => id === aim.leadGroupId)?.name ?? '';
  return {
    title: aim.title,
    caption: `${place}: theme sheet, ${priority.number}. ${priority.title}`,
    ...(aim.detail === '' ? {} : { lead: aim.detail }),
    language: 'en-GB',
    author: place,
    blocks: [
      {
        kind: 'terms',
        missing: 'Not said',
        terms: [
          { term: 'Lead', words: [group, aim.lead].filter((part) => part !== '').join(': ') },
          { term: 'Collaborators here', words: aim.localCollaborators },
          { term: 'Collaborators beyond', words: aim.systemCollaborators },
          { term: 'Priority of the wider plan', words: aim.widerPriority },
          {
            term: 'Links to aims of other groups',
            words: lines(...linked.map(({ title }) => title), aim.links)
          },
          { term: 'National policy', words: aim.policyLinks },
          { term: 'Intended outcome', words: aim.intendedOutcome },
          {
            term: 'Target group',
            words: lines(aim.offer === null ? '' : offerNames[aim.offer], aim.targetGroup)
          },
          { term: 'Evaluation', words: aim.evaluation },
          ...(aim.questions.length === 0
            ? []
            : [{ term: 'Questions', words: lines(...aim.questions) }])
        ]
      },
      {
        kind: 'table',
        caption: 'Actions',
        empty: 'No actions yet.',
        rowHeaders: true,
        columns: [{ heading: 'Action', share: 4 }, { heading: 'By' }, { heading: 'Status' }],
        rows: actions.map(({ title, dueOn, status }) => [
          title,
          dueOn === null ? 'No date' : sayDate(dueOn),
          statusNames[status]
        ])
      },
      { kind: 'sources', items: aim.source === '' ? [] : [aim.source] }
    ]
  };
}
