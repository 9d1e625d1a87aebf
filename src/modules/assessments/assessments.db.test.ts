import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { addAction, addAim, addPlanPriority } from '#modules/delivery/server';
import { addGroup } from '#modules/groups/server';
import { addSetting } from '#modules/settings/server';
import { giveRole } from '#modules/partnerships/server';
import type { Actor } from '#platform/command';
import { everything } from '../../../tests/access/everything.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { at, somebody, testMoment, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  changeRound,
  chooseLeader,
  closeRound,
  dropPriority,
  enterPaper,
  noteBarrier,
  revealRound,
  setPriority,
  tieEvidence,
  tiePriority,
  unaskPerson,
  untieEvidence,
  viewTopic,
  viewOriginOfAction,
  viewOwnAnswers,
  viewPaper,
  viewRound
} from './index.server.ts';
import { elementsOf } from './index.ts';

const world = await testWorld();
const { app } = await testDatabase();
const today = testMoment.slice(0, 10);
type Person = NonNullable<Actor>;

async function given<Value>(answer: Promise<{ ok: boolean; value?: Value; error?: unknown }>) {
  const said = await answer;
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value as Value; // an answer that is good has one
}

let places = 0;

/** A place with a round that is open, and six members: the first five are asked, two of health, two of the council, one of families. */
async function openRound() {
  places += 1;
  const place = await testPlace(world, `Round${places}`);
  const { coordinator, lead, contributor, reader } = place.people;
  const fifth = await somebody(world, `fifth@round${places}.example`);
  const sixth = await somebody(world, `sixth@round${places}.example`);
  for (const { personId } of [fifth, sixth]) {
    const member = { personId, role: 'contributor', organisation: '', jobRole: '' } as const;
    await giveRole(world, { ...member, partnershipId: place.id });
  }
  const { id } = await given(
    beginRound.run(
      lead,
      place.id,
      {
        title: 'Autumn',
        opensOn: today,
        closesOn: today,
        facilitator: 'Early years lead',
        instrument: 'instruments/maturity-matrix'
      },
      world
    )
  );
  const asking = (sector: string, ...people: Person[]) =>
    given(
      askPeople.run(
        lead,
        place.id,
        { id, sector, people: people.map(({ personId }) => personId) },
        world
      )
    );
  await asking('health', contributor, reader);
  await asking('council', coordinator, lead);
  await asking('families', fifth);
  const elements = elementsOf(
    (await given(viewRound.run(lead, place.id, { id }, world))).instrument
  );
  /** The same level for every element. */
  const all = (level: string, secret = '') =>
    elements.map(({ id: element }) => ({ element, level, reason: secret, evidence: secret }));
  const answer = (who: Person, level: string, secret = '', when = world) =>
    answerRound.run(who, place.id, { id, answers: all(level, secret) }, when);
  return { place, id, coordinator, lead, contributor, reader, fifth, sixth, elements, all, answer };
}

/** What a member's own transaction sees when it asks the database itself. */
async function rawly(place: string, personId: string | null, text: string): Promise<unknown[]> {
  const client = new pg.Client(app);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place]);
    if (personId !== null) {
      await client.query(`select set_config('cairn.person_id', $1, true)`, [personId]);
    }
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const secret = 'zwiebelturm';

describe('before the reveal', () => {
  test('no query tells anybody what another answered, nor how many answered what', async () => {
    const { place, id, answer, ...people } = await openRound();
    await given(answer(people.contributor, 'mature', secret));
    await given(answer(people.reader, 'basic', secret));
    await given(answer(people.coordinator, 'mature', secret));
    const queries = (await everything()).filter(({ kind }) => kind === 'query');
    const asked = (await given(viewRound.run(people.lead, place.id, { id }, world))).asked;
    const token = { id: crypto.randomUUID(), atMost: 'coordinator' } as const;
    for (const who of [people.lead, people.sixth, { ...people.lead, token }]) {
      const secretive: unknown[] = [];
      for (const one of queries) {
        // Whatever names a record is sent the round; whatever names somebody who was asked is sent each of them.
        const takesPeople = 'asked' in (one.example as object);
        for (const { id: askedId } of takesPeople ? asked : asked.slice(0, 1)) {
          const input = { ...(one.example as object), id, asked: askedId, recordId: id };
          secretive.push(await one.run(who, place.id, input, world));
        }
      }
      expect(JSON.stringify(secretive)).not.toContain(secret);
      const seen = await given(viewRound.run(who, place.id, { id }, world));
      expect(seen.topics.every(({ elements }) => elements === null)).toBe(true);
      expect(await viewTopic.run(who, place.id, { id, topic: 'strategy' }, world)).toMatchObject({
        error: { kind: 'not-found' }
      });
    }
    expect(await viewOwnAnswers.run(people.sixth, place.id, { id }, world)).toMatchObject({
      error: { kind: 'not-found' }
    });
    const own = await given(viewOwnAnswers.run(people.reader, place.id, { id }, world));
    expect(new Set(own.answers.map(({ level }) => level))).toEqual(new Set(['basic']));
  });

  test('whoever leads the round sees who has answered; the others see only themselves', async () => {
    const { place, id, answer, lead, reader } = await openRound();
    await given(answer(reader, 'basic'));
    const forLead = await given(viewRound.run(lead, place.id, { id }, world));
    expect(forLead.asked.map(({ standing }) => standing).toSorted()).toEqual([
      'done',
      'none',
      'none',
      'none',
      'none'
    ]);
    const forReader = await given(viewRound.run(reader, place.id, { id }, world));
    expect(forReader).toMatchObject({ asked: [], standing: 'done', askedCount: 5 });
  });

  test('the database itself shows everybody their own rows alone, and the record of changes none', async () => {
    const { place, id, answer, lead, coordinator, reader } = await openRound();
    await given(answer(reader, 'basic', secret));
    await given(answer(reader, 'mature', secret));
    await given(answer(coordinator, 'mature', secret));
    const all = `select person_id from assessment_answer where round_id = '${id}'`;
    expect(await rawly(place.id, reader.personId, all)).toHaveLength(10);
    expect(await rawly(place.id, lead.personId, all)).toEqual([]);
    expect(await rawly(place.id, null, all)).toEqual([]);
    const changed = `update assessment_answer set level = 'basic' where round_id = '${id}' returning level`;
    expect(await rawly(place.id, lead.personId, changed)).toEqual([]);
    const removed = `delete from assessment_answer where round_id = '${id}' returning level`;
    expect(await rawly(place.id, lead.personId, removed)).toEqual([]);
    await expect(
      rawly(
        place.id,
        lead.personId,
        `insert into assessment_answer (partnership_id, round_id, person_id, element, level, entered_by)
         values ('${place.id}', '${id}', '${reader.personId}', 'strategy', 'basic', '${reader.personId}')`
      )
    ).rejects.toThrow(/row-level security/);
    const written = await rawly(
      place.id,
      lead.personId,
      `select table_name, coalesce(before::text, '') || coalesce(after::text, '') as what from change`
    );
    expect(JSON.stringify(written)).toContain('assessment_asked');
    expect(JSON.stringify(written)).not.toMatch(new RegExp(`${secret}|assessment_answer`));
  });

  test('nothing is revealed of two answers, and no answer is agreed on', async () => {
    const { place, id, answer, lead, reader, coordinator } = await openRound();
    await given(answer(reader, 'basic'));
    await given(answer(coordinator, 'basic'));
    expect(await revealRound.run(lead, place.id, { id }, world)).toMatchObject({
      error: { kind: 'too-few-answers', answered: 2 }
    });
    const agreement = {
      roundId: id,
      element: 'strategy',
      level: 'basic',
      reason: 'As we see it',
      agreedOn: today,
      present: 'Head of service'
    };
    expect(await agreeOn.run(lead, place.id, agreement, world)).toMatchObject({
      error: { kind: 'not-revealed' }
    });
  });
});

describe('an answer', () => {
  test('may be changed or taken back until the reveal, and is of those who were asked', async () => {
    const { place, id, answer, all, lead, reader, sixth } = await openRound();
    expect(await answer(sixth, 'basic')).toMatchObject({ error: { kind: 'not-asked' } });
    expect(await given(answer(reader, 'basic'))).toEqual({ standing: 'done' });
    const half = all('mature').slice(0, 4);
    expect(await given(answerRound.run(reader, place.id, { id, answers: half }, world))).toEqual({
      standing: 'begun'
    });
    const asked = (await given(viewRound.run(lead, place.id, { id }, world))).asked;
    const own = asked.find(({ personId }) => personId === reader.personId)?.id;
    expect(await unaskPerson.run(lead, place.id, { id, asked: own }, world)).toMatchObject({
      error: { kind: 'has-answered' }
    });
    expect(await given(answerRound.run(reader, place.id, { id, answers: [] }, world))).toEqual({
      standing: 'none'
    });
    expect(await unaskPerson.run(lead, place.id, { id, asked: own }, world)).toMatchObject({
      ok: true
    });
  });

  test('is refused before the first day, after the last, and with words but no level', async () => {
    const { place, id, answer, reader } = await openRound();
    const dayBefore = at(world, '2000-01-01T10:00:00Z');
    const dayAfter = at(world, '2099-01-01T10:00:00Z');
    expect(await answer(reader, 'basic', '', dayBefore)).toMatchObject({
      error: { kind: 'not-open-yet', on: today }
    });
    expect(await answer(reader, 'basic', '', dayAfter)).toMatchObject({
      error: { kind: 'closed-for-answers', on: today }
    });
    const words = [{ element: 'strategy', level: '', reason: 'No plan', evidence: '' }];
    expect(await answerRound.run(reader, place.id, { id, answers: words }, world)).toMatchObject({
      error: { kind: 'words-without-level', index: 0 }
    });
    expect(await answer(reader, 'splendid')).toMatchObject({ error: { kind: 'unknown-level' } });
  });

  test('on paper is typed by one leader, marked, never shown again, and gives way to one’s own', async () => {
    const { place, id, answer, all, lead, coordinator, fifth } = await openRound();
    const { asked } = await given(viewRound.run(lead, place.id, { id }, world));
    const of = (who: Person) => asked.find(({ personId }) => personId === who.personId)?.id;
    const paper = (who: Person, level: string, to = of(fifth)) =>
      enterPaper.run(who, place.id, { id, asked: to, answers: all(level, secret) }, world);
    expect(await paper(lead, 'basic', of(lead))).toMatchObject({ error: { kind: 'own-answer' } });
    await given(paper(lead, 'basic'));
    await given(paper(lead, 'mature'));
    expect(await paper(coordinator, 'basic')).toMatchObject({
      error: { kind: 'typed-by-another' }
    });
    const seen = await given(viewPaper.run(lead, place.id, { id, asked: of(fifth) }, world));
    expect(seen.who).toMatchObject({ onPaper: true, standing: 'done' });
    expect(JSON.stringify(seen)).not.toContain(secret);
    await given(answer(fifth, 'basic'));
    expect(await paper(lead, 'mature')).toMatchObject({ error: { kind: 'answered-themselves' } });
    const own = await given(viewOwnAnswers.run(fifth, place.id, { id }, world));
    expect(new Set(own.answers.map(({ level }) => level))).toEqual(new Set(['basic']));
  });
});

/** A round whose spread was shown: three say basic, one early progress, one cannot say. */
async function revealed() {
  const round = await openRound();
  const { answer, lead, place, id } = round;
  await given(answer(round.contributor, 'basic', 'Plans lie apart'));
  await given(answer(round.reader, 'basic'));
  await given(answer(round.coordinator, 'early-progress'));
  await given(answer(round.lead, 'basic'));
  await given(answer(round.fifth, 'cannot-say'));
  await given(revealRound.run(lead, place.id, { id }, world));
  const agree = (element: string, more: object = {}) =>
    agreeOn.run(
      lead,
      place.id,
      {
        roundId: id,
        element,
        level: 'basic',
        reason: 'Plans lie apart',
        agreedOn: today,
        present: 'Head of service\nParent',
        ...more
      },
      world
    );
  return { ...round, agree };
}

describe('after the reveal', () => {
  test('everybody sees counts without names, and no sector of two', async () => {
    const { place, id, sixth, answer, reader, lead } = await revealed();
    const seen = await given(viewTopic.run(sixth, place.id, { id, topic: 'strategy' }, world));
    expect(seen.elements[0]?.spread).toMatchObject({
      all: { answers: 5, cannotSay: 1 },
      sectors: [],
      width: 1
    });
    expect(seen.elements[0]?.words).toEqual([
      { reason: 'Plans lie apart', evidence: 'Plans lie apart' }
    ]);
    expect(await answer(reader, 'mature')).toMatchObject({ error: { kind: 'already-revealed' } });
    expect(await revealRound.run(lead, place.id, { id }, world)).toMatchObject({
      error: { kind: 'already-revealed' }
    });
    const hidden = `update assessment_round set status = 'open', revealed_at = null where id = '${id}'`;
    await expect(rawly(place.id, lead.personId, hidden)).rejects.toThrow('stays so');
    const removed = `delete from assessment_answer where round_id = '${id}' returning level`;
    expect(await rawly(place.id, reader.personId, removed)).toEqual([]);
  });

  test('a level is agreed with a reason, not on a day to come, and with the last the round is', async () => {
    const { place, id, lead, elements, agree } = await revealed();
    expect(await agree('strategy', { reason: ' ' })).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'reason' }] }
    });
    expect(await agree('strategy', { level: '' })).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'level' }] }
    });
    expect(await agree('strategy', { level: 'cannot-say' })).toMatchObject({
      error: { kind: 'no-such-level' }
    });
    expect(await agree('strategy', { agreedOn: '2099-01-01' })).toMatchObject({
      error: { kind: 'day-ahead' }
    });
    expect(await agree('strategy', { agreedOn: '2001-01-01' })).toMatchObject({
      error: { kind: 'before-the-reveal' }
    });
    for (const { id: element } of elements) await given(agree(element));
    expect(await agree('strategy', { version: 7 })).toMatchObject({
      error: { kind: 'changed-meanwhile' }
    });
    await given(agree('strategy', { version: 1, level: 'mature', dissent: 'The parent' }));
    const seen = await given(viewRound.run(lead, place.id, { id }, world));
    expect(seen.round.status).toBe('agreed');
    expect(seen.topics[0]?.agreement).toMatchObject({ level: 'mature', dissent: 'The parent' });
    await given(closeRound.run(lead, place.id, { id }, world));
    expect(await agree('strategy', { version: 2 })).toMatchObject({
      error: { kind: 'round-closed' }
    });
    const change = {
      id,
      title: 'x',
      opensOn: today,
      closesOn: today,
      facilitator: 'x',
      version: 4
    };
    expect(await changeRound.run(lead, place.id, change, world)).toMatchObject({
      error: { kind: 'round-closed' }
    });
  });

  test('three actions at most follow, and one in the plan is linked both ways', async () => {
    const { place, id, lead } = await revealed();
    const barrier = { roundId: id, element: 'strategy', kind: 'time', barrier: 'Nobody has time' };
    await given(noteBarrier.run(lead, place.id, barrier, world));
    const action = (what: string) =>
      setPriority.run(lead, place.id, { roundId: id, element: 'strategy', what }, world);
    const first = await given(action('Lay the plans side by side'));
    const second = await given(action('Ask the parents'));
    await given(action('Name a leader'));
    expect(await action('A fourth')).toMatchObject({ error: { kind: 'three-already' } });
    await given(dropPriority.run(lead, place.id, { id: second.id }, world));
    await given(action('A fourth'));
    const heading = await given(addPlanPriority.run(lead, place.id, { title: 'Together' }, world));
    const aim = await given(
      addAim.run(lead, place.id, { planPriorityId: heading.id, title: 'One plan' }, world)
    );
    const planned = await given(
      addAction.run(lead, place.id, { aimId: aim.id, title: 'Lay the plans side by side' }, world)
    );
    const tie = { id: first.id, actionId: planned.id };
    await given(tiePriority.run(lead, place.id, tie, world));
    expect(await tiePriority.run(lead, place.id, tie, world)).toMatchObject({
      error: { kind: 'in-the-plan' }
    });
    expect(await dropPriority.run(lead, place.id, { id: first.id }, world)).toMatchObject({
      error: { kind: 'in-the-plan' }
    });
    expect(
      await given(viewOriginOfAction.run(lead, place.id, { actionId: planned.id }, world))
    ).toMatchObject({ origin: { roundId: id, element: 'Strategy' } });
  });
});

test('the next round says what changed since the last one that was agreed', async () => {
  const { place, id, lead, reader, coordinator, elements, agree } = await revealed();
  for (const { id: element } of elements) await given(agree(element));
  const later = at(world, '2027-06-02T10:00:00Z');
  const next = await given(
    beginRound.run(
      lead,
      place.id,
      {
        title: 'Next',
        opensOn: '2027-06-01',
        closesOn: '2027-06-30',
        facilitator: 'Lead',
        instrument: 'instruments/maturity-matrix'
      },
      later
    )
  );
  const people = [lead, reader, coordinator];
  const asking = { id: next.id, sector: 'health', people: people.map(({ personId }) => personId) };
  await given(askPeople.run(lead, place.id, asking, later));
  for (const who of people) {
    const answers = elements.map(({ id: element }) => ({ element, level: 'mature' }));
    await given(answerRound.run(who, place.id, { id: next.id, answers }, later));
  }
  await given(revealRound.run(lead, place.id, { id: next.id }, later));
  await given(
    agreeOn.run(
      lead,
      place.id,
      {
        roundId: next.id,
        element: 'strategy',
        level: 'substantial-progress',
        reason: 'One plan',
        agreedOn: '2027-06-02',
        present: 'Parent'
      },
      later
    )
  );
  const seen = await given(viewRound.run(lead, place.id, { id: next.id }, later));
  expect(seen.before).toMatchObject({ id, title: 'Autumn', change: { kind: 'compared' } });
  if (seen.before?.change.kind !== 'compared') throw new Error('not compared');
  expect(seen.before.change.elements.slice(0, 2)).toMatchObject([
    { element: 'strategy', steps: 2 },
    { element: 'commissioning', kind: 'no-now' }
  ]);
  expect(seen.topics[0]?.elements?.[0]?.spread).toMatchObject({
    sectors: [{ sector: 'health', answers: 3 }]
  });
});

describe('who leads a round', () => {
  test('is whoever began it, until the coordinator names another lead; then no other lead may', async () => {
    const { place, id, lead, coordinator, reader } = await openRound();
    const second = await somebody(world, `second-lead@${place.id}.example`);
    const member = {
      personId: second.personId,
      role: 'lead',
      organisation: '',
      jobRole: ''
    } as const;
    await giveRole(world, { ...member, partnershipId: place.id });
    const rename = (who: Person, version: number) =>
      changeRound.run(
        who,
        place.id,
        { id, title: 'Autumn', opensOn: today, closesOn: today, facilitator: 'x', version },
        world
      );
    const notTheirs = { error: { kind: 'not-yours-to-lead' } };
    expect(await rename(second, 1)).toMatchObject(notTheirs);
    expect(await revealRound.run(second, place.id, { id }, world)).toMatchObject(notTheirs);
    const seen = await given(viewRound.run(second, place.id, { id }, world));
    expect({ mayLead: seen.mayLead, asked: seen.asked }).toEqual({ mayLead: false, asked: [] });
    const name = (who: Person, leaderId: string) =>
      chooseLeader.run(who, place.id, { id, leaderId }, world);
    expect(await name(lead, second.personId)).toMatchObject({ error: { kind: 'not-allowed' } });
    expect(await name(coordinator, reader.personId)).toMatchObject({
      error: { kind: 'leader-no-lead' }
    });
    await given(name(coordinator, second.personId));
    expect(await rename(lead, 2)).toMatchObject(notTheirs);
    const [asked] = (await given(viewRound.run(second, place.id, { id }, world))).asked;
    const paper = { id, asked: asked?.id ?? '', answers: [] };
    expect(await enterPaper.run(lead, place.id, paper, world)).toMatchObject(notTheirs);
    await given(rename(second, 2));
    await given(rename(coordinator, 3));
  });
});

describe('a round of statements', () => {
  test('is agreed on heading by heading, in part where it is begun so, and compared with the last of that part', async () => {
    const { place, lead, contributor, reader, coordinator } = await openRound();
    const begin = (part: string, opensOn = today, closesOn = today, when = world) =>
      beginRound.run(
        lead,
        place.id,
        {
          title: `Health ${opensOn}`,
          opensOn,
          closesOn,
          facilitator: 'Lead',
          instrument: 'instruments/partnership-health',
          part
        },
        when
      );
    expect(await begin('no-such-part')).toMatchObject({ error: { kind: 'no-such-part' } });
    const { id } = await given(begin('trust'));
    const people = [contributor, reader, coordinator];
    await given(
      askPeople.run(
        lead,
        place.id,
        { id, sector: 'other', people: people.map(({ personId }) => personId) },
        world
      )
    );
    const answer = (who: Person, element: string, more: readonly string[] = []) =>
      answerRound.run(
        who,
        place.id,
        {
          id,
          answers: [element, ...more].map((one) => ({
            element: one,
            level: 'disagree',
            reason: '',
            evidence: ''
          }))
        },
        world
      );
    expect(await answer(reader, 'purpose-words')).toMatchObject({
      error: { kind: 'unknown-element' }
    });
    expect(await answer(reader, 'openness', ['openness'])).toMatchObject({
      error: { kind: 'element-twice' }
    });
    for (const who of people) {
      expect(await answer(who, 'openness', ['keeping-word', 'no-blame'])).toMatchObject({
        value: { standing: 'done' }
      });
    }
    // Whoever answers again changes their answer; they are not counted twice.
    await given(answer(reader, 'openness', ['keeping-word', 'no-blame']));
    await given(revealRound.run(lead, place.id, { id }, world));
    const seen = await given(viewTopic.run(reader, place.id, { id, topic: 'trust' }, world));
    expect(seen.elements.map(({ spread, mean }) => [spread.kind, mean])).toEqual(
      Array.from({ length: 3 }, () => ['shown', null])
    );
    expect(seen.elements[0]?.spread).toMatchObject({ all: { answers: 3 } });
    await given(
      agreeOn.run(
        lead,
        place.id,
        {
          roundId: id,
          element: 'trust',
          level: 'disagree',
          reason: 'Said so',
          agreedOn: today,
          present: 'Lead'
        },
        world
      )
    );
    const agreed = await given(viewRound.run(lead, place.id, { id }, world));
    expect(agreed).toMatchObject({ round: { status: 'agreed', part: 'trust' } });
    expect(agreed.lowest.map(({ id: topic }) => topic)).toEqual(['trust']);
  });
});

test('the reasons that people gave in a coalition review are read by those who lead, its counts by everybody', async () => {
  const { place, lead, contributor, reader, coordinator } = await openRound();
  const { id } = await given(
    beginRound.run(
      lead,
      place.id,
      {
        title: 'Coalition',
        opensOn: today,
        closesOn: today,
        facilitator: 'Lead',
        instrument: 'instruments/coalition-review'
      },
      world
    )
  );
  const people = [contributor, reader, coordinator];
  const asking = { id, sector: 'other', people: people.map(({ personId }) => personId) };
  await given(askPeople.run(lead, place.id, asking, world));
  const answers = [{ element: 'power', level: 'much', reason: secret, evidence: secret }];
  for (const who of people) {
    await given(answerRound.run(who, place.id, { id, answers }, world));
  }
  await given(revealRound.run(lead, place.id, { id }, world));
  for (const who of [reader, contributor]) {
    const told = [
      await given(viewTopic.run(who, place.id, { id, topic: 'power' }, world)),
      await given(viewRound.run(who, place.id, { id }, world))
    ];
    expect(JSON.stringify(told)).not.toContain(secret);
    expect(told[0]).toMatchObject({ elements: [{ spread: { all: { answers: 3 } } }] });
  }
  const forLead = await given(viewTopic.run(lead, place.id, { id, topic: 'power' }, world));
  expect(forLead.elements[0]?.words).toHaveLength(3);
});

describe('a judgement by framework indicators', () => {
  test('is of a setting, rests on evidence, is looked at from outside, and cannot be agreed without', async () => {
    const place = await testPlace(world, 'Judged');
    const { coordinator, lead, contributor, reader } = place.people;
    const nursery = { name: 'Brook Nursery', kind: 'nursery' };
    const { id: settingId } = await given(addSetting.run(lead, place.id, nursery, world));
    const round = {
      title: 'Autumn',
      settingId,
      opensOn: today,
      closesOn: today,
      facilitator: 'Head of centre',
      instrument: 'instruments/elc-quality-2025'
    };
    const { id } = await given(beginRound.run(lead, place.id, round, world));
    expect((await given(viewRound.run(reader, place.id, { id }, world))).about).toBe(
      'Brook Nursery'
    );
    const people = [coordinator, contributor, reader];
    const asks = { id, sector: 'early-education', people: people.map(({ personId }) => personId) };
    await given(askPeople.run(lead, place.id, asks, world));
    const answers = [{ element: 'spaces', level: 'good', reason: '', evidence: '' }];
    for (const who of people) {
      await given(answerRound.run(who, place.id, { id, answers }, world));
    }
    const about = { roundId: id, element: 'spaces' };
    const figure = { ...about, kind: 'figure', shows: 'Every child is outdoors each day' };
    expect(await tieEvidence.run(lead, place.id, figure, world)).toMatchObject({
      error: { kind: 'not-revealed' }
    });
    await given(revealRound.run(lead, place.id, { id }, world));
    const judgement = {
      ...about,
      level: 'good',
      reason: 'Children use all of it',
      agreedOn: today,
      present: 'Head of centre',
      validatedBy: 'peer',
      validatedOn: today
    };
    expect(await agreeOn.run(lead, place.id, judgement, world)).toMatchObject({
      error: { kind: 'no-evidence' }
    });
    expect(
      await tieEvidence.run(lead, place.id, { ...figure, indicatorId: settingId }, world)
    ).toMatchObject({ error: { kind: 'unknown-link', field: 'indicatorId' } });
    const { id: tied } = await given(tieEvidence.run(lead, place.id, figure, world));
    expect(
      await agreeOn.run(lead, place.id, { ...judgement, validatedOn: '' }, world)
    ).toMatchObject({ error: { kind: 'validated-without-day' } });
    await given(agreeOn.run(lead, place.id, judgement, world));
    expect(await untieEvidence.run(lead, place.id, { id: tied }, world)).toMatchObject({
      error: { kind: 'rests-on-it' }
    });
    const topic = await given(viewTopic.run(reader, place.id, { id, topic: 'spaces' }, world));
    expect(topic.agreement).toMatchObject({ level: 'good', validatedBy: 'peer' });
    expect(topic.evidence.map(({ shows }) => shows)).toEqual([figure.shows]);
    const other = await given(
      tieEvidence.run(lead, place.id, { ...figure, kind: 'document', shows: 'The plan' }, world)
    );
    await given(untieEvidence.run(lead, place.id, { id: other.id }, world));
  });

  test('is begun of a group or of a setting, and not by a framework that is retired', async () => {
    const place = await testPlace(world, 'Retired');
    const { coordinator, lead } = place.people;
    const { id: settingId } = await given(
      addSetting.run(lead, place.id, { name: 'Brook Nursery', kind: 'nursery' }, world)
    );
    const { id: groupId } = await given(
      addGroup.run(coordinator, place.id, { name: 'Board', kind: 'oversight' }, world)
    );
    const round = {
      title: 'Autumn',
      opensOn: today,
      closesOn: today,
      facilitator: 'Head of centre',
      instrument: 'instruments/elc-quality-2025'
    };
    expect(
      await beginRound.run(lead, place.id, { ...round, settingId, groupId }, world)
    ).toMatchObject({ error: { kind: 'two-scopes' } });
    expect(
      await beginRound.run(
        lead,
        place.id,
        { ...round, instrument: 'instruments/elc-quality-2016' },
        world
      )
    ).toMatchObject({ error: { kind: 'unknown-instrument' } });
  });
});
