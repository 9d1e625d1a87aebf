import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { uptakeNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { memberUptakes } from './types.ts';

/** How this partnership takes up an aim of a collaborative that it is a member of, in its own words and by its own people. */
export const memberUptakeKind = kind('memberUptake', {
  name: 'bodies.member-uptake',
  permission: 'plan:edit',
  title: 'localTitle',
  order: ['id'],
  words: {
    one: 'answer to a regional aim',
    add: 'Say how we take it up',
    addButton: 'Save our answer',
    added: 'Our answer is saved.',
    change: 'Change how we take it up',
    changed: 'Our answer is saved.',
    remove: 'Take our answer out',
    removal: 'The collaborative then no longer sees it. Its history stays here.',
    removed: 'Our answer is taken out.'
  },
  unique: { column: 'aimId', sentence: 'Our answer to this aim stands here already. Change that.' },
  fields: {
    // The address of the page says it.
    aimId: field.own(v.pipe(v.string(), v.uuid()), { label: 'Regional aim', isOptional: false }),
    uptake: field.oneOf({
      label: 'How we take up the aim',
      options: memberUptakes,
      names: uptakeNames,
      needed: say.memberUptake
    }),
    reason: field.text({ label: 'Why', hint: 'Needed where we differ or take no part' }),
    localTitle: field.line({ label: 'What it is called here' }),
    differs: field.text({ label: 'What differs here' }),
    localLead: field.line({ label: 'Lead here', hint: 'A role', most: 200 }),
    accountableTo: field.line({
      label: 'Answers locally to',
      hint: 'Such as a community planning partnership',
      most: 200
    }),
    dueOn: field.day({ label: 'By when here' }),
    progress: field.text({ label: 'How it is getting on here' }),
    localAimIds: field.records({
      label: 'Our aims by which we do it',
      of: { table: 'aim', title: 'title', order: ['position', 'number', { words: 'title' }] }
    }),
    sameElements: field.ticks({ label: 'What we do as everywhere' }),
    differentElements: field.ticks({ label: 'What still differs here' }),
    isGoodPractice: field.box({
      label: 'Good practice',
      boxLabel: 'Others could learn from how we do it'
    }),
    goodPractice: field.text({ label: 'What others could learn' }),
    decidedOn: field.day({ label: 'Decided here on', what: 'The day' }),
    decidedBy: field.line({
      label: 'Decided here by',
      hint: 'A group, a committee or a role',
      most: 200
    }),
    isShared: field.box({
      label: 'Who sees it',
      boxLabel: 'The collaborative sees this answer, beside those of the other members'
    })
  }
});
export type MemberUptake = RecordOf<typeof memberUptakeKind>;
