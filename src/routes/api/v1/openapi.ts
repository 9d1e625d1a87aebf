import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { Endpoint } from './endpoint.ts';

/** The description of the API as OpenAPI 3.1, made from the list of endpoints and the schemas that check what they take. */

/**
 * What a schema checks, as JSON Schema of the draft 2020-12, which OpenAPI 3.1 uses.
 * Refuses: throws for a check that JSON Schema cannot say, so that nothing is described as less than it is.
 */
function jsonSchema(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...described } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // A number in an address arrives as text.
    overrideAction: ({ valibotAction, jsonSchema: soFar }) =>
      valibotAction.type === 'to_number' ? { ...soFar, type: 'number' } : null
  });
  return described;
}

const problemSchema = {
  type: 'object',
  description: 'A problem of RFC 9457',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object' } }
  },
  required: ['type', 'title', 'status', 'detail']
};

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
});

function parametersOf(endpoint: Endpoint): object[] {
  const query = jsonSchema(endpoint.query) as {
    properties: Readonly<Record<string, JsonSchema>>;
    required: readonly string[];
  }; // every query is an object
  const place = {
    name: 'place',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'The address of the partnership, as in /p/…'
  };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return [
    place,
    ...(endpoint.path.includes('{id}') ? [id] : []),
    ...Object.entries(query.properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query.required.includes(name),
      schema
    })),
    ...(endpoint.body === null
      ? []
      : [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }])
  ];
}

function operationOf(endpoint: Endpoint): object {
  const csv = endpoint.table === null ? {} : { 'text/csv': { schema: { type: 'string' } } };
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path
      .replace('/{id}', '-one')
      .replaceAll(/[/-]([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    description: endpoint.detail,
    parameters: parametersOf(endpoint),
    ...(endpoint.body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(endpoint.body) } }
          }
        }),
    responses: {
      '200': {
        description: 'What was asked for',
        content: { 'application/json': { schema: jsonSchema(endpoint.answer) }, ...csv }
      },
      '400': problem('The request is not as described'),
      '401': problem('The token is missing, unknown, expired or revoked'),
      ...(endpoint.needs === 'record' ? { '403': problem('The token may only read') } : {}),
      '404': problem('Nothing here for this token'),
      ...(endpoint.body === null
        ? {}
        : {
            '412': problem('Somebody changed a value since it was read'),
            '413': problem('The body is larger than 256 KB'),
            '422': problem('Rows refused, each with its number; nothing was saved')
          }),
      '429': problem('More than 300 requests within a minute')
    }
  };
}

export function openApi(endpoints: readonly Endpoint[], server: string): object {
  const byPath = Map.groupBy(endpoints, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version: '1',
      description:
        'A partnership’s tests of change, measures and indicators. Counts are given by the rule of the output “api” unless a token may see them as they are recorded; every answer with figures says which.'
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      [...byPath].map(([path, of]) => [
        `/{place}${path}`,
        Object.fromEntries(of.map((one) => [one.method.toLowerCase(), operationOf(one)]))
      ])
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema }
    }
  };
}
