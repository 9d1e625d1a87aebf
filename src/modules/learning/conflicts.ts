import type { FormValues } from '#core/form-state';
import type { LearningSession, Storyboard, Takeaway } from './types.ts';

/** Stored records by the names of the forms' fields: what the second of two editors compares with. */

export function sessionFields(session: LearningSession): FormValues {
  const values: FormValues = {
    title: session.title,
    theme: session.theme,
    startsOn: session.startsOn,
    endsOn: session.endsOn ?? '',
    held: session.held,
    venue: session.venue,
    host: session.host,
    hostName: session.hostName,
    about: session.about
  };
  for (const [index, item] of session.programme.entries()) {
    for (const [name, value] of Object.entries(item)) values[`programme.${index}.${name}`] = value;
  }
  for (const [index, member] of session.awayTeam.entries()) {
    for (const [name, value] of Object.entries(member)) values[`awayTeam.${index}.${name}`] = value;
  }
  return values;
}

export function takeawayFields(takeaway: Takeaway): FormValues {
  return {
    noticed: takeaway.noticed,
    fromPlace: takeaway.fromPlace,
    noticedBy: takeaway.noticedBy,
    factorIds: [...takeaway.factorIds],
    idea: takeaway.idea,
    changeIdeaId: takeaway.changeIdeaId ?? '',
    ownerRole: takeaway.ownerRole,
    setAsideWhy: takeaway.setAsideWhy
  };
}

export function storyboardFields(board: Storyboard): FormValues {
  return {
    title: board.title,
    sessionId: board.sessionId ?? '',
    projectId: board.projectId ?? '',
    paper: board.paper,
    testIds: [...board.testIds],
    measureIds: [...board.measureIds],
    driver: board.driver,
    learnt: board.learnt,
    nextStep: board.nextStep
  };
}
