import {
  addApproval,
  addBody,
  addElement,
  addUptake,
  changeApproval,
  makePlanVersion,
  viewPlanVersion
} from '#modules/bodies/server';
import { addCriterion, addPack, answerLine, viewCheck } from '#modules/checks/server';
import {
  addCommitment,
  addGovernancePart,
  addLegalForm,
  addPolicy,
  reviewArrangements
} from '#modules/cooperation/server';
import { viewPlan } from '#modules/delivery/server';
import { give, lookUp, on, type Hand } from './hand.ts';
import type { PlaceBodies } from './packs/bodies.ts';
import type { Counts } from './stage.ts';
import { sourceText } from './tayside.ts';

type Given = {
  readonly content: PlaceBodies;
  readonly hand: Hand;
  /** The groups of the place, by their names in the content. */
  readonly groups: ReadonlyMap<string, string>;
  /** The partnerships that are such a body, by the name of the body in the content. */
  readonly members?: ReadonlyMap<string, string>;
  /** Does the work on that day, or with the rest of the place where none is named. */
  readonly at: (day: string | null, work: () => Promise<void>) => Promise<void>;
};

const sourceOf = (source: Parameters<typeof sourceText>[0] | null): string =>
  source === null ? '' : sourceText(source);

/** Loads the bodies of a plan, its versions with what each body said, local variants and checks. Assumes: the plan is loaded by then. */
export async function loadBodies({ content, hand, groups, at, members }: Given): Promise<Counts> {
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const bodies = new Map<string, string>();
  const [first] = content.versions;
  await at(first?.addedOn ?? null, async () => {
    for (const [position, { id, source, ...body }] of content.bodies.entries()) {
      const memberId = members?.get(id) ?? '';
      const input = { ...body, memberId, source: sourceOf(source), position };
      bodies.set(id, (await give(when(first?.addedOn ?? null), addBody, input)).id);
    }
  });
  for (const { addedOn: day, source, said, ...version } of content.versions) {
    const ids = new Map<string, string>();
    await at(day, async () => {
      const input = { ...version, source: sourceOf(source) };
      ids.set('version', (await give(when(day), makePlanVersion, input)).id);
    });
    for (const { body, source: from, ...line } of said) {
      const saidOn = day === null ? null : (line.statedOn ?? day);
      const { conditionsMetOn, ...now } = line;
      const input = () => ({ ...now, bodyId: lookUp(bodies, body), source: sourceOf(from) });
      /** What stands of this body so far; nothing where it was not asked when the version was made. */
      const standing = async () => {
        const { version: kept } = await give(hand, viewPlanVersion, { id: lookUp(ids, 'version') });
        return kept.approvals.find((one) => one.bodyId === lookUp(bodies, body));
      };
      await at(saidOn, async () => {
        const asked = await standing();
        const given = { ...input(), versionId: lookUp(ids, 'version') };
        if (asked === undefined) await give(when(saidOn), addApproval, given);
        else await give(when(saidOn), changeApproval, { ...given, id: asked.id, version: 1 });
      });
      if (conditionsMetOn === null) continue;
      const metOn = day === null ? null : conditionsMetOn;
      await at(metOn, async () => {
        const asked = await standing();
        const met = { ...input(), conditionsMetOn, id: asked?.id, version: 2 };
        await give(when(metOn), changeApproval, met);
      });
    }
  }
  const given = { content, hand, groups, at };
  await loadUptakes(given, bodies);
  await loadArrangements(given, bodies);
  await loadChecks(given);
  return {
    bodies: content.bodies.length,
    'versions of the plan': content.versions.length,
    'local variants': content.uptakes.length
  };
}

async function loadUptakes(
  { content, hand, at }: Given,
  bodies: ReadonlyMap<string, string>
): Promise<void> {
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const aimOf = (title: string) => aimCalled(hand, title);
  for (const { addedOn: day, aim, body, source, ...uptake } of content.uptakes) {
    await at(day, async () => {
      const ties = { aimId: await aimOf(aim), bodyId: lookUp(bodies, body) };
      await give(when(day), addUptake, { ...uptake, ...ties, source: sourceOf(source) });
    });
  }
  for (const [position, { addedOn: day, aim, source, ...element }] of content.elements.entries()) {
    await at(day, async () => {
      const places = {
        sameIn: element.sameIn.map((one) => lookUp(bodies, one)),
        differentIn: element.differentIn.map((one) => lookUp(bodies, one))
      };
      const ties = { aimId: await aimOf(aim), source: sourceOf(source), position };
      await give(when(day), addElement, { ...element, ...places, ...ties });
    });
  }
}

/** The aim of that title in the plan as it stands. */
async function aimCalled(hand: Hand, title: string): Promise<string> {
  const { aims } = await give(hand, viewPlan, {});
  return lookUp(new Map(aims.map((aim) => [aim.title, aim.id])), title);
}

/** Functions and features of governance, the legal form, what partners commit to, and their policies. */
async function loadArrangements(
  { content, hand, groups, at }: Given,
  bodies: ReadonlyMap<string, string>
): Promise<void> {
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const { parts, form, commitments, policies } = content.arrangements;
  for (const { addedOn: day, groups: of, source, ...part } of parts) {
    await at(day, async () => {
      const groupIds = of.map((id) => lookUp(groups, id));
      await give(when(day), addGovernancePart, { ...part, groupIds, source: sourceOf(source) });
    });
  }
  if (form !== null) {
    const { addedOn: day, reviewed, source, ...rest } = form;
    let id = '';
    await at(day, async () => {
      const input = { ...rest, source: sourceOf(source) };
      id = (await give(when(day), addLegalForm, input)).id;
    });
    if (reviewed !== null) {
      const { on: reviewedOn, ...said } = reviewed;
      await at(reviewedOn, async () => {
        await give(on(hand, reviewedOn), reviewArrangements, {
          id,
          version: 1,
          reviewedOn,
          ...said
        });
      });
    }
  }
  for (const { addedOn: day, body, aims, source, ...one } of commitments) {
    // What was seen of it by now was written down with it only where that day had come.
    const by = one.reviewedOn ?? day;
    await at(by, async () => {
      const aimIds: string[] = [];
      for (const title of aims) aimIds.push(await aimCalled(hand, title));
      const ties = { bodyId: lookUp(bodies, body), aimIds, source: sourceOf(source) };
      await give(when(by), addCommitment, { ...one, ...ties });
    });
  }
  for (const { addedOn: day, body, ...policy } of policies) {
    await at(day, async () => {
      await give(when(day), addPolicy, { ...policy, bodyId: lookUp(bodies, body) });
    });
  }
}

async function loadChecks({ content, hand, at }: Given): Promise<void> {
  for (const { addedOn: day, criteria, ...pack } of content.packs) {
    const by = day === null ? hand : on(hand, day);
    await at(day, async () => {
      const { id: packId } = await give(by, addPack, pack);
      for (const { rule, ...criterion } of criteria) {
        await give(by, addCriterion, { ...criterion, rule: rule ?? '', packId });
      }
    });
  }
  for (const { addedOn: day, pack, reason } of content.confirmed) {
    const by = day === null ? hand : on(hand, day);
    await at(day, async () => {
      const { lines } = await give(by, viewCheck, { pack });
      for (const { id: line, finding } of lines) {
        if (finding === null) continue;
        await give(by, answerLine, { pack, line, state: finding.state, reason });
      }
    });
  }
}
