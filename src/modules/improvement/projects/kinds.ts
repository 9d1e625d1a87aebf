import { field, kind, type RecordOf } from '#modules/records';
import { projectStatusNames } from '../labels.ts';
import { fieldSentences as say } from '../sentences.ts';
import { projectStatuses, type ProjectId } from '../types.ts';

/** What a project wants to reach: its parts are fields of the project. */
const aim = {
  aimChange: field.line({
    label: 'What will be better',
    hint: 'For children or families, such as “children hear a story at home every day”',
    most: 500
  }),
  aimAmount: field.line({
    label: 'How much',
    hint: 'With a figure, such as “75%” or “20 families a week”',
    most: 200,
    width: 20
  }),
  aimForWhom: field.line({ label: 'For whom', hint: 'Such as “the families of two nurseries”' }),
  aimBy: field.day({ label: 'By when', what: 'The date of the aim' }),
  aimBaseline: field.line({
    label: 'From what baseline',
    hint: 'Where it stands now, such as “55% in September 2025”'
  })
} as const;
export const aimFields: readonly string[] = Object.keys(aim);

/** An improvement project. Of the public it knows nothing: that is a part of its own. */
export const projectKind = kind('improvementProject', {
  name: 'improvement.project',
  permission: 'improvement:edit',
  title: 'title',
  order: [{ listed: 'status', as: ['finished', 'paused'] }, { words: 'title' }],
  words: {
    one: 'project',
    add: 'Begin a project',
    addButton: 'Begin the project',
    added: 'The project is there. Next: write down a change idea, or a measure.',
    change: 'Change the project',
    changed: 'The project is saved.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'Short, as people call it, such as “Bedtime stories”',
      needed: say.title,
      most: 200
    }),
    ...aim,
    status: field.oneOfOr({
      label: 'State',
      options: projectStatuses,
      names: projectStatusNames,
      otherwise: 'testing',
      needed: say.status,
      as: 'select'
    }),
    setting: field.line({
      label: 'Setting',
      hint: 'Where it is tried: a nursery, a centre, a team',
      most: 200
    }),
    factorIds: field.factors({ label: 'Factors it works on', asks: 'Factors' }),
    outcomeIds: field.outcomes({ label: 'Outcomes for children' }),
    // Of the plan, by their identifiers: they may since have been archived.
    actionId: field.offeredOrNone({
      label: 'Action of the plan',
      asks: 'Action of the plan it belongs to',
      placeholder: 'None'
    }),
    priorityId: field.offeredOrNone({ label: 'Priority it serves', placeholder: 'None' }),
    source: field.text({
      label: 'Source',
      hint: 'Who published it and when, and its address on the web. Leave it empty for your own work.',
      most: 1000,
      rows: 3
    })
  }
});
export type Project = RecordOf<typeof projectKind>;

/** Whether the public page shows a project, and in which everyday words. */
export const publicityKind = kind('improvementProject', {
  name: 'improvement.publicity',
  permission: 'public-page:publish',
  title: 'title',
  words: { ...projectKind.words, one: 'part for families', change: 'What families see' },
  fields: {
    publicSummary: {
      ...field.text({
        label: 'What families may read',
        hint: 'Everyday words: what you are trying, and why. Such as “We lend every family a book to read together at the weekend.”',
        most: 1000,
        rows: 4
      }),
      // Needed where it is shown.
      isOptional: false
    },
    isPublic: field.box({
      label: 'Shown to families',
      asks: 'Show it',
      boxLabel: 'Show this project on the public page'
    })
  }
});

/** For kinds whose records are part of a project. */
export const ofProject = field.partOf<ProjectId>({
  label: 'Project',
  of: { table: 'improvementProject', title: 'title' }
});

/** Something that might help. */
export const ideaKind = kind('changeIdea', {
  name: 'improvement.change-idea',
  permission: 'improvement:edit',
  title: 'text',
  order: ['createdAt', 'id'],
  words: {
    one: 'change idea',
    add: 'Add a change idea',
    addButton: 'Add the idea',
    added: 'The idea is written down. Next: plan a small test of it.',
    change: 'Change the idea',
    changed: 'The idea is saved.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    projectId: ofProject,
    text: field.line({
      label: 'Change idea',
      hint: 'Such as “lend every family a book in a cloth bag on Fridays”',
      needed: say.changeIdea
    }),
    why: field.text({ label: 'Why it might help', most: 1000, rows: 3 }),
    factorId: field.factor({
      label: 'Factor it works on',
      placeholder: 'Those of the project',
      isGrouped: true
    })
  }
});
export type ChangeIdea = RecordOf<typeof ideaKind>;
