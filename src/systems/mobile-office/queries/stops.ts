import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { listServices } from '../../service-catalogue/index.ts';
import { stopView, type StopView } from '../stop-input.ts';
import {
  listSettlements,
  listStops as readStops,
  listWorkplaces as readWorkplaces,
  type Stop,
} from '../stop-store.ts';

const AHEAD_DAYS = 60;

export const listStops = defineQuery({
  name: 'mobile-office.list-stops',
  title: { uk: 'Де стане мобільний офіс', en: 'Where the mobile office stops' },
  input: z.object({
    settlement: z.string().max(120).optional(),
    serviceCode: z.string().max(20).optional(),
  }),
  output: z.object({
    stops: z.array(stopView),
    settlements: z.array(z.string()),
    services: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  }),
  may: ['resident'],
  async run({ tx, now }, { settlement, serviceCode }) {
    const to = new Date(now.getTime() + AHEAD_DAYS * 86_400_000);
    const all = await readStops(tx, { from: now, to, limit: 300 });
    const shown = all.filter(
      (stop) =>
        (settlement === undefined || stop.settlement === settlement) &&
        (serviceCode === undefined || stop.serviceCodes.includes(serviceCode)),
    );
    const names = await readNames(tx, all, now);
    return {
      stops: shown.map((stop) => viewStop(stop, names)),
      settlements: [...(await listSettlements(tx, now))],
      services: [...names.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'uk')),
    };
  },
});

type Names = ReadonlyMap<string, StopView['services'][number]>;

async function readNames(tx: Transaction, stops: readonly Stop[], now: Date): Promise<Names> {
  const codes = [...new Set(stops.flatMap(({ serviceCodes }) => serviceCodes))];
  const day = kyivDate(now);
  const services = await listServices(tx, day);
  return new Map(
    services
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name, nameEn }) => [code, { code, name, nameEn }]),
  );
}

function viewStop(stop: Stop, names: Names): StopView {
  const { serviceCodes, cancelledAt: _, ...rest } = stop;
  return { ...rest, services: serviceCodes.flatMap((code) => names.get(code) ?? []) };
}

export const listWorkplaces = defineQuery({
  name: 'mobile-office.list-workplaces',
  title: { uk: 'Віддалені робочі місця', en: 'Remote workplaces' },
  input: z.object({}),
  output: z.object({
    workplaces: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        settlement: z.string(),
        address: z.string(),
        lat: z.number(),
        lon: z.number(),
        phone: z.string(),
        hall: z.string().nullable(),
        hours: z.array(z.object({ weekday: z.int(), from: z.string(), to: z.string() })),
        active: z.boolean(),
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, actor }) {
    const all = await readWorkplaces(tx);
    const isHead = actor.roles.includes('head');
    return {
      workplaces: all
        .filter(({ active }) => active || isHead)
        .map((place) => ({ ...place, hours: [...place.hours] })),
    };
  },
});

/** Services to choose from when a stop is announced. */
export const listChoices = defineQuery({
  name: 'mobile-office.list-choices',
  title: { uk: 'Послуги для зупинки', en: 'Services for a stop' },
  input: z.object({}),
  output: z.object({ services: z.array(z.object({ code: z.string(), name: z.string() })) }),
  may: ['head'],
  async run({ tx, now }) {
    const services = await listServices(tx, kyivDate(now));
    return { services: services.map(({ code, name }) => ({ code, name })) };
  },
});
