import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findDeviceByToken, tokenInput } from '../../devices/index.ts';
import { listServices, serviceFormSchema } from '../../service-catalogue/index.ts';
import { listCodesAhead } from '../stop-store.ts';

/** Where no stop is announced, the van still takes so many services of the first sector. */
const WITHOUT_STOPS = 12;

/** What the van's desk takes along: the services of the stops ahead with their own questions. */
export const vanDesk = defineQuery({
  name: 'mobile-office.van-desk',
  title: { uk: 'Стіл мобільного офісу', en: 'The desk of the van' },
  input: z.object({ token: tokenInput }),
  output: z.object({
    device: z.object({ name: z.string() }).nullable(),
    services: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        documents: z.array(z.string()),
        form: serviceFormSchema,
        term: z.object({ value: z.number(), unit: z.string(), article: z.string() }),
      }),
    ),
  }),
  may: ['administrator'],
  async run({ tx, now }, { token }) {
    const device = await findDeviceByToken(tx, token);
    if (device === undefined || device.kind !== 'van') return { device: null, services: [] };
    const services = await readServices(tx, now);
    return {
      device: { name: device.name },
      services: services.map(({ code, name, documents, form, term }) => {
        const { value, unit, article } = term;
        // A file cannot be taken offline: its question is asked again at the Centre.
        const asked = form.filter(({ kind }) => kind !== 'file');
        return { code, name, documents: [...documents], form: asked, term: { value, unit, article } };
      }),
    };
  },
});

async function readServices(tx: Transaction, now: Date) {
  const day = kyivDate(now);
  const codes = await listCodesAhead(tx, now);
  const services = await listServices(tx, day);
  const announced = services.filter(({ code }) => codes.includes(code));
  if (announced.length > 0) return announced;
  return services.filter(({ sector }) => sector === 'registration').slice(0, WITHOUT_STOPS);
}
