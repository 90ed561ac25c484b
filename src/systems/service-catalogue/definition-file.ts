import { z } from 'zod';
import { type ServiceDraft, serviceDraftSchema } from './service-draft.ts';

/** Says what the file is, so that a city in ten years still knows. */
export const DEFINITION_FORMAT = 'prozoryi-ofis/service-definition@1';

/** Whole definitions as a file: card, stages, form, rules, term, fee. */
export function writeDefinitions(drafts: readonly ServiceDraft[]): Buffer {
  return Buffer.from(`${JSON.stringify({ format: DEFINITION_FORMAT, services: drafts }, null, 2)}\n`);
}

export interface BadDefinition {
  /** Place in the file, counted from 1. */
  readonly row: number;
  /** Code of the service where it could be read. */
  readonly code: string;
  readonly path: string;
  readonly issue: z.core.$ZodIssue;
}

export interface ReadDefinitions {
  readonly drafts: readonly ServiceDraft[];
  readonly bad: readonly BadDefinition[];
}

const fileSchema = z.object({
  format: z.literal(DEFINITION_FORMAT),
  services: z.array(z.unknown()).min(1).max(2000),
});

/** Undefined where the bytes are no file of definitions at all. */
export function readDefinitions(bytes: Buffer): ReadDefinitions | undefined {
  let file: unknown;
  try {
    file = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const parsed = fileSchema.safeParse(file);
  if (!parsed.success) return undefined;
  const read = parsed.data.services.map((one) => serviceDraftSchema.safeParse(one, { reportInput: true }));
  return {
    drafts: read.flatMap(({ data }) => (data === undefined ? [] : [data])),
    bad: read.flatMap(({ error }, index) =>
      (error?.issues ?? []).map((issue) => ({
        row: index + 1,
        code: codeOf(parsed.data.services[index]),
        path: issue.path.join('.'),
        issue,
      })),
    ),
  };
}

function codeOf(one: unknown): string {
  return z.object({ code: z.string() }).safeParse(one).data?.code ?? '';
}

/** A JSON file begins with a brace, whatever it is called. */
export function isDefinitionFile(bytes: Buffer): boolean {
  return bytes
    .toString('utf8', 0, 16)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{');
}
