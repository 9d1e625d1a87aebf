import { field, kind, type RecordOf } from '#modules/records';
import {
  circleHints,
  circleNames,
  lookStepHints,
  lookStepNames,
  soughtPartHints,
  soughtPartNames,
  soughtReasonNames,
  soughtStandingNames
} from './labels.ts';
import { actions, source } from './named-records.ts';
import { fieldSentences as say } from './sentences.ts';
import { circles, lookSteps, soughtParts, soughtReasons, soughtStandings } from './types.ts';

/** A body or a role that is wanted in the core partnership, or in the coalition around it. */
export const soughtKind = kind('partnerSought', {
  name: 'cooperation.sought',
  permission: 'cooperation:edit',
  title: 'title',
  order: [{ words: 'title' }],
  words: {
    one: 'partner who is needed',
    add: 'Add who is needed',
    addButton: 'Add them',
    added: 'They are on the list.',
    change: 'Change what is said of them',
    changed: 'It is saved.',
    remove: 'Take them off the list',
    removal: 'Its history stays.',
    removed: 'They are off the list.'
  },
  fields: {
    title: field.line({
      label: 'Who',
      hint: 'A body, a community or a role; no person’s name',
      needed: say.sought
    }),
    circle: field.oneOf({
      label: 'Where',
      options: circles,
      names: circleNames,
      hints: circleHints,
      needed: say.circle
    }),
    reasons: field.someOf({
      label: 'What they would bring',
      options: soughtReasons,
      names: soughtReasonNames
    }),
    part: field.oneOfOrNone({
      label: 'What you want of them',
      options: soughtParts,
      names: soughtPartNames,
      hints: soughtPartHints
    }),
    gain: field.text({ label: 'What they would gain' }),
    takesPartHow: field.text({
      label: 'How they would take part',
      hint: 'A seat, a group, being told, lending a room'
    }),
    askedByRole: field.line({ label: 'Who asks them', hint: 'A role', most: 200 }),
    standing: field.oneOfOr({
      label: 'How it stands',
      options: soughtStandings,
      names: soughtStandingNames,
      otherwise: 'thought-of',
      inline: true
    }),
    askedOn: field.day({ label: 'Asked on', what: 'The day on which they were asked' }),
    answerBy: field.day({ label: 'Answer hoped for by' }),
    note: field.text({ label: 'What they said' }),
    source
  }
});
export type Sought = RecordOf<typeof soughtKind>;

/** What was found when the partnership looked at who is in it: one of four steps, on a day. */
export const lookKind = kind('partnershipLook', {
  name: 'cooperation.look',
  permission: 'cooperation:edit',
  title: 'found',
  order: [{ latest: 'lookedOn' }, { words: 'found' }],
  words: {
    one: 'look at the partnership',
    add: 'Look at who is in the partnership',
    addButton: 'Write it down',
    added: 'It is written down.',
    change: 'Change what was found',
    changed: 'It is saved.',
    remove: 'Remove this look',
    removal: 'Its history stays.',
    removed: 'It is removed.'
  },
  fields: {
    step: field.oneOf({
      label: 'Step',
      options: lookSteps,
      names: lookStepNames,
      hints: lookStepHints,
      needed: say.step
    }),
    lookedOn: field.neededDay({
      label: 'Looked at on',
      what: 'The day on which you looked at it',
      needed: say.lookedOn
    }),
    found: field.text({ label: 'What you found', needed: say.found }),
    follows: field.text({ label: 'What follows' }),
    actionId: field.recordOrNone({
      label: 'Action of the plan',
      of: actions,
      placeholder: 'No action'
    }),
    source
  }
});
export type PartnershipLook = RecordOf<typeof lookKind>;
