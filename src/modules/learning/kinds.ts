import type { MeasureId, TestId } from '#modules/improvement';
import { field, kind, type RecordOf } from '#modules/records';
import { id } from '#platform/fields';
import { hostNames, itemKindNames, paperNames, wayHeldNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { hosts, itemKinds, papers, waysHeld, type FollowingTest, type SessionId } from './types.ts';

/** A learning session: theme, programme, and who goes. It lasts one day where no last day is given. */
export const sessionKind = kind('learningSession', {
  name: 'learning.session',
  permission: 'learning:edit',
  title: 'title',
  order: ['startsOn', { words: 'title' }],
  words: {
    one: 'session',
    add: 'Add a learning session',
    addButton: 'Save the session',
    added: 'The session is in the diary.',
    change: 'Change this session',
    changed: 'The session is saved.',
    remove: 'Remove this session',
    removal: 'Only while nothing was taken back from it. Its history stays.',
    removed: 'The session is no longer in the diary.'
  },
  keptBy: [
    {
      table: 'sessionTakeaway',
      column: 'sessionId',
      sentence: 'Things were taken back from this session, so it stays. Remove those first.'
    },
    {
      table: 'storyboard',
      column: 'sessionId',
      sentence:
        'A storyboard was made for this session, so it stays. Choose another session for the storyboard first.'
    }
  ],
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'Such as “Learning session 2: talk in every room”',
      needed: say.title,
      most: 200
    }),
    theme: field.line({ label: 'Theme', hint: 'What the day is about, in one line' }),
    startsOn: field.neededDay({ label: 'First day', what: 'The first day', needed: say.startsOn }),
    endsOn: field.day({
      label: 'Last day',
      what: 'The last day',
      hint: 'Only when it lasts more than one day'
    }),
    held: field.oneOfOr({
      label: 'How it is held',
      options: waysHeld,
      names: wayHeldNames,
      otherwise: 'in-person',
      inline: true
    }),
    venue: field.line({
      label: 'Where',
      hint: 'A building, or how to join online. No private address.'
    }),
    host: field.oneOfOr({
      label: 'Who holds it',
      options: hosts,
      names: hostNames,
      otherwise: 'here'
    }),
    /** Empty when this place is the host. */
    hostName: field.line({
      label: 'Name of the host',
      hint: 'Unless this partnership holds it',
      most: 200
    }),
    about: field.text({ label: 'What it is for', rows: 3, most: 2000 }),
    awayTeam: field.rows({
      label: 'Away team',
      hint: 'Who goes, by role and organisation, and for whom they speak. Roles, not names.',
      most: 40,
      parts: {
        role: field.line({ label: 'role', needed: say.role, most: 200 }),
        organisation: field.line({ label: 'organisation', most: 200 }),
        speaksFor: field.line({ label: 'speaks for' })
      }
    }),
    programme: field.rows({
      label: 'Programme',
      hint: 'Saving makes room for more lines.',
      most: 40,
      parts: {
        time: field.line({ label: 'time', most: 40 }),
        title: field.line({ label: 'what happens', needed: say.itemTitle }),
        kind: field.oneOfOr({
          label: 'kind',
          options: itemKinds,
          names: itemKindNames,
          otherwise: 'talk'
        }),
        lead: field.line({ label: 'led by', most: 200 })
      }
    })
  }
});
export type LearningSession = RecordOf<typeof sessionKind>;

/** Something noticed at a session and brought home. */
export const takeawayKind = kind('sessionTakeaway', {
  name: 'learning.takeaway',
  permission: 'learning:edit',
  title: 'noticed',
  order: ['createdAt', 'id'],
  words: {
    one: 'thing taken back',
    add: 'Write down something taken back',
    addButton: 'Save',
    added: 'It is written down. Next: plan a test of it, or add another.',
    change: 'Change what was taken back',
    changed: 'It is saved.',
    remove: 'Remove it',
    removal: 'Usually it is better to set it aside and say why. Its history stays either way.',
    removed: 'It is removed.'
  },
  keptBy: [
    {
      table: 'takeawayTest',
      column: 'takeawayId',
      sentence: 'Tests followed from it, so it stays. Set it aside instead, and say why.'
    }
  ],
  fields: {
    sessionId: field.kept(id<SessionId>(), { label: 'Session' }),
    noticed: field.text({
      label: 'What we noticed',
      hint: 'What somebody does, and what came of it there. No names of people.',
      needed: say.noticed,
      most: 1000,
      rows: 3
    }),
    fromPlace: field.line({
      label: 'Whose work it was',
      hint: 'A place or a team, such as “a nursery in the next town”',
      most: 200
    }),
    noticedBy: field.line({ label: 'Noticed by (a role)', most: 200 }),
    idea: field.line({
      label: 'The change it suggests',
      hint: 'What might be tried here. A test of it can start from these words.'
    }),
    changeIdeaId: field.recordOrNone({
      label: 'Change idea it belongs to',
      hint: 'Where it is already among your own ideas',
      of: { table: 'changeIdea', title: 'text' },
      placeholder: 'None of them'
    }),
    ownerRole: field.line({ label: 'Who will see to it (a role)', most: 200 }),
    factorIds: field.factors({ label: 'Factors' })
  }
});
export type Takeaway = RecordOf<typeof takeawayKind>;

/** What was taken back with what came of it. */
export type FollowedTakeaway = Takeaway & { readonly tests: readonly FollowingTest[] };

/** The reason for which something taken back will not be tried: asked for by a form of its own. */
export const setAsideKind = kind('sessionTakeaway', {
  name: 'learning.aside',
  permission: 'learning:edit',
  title: 'noticed',
  words: { ...takeawayKind.words, changed: 'It is set aside, with the reason.' },
  fields: {
    setAsideWhy: field.line({
      label: 'Why it is set aside',
      needed: say.setAsideWhy,
      most: 500
    })
  }
});

/** What somebody chose for a storyboard; what it shows comes from the records. */
export const storyboardKind = kind('storyboard', {
  name: 'learning.storyboard',
  permission: 'learning:edit',
  title: 'title',
  order: [{ words: 'title' }, 'id'],
  words: {
    one: 'storyboard',
    add: 'Make a storyboard',
    addButton: 'Make the storyboard',
    added: 'The storyboard is made. It follows the records until a version is kept.',
    change: 'Choose what it shows',
    changed: 'The storyboard is saved.',
    remove: 'Remove this storyboard',
    removal: 'Only while no version of it was kept. Its history stays.',
    removed: 'The storyboard is removed.'
  },
  keptBy: [
    {
      table: 'storyboardVersion',
      column: 'storyboardId',
      sentence: 'Versions of it were kept, so it stays. They show what was said at a session.'
    }
  ],
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'As it should stand at the top',
      needed: say.boardTitle,
      most: 200
    }),
    /** None: the whole place. */
    projectId: field.recordOrNone({
      label: 'Project',
      asks: 'What it shows',
      of: { table: 'improvementProject', title: 'title' },
      placeholder: 'The whole place: every project'
    }),
    sessionId: field.recordOrNone({
      label: 'Session',
      asks: 'For which session',
      of: { table: 'learningSession', title: 'title' },
      placeholder: 'None yet'
    }),
    driver: field.line({
      label: 'Driver',
      hint: 'What the tests work on, such as “parents feel sure with a book”',
      most: 500
    }),
    learnt: field.text({
      label: 'What we learnt',
      hint: 'In your own words. What each test taught stands beside it from the records.',
      most: 1000,
      rows: 3
    }),
    nextStep: field.text({
      label: 'Next step',
      hint: 'Left empty, the latest test says it',
      most: 1000
    }),
    paper: field.oneOfOr({
      label: 'Paper',
      options: papers,
      names: paperNames,
      otherwise: 'a4',
      inline: true
    }),
    /** None: every test that has come to an answer. */
    testIds: field.ticks<TestId>({ label: 'Tests' }),
    /** None: the leading measure of each project. */
    measureIds: field.ticks<MeasureId>({ label: 'Measures' })
  }
});
export type Storyboard = RecordOf<typeof storyboardKind>;
