import { z } from 'zod';
import { type ReadinessRule, readinessSchema } from './readiness.ts';
import {
  CATEGORIES,
  cardSchema,
  feeSchema,
  REPORT_GROUPS,
  SECTORS,
  type Service,
  type InformationCard,
  termSchema,
} from './service.ts';
import { type FormField, serviceFormSchema } from './service-form.ts';
import { type Stage, stagesSchema } from './technological-card.ts';

const text = (most: number) => z.string().trim().min(1, 'service-catalogue:input.missing').max(most);
const texts = (most: number) => z.array(text(most)).max(100);

/** A service as a city writes it: what one version of it will be. Bodies and life events by their codes. */
export const serviceDraftSchema = z.object({
  code: z.string().regex(/^\d{2}-\d{2,3}$/, 'service-catalogue:input.code'),
  validFrom: z.iso.date('service-catalogue:input.date'),
  validTo: z.iso.date('service-catalogue:input.date').nullable().default(null),
  registryId: z
    .string()
    .regex(/^\d{5}$/, 'service-catalogue:input.registryId')
    .nullable()
    .default(null),
  name: text(500),
  nameEn: text(500),
  sector: z.enum(SECTORS),
  category: z.enum(CATEGORIES),
  reportGroup: z.enum(REPORT_GROUPS),
  providers: z.array(text(100)).min(1, 'service-catalogue:input.provider').max(50),
  term: termSchema.extend({ value: z.number().int().min(1, 'service-catalogue:input.term').max(1000) }),
  fee: feeSchema.nullable().default(null),
  averageMinutes: z.number().int().min(1).max(480),
  everydayWords: texts(200),
  lifeEvents: texts(50),
  documents: texts(1000),
  result: text(1000),
  online: text(500).nullable().default(null),
  card: cardSchema.nullable().default(null),
  // What is left out stays as it was: an older file does not know of these, and must not take them away.
  form: serviceFormSchema.optional(),
  stages: stagesSchema.optional(),
  readiness: readinessSchema.optional(),
  /** Code of the life event under which the kiosk shows it; null = under all of its own. */
  kioskGroup: text(50).nullable().optional(),
  planCode: text(50).nullable().optional(),
});
export type ServiceDraft = z.output<typeof serviceDraftSchema>;

/** A draft of which nothing is left out. */
export type WholeDraft = Omit<ServiceDraft, 'form' | 'stages' | 'readiness' | 'kioskGroup' | 'planCode'> & {
  readonly form: FormField[];
  readonly stages: Stage[];
  readonly readiness: ReadinessRule[];
  readonly kioskGroup: string | null;
  readonly planCode: string | null;
};

/** Fills what a draft does not speak of from the version it follows. */
export function completeDraft(draft: ServiceDraft, latest: FullVersion | undefined): WholeDraft {
  return {
    ...draft,
    form: draft.form ?? latest?.service.form ?? [],
    stages: draft.stages ?? [...(latest?.stages ?? [])],
    readiness: draft.readiness ?? [...(latest?.readiness ?? [])],
    kioskGroup: draft.kioskGroup === undefined ? (latest?.service.kioskGroup ?? null) : draft.kioskGroup,
    planCode: draft.planCode === undefined ? (latest?.service.planCode ?? null) : draft.planCode,
  };
}

/** A version with its cards, as it stands in the catalogue. */
export interface FullVersion {
  readonly service: Service;
  readonly card: InformationCard | null;
  /** Technological card. */
  readonly stages: readonly Stage[];
  readonly readiness: readonly ReadinessRule[];
}

/** A version in the shape of a draft: what an export writes and a form begins with. */
export function draftOf(version: FullVersion): WholeDraft {
  const { service, card, stages, readiness } = version;
  const providers = service.providers.map(({ code }) => code);
  const draft = serviceDraftSchema.parse({ ...service, providers, card, stages, readiness });
  return completeDraft(draft, version);
}
