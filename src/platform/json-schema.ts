import type * as v from 'valibot';

/** A JSON Schema of the draft 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

type Node = {
  readonly type: string;
  readonly kind?: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly default?: unknown;
  readonly requirement?: unknown;
  readonly description?: string;
  readonly pipe?: readonly Node[];
};

/**
 * What a valibot schema says, as JSON Schema: the description of the API is made from the schemas that check it.
 * Refuses: throws for a kind of schema or check that it has no words for, so that nothing is described as less than it is.
 *
 * @example
 * jsonSchema(v.nullable(v.number())) // { type: ['number', 'null'] }
 */
export function jsonSchema(schema: v.GenericSchema): JsonSchema {
  return ofNode(schema as unknown as Node); // a valibot schema describes itself
}

function ofNode(node: Node): JsonSchema {
  const base = ofType(node);
  const [, ...actions] = node.pipe ?? [];
  return actions.reduce<JsonSchema>((found, action) => ({ ...found, ...ofAction(action) }), base);
}

function ofType(node: Node): JsonSchema {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type };
    case 'picklist':
      return { type: 'string', enum: node.options };
    case 'literal':
      return { const: node.literal };
    case 'array':
      return { type: 'array', items: ofNode(inner(node.item)) };
    case 'nullable':
      return mayBeNull(ofNode(inner(node.wrapped)));
    case 'optional': {
      const wrapped = ofNode(inner(node.wrapped));
      return node.default === undefined ? wrapped : { ...wrapped, default: node.default };
    }
    case 'object':
    case 'strict_object':
      return ofObject(node);
    default:
      throw new Error(`There are no words for a schema of the kind "${node.type}".`);
  }
}

function inner(node: Node | undefined): Node {
  if (node === undefined) throw new Error('A schema lacks what it wraps.');
  return node;
}

function mayBeNull(schema: JsonSchema): JsonSchema {
  const { type, enum: options } = schema;
  const types = { ...schema, type: [type, 'null'] };
  return Array.isArray(options) ? { ...types, enum: [...(options as unknown[]), null] } : types;
}

function ofObject(node: Node): JsonSchema {
  const entries = Object.entries(node.entries ?? {});
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, one]) => [name, ofNode(one)])),
    required: entries.filter(([, one]) => one.type !== 'optional').map(([name]) => name),
    ...(node.type === 'strict_object' ? { additionalProperties: false } : {})
  };
}

function ofAction(action: Node): JsonSchema {
  switch (action.type) {
    case 'description':
      return { description: action.description };
    case 'uuid':
      return { format: 'uuid' };
    case 'iso_date':
      return { format: 'date' };
    case 'iso_timestamp':
      return { format: 'date-time' };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: action.requirement };
    case 'max_value':
      return { maximum: action.requirement };
    case 'min_length':
      return { minItems: action.requirement };
    case 'max_length':
      return { maxLength: action.requirement };
    // What is read from an address comes as text and is made into what the schema after it says.
    case 'transform':
    case 'to_number':
      return { type: 'number' };
    default:
      throw new Error(`There are no words for a check of the kind "${action.type}".`);
  }
}
