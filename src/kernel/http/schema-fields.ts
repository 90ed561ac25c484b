import type { JsonSchema } from './openapi-parts.ts';

/** A line of the table of fields. */
export interface SchemaField {
  /** `applicant.code`, `services[].name`. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  /** Limits and meaning: `≤ 200`, `date`, `registration | social`. */
  readonly note: string;
}

const DEEPEST = 4;

/** The fields of an object's schema, those within them after them. */
export function schemaFields(schema: unknown): readonly SchemaField[] {
  return isSchema(schema) ? fieldsOf(schema, '', 0) : [];
}

function fieldsOf(schema: JsonSchema, path: string, depth: number): SchemaField[] {
  if (depth > DEEPEST) return [];
  const known = withoutNull(schema);
  if (isSchema(known.items)) return fieldsOf(known.items, `${path}[]`, depth);
  const parts = (known.oneOf ?? known.anyOf ?? []).filter(isSchema);
  if (parts.length > 0) return parts.flatMap((part) => fieldsOf(part, path, depth));
  return Object.entries(known.properties ?? {}).flatMap(([name, field]) => {
    const inner = isSchema(field) ? field : {};
    const own = path === '' ? name : `${path}.${name}`;
    const line = {
      path: own,
      type: typeOf(inner),
      required: known.required?.includes(name) === true,
      note: noteOf(inner),
    };
    return [line, ...fieldsOf(inner, own, depth + 1)];
  });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `anyOf: [X, null]` is X that may be absent. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const parts = (schema.anyOf ?? []).filter(isSchema);
  const others = parts.filter(({ type }) => type !== 'null');
  const [only] = others;
  return only !== undefined && others.length === 1 && parts.length > 1 ? only : schema;
}

function typeOf(schema: JsonSchema): string {
  const known = withoutNull(schema);
  const end = known === schema ? '' : ' | null';
  if (known.type === 'array') return `${isSchema(known.items) ? typeOf(known.items) : 'any'}[]${end}`;
  if (known.const !== undefined) return `${JSON.stringify(known.const)}${end}`;
  const { type } = known;
  const name = typeof type === 'string' ? type : (type ?? []).join(' | ');
  return `${name || 'any'}${end}`;
}

function noteOf(schema: JsonSchema): string {
  const known = withoutNull(schema);
  const limits = [
    known.description,
    known.format,
    known.enum?.map(String).join(' | '),
    limit('≥', known['minLength'] ?? known['minimum']),
    limit('≤', known['maxLength'] ?? known['maximum'] ?? known['maxItems']),
    known['default'] === undefined ? undefined : `= ${JSON.stringify(known['default'])}`,
  ];
  return limits.filter((word) => word !== undefined && word !== '').join(', ');
}

function limit(sign: string, value: unknown): string | undefined {
  const isTelling = typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return isTelling ? `${sign} ${value}` : undefined;
}
