import type { Run, WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import type { Action, Aim, PlanPriority } from './kinds.ts';
import { offerNames, statusNames } from './sentences.ts';

const lines = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n');

type Titled = { readonly id: string; readonly title: string };

/**
 * The lines of a text; one that ends with a web address is a link to it under the words before.
 * @example
 * linkedLines('The Strategy https://a.example/s') // [{ text: 'The Strategy', href: 'https://a.example/s' }]
 */
export function linkedLines(text: string): Run[] {
  const runs = text.split('\n').map((line): Run => {
    const found = /^(?<words>.*?)[\s(|:–-]*(?<href>https?:\/\/[^\s)]+)\)?\.?\s*$/.exec(
      line
    )?.groups;
    const { words = '', href } = found ?? {};
    if (href === undefined) return { text: line };
    return { text: words.trim() === '' ? href : words.trim(), href };
  });
  return inLines(runs);
}

/** Stretches of text, each on a line of its own. */
function inLines(runs: readonly Run[]): Run[] {
  return runs
    .filter(({ text }) => text !== '')
    .flatMap((run, index) => (index === 0 ? [run] : [{ text: '\n' }, run]));
}

/** The theme sheet of an aim on one side of A4: its boxes, its questions and its actions with their dates. */
export function themeSheetOf(
  aim: Aim,
  about: {
    readonly place: string;
    /** The address of the partnership: `/p/fernhollow`. */
    readonly base: string;
    readonly priority: Pick<PlanPriority, 'number' | 'title'>;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
    readonly linked: readonly Titled[];
    readonly measures: readonly Titled[];
    readonly indicators: readonly Titled[];
    readonly actions: readonly Pick<Action, 'title' | 'dueOn' | 'status'>[];
  }
): WrittenDocument {
  const { place, base, priority, groups, linked, actions } = about;
  const links = (path: string, all: readonly Titled[]) =>
    all.map(({ id, title }): Run => ({ text: title, href: `${base}/${path}/${id}` }));
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
            words: inLines([...links('plan/aims', linked), ...linkedLines(aim.links)])
          },
          { term: 'National policy', words: linkedLines(aim.policyLinks) },
          { term: 'Intended outcome', words: aim.intendedOutcome },
          {
            term: 'Target group',
            words: lines(aim.offer === null ? '' : offerNames[aim.offer], aim.targetGroup)
          },
          {
            term: 'Evaluation',
            words: inLines([
              ...links('improvement/measures', about.measures),
              ...links('need', about.indicators),
              ...linkedLines(aim.evaluation)
            ])
          },
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
