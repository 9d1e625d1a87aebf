import type { Cycle, CycleId, Programme, ProgrammeId } from './types.ts';

/** A plainly made-up programme and its cycles, for tests. */

export function someProgramme(parts: Partial<Programme> = {}): Programme {
  return {
    id: '10000000-0000-4000-8000-000000000001' as ProgrammeId, // made up here
    title: 'Sing and Play',
    about: '',
    serviceId: null,
    projectId: null,
    factorIds: [],
    who: 'families',
    rhythm: 'monthly',
    stages: ['Could come', 'Offered a place', 'Came once', 'Came to the end'],
    servedStage: 2,
    retentionSessions: 4,
    bands: ['Few', 'Many'],
    engagementScale: ['Hardly', 'Mostly'],
    groups: ['Poorest half', 'Other half'],
    outcome: 'Sings on most days',
    createdAt: new Date('2026-01-05T09:00:00Z'),
    version: 1,
    ...parts
  };
}

export function someCycle(startsOn: string, parts: Partial<Cycle> = {}): Cycle {
  return {
    id: `20000000-0000-4000-8000-0000${startsOn.replaceAll('-', '')}` as CycleId, // made up here
    programmeId: '10000000-0000-4000-8000-000000000001' as ProgrammeId, // made up here
    startsOn,
    counts: [100, 83, 58, 30],
    sessionsOffered: 464,
    sessionsAttended: 309,
    bands: [20, 38],
    engagement: [18, 40],
    retained: 41,
    groupEligible: [60, 40],
    groupServed: [23, 35],
    beforeYes: 17,
    beforeAsked: 53,
    afterYes: 31,
    afterAsked: 48,
    note: '',
    recordedAt: new Date(`${startsOn}T10:00:00Z`),
    version: 1,
    ...parts
  };
}
