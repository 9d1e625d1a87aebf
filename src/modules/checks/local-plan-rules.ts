import { asSentence, partOfAll } from '#core/part-of-all';
import { sayDate } from '#core/written-dates';
import { isSubject } from '#modules/bodies';
import { isOpen } from '#modules/delivery';
import { anAction, anIndicator, has, judged, lastReportDay, noun, yearBefore } from './finding.ts';
import type { Facts, Finding, Missing } from './types.ts';

/** Rules for the lines of a Best Start local plan, and for who owns a plan. */

/** The bodies that approved the latest version, those whose conditions are met among them. */
export const approvingOf = ({ latest }: Facts) =>
  latest?.approvals.filter(
    (line) =>
      line.state === 'approved' || (line.state === 'approved-subject-to' && !isSubject(line))
  ) ?? [];

const versionPath = ({ latest }: Facts) =>
  latest === null ? '/plan/versions/new' : `/plan/versions/${latest.id}`;

/** Children, parents and practitioners shaped the plan, and the bodies that must approve it have. */
export function ownershipFinding(facts: Facts): Finding {
  const groups = ['children', 'parents', 'practitioners'] as const;
  const unasked = groups.filter(
    (who) => !facts.consultations.some(({ way, people }) => way === 'asked' && people.includes(who))
  );
  const needed = facts.bodies.filter(({ mustApprove }) => mustApprove);
  const open = needed.filter(({ id }) => !approvingOf(facts).some(({ bodyId }) => bodyId === id));
  return judged(
    groups.length + Math.max(1, needed.length),
    [
      ...unasked.map((who) => ({ text: `Nobody asked ${who}`, path: '/plan/consultation/new' })),
      ...(needed.length === 0
        ? [{ text: 'No body is named that is to approve the plan', path: '/plan/bodies/new' }]
        : open.map(({ name }) => ({
            text: `${name} has not approved the plan`,
            path: versionPath(facts)
          })))
    ],
    `${groups.length - unasked.length} of 3 were asked: children, parents, practitioners. ${asSentence(partOfAll(needed.length - open.length, needed.length, ['body', 'bodies'], ['has', 'have']))} approved the plan.`
  );
}

const sectors = [
  { words: 'the council', kinds: ['council'] },
  { words: 'health', kinds: ['health-board'] },
  { words: 'schools', kinds: ['school'] },
  { words: 'nurseries', kinds: ['nursery'] },
  { words: 'the voluntary sector', kinds: ['voluntary'] }
] as const;

/** A vision is written, and a body of each sector has approved the plan. */
export function sectorsFinding(facts: Facts): Finding {
  const approved = approvingOf(facts);
  const open = sectors.filter(
    ({ kinds }) => !approved.some(({ kind }) => (kinds as readonly string[]).includes(kind))
  );
  const without: Missing[] =
    facts.vision.trim() === ''
      ? [{ text: 'Write the vision', path: '/administration/partnership' }]
      : [];
  return judged(
    sectors.length + 1,
    [
      ...without,
      ...open.map(({ words }) => ({
        text: `No body of ${words} has approved the plan`,
        path: versionPath(facts)
      }))
    ],
    `${facts.vision.trim() === '' ? 'No vision is written' : 'A vision is written'}; bodies of ${sectors.length - open.length} of ${sectors.length} sectors approved the plan.`
  );
}

/** Each open action has a lead and a date, each indicator a target and figures in time, and a report was made within the year. */
export function deliveryFinding(facts: Facts): Finding {
  const open = facts.actions.filter(isOpen);
  const undone = open.filter(({ lead, dueOn }) => lead.trim() === '' || dueOn === null);
  const late = facts.indicators.filter(
    ({ nextDue, hasTarget }) => !hasTarget || (nextDue !== null && nextDue < facts.today)
  );
  const last = lastReportDay(facts);
  const isReviewed = last !== null && last >= yearBefore(facts.today);
  if (open.length + facts.indicators.length === 0) {
    return {
      state: 'not-yet',
      says: 'No action is open and no indicator is followed.',
      missing: [{ text: 'Add an action', path: '/plan/actions/new' }]
    };
  }
  return judged(
    open.length + facts.indicators.length + 1,
    [
      ...undone.map((one) => ({
        text: `Action “${one.title}” has no lead or no date`,
        path: `/plan/actions/${one.id}/edit`
      })),
      ...late.map((one) => ({
        text: `“${one.title}” has no target, or its figures are late`,
        path: `/need/${one.id}`
      })),
      ...(isReviewed
        ? []
        : [{ text: 'No report within the last twelve months', path: '/plan/annual' }])
    ],
    asSentence(
      `${partOfAll(open.length - undone.length, open.length, anAction, has)} a lead and a date; ${partOfAll(facts.indicators.length - late.length, facts.indicators.length, anIndicator, has)} a target and figures in time; ${isReviewed ? `the last report is of ${sayDate(last)}` : 'no report within the last twelve months'}.`
    )
  );
}

/** A test of change was adopted, and a roll-out says of how many settings it counts. */
export function spreadFinding({ helpfulTests, rollOuts }: Facts): Finding {
  const uncounted = rollOuts.filter(({ all }) => all === 0);
  const missing: Missing[] = [
    ...(helpfulTests > 0
      ? []
      : [{ text: 'No project has a test that helped', path: '/improvement' }]),
    ...(rollOuts.length > 0
      ? []
      : [{ text: 'No roll-out is recorded', path: '/improvement/roll-out' }]),
    ...uncounted.map((one) => ({
      text: `“${one.title}” does not say of how many settings it counts`,
      path: `/improvement/roll-out/${one.id}`
    }))
  ];
  return judged(
    2,
    missing,
    `${helpfulTests === 0 ? 'No test' : noun(helpfulTests, 'test')} helped; ${rollOuts.length === 0 ? 'no roll-out' : noun(rollOuts.length, 'roll-out')} recorded.`
  );
}

/** An indicator whose title says what is wanted, and not what `butNot` finds, has a target of the partnership's own. */
export function targetFinding({ indicators }: Facts, wanted: RegExp, butNot?: RegExp): Finding {
  const those = indicators.filter(
    ({ title }) => wanted.test(title) && (butNot === undefined || !butNot.test(title))
  );
  if (those.length === 0) {
    return {
      state: 'not-yet',
      says: 'No indicator of this is followed.',
      missing: [{ text: 'Choose one to follow', path: '/need' }]
    };
  }
  const aimed = those.filter(({ hasTarget }) => hasTarget);
  return {
    state: aimed.length > 0 ? 'met' : 'not-yet',
    says:
      aimed.length > 0
        ? `A target is set for “${aimed[0]?.title ?? ''}”.`
        : `“${those[0]?.title ?? ''}” is followed without a target.`,
    missing:
      aimed.length > 0
        ? []
        : those.map((one) => ({ text: `“${one.title}” has no target`, path: `/need/${one.id}` }))
  };
}
