import { err, ok, type Result } from '#core/result';
import type { OpenArea, SmallArea } from '../types.ts';

export type AreaProblem =
  | { readonly kind: 'unknown-area'; readonly given: string; readonly near: readonly string[] }
  | { readonly kind: 'several-areas'; readonly given: string; readonly codes: readonly string[] };

type Coded = Pick<OpenArea, 'code' | 'successors' | 'isUpperTier'>;

/**
 * Every code under which the same ground has had figures, the one in use first. Series join across them.
 *
 * Joins a code to its successor only where one followed one: not where an area was split (Cumbria) or where several
 * became one (Bournemouth and Poole).
 *
 * @example
 * codesOfSameGround('S12000048', areas) // ['S12000048', 'S12000024'], Perth and Kinross before and after 2018
 */
export function codesOfSameGround(code: string, areas: readonly Coded[]): string[] {
  const before = new Map<string, string[]>();
  for (const area of areas) {
    const [successor, ...others] = area.successors;
    if (successor === undefined || others.length > 0) continue;
    before.set(successor, [...(before.get(successor) ?? []), area.code]);
  }
  const afterOf = (each: string): string | undefined => {
    const [successor, ...others] = areas.find((area) => area.code === each)?.successors ?? [];
    const isAlone =
      successor !== undefined && others.length === 0 && before.get(successor)?.length === 1;
    return isAlone ? successor : undefined;
  };
  const visited = new Set<string>([code]);
  let newest = code;
  for (
    let next = afterOf(newest);
    next !== undefined && !visited.has(next);
    next = afterOf(newest)
  ) {
    visited.add(next);
    newest = next;
  }
  const codes = [newest];
  for (const each of codes) {
    const earlier = before.get(each) ?? [];
    if (earlier.length === 1 && earlier[0] !== undefined && !codes.includes(earlier[0])) {
      codes.push(earlier[0]);
    }
  }
  return codes;
}

/** What a small area is called; its id where it has no other name. Empty for the whole place. */
export function areaName(id: string, areas: readonly SmallArea[]): string {
  return areas.find((area) => area.id === id)?.name ?? id;
}

/** A name without what people write differently: capitals, "&", dots, commas, "the". */
export function plainName(name: string): string {
  // Nearly every name: no sign in it is written in two ways.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.toLowerCase();
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The area of a code, a name, or another spelling of it. Where an ended and a living area share a name, the living one.
 * Refuses: a name nobody has (with those that come near), and one that several living areas share.
 */
export function findArea<Area extends Pick<OpenArea, 'code' | 'name' | 'otherNames' | 'endYear'>>(
  given: string,
  areas: readonly Area[]
): Result<Area, AreaProblem> {
  const byCode = areas.find((area) => area.code.toLowerCase() === given.trim().toLowerCase());
  if (byCode !== undefined) return ok(byCode);
  const wanted = plainName(given);
  const named = areas.filter((area) =>
    [area.name, ...area.otherNames].some((name) => plainName(name) === wanted)
  );
  const living = named.filter((area) => area.endYear === null);
  const [found, ...others] = living.length > 0 ? living : named;
  if (found === undefined) {
    const near = wanted === '' ? [] : areas.filter((area) => isNear(plainName(area.name), wanted));
    return err({ kind: 'unknown-area', given, near: near.slice(0, 5).map((area) => area.name) });
  }
  if (others.length > 0) {
    return err({
      kind: 'several-areas',
      given,
      codes: [found, ...others].map((area) => area.code)
    });
  }
  return ok(found);
}

function isNear(name: string, wanted: string): boolean {
  return (
    name.includes(wanted) ||
    wanted.includes(name) ||
    (wanted.length > 3 && name.startsWith(wanted.slice(0, 4)))
  );
}
