import { asSentence, partOfAll } from '#core/part-of-all';
import { sayDate } from '#core/written-dates';
import { isOpen } from '#modules/delivery';
import {
  approvingOf,
  deliveryFinding,
  ownershipFinding,
  sectorsFinding,
  spreadFinding,
  targetFinding
} from './local-plan-rules.ts';
import {
  anAction,
  anAim,
  anIndicator,
  aPriority,
  has,
  judged,
  lastReportDay,
  noun,
  yearBefore
} from './finding.ts';
import type { CheckRule, Facts, Finding, Missing } from './types.ts';

/** Asks the rule of a line what the records say. Each rule reads the records alone; a person confirms or overrules it. */
export function findingOf(rule: CheckRule, facts: Facts): Finding {
  return rules[rule](facts);
}

const aimPath = (id: string) => `/plan/aims/${id}`;
const actionPath = (id: string) => `/plan/actions/${id}/edit`;

const noIndicator: Finding = {
  state: 'not-yet',
  says: 'No indicator is followed.',
  missing: [{ text: 'Choose indicators to follow', path: '/need' }]
};

/** A vision is written, and every body whose approval the plan needs has approved it. */
function vision(facts: Facts): Finding {
  const { vision: words, bodies, latest } = facts;
  if (words.trim() === '') {
    return {
      state: 'not-yet',
      says: 'No vision is written.',
      missing: [{ text: 'Write the vision', path: '/administration/partnership' }]
    };
  }
  const needed = bodies.filter((one) => one.mustApprove);
  if (needed.length === 0) {
    return {
      state: 'partly',
      says: 'A vision is written. No body is named that is to agree to it.',
      missing: [{ text: 'Name the bodies of the plan', path: '/plan/bodies/new' }]
    };
  }
  const path = latest === null ? '/plan/versions/new' : `/plan/versions/${latest.id}`;
  const open = needed.filter(({ id }) => !approvingOf(facts).some(({ bodyId }) => bodyId === id));
  return {
    state: open.length === 0 ? 'met' : 'partly',
    says: `A vision is written; the plan that it stands in is approved by ${needed.length - open.length} of ${noun(needed.length, 'body', 'bodies')}.`,
    missing: open.map(({ name }) => ({ text: `${name} has not approved the plan`, path }))
  };
}

/** Whether an indicator bears on what a priority is about. */
const bears = (
  indicator: Facts['indicators'][number],
  about: { readonly factors: readonly string[]; readonly outcomes: readonly string[] }
): boolean =>
  indicator.factors.some((one) => about.factors.includes(one)) ||
  indicator.outcomes.some((one) => about.outcomes.includes(one));

/** Each priority has an indicator that bears on it, and each indicator has come in time. */
function needs({ priorities, indicators, today }: Facts): Finding {
  if (indicators.length === 0) return noIndicator;
  if (priorities.length === 0) return nothingToJudge('The plan has no priority yet.');
  const without = priorities.filter((one) => !indicators.some((each) => bears(each, one)));
  const late = indicators.filter(({ nextDue }) => nextDue !== null && nextDue < today);
  return judged(
    priorities.length + indicators.length,
    [
      ...without.map((one) => ({
        text: `No indicator bears on “${one.title}”`,
        path: `/plan/priorities/${one.id}`
      })),
      ...late.map((one) => ({
        text: `The figures of “${one.title}” are late`,
        path: `/need/${one.id}`
      }))
    ],
    `${noun(indicators.length, 'indicator')} followed; ${partOfAll(priorities.length - without.length, priorities.length, aPriority, has)} one that bears on it; the figures of ${late.length} are late.`
  );
}

/** Services are listed, each tied to what it works on. */
function services({ services: all }: Facts): Finding {
  const untied = all.filter(({ factors }) => factors.length === 0);
  if (all.length === 0) {
    return {
      state: 'not-yet',
      says: 'No service is listed.',
      missing: [{ text: 'Add services', path: '/system' }]
    };
  }
  return judged(
    all.length,
    untied.map((one) => ({
      text: `“${one.name}” is tied to no factor`,
      path: `/system/services/${one.id}`
    })),
    asSentence(
      `${partOfAll(all.length - untied.length, all.length, ['service', 'services'], ['is', 'are'])} tied to a factor.`
    )
  );
}

/** Every open action says what money and people's time it needs. */
function resources({ actions }: Facts): Finding {
  const open = actions.filter(isOpen);
  const lacking = open.filter(({ resource }) => resource.trim() === '');
  if (open.length === 0) return nothingToJudge('No action is open.');
  return judged(
    open.length,
    lacking.map((one) => ({
      text: `“${one.title}” has no named resource`,
      path: actionPath(one.id)
    })),
    `${partOfAll(open.length - lacking.length, open.length, anAction, has)} a named resource.`
  );
}

const nothingToJudge = (says: string): Finding => ({ state: 'cannot-tell', says, missing: [] });

/** The factors of the plan: those of its priorities and aims. */
const factorsOfPlan = ({ priorities, aims }: Facts): string[] => [
  ...new Set([...priorities, ...aims].flatMap((one) => one.factors as readonly string[]))
];

/** Each factor of the plan that figures speak of has a service that works on it. */
function matching(facts: Facts): Finding {
  const known = factorsOfPlan(facts).filter((factor) =>
    facts.indicators.some((one) => one.factors.includes(factor) && one.hasFigure)
  );
  if (known.length === 0) {
    return nothingToJudge('No factor of the plan has a figure of need beside it.');
  }
  const open = known.filter(
    (factor) => !facts.services.some((one) => one.factors.includes(factor))
  );
  return judged(
    known.length,
    open.map((factor) => ({
      text: `No service works on “${factor.replaceAll('-', ' ')}”`,
      path: `/thread/${factor}`
    })),
    `${partOfAll(known.length - open.length, known.length, ['factor with a figure of need', 'factors with a figure of need'], has)} a service.`
  );
}

/** Each indicator has a baseline, a target and an owner. */
function indicators({ indicators: all }: Facts): Finding {
  if (all.length === 0) return noIndicator;
  const lacks = (one: Facts['indicators'][number]) => [
    ...(one.hasBaseline ? [] : ['baseline']),
    ...(one.hasTarget ? [] : ['target']),
    ...(one.hasOwner ? [] : ['owner'])
  ];
  const lacking = all.filter((one) => lacks(one).length > 0);
  return judged(
    all.length,
    lacking.map((one) => ({
      text: `“${one.title}” has no ${lacks(one).join(', no ')}`,
      path: `/need/${one.id}`
    })),
    `${partOfAll(all.length - lacking.length, all.length, anIndicator, has)} a baseline, a target and an owner.`
  );
}

const asked = [
  { who: 'children', words: 'children' },
  { who: 'parents', words: 'parents and carers' },
  { who: 'practitioners', words: 'practitioners' },
  { who: 'trade-unions', words: 'trade unions' }
] as const;

/** Children, parents, practitioners and unions were asked, having been told what is known first. */
function consultation({ consultations }: Facts): Finding {
  const rounds = consultations.filter(({ way }) => way === 'asked');
  const unasked = asked.filter(({ who }) => !rounds.some(({ people }) => people.includes(who)));
  const untold = rounds.filter(({ toldFirst }) => toldFirst.trim() === '');
  const missing: Missing[] = [
    ...unasked.map(({ words }) => ({
      text: `Nobody asked ${words}`,
      path: '/plan/consultation/new'
    })),
    ...untold.map((one) => ({
      text: `It is not said what people were told before “${one.title}”`,
      path: `/plan/consultation/${one.id}`
    }))
  ];
  if (rounds.length === 0) {
    return { state: 'not-yet', says: 'Nobody was asked, as far as the log says.', missing };
  }
  return {
    state: missing.length === 0 ? 'met' : 'partly',
    says: `${noun(rounds.length, 'consultation')}; ${asked.length - unasked.length} of 4 were asked: children, parents, practitioners, unions.`,
    missing
  };
}

/** Each open aim and action is specific, measurable, owned, resourced and dated. */
function smart({ aims, actions, measures, priorities }: Facts): Finding {
  const openAims = aims.filter(isOpen);
  const openActions = actions.filter(isOpen);
  const isMeasured = (aim: Facts['aims'][number]) =>
    aim.evaluation.trim() !== '' ||
    aim.measureIds.length + aim.indicatorIds.length > 0 ||
    measures.some(({ planPriorityId }) => planPriorityId === aim.planPriorityId);
  const ofAims = openAims.flatMap((aim): Missing[] => {
    const lacks = [
      ...(aim.targetGroup.trim() === '' && aim.offer === null ? ['target group'] : []),
      ...(isMeasured(aim) ? [] : ['measure']),
      ...(aim.lead.trim() === '' && aim.leadGroupId === null ? ['lead'] : []),
      ...(aim.dueOn === null ? ['date'] : [])
    ];
    return lacks.length === 0
      ? []
      : [
          {
            text: `Aim “${aim.title}” has no ${lacks.join(', no ')}`,
            path: `${aimPath(aim.id)}/edit`
          }
        ];
  });
  const ofActions = openActions.flatMap((action): Missing[] => {
    const lacks = [
      ...(action.lead.trim() === '' ? ['lead'] : []),
      ...(action.dueOn === null ? ['date'] : []),
      ...(action.resource.trim() === '' ? ['named resource'] : [])
    ];
    return lacks.length === 0
      ? []
      : [
          {
            text: `Action “${action.title}” has no ${lacks.join(', no ')}`,
            path: actionPath(action.id)
          }
        ];
  });
  if (priorities.length === 0 || openAims.length + openActions.length === 0) {
    return nothingToJudge('No aim or action is open.');
  }
  return judged(
    openAims.length + openActions.length,
    [...ofAims, ...ofActions],
    [
      {
        all: openAims.length,
        lacking: ofAims.length,
        words: anAim,
        what: 'a group, a measure, a lead and a date'
      },
      {
        all: openActions.length,
        lacking: ofActions.length,
        words: anAction,
        what: 'a lead, a date and a named resource'
      }
    ]
      .filter(({ all }) => all > 0)
      .map(
        ({ all, lacking, words, what }) => `${partOfAll(all - lacking, all, words, has)} ${what}.`
      )
      .join(' ')
  );
}

/** Each group has a purpose, a lead, a sponsor and whom it reports to; decisions are recorded. */
function governance({ groups, confirmedDecisions }: Facts): Finding {
  if (groups.length === 0) {
    return {
      state: 'not-yet',
      says: 'No group is recorded.',
      missing: [{ text: 'Add the groups', path: '/administration/groups' }]
    };
  }
  const top = groups.filter(({ reportsTo }) => reportsTo.length === 0);
  const lacking = groups.flatMap((group): Missing[] => {
    // One group is at the top and reports to nobody; it needs no sponsor either.
    const isTop = top.length === 1 && top[0] === group;
    const lacks = [
      ...(group.purpose.trim() === '' ? ['purpose'] : []),
      ...(group.leadOfficial.trim() === '' ? ['lead official'] : []),
      ...(isTop || group.seniorSponsor.trim() !== '' ? [] : ['senior sponsor']),
      ...(isTop || group.reportsTo.length > 0 ? [] : ['group that it reports to'])
    ];
    return lacks.length === 0
      ? []
      : [
          {
            text: `“${group.name}” has no ${lacks.join(', no ')}`,
            path: `/administration/groups/${group.id}`
          }
        ];
  });
  const undecided: Missing[] =
    confirmedDecisions === 0 ? [{ text: 'No decision is confirmed', path: '/plan/decisions' }] : [];
  return judged(
    groups.length + 1,
    [...lacking, ...undecided],
    `${partOfAll(groups.length - lacking.length, groups.length, ['group', 'groups'], has)} a purpose, a lead and, but for the one at the top, a sponsor and a line of reporting; ${noun(confirmedDecisions, 'decision')} confirmed.`
  );
}

/** A report was made within the last twelve months. */
function reporting(facts: Facts): Finding {
  const last = lastReportDay(facts);
  const missing = [
    { text: 'Freeze the report of the year, or record it as a paper', path: '/plan/annual' }
  ];
  if (last === null) return { state: 'not-yet', says: 'No report is recorded.', missing };
  const isRecent = last >= yearBefore(facts.today);
  return {
    state: isRecent ? 'met' : 'not-yet',
    says: isRecent
      ? `The last report is of ${sayDate(last)}.`
      : `The last report is of ${sayDate(last)}: more than twelve months ago.`,
    missing: isRecent ? [] : missing
  };
}

/** There are three to five priorities, each judged by something. */
function priorities({ priorities: all, measures, indicators: followed }: Facts): Finding {
  if (all.length === 0) {
    return {
      state: 'not-yet',
      says: 'The plan has no priority.',
      missing: [{ text: 'Add a priority', path: '/plan/priorities/new' }]
    };
  }
  const unmeasured = all.filter(
    (one) =>
      !measures.some(({ planPriorityId }) => planPriorityId === one.id) &&
      !followed.some((each) => bears(each, one))
  );
  const isMany = all.length > 5;
  return judged(
    all.length + (isMany ? 1 : 0),
    [
      ...(isMany
        ? [{ text: `${all.length} priorities: three to five can be held in mind`, path: '/plan' }]
        : []),
      ...unmeasured.map((one) => ({
        text: `Nothing measures “${one.title}”`,
        path: `/plan/priorities/${one.id}`
      }))
    ],
    asSentence(
      `${partOfAll(all.length - unmeasured.length, all.length, aPriority, has)} a measure or an indicator.`
    )
  );
}

/** Figures are there, and are set beside others. */
function figures({ indicators: all }: Facts): Finding {
  if (all.length === 0) return noIndicator;
  const lacking = all.filter((one) => !one.hasFigure || !one.hasComparison);
  return judged(
    all.length,
    lacking.map((one) => ({
      text: one.hasFigure
        ? `“${one.title}” is compared with nothing`
        : `“${one.title}” has no figure`,
      path: `/need/${one.id}`
    })),
    `${partOfAll(all.length - lacking.length, all.length, anIndicator, has)} a figure set beside another.`
  );
}

/** Each open aim names the national policy that it serves. */
function policy({ aims }: Facts): Finding {
  const open = aims.filter(isOpen);
  if (open.length === 0) return nothingToJudge('No aim is open.');
  const lacking = open.filter(({ policyLinks }) => policyLinks.trim() === '');
  return judged(
    open.length,
    lacking.map((one) => ({
      text: `“${one.title}” names no national policy`,
      path: `${aimPath(one.id)}/edit`
    })),
    `${partOfAll(open.length - lacking.length, open.length, anAim, ['names', 'name'])} a national policy.`
  );
}

/** Aims are joined to other plans, or to the aims of other groups. One that is will do: not every aim has to be. */
function links({ aims }: Facts): Finding {
  if (aims.length === 0) return nothingToJudge('There is no aim.');
  const linked = aims.filter((one) => one.links.trim() !== '' || one.linkedAims.length > 0);
  return {
    state: linked.length > 0 ? 'met' : 'not-yet',
    says: `${partOfAll(linked.length, aims.length, ['aim', 'aims'], ['is', 'are'])} linked to another plan or aim.`,
    missing: linked.length > 0 ? [] : [{ text: 'No aim is linked to another plan', path: '/plan' }]
  };
}

/** Each factor of the plan has a figure of need, and an action where no service works on it. */
function needAndGaps(facts: Facts): Finding {
  const all = factorsOfPlan(facts);
  if (all.length === 0) return nothingToJudge('The plan names no factor.');
  const unknown = all.filter(
    (factor) => !facts.indicators.some((one) => one.factors.includes(factor) && one.hasFigure)
  );
  const aimOf = (id: string) => facts.aims.find((one) => one.id === id);
  const isActedOn = (factor: string) =>
    facts.actions.some((action) =>
      [...action.factors, ...(aimOf(action.aimId)?.factors ?? [])].some((one) => one === factor)
    );
  const gaps = all.filter(
    (factor) => !facts.services.some((one) => one.factors.includes(factor)) && !isActedOn(factor)
  );
  const say = (factor: string) => factor.replaceAll('-', ' ');
  return judged(
    2 * all.length,
    [
      ...unknown.map((factor) => ({
        text: `No figure of need for “${say(factor)}”`,
        path: `/thread/${factor}`
      })),
      ...gaps.map((factor) => ({
        text: `No service and no action for “${say(factor)}”`,
        path: `/thread/${factor}`
      }))
    ],
    `${partOfAll(all.length - unknown.length, all.length, ['factor', 'factors'], has)} a figure of need; ${gaps.length} ${gaps.length === 1 ? 'has' : 'have'} neither service nor action.`
  );
}

/** Parents were asked, and something changed because of it. */
function parents({ consultations }: Facts): Finding {
  const rounds = consultations.filter(
    ({ way, people }) => way === 'asked' && people.includes('parents')
  );
  if (rounds.length === 0) {
    return {
      state: 'not-yet',
      says: 'No parents were asked, as far as the log says.',
      missing: [{ text: 'Ask parents, and record it', path: '/plan/consultation/new' }]
    };
  }
  const changed = rounds.filter((one) => one.changed.trim() !== '');
  return {
    state: changed.length > 0 ? 'met' : 'partly',
    says: `Parents were asked ${rounds.length === 1 ? 'once' : `${rounds.length} times`}; ${changed.length === 0 ? 'nothing is said to have changed because of it' : `something changed because of it ${changed.length === 1 ? 'once' : `${changed.length} times`}`}.`,
    missing:
      changed.length > 0
        ? []
        : rounds.map((one) => ({
            text: `It is not said what changed because of “${one.title}”`,
            path: `/plan/consultation/${one.id}`
          }))
  };
}

const rules: Readonly<Record<CheckRule, (facts: Facts) => Finding>> = {
  vision,
  needs,
  services,
  resources,
  matching,
  indicators,
  consultation,
  smart,
  governance,
  reporting,
  priorities,
  figures,
  policy,
  links,
  ownership: ownershipFinding,
  sectors: sectorsFinding,
  'need-and-gaps': needAndGaps,
  delivery: deliveryFinding,
  spread: spreadFinding,
  'development-target': (facts) =>
    targetFinding(facts, /good level of development/i, /free school meals|FSM|disadvantaged/i),
  'poverty-target': (facts) =>
    targetFinding(facts, /good level of development.*(free school meals|FSM|disadvantaged)/i),
  'two-year-olds': (facts) => targetFinding(facts, /two-year-olds|2-year-olds/i),
  parents
};
