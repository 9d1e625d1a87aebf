import { whyMissing } from '#modules/charts';
import {
  carriedOutAnswers,
  decisions,
  frequencies,
  improvementAnswers,
  measureKinds,
  projectStatuses,
  rampSteps,
  testStatuses,
  valueForms,
  valueStatuses
} from '#modules/improvement';
import * as v from 'valibot';

/** The shapes that the API takes and answers. Its description (openapi.json) is made from these. */

const uuid = v.pipe(v.string(), v.uuid());
const date = v.pipe(v.string(), v.isoDate());
const mayBe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema);

export const page = v.optional(
  v.pipe(
    v.string(),
    v.toNumber(),
    v.integer(),
    v.minValue(1),
    v.maxValue(10_000),
    v.description('Page, from 1')
  ),
  '1'
);

export const none = v.strictObject({});
export const pageQuery = v.strictObject({ page });

const paging = {
  page: v.pipe(v.number(), v.integer(), v.description('This page, from 1')),
  pages: v.pipe(v.number(), v.integer(), v.description('How many pages there are')),
  total: v.pipe(v.number(), v.integer(), v.description('How many records there are in all'))
};

export const testsQuery = v.strictObject({
  factor: v.optional(v.pipe(v.string(), v.description('Name of a factor of the vocabulary'))),
  project: v.optional(uuid),
  idea: v.optional(
    v.pipe(v.string(), v.uuid(), v.description('A change idea; ideas joined with it count too'))
  ),
  words: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(200),
      v.description('English words in any form; the best match comes first')
    )
  ),
  result: v.optional(v.picklist([...improvementAnswers, 'waiting'])),
  decision: v.optional(v.picklist(decisions)),
  setting: v.optional(v.string()),
  step: v.optional(v.picklist(rampSteps)),
  from: v.optional(date),
  to: v.optional(date),
  page
});

const testLine = {
  id: uuid,
  project_id: uuid,
  project: v.string(),
  number: v.pipe(v.number(), v.integer()),
  change_idea_id: uuid,
  change_idea: v.string(),
  tried: v.string(),
  setting: v.string(),
  step: v.pipe(v.picklist(rampSteps), v.description('With how many: 1, 5, 25 or all')),
  status: v.picklist(testStatuses),
  planned_for: date,
  done_on: mayBe(date),
  result: v.pipe(
    mayBe(v.picklist(improvementAnswers)),
    v.description('Whether it helped; null until it was studied')
  ),
  decision: mayBe(v.picklist(decisions)),
  learnt: v.string()
};

export const testsAnswer = v.object({ ...paging, tests: v.array(v.object(testLine)) });

export const testAnswer = v.object({
  id: uuid,
  project_id: uuid,
  project: v.string(),
  number: v.pipe(v.number(), v.integer()),
  change_idea_id: uuid,
  change_idea: v.string(),
  follows_id: mayBe(uuid),
  tried: v.string(),
  objective: v.string(),
  step: v.picklist(rampSteps),
  size: v.string(),
  who: v.string(),
  place: v.string(),
  conditions: v.string(),
  planned_for: date,
  predictions: v.array(
    v.object({
      question: v.string(),
      prediction: v.string(),
      first_prediction: v.pipe(
        mayBe(v.string()),
        v.description('What it said before it was reworded, when it was')
      ),
      result: mayBe(v.string())
    })
  ),
  carried_out: mayBe(v.picklist(carriedOutAnswers)),
  observations: v.string(),
  problems: v.string(),
  done_on: mayBe(date),
  result: mayBe(v.picklist(improvementAnswers)),
  surprises: v.string(),
  learnt: v.string(),
  decision: mayBe(v.picklist(decisions)),
  next_step: v.string(),
  told_at_home: v.pipe(v.string(), v.description('What colleagues at home were told of it')),
  degree_of_belief: v.pipe(mayBe(v.number()), v.description('1 a hunch, 5 certain')),
  status: v.picklist(testStatuses),
  version: v.pipe(v.number(), v.integer())
});

export const ideasAnswer = v.object({
  ...paging,
  change_ideas: v.array(
    v.object({
      id: uuid,
      project_id: uuid,
      project: v.string(),
      text: v.string(),
      why: v.string(),
      factor: mayBe(v.string()),
      family_id: v.pipe(
        mayBe(uuid),
        v.description('Ideas of one family were said to be the same by a person')
      ),
      family: mayBe(v.string())
    })
  )
});

export const projectsAnswer = v.object({
  ...paging,
  projects: v.array(
    v.object({
      id: uuid,
      title: v.string(),
      aim: v.object({
        change: v.string(),
        amount: v.string(),
        for_whom: v.string(),
        by: mayBe(date),
        baseline: v.string()
      }),
      status: v.picklist(projectStatuses),
      factors: v.array(v.string()),
      outcomes: v.array(v.string()),
      setting: v.string(),
      source: v.string(),
      version: v.pipe(v.number(), v.integer())
    })
  )
});

export const measuresAnswer = v.object({
  ...paging,
  measures: v.array(
    v.object({
      id: uuid,
      project_id: uuid,
      project: v.string(),
      title: v.string(),
      kind: v.picklist(measureKinds),
      form: v.pipe(
        v.picklist(valueForms),
        v.description('value: a number; count; share: so many of so many; rate')
      ),
      unit: v.string(),
      direction: v.picklist(['increase', 'decrease', 'neutral']),
      goal: mayBe(v.number()),
      frequency: v.picklist(frequencies),
      definition: v.string(),
      numerator: v.string(),
      denominator: v.string(),
      source: v.string(),
      values: v.pipe(v.number(), v.integer(), v.description('How many values it has')),
      latest_on: mayBe(date)
    })
  )
});

const rule = v.pipe(
  v.string(),
  v.description('By which rule counts are given: as recorded, or protected, and how')
);

export const valuesAnswer = v.object({
  ...paging,
  measure_id: uuid,
  measure: v.string(),
  form: v.picklist(valueForms),
  unit: v.string(),
  rule,
  values: v.array(
    v.object({
      date,
      value: v.pipe(
        mayBe(v.number()),
        v.description('The number, the count, or the share in per cent or the rate')
      ),
      numerator: mayBe(v.number()),
      denominator: mayBe(v.number()),
      missing: v.pipe(
        mayBe(v.string()),
        v.description('Why there is no value: not collected, a small number, …')
      ),
      note: v.string(),
      status: v.picklist(valueStatuses),
      version: v.pipe(v.number(), v.integer())
    })
  )
});

export const newValues = v.strictObject({
  values: v.pipe(
    v.array(
      v.strictObject({
        date: v.pipe(v.string(), v.description('YYYY-MM-DD')),
        value: v.optional(v.number()),
        numerator: v.optional(v.number()),
        denominator: v.optional(v.number()),
        missing: v.optional(v.picklist(whyMissing)),
        note: v.optional(v.string()),
        status: v.optional(v.picklist(valueStatuses)),
        version: v.optional(
          v.pipe(
            v.number(),
            v.integer(),
            v.description('Of the value that this one replaces, as it was read')
          )
        )
      })
    ),
    v.minLength(1),
    v.description('At most 1,000. All of them are saved, or none.')
  )
});

export const savedValues = v.object({
  added: v.pipe(v.number(), v.integer()),
  changed: v.pipe(v.number(), v.integer()),
  unchanged: v.pipe(
    v.number(),
    v.integer(),
    v.description(
      'Same date and same value as stored: sending them again changes nothing. A token that may not see counts is not told: to it every stored value is another'
    )
  )
});

export const indicatorsAnswer = v.object({
  ...paging,
  indicators: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      kind: v.picklist(['open', 'own']),
      unit: v.string(),
      better_when: v.picklist(['high', 'low', 'none']),
      area: v.string(),
      factors: v.array(v.string()),
      target: mayBe(v.number()),
      source: v.string(),
      latest_period: mayBe(v.string())
    })
  )
});

export const figuresAnswer = v.object({
  ...paging,
  indicator_id: v.string(),
  indicator: v.string(),
  unit: v.string(),
  area: v.string(),
  rule,
  values: v.array(
    v.object({
      period: v.string(),
      starts: date,
      value: mayBe(v.number()),
      status: v.string(),
      missing: mayBe(v.string())
    })
  )
});

export const areasAnswer = v.object({
  ...paging,
  levels: v.array(
    v.object({
      collaborative: v.string(),
      instrument: v.string(),
      element: v.string(),
      element_title: v.string(),
      area: v.string(),
      made_up: v.pipe(v.boolean(), v.description('Whether the area is a made-up place')),
      own: v.pipe(v.boolean(), v.description('Whether it is this partnership')),
      level: v.pipe(
        mayBe(v.string()),
        v.description('Null where it was agreed on another scale, or asked in other words')
      ),
      level_title: mayBe(v.string()),
      agreed_on: date,
      may_be_visited: v.boolean(),
      not_compared_because: mayBe(v.picklist(['other-scale', 'other-words']))
    })
  )
});
