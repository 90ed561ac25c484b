import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getService } from '../catalogue.ts';
import { readinessSchema } from '../readiness.ts';
import { cardSchema, serviceSchema } from '../service.ts';
import { daysAllowed, daysOfStages, stageSchema, stagesSchema } from '../technological-card.ts';

const stageView = stageSchema.extend({ unitName: z.string(), unitNameEn: z.string() });

/** The whole definition of a service on a day: what the printed cards and the check-list are made of. */
export const getDefinitionQuery = defineQuery({
  name: 'service-catalogue.get-definition',
  title: { uk: 'Визначення послуги', en: 'Definition of a service' },
  input: z.object({ code: z.string().max(20), on: z.iso.date().optional() }),
  output: z.object({
    service: serviceSchema,
    card: cardSchema.nullable(),
    stages: z.array(stageView),
    /** Days of all stages, and how many the law allows them; of the kind that the term has. */
    days: z.object({ stages: z.number(), allowed: z.number() }),
    readiness: readinessSchema,
  }),
  may: ['resident'],
  async run({ tx, now }, { code, on }) {
    const service = await getService(tx, code, on ?? kyivDate(now));
    const parts = await readParts(tx, service.versionId);
    const stages = stagesSchema.parse(parts?.stages ?? []);
    const units = await readUnitNames(
      tx,
      stages.map(({ unit }) => unit),
    );
    return {
      service,
      card: cardSchema.nullable().parse(parts?.card ?? null),
      stages: stages.map((stage) => ({
        ...stage,
        unitName: units.get(stage.unit)?.name ?? stage.unit,
        unitNameEn: units.get(stage.unit)?.nameEn ?? stage.unit,
      })),
      days: { stages: daysOfStages(stages), allowed: daysAllowed(service.term) },
      readiness: readinessSchema.parse(parts?.readiness ?? []),
    };
  },
});

async function readParts(tx: Transaction, versionId: string) {
  const { rows } = await sql<{ card: unknown; stages: unknown; readiness: unknown }>`
    select card, stages, readiness from service_catalogue.service_versions where id = ${versionId}`.execute(
    tx,
  );
  return rows[0];
}

async function readUnitNames(tx: Transaction, codes: readonly string[]) {
  const { rows } = await sql<{ code: string; name: string; nameEn: string }>`
    select code, name, name_en as "nameEn" from kernel.units where code = any(${codes}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.code, row]));
}
