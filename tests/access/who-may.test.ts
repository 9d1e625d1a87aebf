import { describe, expect, test } from 'vitest';
import type { Actor } from '#platform/command';
import { roles, type Role } from '#platform/permissions';
import { memberOf, testPlace, testWorld } from '../support/world.ts';
import { everything, type AnyCommand, type AnyQuery } from './everything.ts';
import { whoMayLine, whoMayLines } from './who-may.ts';

/**
 * Who may do what is compared with a list that a person wrote, by running everything as everybody. The table of permissions is
 * not asked: a mistake in it would be on both sides.
 */

const all = await everything();
const world = await testWorld();
const here = await testPlace(world, 'Here');
const officer = await memberOf(world, here, 'visiting-officer');
const people: Readonly<Record<Role, NonNullable<Actor>>> = {
  ...here.people,
  'visiting-officer': officer
};
const written = new Map(whoMayLines().map((line) => [line.split(':')[0] ?? '', line]));

type Walked = AnyCommand | AnyQuery;

/** Whether the person gets past the gate: whatever is wrong afterwards, it is not who they are. */
async function mayRun(one: Walked, actor: Actor): Promise<boolean> {
  const answer = await one.run(actor, here.id, one.example, world);
  return answer.ok || answer.error.kind !== 'not-allowed';
}

async function rolesThatMay(one: Walked): Promise<Role[]> {
  const found: Role[] = [];
  for (const role of roles) if (await mayRun(one, people[role])) found.push(role);
  return found;
}

describe('who may run', () => {
  test.each(all)('$name is as it is written in who-may.txt', async (one) => {
    expect(whoMayLine(one.name, await rolesThatMay(one))).toBe(written.get(one.name));
  });

  test('is written once for each, in order, and for nothing that is gone', () => {
    const names = whoMayLines().map((line) => line.split(':')[0] ?? '');
    expect(names).toEqual(all.map((one) => one.name).sort());
  });
});

describe('what everybody holds', () => {
  test('lets nobody change what is the partnership’s', () => {
    const changing = all.filter((one) => one.kind === 'command' && one.needs.endsWith(':read'));
    expect(changing.map((one) => one.name)).toEqual([]);
  });

  /** What readers may change, each with the reason. It concerns them alone. */
  const readersMayChange: Readonly<Record<string, string>> = {
    'actors.drop-note': 'their own list in a workshop',
    'actors.join-workshop': 'that they themselves take part in a workshop',
    'actors.list-note': 'their own list in a workshop',
    'actors.put-dot': 'their own dots in a workshop',
    'actors.take-dot': 'their own dots in a workshop',
    'assessments.answer-round': 'their own answer, where they are asked',
    'reports.choose-reminder': 'whether they are sent a mail about what is due',
    'reports.make-calendar-address': 'a secret address of their own for what is due',
    'reports.note-reminder': 'that they were sent their mail',
    'reports.withdraw-calendar-address': 'ends their own address'
  };

  test('lets readers change nothing but what is their own', () => {
    const commands = new Set(all.filter((one) => one.kind === 'command').map((one) => one.name));
    const forReaders = whoMayLines()
      .filter((line) => line.split(' ').includes('reader'))
      .map((line) => line.split(':')[0] ?? '');
    expect(forReaders.filter((name) => commands.has(name))).toEqual(
      Object.keys(readersMayChange).sort()
    );
  });
});

describe('a token', () => {
  /** For each step up the ladder of roles something that one may do from there on. */
  const steps = {
    reader: 'delivery.view-plan',
    contributor: 'delivery.report-progress',
    lead: 'delivery.remove-aim',
    coordinator: 'partnerships.remove-member'
  } as const;

  /** Written by hand: down, the role of whoever made the token; across, the most that it may. */
  const effective: Readonly<Record<Role, Readonly<Record<Role, Role>>>> = {
    'visiting-officer': {
      'visiting-officer': 'visiting-officer',
      reader: 'visiting-officer',
      contributor: 'visiting-officer',
      lead: 'visiting-officer',
      coordinator: 'visiting-officer'
    },
    reader: {
      'visiting-officer': 'visiting-officer',
      reader: 'reader',
      contributor: 'reader',
      lead: 'reader',
      coordinator: 'reader'
    },
    contributor: {
      'visiting-officer': 'visiting-officer',
      reader: 'reader',
      contributor: 'contributor',
      lead: 'contributor',
      coordinator: 'contributor'
    },
    lead: {
      'visiting-officer': 'visiting-officer',
      reader: 'reader',
      contributor: 'contributor',
      lead: 'lead',
      coordinator: 'lead'
    },
    coordinator: {
      'visiting-officer': 'visiting-officer',
      reader: 'reader',
      contributor: 'contributor',
      lead: 'lead',
      coordinator: 'coordinator'
    }
  };

  const stepsOf: Readonly<Record<Role, readonly string[]>> = {
    'visiting-officer': [],
    reader: [steps.reader],
    contributor: [steps.reader, steps.contributor],
    lead: [steps.reader, steps.contributor, steps.lead],
    coordinator: [steps.reader, steps.contributor, steps.lead, steps.coordinator]
  };

  const pairs = roles.flatMap((role) => roles.map((atMost) => ({ role, atMost })));

  test.each(pairs)(
    'of a $role, at most a $atMost, may the lesser of both',
    async ({ role, atMost }) => {
      const actor = { ...people[role], token: { id: world.newId(), atMost } };
      const may: string[] = [];
      for (const name of Object.values(steps)) {
        const one = all.find((each) => each.name === name);
        if (one === undefined) throw new Error(`${name} is gone: choose another for this step`);
        if (await mayRun(one, actor)) may.push(name);
      }
      expect(may).toEqual(stepsOf[effective[role][atMost]]);
    }
  );
});
