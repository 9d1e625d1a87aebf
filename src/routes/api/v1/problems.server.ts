import type { DatabaseTroubleKind } from '#platform/database-trouble';
import type { ApiProblem } from './endpoint.ts';

/** Problems as RFC 9457 has them. */

export type Problem = {
  readonly status: number;
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly object[];
  readonly headers?: Readonly<Record<string, string>>;
};

export const problems = {
  noToken: {
    status: 401,
    name: 'no-token',
    title: 'A token is needed',
    detail:
      'Send a token as "Authorization: Bearer …". This one is missing, unknown, expired or revoked.',
    headers: { 'www-authenticate': 'Bearer realm="Cairn"' }
  },
  notFound: {
    status: 404,
    name: 'not-found',
    title: 'Not found',
    detail: 'There is nothing at this address for this token.'
  },
  notAllowed: {
    status: 403,
    name: 'not-allowed',
    title: 'Not allowed',
    detail: 'This token may read and not record. Ask a coordinator for one that may.'
  },
  notJson: {
    status: 400,
    name: 'malformed',
    title: 'Not readable',
    detail: 'The body is not JSON.'
  },
  tooLarge: {
    status: 413,
    name: 'too-large',
    title: 'Too large',
    detail: 'A body may have at most 256 KB. Send fewer values at a time.'
  },
  notTaken: {
    status: 415,
    name: 'media-type',
    title: 'Only JSON is taken',
    detail: 'Send the body with "Content-Type: application/json".'
  },
  databaseAway: {
    status: 503,
    name: 'database-away',
    title: 'The records cannot be reached just now',
    detail: 'Nothing was saved. Try again in a minute.',
    headers: { 'retry-after': '5' }
  },
  databaseUnsure: {
    status: 503,
    name: 'database-unsure',
    title: 'The records cannot be reached just now',
    detail:
      'It could not be found out whether what was sent was saved. Read it in a minute, before sending it again.',
    headers: { 'retry-after': '5' }
  },
  cannotSave: {
    status: 503,
    name: 'cannot-save',
    title: 'Nothing can be saved just now',
    detail: 'There is no room or no leave to write. Nothing was saved. Reading goes on.',
    headers: { 'retry-after': '60' }
  },
  fault: {
    status: 500,
    name: 'fault',
    title: 'Something went wrong on our side',
    detail: 'It is in the log. Try again later.'
  }
} as const satisfies Readonly<Record<string, Problem>>;

export function tooMany(secondsLeft: number): Problem {
  return {
    status: 429,
    name: 'too-many',
    title: 'Too many requests',
    detail: `Wait ${secondsLeft} seconds.`,
    headers: { 'retry-after': String(secondsLeft) }
  };
}

export function notThatWay(allowed: readonly string[]): Problem {
  return {
    status: 405,
    name: 'method',
    title: 'Not that way',
    detail: `This address takes ${allowed.join(' and ')}.`,
    headers: { allow: allowed.join(', ') }
  };
}

/** What the API says of a database in trouble. */
export function problemOfTrouble(trouble: DatabaseTroubleKind): Problem {
  if (trouble === 'cannot-save') return problems.cannotSave;
  return trouble === 'unsure' ? problems.databaseUnsure : problems.databaseAway;
}

/** A problem of a query or command, as the API says it. */
export function problemOf(problem: ApiProblem): Problem {
  switch (problem.kind) {
    case 'not-found':
      return problems.notFound;
    case 'not-allowed':
      return problems.notAllowed;
    case 'invalid-input':
      return {
        status: 400,
        name: 'malformed',
        title: 'Not as described',
        detail: 'Something in the request is not as the description of the API has it.',
        errors: problem.issues.map(({ path, message }) => ({ field: path, message }))
      };
    case 'rows-refused':
      return {
        status: 422,
        name: 'rows-refused',
        title: 'Rows refused',
        detail: 'Nothing was saved. Mend the rows that are named and send all of them again.',
        errors: problem.rows
      };
    case 'not-that-version':
      return {
        status: 412,
        name: 'not-that-version',
        title: 'Changed meanwhile',
        detail: 'Nothing was saved: somebody changed these values since they were read.',
        errors: problem.rows
      };
    case 'may-name-someone':
      return {
        status: 422,
        name: 'may-name-someone',
        title: 'A note may name somebody',
        detail: 'A note seems to hold personal details. Take them out.'
      };
  }
}

export function problemResponse({
  status,
  name,
  title,
  detail,
  errors,
  headers
}: Problem): Response {
  const body = { type: `/about/api#${name}`, title, status, detail, ...(errors ? { errors } : {}) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
  });
}
