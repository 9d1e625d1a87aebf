import { field, kind, neverRemoved, type Kind, type RecordOf } from '#modules/records';
import {
  confidenceHints,
  confidenceNames,
  fieldSentences as say,
  securityHints,
  securityNames,
  strengthHints,
  strengthNames
} from './sentences.ts';
import { linkEffects, ownConfidences, ownSecurities, ownStrengths } from './types.ts';

const confidence = field.oneOf({
  label: 'How sure you are',
  options: ownConfidences,
  names: confidenceNames,
  hints: confidenceHints,
  needed: say.confidence
});

/** What every rating rests on, whatever it is of. */
const ratingParts = {
  confidence,
  reason: field.text({
    label: 'Why',
    hint: 'A sentence or two that somebody new would understand',
    needed: say.reason,
    most: 2000,
    rows: 4
  }),
  source: field.line({
    label: 'What it rests on',
    hint: 'A study, a review, or who agreed it',
    needed: say.source,
    most: 500
  }),
  datedOn: field.neededDay({
    label: 'Date of the source',
    hint: 'When it was published or agreed. For example, 7 3 2026',
    needed: say.datedOn
  })
} as const;

const rating = {
  name: 'evidence.rating',
  permission: 'evidence:edit',
  title: 'reason',
  words: {
    one: 'rating',
    add: 'Your own rating',
    addButton: 'Save',
    added: 'Your own rating is saved. It stands over the published one.',
    change: 'Your own rating',
    changed: 'Your own rating is saved. It stands over the published one.',
    remove: 'Remove this rating',
    removal: 'The published rating stands again. What you wrote stays in the history.',
    removed: 'Your own rating is removed. The published one stands again.'
  }
} as const;

/** The partnership's own view of how much a factor matters for one outcome at one age. */
export const mattersKind = kind('evidenceRating', {
  ...rating,
  fields: {
    strength: field.oneOf({
      label: 'How strong',
      options: ownStrengths,
      names: strengthNames,
      hints: strengthHints,
      needed: say.strength
    }),
    ...ratingParts
  }
});

/** The partnership's own view of how secure the evidence is that a factor can be improved. */
export const worksKind = kind('evidenceRating', {
  ...rating,
  fields: {
    strength: field.oneOf({
      label: 'How strong',
      options: ownSecurities,
      names: securityNames,
      hints: securityHints,
      needed: say.strength
    }),
    ...ratingParts
  }
});

/** A record with the name of who saved it last, and without what nobody is shown. */
type Signed<Given extends Kind> = Omit<RecordOf<Given>, 'createdAt' | 'createdBy' | 'updatedBy'> & {
  readonly updatedBy: string;
};

/** Something that was noticed locally about a factor. `outcome` is null when it bears on the factor as a whole. */
export const insightKind = kind('insight', {
  name: 'evidence.insight',
  permission: 'evidence:edit',
  title: 'noticed',
  order: [{ latest: 'noticedOn' }, { latest: 'createdAt' }],
  words: {
    one: 'note',
    add: 'Note something you noticed',
    addButton: 'Save',
    added: 'Your note is kept with its factor.',
    change: 'Change what was noticed',
    changed: 'The note is saved.',
    ...neverRemoved
  },
  fields: {
    factor: field.neededFactor({
      label: 'Factor it is about',
      needed: say.factor,
      isGrouped: true
    }),
    noticed: field.text({
      label: 'What was noticed',
      hint: 'What you saw or heard, in plain words, and how many families or settings it is about',
      needed: say.noticed,
      most: 2000,
      rows: 4
    }),
    noticedWhere: field.line({
      label: 'Where',
      hint: 'A group, a setting or a part of the area'
    }),
    noticedOn: field.neededDay({ label: 'When', needed: say.noticedOn }),
    noticedBy: field.line({
      label: 'Who noticed it, by role',
      hint: 'Such as health visitor, parent, head of centre. Leave names out.',
      needed: say.noticedBy,
      most: 200,
      width: 20
    }),
    outcome: field.outcome({
      label: 'Outcome',
      asks: 'Outcome it bears on',
      placeholder: 'The factor as a whole'
    })
  }
});
export type Insight = Signed<typeof insightKind>;

/** A link that the partnership itself sees between a factor and another end, beside the published ones. Its ends stay. */
export const pathwayLinkKind = kind('pathwayLink', {
  name: 'evidence.pathway-link',
  permission: 'evidence:edit',
  title: 'reason',
  order: ['createdAt'],
  words: {
    one: 'link',
    add: 'Add a link of your own',
    addButton: 'Add this link',
    added: 'Your link is among the pathways, dotted.',
    change: 'Change a link of your own',
    changed: 'The link is saved.',
    remove: 'Remove this link',
    removal: 'It leaves the pathways. What you wrote stays in the history.',
    removed: 'The link is removed. The published ones stand as before.'
  },
  fields: {
    effect: field.oneOf({
      label: 'What more of the first does to the second',
      hint: 'Both as they are named: more overcrowding raises stress',
      options: linkEffects,
      names: { raises: 'Raises it', lowers: 'Lowers it' },
      inline: true,
      needed: say.effect
    }),
    confidence,
    reason: field.text({
      label: 'Why',
      hint: 'How the one comes to act on the other, as you have seen it',
      needed: say.reason,
      most: 2000,
      rows: 4
    }),
    source: field.line({
      label: 'What it rests on',
      hint: 'A study, a panel, or who agreed it',
      needed: say.linkSource,
      most: 500
    }),
    datedOn: field.neededDay({ label: 'Date of the source', needed: say.datedOn })
  }
});
