import { z } from 'zod';
import { serviceFormSchema } from './service-form.ts';

export const SECTORS = ['registration', 'social', 'administrative'] as const;
export type Sector = (typeof SECTORS)[number];

export const CATEGORIES = ['administrative', 'social', 'pension'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The lines of the Centre's yearly report as the city prints them. */
export const REPORT_GROUPS = [
  'residence-registration',
  'administrative',
  'business-registration',
  'property-registration',
  'pension',
  'social',
] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

export const TERM_UNITS = ['hours', 'working-days', 'calendar-days', 'months'] as const;

export const termSchema = z.object({
  value: z.number().int().min(0).max(1000),
  unit: z.enum(TERM_UNITS),
  article: z.string().min(1),
});
export type ServiceTerm = z.output<typeof termSchema>;

/** A share is counted from the subsistence minimum of 1 January (Law 5203-VI art. 11; RULEBOOK §1.4). */
export const feeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('share'),
    percent: z.number().positive(),
    base: z.literal('subsistence-minimum-able-bodied'),
    note: z.string().default(''),
  }),
  z.object({
    kind: z.literal('fixed'),
    amount: z.string().regex(/^\d+\.\d{2}$/),
    note: z.string().default(''),
  }),
]);
export type ServiceFee = z.output<typeof feeSchema>;

export const cardSchema = z.object({
  forWhom: z.string(),
  summary: z.string(),
  grounds: z.string(),
  documents: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['original', 'copy', 'form']),
      required: z.boolean(),
      condition: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  filing: z.string(),
  paid: z.string(),
  feeGround: z.string().nullable(),
  feeAmount: z.string().nullable(),
  termText: z.string(),
  refusalGrounds: z.array(z.string()),
  result: z.string(),
  waysOfReceiving: z.array(z.string()),
  laws: z.array(z.string()),
  cabinetActs: z.array(z.string()),
  centralActs: z.array(z.string()),
  localActs: z.array(z.string()),
  note: z.string().nullable(),
});
/** Information card (Law 5203-VI art. 8(4)). */
export type InformationCard = z.output<typeof cardSchema>;

export const providerSchema = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
});
export type ServiceProvider = z.output<typeof providerSchema>;

export const serviceSchema = z.object({
  versionId: z.uuid(),
  code: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  registryId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  sector: z.enum(SECTORS),
  category: z.enum(CATEGORIES),
  reportGroup: z.enum(REPORT_GROUPS),
  term: termSchema,
  fee: feeSchema.nullable(),
  averageMinutes: z.number().int(),
  everydayWords: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  documents: z.array(z.string()),
  result: z.string(),
  online: z.string().nullable(),
  hasCard: z.boolean(),
  /** Its own questions, asked at the window, online and in a complex plan alike. */
  form: serviceFormSchema,
  /** Line of the kiosk's tree under the sector; null = by life event alone. */
  kioskGroup: z.string().nullable(),
  /** Code of the complex plan it is a part of. */
  planCode: z.string().nullable(),
  /** The first is the default. */
  providers: z.array(providerSchema).min(1),
});
/** One version of a service. */
export type Service = z.output<typeof serviceSchema>;

/** The city takes it online: it has a form of its own, and its definition names an online way. */
export function isFiledOnline({ form, online }: Pick<Service, 'form' | 'online'>): boolean {
  return form.length > 0 && online !== null;
}

export function isInForce(service: Pick<Service, 'validFrom' | 'validTo'>, on: string): boolean {
  return service.validFrom <= on && (service.validTo === null || on < service.validTo);
}
