import {
  field,
  kind,
  neverRemoved,
  type Choice,
  type Field,
  type RecordOf
} from '#modules/records';
import { mostOptions } from './rules.ts';
import {
  consentNames,
  fieldSentences as say,
  kindHints,
  kindNames,
  settingNames,
  speakerNames,
  voiceMethodNames
} from './sentences.ts';
import { consents, questionKinds, settingKinds, speakers, voiceMethods } from './types.ts';

const ofSurvey = { table: 'survey', title: 'title' } as const;

const needsQuestionId = field.offeredOrNone({
  label: 'Question of need it helps to answer',
  placeholder: 'None in particular'
});

/** A short survey, as it says of itself to whoever answers. Its questions and the consent are kept in tables of their own. */
export const surveyKind = kind('survey', {
  name: 'surveys.survey',
  permission: 'surveys:edit',
  title: 'title',
  order: [{ latest: 'openedOn' }, { words: 'title' }],
  words: {
    one: 'survey',
    add: 'Make a survey',
    addButton: 'Go on to the questions',
    added: 'The survey is begun. Now its questions.',
    change: 'Change this survey',
    changed: 'The survey is saved.',
    remove: 'Remove this survey',
    removal: 'Nobody has answered it, so it can go. Its history stays.',
    removed: 'The survey is gone.'
  },
  fields: {
    title: field.line({ label: 'Title', needed: say.title, most: 150 }),
    askedBy: field.line({
      label: 'Who asks',
      hint: 'As families know you',
      needed: say.askedBy,
      most: 150
    }),
    saidBy: field.oneOf({
      label: 'In what role they answer',
      options: speakers,
      names: speakerNames,
      needed: say.saidBy
    }),
    forWhom: field.line({
      label: 'Who it is for',
      hint: 'Such as parents of children under three in the mill quarter'
    }),
    why: field.text({
      label: 'Why you ask',
      hint: 'Two sentences that somebody in a hurry will read',
      most: 1000,
      rows: 3
    }),
    whatNext: field.text({
      label: 'What will come of it',
      hint: 'Who will read the answers, when, and where people will hear what came of them. Shown when they have sent theirs',
      most: 1000,
      rows: 3
    }),
    contact: {
      ...field.line({
        label: 'Whom people can ask about it',
        hint: 'A role with a telephone number or an e-mail address that is meant to be seen'
      }),
      isLookedThrough: false
    },
    closesOn: field.day({ label: 'Last day to answer' }),
    keepUntil: field.day({
      label: 'Answers are kept until',
      hint: 'Then single answers are removed and the counts stay. At most three years after the last day to answer'
    }),
    needsQuestionId
  }
});

const consent = field.text({
  label: 'What people agree to',
  hint: 'Said in plain words. An empty line begins a new paragraph. When you change it, answers that came before stay with the words they agreed to',
  needed: say.consent,
  rows: 12
});

/** A survey as it is changed: with the wording of its consent. */
export const begunSurveyKind = {
  ...surveyKind,
  fields: { ...surveyKind.fields, consent },
  entries: { ...surveyKind.entries, consent: consent.schema },
  labels: { ...surveyKind.labels, consent: consent.label }
};

/** A survey as it is changed once it was opened: what people were told before they answered is not taken away. */
export const openedSurveyKind = {
  ...begunSurveyKind,
  fields: Object.fromEntries(
    Object.entries(begunSurveyKind.fields).map(([name, one]) => [
      name,
      { ...one, isOptional: name === 'needsQuestionId' }
    ])
  )
};

/** A survey with the consent it asks for now. */
export type Survey = Omit<RecordOf<typeof surveyKind>, 'keptTallies'> & {
  readonly consent: string;
};

/** A question of a survey. `options` are the choices, or the words of a scale from one end to the other; empty for other kinds. */
export const surveyQuestionKind = kind('surveyQuestion', {
  name: 'surveys.question',
  permission: 'surveys:edit',
  title: 'text',
  order: ['position'],
  words: {
    one: 'question',
    add: 'Add a question',
    addButton: 'Add the question',
    added: 'The question is at the end of the survey.',
    change: 'Change this question',
    changed: 'The question is saved.',
    remove: 'Remove this question',
    removal: 'Nobody has answered it, so it can go. Its history stays.',
    removed: 'The question is gone.'
  },
  fields: {
    surveyId: field.partOf({ label: 'Survey', of: ofSurvey }),
    text: field.line({
      label: 'Question',
      hint: 'One thing at a time, in the words people use at home',
      needed: say.question
    }),
    hint: field.line({ label: 'A word of help' }),
    kind: field.oneOf({
      label: 'Kind of answer',
      options: questionKinds,
      names: kindNames,
      hints: kindHints,
      needed: say.kind
    }),
    options: field.list({
      label: 'Choices',
      hint: `For choices and scales: one a line, 2 to ${mostOptions} of them. A scale goes from one end to the other`,
      most: mostOptions,
      tooMany: say.tooManyOptions,
      longest: 120,
      rows: 5
    }),
    required: field.box({
      label: 'Must it be answered?',
      hint: 'The fewer must be answered, the more people finish',
      boxLabel: 'Yes, the form cannot be sent without it'
    })
  }
});
export type SurveyQuestion = Omit<RecordOf<typeof surveyQuestionKind>, 'position'>;

/** Days of which the answers that came by link are set aside: they stay, and are not counted until they are brought back. */
export const stretchKind = kind('surveyStretch', {
  name: 'surveys.stretch',
  permission: 'surveys:edit',
  title: 'reason',
  order: ['fromOn', 'toOn'],
  words: {
    one: 'stretch of answers',
    add: 'Set answers aside',
    addButton: 'Set them aside',
    added: 'The answers are set aside. They stay, and are not counted.',
    change: 'Answers that are set aside',
    changed: 'The stretch is saved.',
    remove: 'Bring these answers back',
    removal: 'They count again as all others do.',
    removed: 'The answers are back and count again.'
  },
  fields: {
    surveyId: field.partOf({ label: 'Survey', of: ofSurvey }),
    fromOn: field.neededDay({ label: 'First day', needed: say.firstDay }),
    toOn: field.neededDay({
      label: 'Last day',
      hint: 'Answers that come by link on these days are set aside, those still to come as well. Forms from paper stay',
      needed: say.lastDay
    }),
    reason: field.text({
      label: 'Why they are set aside',
      hint: 'It stands beside the results, such as: 120 alike within an hour, after the link was shared in a forum',
      needed: say.reason,
      most: 500
    })
  }
});
export type SurveyStretch = RecordOf<typeof stretchKind>;

/** Something that was said, as it was noted. It names nobody; its words are empty once they were erased. */
export const voiceKind = kind('voice', {
  name: 'surveys.voice',
  permission: 'voices:record',
  title: 'title',
  order: [{ latest: 'heardOn' }, 'id'],
  words: {
    one: 'note',
    add: 'Note what was said',
    addButton: 'Save the note',
    added: 'The note is saved. Now find its themes.',
    change: 'Change this note',
    changed: 'The note is saved.',
    ...neverRemoved
  },
  fields: {
    title: field.line({
      label: 'What this is a note of',
      hint: 'Such as: talk after the story group. No names',
      needed: say.noteTitle,
      most: 150
    }),
    method: field.oneOf({
      label: 'How it was heard',
      options: voiceMethods,
      names: voiceMethodNames,
      needed: say.method
    }),
    heardOn: field.neededDay({ label: 'Heard on', needed: say.heardOn }),
    settingKind: field.oneOf({
      label: 'Kind of place',
      options: settingKinds,
      names: settingNames,
      as: 'select',
      needed: say.settingKind
    }),
    saidBy: field.oneOf({
      label: 'Who spoke',
      hint: 'The role, never the name. Make a note for each role',
      options: speakers,
      names: speakerNames,
      needed: say.speaker
    }),
    peopleCount: field.number({
      label: 'How many people spoke',
      wrong: say.peopleCount,
      least: 1,
      most: 500,
      isWhole: true,
      width: 4
    }),
    words: field.text({
      label: 'What was said',
      hint: 'As near to their own words as you can. Leave out names, streets and anything by which somebody could be found',
      needed: say.words,
      most: 20_000,
      rows: 12
    }),
    consent: field.oneOf({
      label: 'How they agreed',
      hint: 'To this being noted and read by the partnership',
      options: consents,
      names: consentNames,
      needed: say.howAgreed
    }),
    mayQuote: field.yesOrNo({
      label: 'Quoting',
      names: {
        yes: 'They agreed to be quoted without being recognised',
        no: 'They were not asked, or did not want to be quoted'
      },
      needed: say.mayQuote
    }),
    keepUntil: field.neededDay({
      label: 'Keep until',
      hint: 'After this day the words are to be erased. What they count for in their themes stays',
      needed: say.keepUntil
    }),
    needsQuestionId
  }
});
/** A voice, without the answer it may be a copy of. */
export type Voice = Omit<RecordOf<typeof voiceKind>, 'responseId' | 'surveyQuestionId'>;

/** How a note may have been heard and agreed to, as its form offers it: what comes from a survey stays so, and nothing else becomes it. */
export function voiceChoices(voice: Pick<Voice, 'consent'> | null) {
  const isOffered = (field: Field, may: boolean): readonly Choice[] =>
    'choices' in field.asked
      ? (field.asked.choices ?? []).filter(({ value }) => may || value !== 'survey')
      : [];
  const { method, consent: agreed } = voiceKind.fields;
  return {
    method: isOffered(method, voice !== null),
    consent: isOffered(agreed, voice?.consent === 'survey')
  };
}

/** What several voices have in common, tied to factors of the spine. */
export const themeKind = kind('theme', {
  name: 'surveys.theme',
  permission: 'voices:record',
  title: 'name',
  words: {
    one: 'theme',
    add: 'Add a theme',
    addButton: 'Add the theme',
    added: 'The theme is added.',
    change: 'Change this theme',
    changed: 'The theme is saved.',
    remove: 'Remove this theme',
    removal: 'Nothing belongs to it, so it can go. Its history stays.',
    removed: 'The theme is gone.'
  },
  keptBy: (['passage', 'quote'] as const).map((table) => ({
    table,
    column: 'themeId',
    sentence: 'Sentences or quotes belong to this theme. Take them out first.'
  })),
  fields: {
    name: field.line({
      label: 'Name',
      hint: 'As people would say it',
      needed: say.theme,
      most: 100
    }),
    definition: field.text({
      label: 'What belongs here, and what does not',
      hint: 'So that two people would code the same sentence alike',
      most: 1000,
      rows: 3
    }),
    factors: field.factors({ label: 'Factors it speaks of' })
  }
});
export type Theme = RecordOf<typeof themeKind>;

/** Words made ready to be shown. Nobody outside sees them before somebody else than the maker has looked. */
export const quoteKind = kind('quote', {
  name: 'surveys.quote',
  permission: 'voices:record',
  title: 'words',
  order: [{ latest: 'madeOn' }, 'id'],
  words: {
    one: 'quote',
    add: 'Make a quote',
    addButton: 'Ask for a second look',
    added: 'The quote waits for a second look by somebody else.',
    change: 'Change the words',
    changed: 'The words are saved. Somebody else must look at them now.',
    remove: 'Remove this quote',
    removal: 'What was said stays in its note.',
    removed: 'The quote is gone.'
  },
  fields: {
    words: field.text({
      label: 'The words to be shown',
      hint: 'Changed words must be looked at again, by somebody else than you',
      needed: say.quote,
      most: 600,
      rows: 4
    })
  }
});
