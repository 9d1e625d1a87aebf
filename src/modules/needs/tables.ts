import { dateOf } from '#core/dates';
import type { Age, Factor, Outcome } from '#modules/vocabulary';
import { isPersonal, type ItemWithDue } from './governance.ts';
import { gatewayName, lawName, type Law } from './law.ts';
import {
  answerFormNames,
  assessmentNames,
  dueNames,
  holderSentences,
  meansNames,
  methodNames,
  questionStatusNames,
  subjectNames
} from './sentences.ts';
import type { FigureSource } from './sources.ts';
import {
  dataItemKind,
  findingKind,
  questionKind,
  sourceKind,
  type DataSource,
  type NeedsQuestion,
  type Why
} from './kinds.ts';
import { whyFields, whyLabel } from './why.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

type Titled = Pick<Factor, 'id' | 'title'>;

const whyCells = (record: Why): string[] => whyFields.map((field) => record[field]);
const whyHeadings = whyFields.map(whyLabel);

function titlesOf(
  list: readonly { readonly id: string; readonly title: string }[],
  ids: readonly string[]
): string {
  return ids.map((id) => list.find((one) => one.id === id)?.title ?? id).join('; ');
}

/** The data library, and the figures that are followed, one source a row. */
export function sourcesTable(
  sources: readonly DataSource[],
  figures: readonly FigureSource[],
  factors: readonly Titled[]
): string[][] {
  const { title, publisher, coverage, strengths, limitations, licence, link } = sourceKind.labels;
  return [
    [
      'Kind',
      title,
      publisher,
      coverage,
      strengths,
      limitations,
      licence,
      link,
      sourceKind.labels.factors,
      sourceKind.labels.keyInsight,
      sourceKind.labels.freshOn,
      ...whyHeadings
    ],
    ...sources.map((one) => [
      'Data library',
      one.title,
      one.publisher,
      one.coverage,
      one.strengths,
      one.limitations,
      one.licence,
      one.link,
      titlesOf(factors, one.factors),
      one.keyInsight,
      one.freshOn ?? '',
      ...whyCells(one)
    ]),
    ...figures.map((one) => [
      one.kind === 'open' ? 'Published figures' : 'Your own figures',
      one.figures.map((figure) => figure.plainTitle).join('; '),
      one.source,
      '',
      '',
      '',
      '',
      '',
      titlesOf(factors, one.factors),
      '',
      one.updatedAt === null ? '' : dateOf(one.updatedAt),
      ...whyFields.map(() => '')
    ])
  ];
}

/** The needs-analysis plan, one question a row. */
export function questionsTable(
  questions: readonly NeedsQuestion[],
  names: {
    readonly factors: readonly Titled[];
    readonly outcomes: readonly Pick<Outcome, 'id' | 'title'>[];
    readonly ages: readonly Pick<Age, 'id' | 'title'>[];
    readonly sources: readonly { readonly id: string; readonly title: string }[];
  }
): string[][] {
  return [
    [
      questionKind.labels.gap,
      questionKind.labels.question,
      questionKind.labels.factor,
      questionKind.labels.outcomes,
      questionKind.labels.ages,
      questionKind.labels.addsValue,
      questionKind.labels.answerForm,
      questionKind.labels.method,
      questionKind.labels.dataSourceId,
      questionKind.labels.resource,
      questionKind.labels.means,
      questionKind.labels.adjusted,
      questionKind.labels.expertise,
      questionKind.labels.ownerRole,
      questionKind.labels.dueOn,
      questionKind.labels.status,
      findingKind.labels.finding,
      findingKind.labels.foundOn
    ],
    ...questions.map((one) => [
      one.gap,
      one.question,
      one.factor === null ? '' : titlesOf(names.factors, [one.factor]),
      titlesOf(names.outcomes, one.outcomes),
      titlesOf(names.ages, one.ages),
      one.addsValue,
      one.answerForm === null ? '' : answerFormNames[one.answerForm],
      methodNames[one.method],
      names.sources.find((source) => source.id === one.dataSourceId)?.title ?? '',
      one.resource,
      one.means === null ? '' : meansNames[one.means],
      one.adjusted,
      one.expertise,
      one.ownerRole,
      one.dueOn ?? '',
      questionStatusNames[one.status],
      one.finding,
      one.foundOn ?? ''
    ])
  ];
}

const notAsked = 'Not asked';

/** The register, one data item a row. "Not asked" stands where the law asks for nothing. */
export function registerTable(items: readonly ItemWithDue[], law: Law, today: string): string[][] {
  return [
    [
      dataItemKind.labels.title,
      dataItemKind.labels.heldWhere,
      dataItemKind.labels.subject,
      dataItemKind.labels.specialCategory,
      dataItemKind.labels.holder,
      dataItemKind.labels.lawfulBasis,
      dataItemKind.labels.recognisedInterest,
      dataItemKind.labels.askedBy,
      dataItemKind.labels.specialCondition,
      dataItemKind.labels.shared,
      dataItemKind.labels.sharedWith,
      dataItemKind.labels.legalGateway,
      dataItemKind.labels.gatewayNote,
      dataItemKind.labels.agreementReference,
      dataItemKind.labels.agreementOn,
      dataItemKind.labels.agreementCheckedOn,
      dataItemKind.labels.assessment,
      dataItemKind.labels.assessedOn,
      dataItemKind.labels.complaintsContact,
      dataItemKind.labels.retention,
      dataItemKind.labels.ownerRole,
      dataItemKind.labels.reviewOn,
      'What is due',
      ...whyHeadings
    ],
    ...items.map((item) => {
      const ifPersonal = (text: string): string => (isPersonal(item) ? text : notAsked);
      return [
        item.title,
        item.heldWhere,
        subjectNames[item.subject],
        ifPersonal(item.specialCategory ? 'Yes' : 'No'),
        ifPersonal(item.holder === null ? '' : holderSentences[item.holder]),
        ifPersonal(lawName(law.bases, item.lawfulBasis, today) ?? ''),
        lawName(law.recognised, item.recognisedInterest, today) ?? '',
        item.askedBy,
        item.specialCategory
          ? (lawName(law.conditions, item.specialCondition, today) ?? '')
          : notAsked,
        ifPersonal(item.shared === null ? '' : item.shared ? 'Yes' : 'No'),
        item.sharedWith,
        gatewayName(law, item.legalGateway, today) ?? '',
        item.gatewayNote,
        item.agreementReference,
        item.agreementOn ?? '',
        item.agreementCheckedOn ?? '',
        ifPersonal(item.assessment === null ? '' : assessmentNames[item.assessment]),
        item.assessedOn ?? '',
        item.complaintsContact,
        item.retention,
        item.ownerRole,
        item.reviewOn ?? '',
        item.due.map((due) => dueNames[due]).join('; '),
        ...whyCells(item)
      ];
    })
  ];
}
