import { lookedThrough } from '#modules/disclosure';
import { newInput } from '#modules/records';
import * as v from 'valibot';
import {
  choice,
  columnsSaid,
  id,
  list,
  neededDate,
  neededText,
  optionalChoice,
  optionalId,
  text,
  version
} from '#platform/fields';
import { familyKind } from './collation/kinds.ts';
import { fieldName } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import {
  decisionKind,
  doingKind,
  planKind,
  reportKind,
  studyKind
} from './tests-of-change/kinds.ts';
import {
  decisions,
  improvementAnswers,
  valueStatuses,
  type ChangeIdeaId,
  type MeasureId,
  type ProjectId,
  type TestId
} from './types.ts';

/** The shape of every input. Forms send texts; the demonstration and other callers may send the values themselves. */

/** Its free texts are looked through for what could identify somebody. */
const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldName });

const prediction = v.object({ question: text(500), prediction: text(1000) });

/** Predictions without words are left out; one that asks and does not predict is sent back. */
const predictions = v.pipe(
  v.nullish(v.array(prediction), []),
  v.maxLength(10, say.tooLong),
  v.rawTransform<v.InferOutput<typeof prediction>[], v.InferOutput<typeof prediction>[]>(
    ({ dataset, addIssue, NEVER }) => {
      const kept = dataset.value.filter((one) => one.prediction !== '' || one.question !== '');
      const silent = dataset.value.findIndex((one) => one.prediction === '' && one.question !== '');
      if (kept.length > 0 && silent === -1) return kept;
      const index = Math.max(silent, 0);
      const given = dataset.value;
      addIssue({
        message: say.prediction,
        path: [
          { type: 'array', origin: 'value', input: given, key: index, value: given[index] },
          {
            type: 'object',
            origin: 'value',
            input: { ...given[index] },
            key: 'prediction',
            value: given[index]?.prediction
          }
        ]
      });
      return NEVER;
    }
  )
);

const planParts = {
  ...planKind.entries,
  /** Conditions of earlier tests that hold again; `conditions` are those that are new, one a line. */
  knownConditions: list(300),
  predictions
};

export const newTestParts = {
  projectId: id<ProjectId>(),
  /** Where neither an idea nor a new one is named, what is tried becomes the idea. */
  changeIdeaId: optionalId<ChangeIdeaId>(),
  newIdea: text(300),
  followsId: optionalId<TestId>(),
  ...planParts
};
export const newTestInput = looked(newTestParts);

export const planInput = looked({ testId: id<TestId>(), ...planParts, version });

/** In the order of the predictions. */
const results = v.nullish(v.array(v.object({ result: text(2000) })), []);
const ofTest = { testId: id<TestId>(), version };

export const doingInput = looked({ ...ofTest, ...doingKind.entries });
export const studyInput = looked({ ...ofTest, results, ...studyKind.entries });
export const decisionInput = looked({ ...ofTest, ...decisionKind.entries });

/** Made by the sender: what comes twice under one identifier is saved once. */
const sending = { sendingId: optionalId() };

export const reportInput = looked({ ...ofTest, ...sending, results, ...reportKind.entries });

const wasTried =
  <Entry extends { tried: 'yes' | 'no' }>(
    isGiven: (entry: Entry) => boolean
  ): ((entry: Entry) => boolean) =>
  (entry) =>
    entry.tried === 'no' || isGiven(entry);

const {
  carriedOut,
  observations,
  problems,
  surprises,
  learnt,
  nextStep,
  toldAtHome,
  degreeOfBelief
} = reportKind.entries;

/**
 * A test in two minutes: what was planned and, where it has been tried, what came of it. In a project there is, or in a new
 * one that begins with its title.
 */
const recordParts = looked({
  ...sending,
  projectId: optionalId<ProjectId>(),
  newProject: text(200),
  ...planParts,
  tried: v.optional(choice(['yes', 'no'], say.tried), 'no'),
  carriedOut,
  observations,
  problems,
  results,
  wasImprovement: optionalChoice(improvementAnswers, say.wasImprovement),
  surprises,
  learnt,
  nextStep,
  toldAtHome,
  degreeOfBelief,
  decision: optionalChoice(decisions, say.decision)
});
type Recorded = v.InferOutput<typeof recordParts>;

export const recordInput = v.pipe(
  recordParts,
  v.forward(
    v.check(
      wasTried<Recorded>(({ results }) => (results[0]?.result ?? '') !== ''),
      say.result
    ),
    ['results', 0, 'result']
  ),
  v.forward(
    v.check(
      wasTried<Recorded>(({ wasImprovement }) => wasImprovement !== null),
      say.wasImprovement
    ),
    ['wasImprovement']
  ),
  v.forward(
    v.check(
      wasTried<Recorded>(({ decision }) => decision !== null),
      say.decision
    ),
    ['decision']
  )
);

const figureTexts = {
  value: v.pipe(v.nullish(v.union([v.string(), v.number()]), ''), v.transform(String)),
  numerator: v.pipe(v.nullish(v.union([v.string(), v.number()]), ''), v.transform(String)),
  denominator: v.pipe(v.nullish(v.union([v.string(), v.number()]), ''), v.transform(String))
};

const valueParts = {
  measuredOn: neededDate('The date', say.measuredOn),
  ...figureTexts,
  note: text(500),
  status: v.optional(choice(valueStatuses, say.choice), 'final')
};

export const newValueInput = looked({ measureId: id<MeasureId>(), ...valueParts, ...sending });
export const valueInput = looked({ valueId: id(), ...valueParts, version });
export const valueRemovalInput = v.object({ valueId: id(), version });

/** Rows of cells, as `parseValues` reads them, and the stored values that the person has agreed to replace. */
export const newValuesInput = lookedThrough(
  {
    measureId: id<MeasureId>(),
    cells: v.array(v.array(v.string())),
    /** Version of the value that each date may replace. */
    replacing: v.optional(v.record(v.string(), v.number()), {}),
    columns: columnsSaid
  },
  { names: fieldName, except: ['columns'] }
);

export const newAnnotationInput = looked({
  measureId: id<MeasureId>(),
  markedOn: neededDate('The date', say.measuredOn),
  label: neededText(say.annotation, 120),
  kind: v.optional(choice(['note', 'change'], say.choice), 'note')
});
export const removalInput = v.object({ id: id() });

export const newPhaseInput = looked({
  measureId: id<MeasureId>(),
  startsOn: neededDate('The date of the new phase', say.phaseStart),
  reason: neededText(say.phaseReason, 300)
});

export const familyInput = newInput(familyKind, undefined, {
  ideaId: id<ChangeIdeaId>(),
  ideaIds: list(),
  /** Of the family that was read; none where there was none. */
  version: v.optional(version, 1)
});
export const oneIdeaInput = v.object({ ideaId: id<ChangeIdeaId>() });
