import type { AimUptake, CommonElement, PlanBody } from './kinds.ts';
import type { MemberUptake } from './member-kinds.ts';

/** What a member shows its collaborative of an aim, with who it is. */
export type ShownUptake = Omit<MemberUptake, 'localAimIds' | 'isShared' | 'version'> & {
  readonly memberId: string;
  readonly memberName: string;
};

/** How an area takes up an aim: written down for it by the collaborative, or said by the member itself. */
export type AreaUptake = Omit<AimUptake, 'version' | 'aimId'> & {
  /** When and by whom a member decided it, where it said so itself; null where others wrote it down. */
  readonly own: { readonly on: string | null; readonly by: string } | null;
};

type Area = Pick<PlanBody, 'id' | 'name'> & { readonly memberId: string | null };

export type Areas = {
  readonly bodies: readonly Pick<PlanBody, 'id' | 'name'>[];
  readonly uptakes: readonly AreaUptake[];
  readonly elements: readonly CommonElement[];
};

/**
 * The areas of an aim, with what members say themselves in place of what was written down for them. A member that is none of the bodies
 * yet stands after them under its own name.
 */
export function areasWithMembers(
  written: {
    readonly bodies: readonly Area[];
    readonly uptakes: readonly AimUptake[];
    readonly elements: readonly CommonElement[];
  },
  shown: readonly ShownUptake[]
): Areas {
  const known = new Set(written.bodies.map(({ memberId }): string | null => memberId));
  const bodies: readonly Area[] = [
    ...written.bodies,
    ...shown
      .filter(({ memberId }) => !known.has(memberId))
      .map(({ memberId, memberName }) => ({ id: memberId, name: memberName, memberId }))
  ];
  const own = shown.flatMap((one) => {
    const body = bodies.find(({ memberId }) => memberId === one.memberId);
    return body === undefined ? [] : [{ body, one }];
  });
  const speaks = new Set(own.map(({ body }) => body.id));
  const others = (ids: readonly string[]) => ids.filter((id) => !speaks.has(id));
  const saying = (list: 'sameElements' | 'differentElements', element: string) =>
    own.filter(({ one }) => one[list].includes(element)).map(({ body }) => body.id);
  return {
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    uptakes: [
      ...written.uptakes
        .filter(({ bodyId }) => !speaks.has(bodyId))
        .map(({ version: _, aimId: __, ...uptake }) => ({ ...uptake, own: null })),
      ...own.map(({ body, one }) => ({
        id: one.id,
        bodyId: body.id,
        uptake: one.uptake,
        reason: one.reason,
        localTitle: one.localTitle,
        differs: one.differs,
        localLead: one.localLead,
        accountableTo: one.accountableTo,
        dueOn: one.dueOn,
        progress: one.progress,
        isGoodPractice: one.isGoodPractice,
        goodPractice: one.goodPractice,
        source: '',
        own: { on: one.decidedOn, by: one.decidedBy }
      }))
    ],
    elements: written.elements.map((element) => ({
      ...element,
      sameIn: [...others(element.sameIn), ...saying('sameElements', element.id)],
      differentIn: [...others(element.differentIn), ...saying('differentElements', element.id)]
    }))
  };
}
