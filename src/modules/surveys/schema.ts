import { lookedThrough } from '#modules/disclosure';
import {
  choice,
  id,
  neededDate,
  neededText,
  optionalDate,
  optionalId,
  text,
  ticked,
  version
} from '#platform/fields';
import * as v from 'valibot';
import {
  quoteLabels,
  surveyLabels,
  surveyQuestionLabels,
  themeLabels,
  voiceLabels
} from './labels.ts';
import { mostOptions } from './rules.ts';
import { fieldSentences as say } from './sentences.ts';
import { consents, questionKinds, settingKinds, speakers, voiceMethods } from './types.ts';

const yesOrNo = (sentence: string) =>
  v.pipe(
    choice(['yes', 'no'], sentence),
    v.transform((value) => value === 'yes')
  );
/** Boxes of a group: one, several, or none. */
const chosen = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);
/** Several lines as people typed them, however their browser ends a line. */
const lines = v.pipe(
  v.nullish(v.union([v.string(), v.array(v.string())]), ''),
  v.transform((value) =>
    (typeof value === 'string' ? value.split(/\r?\n/) : value)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  )
);
/** A long text: lines end in one way, so that nothing seems changed when nothing was. */
const longText = (sentence: string, longest: number) =>
  v.pipe(
    neededText(sentence, longest),
    v.transform((typed) => typed.replaceAll('\r\n', '\n'))
  );
const anyText = (longest = 1000) =>
  v.pipe(
    text(longest),
    v.transform((typed) => typed.replaceAll('\r\n', '\n'))
  );

const surveyEntries = {
  title: neededText(say.title, 150),
  askedBy: neededText(say.askedBy, 150),
  why: anyText(),
  whatNext: anyText(),
  forWhom: anyText(300),
  saidBy: choice(speakers, say.saidBy),
  contact: anyText(300),
  closesOn: optionalDate(surveyLabels.closesOn),
  keepUntil: optionalDate(surveyLabels.keepUntil),
  needsQuestionId: optionalId()
};

export const newSurveyInput = lookedThrough(surveyEntries, {
  names: surveyLabels,
  except: ['contact']
});
export const surveyInput = lookedThrough(
  {
    ...surveyEntries,
    consent: longText(say.consent, 4000),
    id: id(),
    version
  },
  { names: surveyLabels, except: ['contact'] }
);

const withChoices = ['one', 'several', 'scale'];
const options = v.pipe(
  lines,
  v.maxLength(mostOptions, say.tooManyOptions),
  v.check((list) => list.every((one) => one.length <= 120), say.tooLong),
  v.check(
    (list) => new Set(list.map((one) => one.toLocaleLowerCase('en-GB'))).size === list.length,
    say.sameOption
  )
);
const questionEntries = {
  kind: choice(questionKinds, say.kind),
  text: neededText(say.question, 300),
  hint: anyText(300),
  options,
  required: ticked
};
const hasChoices = (input: { kind: string; options: readonly string[] }): boolean =>
  !withChoices.includes(input.kind) || input.options.length >= 2;

const newQuestion = lookedThrough(
  { ...questionEntries, surveyId: id() },
  { names: surveyQuestionLabels }
);
const changedQuestion = lookedThrough(
  { ...questionEntries, id: id(), version },
  { names: surveyQuestionLabels }
);

export const newQuestionInput = v.pipe(
  newQuestion,
  v.forward(v.partialCheck([['kind'], ['options']], hasChoices, say.options), ['options'])
);
export const questionInput = v.pipe(
  changedQuestion,
  v.forward(v.partialCheck([['kind'], ['options']], hasChoices, say.options), ['options'])
);

export const moveInput = v.object({ id: id(), way: v.picklist(['up', 'down']) });
export const oneInput = v.object({ id: id() });

/** A form that came on paper. The answers are read by the survey's own questions, so any field may come. */
export const paperInput = v.object({
  id: id(),
  formKey: v.pipe(v.string(), v.uuid()),
  agreed: ticked,
  mayQuote: ticked,
  fields: v.record(v.string(), v.union([v.string(), v.array(v.string())]))
});

const peopleCount = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((typed) => (typed.trim() === '' ? null : typed)),
  v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^\d{1,3}$/, say.peopleCount),
      v.transform(Number),
      v.minValue(1, say.peopleCount),
      v.maxValue(500, say.peopleCount)
    )
  )
);

const voiceEntries = {
  title: neededText(say.noteTitle, 150),
  method: choice(voiceMethods, say.method),
  heardOn: neededDate(voiceLabels.heardOn, say.heardOn),
  settingKind: choice(settingKinds, say.settingKind),
  saidBy: choice(speakers, say.speaker),
  peopleCount,
  words: longText(say.words, 20_000),
  consent: choice(consents, say.howAgreed),
  mayQuote: yesOrNo(say.mayQuote),
  keepUntil: neededDate(voiceLabels.keepUntil, say.keepUntil),
  needsQuestionId: optionalId()
};
export const newVoiceInput = lookedThrough(voiceEntries, { names: voiceLabels });
export const voiceInput = lookedThrough(
  { ...voiceEntries, id: id(), version },
  { names: voiceLabels }
);

export const codeInput = v.object({
  id: id(),
  sentences: v.pipe(
    chosen,
    v.minLength(1, say.sentences),
    v.transform((list) => list.map(Number)),
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))
  ),
  themes: v.pipe(chosen, v.minLength(1, say.themes), v.array(v.pipe(v.string(), v.uuid())))
});
export const codingDoneInput = v.object({ id: id(), done: ticked });
export const withdrawInput = v.object({ id: id(), what: v.picklist(['quoting', 'everything']) });

const themeEntries = {
  name: neededText(say.theme, 100),
  definition: anyText(),
  factors: chosen
};
export const newThemeInput = lookedThrough(themeEntries, { names: themeLabels });
export const themeInput = lookedThrough(
  { ...themeEntries, id: id(), version },
  { names: themeLabels }
);

export const newQuoteInput = lookedThrough(
  {
    passageId: id(),
    words: longText(say.quote, 600)
  },
  { names: quoteLabels }
);
export const quoteInput = lookedThrough(
  {
    id: id(),
    words: longText(say.quote, 600),
    version
  },
  { names: quoteLabels }
);
export const checkQuoteInput = v.object({
  id: id(),
  version,
  unrecognisable: v.pipe(
    ticked,
    v.check((value) => value, say.unrecognisable)
  )
});
