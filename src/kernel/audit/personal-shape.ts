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
  if (def.type === 'object') readObject(shape, def);
  else if (def.type === 'record') readRecord(shape, def);
  else if (def.type === 'array') addItems(shape, shapeOf(def.element));
  else if (def.type === 'tuple') {
    for (const item of def.items) addItems(shape, shapeOf(item));
    if (def.rest !== null) addItems(shape, shapeOf(def.rest));
  } else {
    // What is left has the value itself for its part (wrappers, unions), or no parts at all.
    for (const other of sameValue(def)) merge(shape, shapeOf(other));
  }
}

type Def = z.core.$ZodTypes['_zod']['def'];

function readObject(shape: Shape, def: Extract<Def, { type: 'object' }>): void {
  for (const [name, field] of Object.entries(def.shape)) addField(shape, name, shapeOf(field));
  if (def.catchall !== undefined && def.catchall._zod.def.type !== 'never') {
    shape.rest = shapeOf(def.catchall);
    addNames(shape, shape.rest);
  }
}

function readRecord(shape: Shape, def: Extract<Def, { type: 'record' }>): void {
  shape.rest = shapeOf(def.valueType);
  shape.personalKeys = shapeOf(def.keyType).personal;
  addNames(shape, shape.rest);
}

/** Schemas that read the same value as this one. */
function sameValue(def: Def): readonly z.core.$ZodType[] {
  if (def.type === 'union') return def.options;
  if (def.type === 'intersection') return [def.left, def.right];
  if (def.type === 'pipe') return [def.in, def.out];
  if (def.type === 'lazy') return [def.getter()];
  return 'innerType' in def ? [def.innerType] : [];
}

/** Adds what another schema of the same value says: what is personal in either is personal. */
function merge(shape: Shape, other: Shape): void {
  if (!other.done)
    throw new Error('A schema contains itself without a field between: it cannot be journalled');
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
