import * as v from 'valibot';
import { expect, test } from 'vitest';
import { jsonSchema } from './json-schema.ts';

test.each([
  [
    v.pipe(v.string(), v.uuid(), v.description('Which')),
    { type: 'string', format: 'uuid', description: 'Which' }
  ],
  [v.nullable(v.pipe(v.string(), v.isoDate())), { type: ['string', 'null'], format: 'date' }],
  [v.nullable(v.picklist(['yes', 'no'])), { type: ['string', 'null'], enum: ['yes', 'no', null] }],
  [v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)), { type: 'integer', minimum: 1 }],
  [v.literal(true), { const: true }],
  [v.optional(v.boolean(), false), { type: 'boolean', default: false }]
])('%# is described as it checks', (schema, described) => {
  expect(jsonSchema(schema)).toEqual(described);
});

test('an object names what it must have, and whether anything else may stand in it', () => {
  const schema = v.strictObject({ a: v.array(v.number()), b: v.optional(v.string()) });
  expect(jsonSchema(schema)).toEqual({
    type: 'object',
    properties: { a: { type: 'array', items: { type: 'number' } }, b: { type: 'string' } },
    required: ['a'],
    additionalProperties: false
  });
});

test('what it has no words for is refused, not passed over', () => {
  expect(() => jsonSchema(v.map(v.string(), v.string()))).toThrow('no words');
  expect(() => jsonSchema(v.pipe(v.string(), v.emoji()))).toThrow('no words');
});
