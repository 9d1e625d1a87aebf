import { describe, expect, test } from 'vitest';
import { mayDo, type Role } from '#platform/permissions';
import { isRefusedOnOpening, needsOf, routesWithActions, showARecord } from './form-routes.ts';

/**
 * A form that would refuse is never shown: what was typed into it would be lost. The page of a form refuses when it is opened. A page
 * that shows a record hides its forms, which the journey `what-each-role-is-shown` looks at.
 */

const roles = ['reader', 'contributor', 'lead', 'coordinator'] as const satisfies readonly Role[];
const routes = await routesWithActions();

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  test('leads to commands', async () => {
    expect(Object.keys(await needsOf(route))).toEqual(Object.keys(route.actions));
  });

  test('is opened by whoever may use one of its forms, and by nobody else where it is only forms', async () => {
    const needs = Object.values(await needsOf(route));
    const found: string[] = [];
    const expected: string[] = [];
    for (const role of roles) {
      const toSee = showARecord[route.id];
      const enough = toSee === undefined ? needs : [...needs, toSee];
      if (enough.some((permission) => mayDo(role, permission))) expected.push(role);
      if (!(await isRefusedOnOpening(route, role))) found.push(role);
    }
    expect(found).toEqual(expected);
  });
});

test('every page that is said to show a record is there', () => {
  const ids = routes.map(({ id }) => id);
  expect(Object.keys(showARecord).filter((id) => !ids.includes(id))).toEqual([]);
});
