import { z } from 'zod';

/** Where in a value personal data lie: a schema boiled down to what redaction asks. */
export interface Shape {
  personal: boolean;
  /** Fields of an object. */
  readonly fields: Map<string, Shape>;
  /** Values of a record, or of an open object's further fields; null = such fields are unknown. */
  rest: Shape | null;
  /** Keys of a record are personal themselves. */
  personalKeys: boolean;
  /** Items of a list; null = not a list. */
  items: Shape | null;
  /** Names of all personal fields, at any depth. */
  readonly names: Set<string>;
  done: boolean;
}

const shapes = new WeakMap<z.core.$ZodType, Shape>();

/** The shape of a schema; found once for each schema. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const shape = emptyShape();
  // A schema that contains itself finds this while it is being read.
  shapes.set(schema, shape);
  if (z.globalRegistry.get(schema)?.['personal'] === true) shape.personal = true;
  else readInto(shape, schema);
  shape.done = true;
  return shape;
}

function emptyShape(): Shape {
  return {
    personal: false,
    fields: new Map(),
    rest: null,
    personalKeys: false,
    items: null,
    names: new Set(),
    done: false,
  };
}

function readInto(shape: Shape, schema: z.core.$ZodType): void {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      for (const [name, field] of Object.entries(def.shape)) addField(shape, name, shapeOf(field));
      if (def.catchall !== undefined && def.catchall._zod.def.type !== 'never') {
        shape.rest = shapeOf(def.catchall);
      }
      return;
    case 'record':
      shape.rest = shapeOf(def.valueType);
      shape.personalKeys = shapeOf(def.keyType).personal;
      addNames(shape, shape.rest);
      return;
    case 'array':
      addItems(shape, shapeOf(def.element));
      return;
    case 'tuple':
      for (const item of def.items) addItems(shape, shapeOf(item));
      if (def.rest !== null) addItems(shape, shapeOf(def.rest));
      return;
    case 'union':
      for (const option of def.options) merge(shape, shapeOf(option));
      return;
    case 'intersection':
      merge(shape, shapeOf(def.left));
      merge(shape, shapeOf(def.right));
      return;
    case 'pipe':
      merge(shape, shapeOf(def.in));
      merge(shape, shapeOf(def.out));
      return;
    case 'lazy':
      merge(shape, shapeOf(def.getter()));
      return;
    default:
      if ('innerType' in def) merge(shape, shapeOf(def.innerType));
  }
}

/** Adds what another schema of the same value says: what is personal in either is personal. */
function merge(shape: Shape, other: Shape): void {
  if (!other.done) throw new Error('A schema contains itself without a field between: it cannot be journalled');
  shape.personal ||= other.personal;
  shape.personalKeys ||= other.personalKeys;
  for (const [name, field] of other.fields) addField(shape, name, field);
  if (other.rest !== null) shape.rest = either(shape.rest, other.rest);
  if (other.items !== null) shape.items = either(shape.items, other.items);
  addNames(shape, other);
}

function addField(shape: Shape, name: string, field: Shape): void {
  shape.fields.set(name, either(shape.fields.get(name) ?? null, field));
  if (field.personal) shape.names.add(name);
  addNames(shape, field);
}

function addItems(shape: Shape, items: Shape): void {
  shape.items = either(shape.items, items);
  addNames(shape, items);
}

function addNames(shape: Shape, other: Shape): void {
  for (const name of other.names) shape.names.add(name);
}

function either(one: Shape | null, other: Shape): Shape {
  if (one === null || one === other) return other;
  const both = emptyShape();
  merge(both, one);
  merge(both, other);
  both.done = true;
  return both;
}
