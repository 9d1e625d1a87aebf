import { lookedThrough } from '#modules/disclosure';
import * as v from 'valibot';
import { importLimits, mostMeanings, mostTables } from './import/limits.ts';
import { meaningKinds } from './import/meanings.ts';
import { directions, type StageId } from './types.ts';
import { fieldSentences, serviceLabels } from './sentences.ts';

/** How long each text may be, in characters; forms and spreadsheets alike. */
export const longest = {
  name: 200,
  organisation: 200,
  description: 4000,
  type: 80,
  tag: 80,
  url: 500,
  address: 300,
  whoFor: 1000,
  times: 2000,
  costs: 1000,
  access: 1000,
  externalId: 200,
  source: 300,
  reason: 1000
} as const;
/** How many tags one service may have. */
export const mostTags = 40;

/** Browsers send lines ended by CR LF; kept are plain ends of lines. */
const plainLines = v.transform((text: string) => text.replaceAll('\r\n', '\n').trim());

const optionalText = (most: number) =>
  v.optional(v.pipe(v.string(), plainLines, v.maxLength(most, fieldSentences.tooLong)), '');

export const id = v.pipe(v.string(), v.uuid());
export const version = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());

/** Anything ticked, or several of something: nothing, one text or many. */
const several = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [...new Set([value].flat().filter((one) => one !== ''))])
);

/** Tags, one to a line, or a list of them. */
const tags = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [
    ...new Set(
      [value]
        .flat()
        .flatMap((text) => text.split('\n'))
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '')
    )
  ]),
  v.array(
    v.pipe(
      v.string(),
      v.maxLength(longest.tag, fieldSentences.tag),
      v.regex(/^[^|]*$/, fieldSentences.tag)
    )
  ),
  v.maxLength(mostTags, fieldSentences.tooLong)
);

const degrees = (most: number, sentence: string) =>
  v.pipe(
    v.optional(v.union([v.string(), v.number(), v.null()]), null),
    v.transform((value) => (value === null || value === '' ? null : Number(value))),
    v.check((value) => value === null || Math.abs(value) <= most, sentence)
  );

export const webAddressForm = /^(https?:\/\/[^\s]+)?$/i;

/**
 * Whether a text is a year, a month or a day that exists, as ISO 8601 writes them; nothing at all is fine too.
 *
 * @example
 * isSourceDate('2018-01') // true
 * isSourceDate('2018-02-30') // false
 */
export function isSourceDate(text: string): boolean {
  if (!/^(\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?)?$/.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether the place has such a stage, the command asks. */
const stage = v.pipe(
  v.optional(
    v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{0,80}$/, fieldSentences.stage))),
    null
  ),
  v.transform((value) => (value === '' ? null : (value as StageId | null)))
);

const details = {
  name: v.pipe(
    v.string(fieldSentences.name),
    v.trim(),
    v.nonEmpty(fieldSentences.name),
    v.maxLength(longest.name, fieldSentences.nameTooLong)
  ),
  organisation: optionalText(longest.organisation),
  description: optionalText(longest.description),
  type: optionalText(longest.type),
  tags,
  url: v.pipe(optionalText(longest.url), v.regex(webAddressForm, fieldSentences.url)),
  ages: several,
  address: optionalText(longest.address),
  longitude: degrees(180, fieldSentences.longitude),
  latitude: degrees(90, fieldSentences.latitude),
  stage,
  whoFor: optionalText(longest.whoFor),
  times: optionalText(longest.times),
  costs: optionalText(longest.costs),
  access: optionalText(longest.access),
  externalId: v.pipe(
    v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(longest.externalId))), null),
    v.transform((value) => (value === '' ? null : value))
  ),
  source: optionalText(longest.source),
  sourceDate: v.pipe(optionalText(10), v.check(isSourceDate, fieldSentences.sourceDate))
};

const whyTied = 'Why you think so';

/** Where families go is meant to be seen; the address of a web page is copied and not written. */
const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, {
    names: { ...serviceLabels, reason: whyTied, ties: whyTied },
    except: ['address', 'url']
  });

type Point = { readonly longitude: number | null; readonly latitude: number | null };
const hasWholePoint = (given: Point): boolean =>
  (given.longitude === null) === (given.latitude === null);

const tie = {
  factor: v.pipe(v.string(fieldSentences.factor), v.nonEmpty(fieldSentences.factor)),
  reason: optionalText(longest.reason)
};

const newService = { ...details, factors: v.optional(v.array(v.object(tie)), []) };

export const newServiceInput = v.pipe(
  looked(newService),
  v.forward(v.partialCheck([['longitude'], ['latitude']], hasWholePoint, fieldSentences.both), [
    'latitude'
  ])
);
export const newServicesInput = looked({
  services: v.array(
    v.pipe(
      v.object(newService),
      v.check((given) => hasWholePoint(given), fieldSentences.both)
    )
  )
});
export const changedServiceInput = v.pipe(
  looked({ ...details, id, version }),
  v.forward(v.partialCheck([['longitude'], ['latitude']], hasWholePoint, fieldSentences.both), [
    'latitude'
  ])
);
export const oneInput = v.object({ id });
export const tieInput = looked({ serviceId: id, ...tie });
export const tiesInput = looked({ ties: v.array(v.object({ serviceId: id, ...tie })) });
export const untieInput = v.object({ serviceId: id, factor: tie.factor });

const end = v.union([
  v.object({ kind: v.literal('service'), id }),
  v.object({
    kind: v.literal('name'),
    name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest.name))
  })
]);
export const newConnectionsInput = looked({
  connections: v.array(
    v.object({
      from: end,
      to: end,
      type: optionalText(longest.type),
      direction: v.optional(v.picklist(directions), 'directed'),
      established: v.optional(v.boolean(), true)
    })
  )
});

const short = v.pipe(v.string(), v.maxLength(300));
export const matchingInput = v.object({
  id,
  tables: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['services', 'connections', 'nothing']),
        uses: v.pipe(v.array(short), v.maxLength(importLimits.columns))
      })
    ),
    v.maxLength(mostTables)
  )
});
export const meaningsInput = v.object({
  id,
  meanings: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(meaningKinds),
        text: short,
        means: v.pipe(v.array(short), v.maxLength(20))
      })
    ),
    v.maxLength(mostMeanings)
  )
});

const stageNameText = v.pipe(
  v.optional(v.string(), ''),
  plainLines,
  v.maxLength(60, 'This name is too long: shorten it to 60 characters')
);
const lineNumber = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.picklist([1, 2, 3, 4, 5], fieldSentences.stage)
);
const stageLabels = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((line) => [
    [`name${line}`, `Name of stage ${line}`],
    [`about${line}`, `For whom stage ${line} is`]
  ])
);

/** The stages of support as the form has them: five lines, of which three to five are filled. */
export const stagesInput = lookedThrough(
  {
    name1: stageNameText,
    name2: stageNameText,
    name3: stageNameText,
    name4: stageNameText,
    name5: stageNameText,
    about1: optionalText(200),
    about2: optionalText(200),
    about3: optionalText(200),
    about4: optionalText(200),
    about5: optionalText(200),
    universal: v.optional(v.nullable(lineNumber), null),
    /** For a stage of today, by its id: the line that it becomes. */
    becomes: v.optional(v.record(v.string(), lineNumber), {}),
    thread: optionalText(120),
    threadAbout: optionalText(1000),
    version
  },
  {
    names: {
      ...stageLabels,
      thread: 'What runs beneath all stages',
      threadAbout: 'What is meant by it'
    }
  }
);

/** The address of a feed, as it was typed. */
export const feedAddress = v.pipe(
  v.string(fieldSentences.feed),
  v.trim(),
  v.nonEmpty(fieldSentences.feed),
  v.maxLength(1000, fieldSentences.tooLong)
);

/** Which services to list. Unknown words find nothing; they are never refused, because addresses are shared and age. */
const word = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), '');
export const filterInput = v.object({
  q: word,
  factor: word,
  organisation: word,
  stage: word,
  tag: word,
  age: word,
  status: v.pipe(
    v.optional(v.string(), 'active'),
    v.transform((value): 'active' | 'ended' => (value === 'ended' ? 'ended' : 'active'))
  ),
  page: v.pipe(
    v.optional(v.union([v.string(), v.number()]), 1),
    v.transform(Number),
    v.transform((page) => (Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1))
  )
});
export type ServiceFilter = v.InferOutput<typeof filterInput>;
