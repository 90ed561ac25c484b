import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getService } from '../../service-catalogue/index.ts';
import { serviceCodeInput } from '../application-input.ts';

const SECTORS = ['registration', 'social', 'administrative'] as const;

export const recordConsultation = defineAction({
  name: 'applications.record-consultation',
  title: { uk: 'Записати консультацію', en: 'Record a consultation' },
  input: z.object({
    id: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    serviceCode: serviceCodeInput.optional(),
    /** Where no service is named: the sector of the window. */
    sector: z.enum(SECTORS).optional(),
    question: personal(z.string().trim().max(1000).optional()),
    synthetic: z.string().max(200).optional(),
  }),
  output: z.object({ consultationId: z.uuid() }),
  may: ['administrator'],
  importable: true,
  async run(deed, given) {
    const on = kyivDate(deed.now);
    const service = given.serviceCode === undefined ? null : await getService(deed.tx, given.serviceCode, on);
    const id = given.id ?? uuid();
    await sql`
      insert into applications.consultations
        (id, ticket_id, happened_at, happened_on, service_code, sector, question, recorded_by, synthetic)
      values (${id}, ${given.ticketId ?? null}, ${deed.now}, ${on}, ${service?.code ?? null},
              ${service?.sector ?? given.sector ?? null}, ${given.question ?? null}, ${deed.actor.staffId},
              ${deed.imported ? (given.synthetic ?? null) : null})`.execute(deed.tx);
    deed.about({ kind: 'consultation', id });
    return { consultationId: id };
  },
});
