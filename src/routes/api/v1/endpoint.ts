import type { ApiCaller } from '#modules/partnerships/server';
import type { CommonProblem, World } from '#platform/command';
import type * as v from 'valibot';

/** One address of the API: what it takes, what it answers, and how its answer reads as a table. */

/** What is wrong with one row of what was sent, counted from 1. */
export type RowError = { readonly row: number; readonly field: string; readonly message: string };

/** Why there is no answer: becomes a problem of RFC 9457. */
export type ApiProblem =
  | CommonProblem
  | { readonly kind: 'may-name-someone' }
  | { readonly kind: 'rows-refused'; readonly rows: readonly RowError[] }
  | { readonly kind: 'not-that-version'; readonly rows: readonly RowError[] };

export type ApiRequest<Query, Body> = {
  readonly caller: ApiCaller;
  readonly world: World;
  readonly id: string;
  readonly query: Query;
  readonly body: Body;
  /** The number in `If-Match`, when there is one. */
  readonly ifMatch: number | null;
};

type Outcome<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly error: ApiProblem };

type AnySchema = v.GenericSchema;

export type Endpoint = {
  readonly method: 'GET' | 'POST';
  /** Below the place: `/measures/{id}/values`. */
  readonly path: string;
  readonly summary: string;
  readonly detail: string;
  readonly needs: 'read' | 'record';
  readonly query: AnySchema;
  readonly body: AnySchema | null;
  readonly answer: AnySchema;
  readonly table: ((answer: unknown) => string[][]) | null;
  run(request: ApiRequest<unknown, unknown>): Promise<Outcome<unknown>>;
};

/** Declares one address. Its answer must have the type of its schema, from which the description is made. */
export function endpoint<
  Query extends AnySchema,
  Body extends AnySchema,
  Answer extends AnySchema
>(definition: {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  detail: string;
  needs: 'read' | 'record';
  query: Query;
  body?: Body;
  answer: Answer;
  table?: (answer: v.InferInput<Answer>) => string[][];
  run(
    request: ApiRequest<v.InferOutput<Query>, v.InferOutput<Body>>
  ): Promise<Outcome<v.InferInput<Answer>>>;
}): Endpoint {
  const { body = null, table = null, ...rest } = definition;
  // Whoever serves an endpoint has checked query and body with its schemas: the types are what they answered.
  return { ...rest, body, table } as unknown as Endpoint;
}
