import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listServices, readLifeEvents, type Service } from '../../service-catalogue/index.ts';
import { listClasses } from '../class-store.ts';
import { getHall } from '../hall-store.ts';
import { SECTORS } from '../sector.ts';
import { hallCode } from '../ticket-view.ts';

/** What a kiosk offers: services of a sector by life events, and the classes received out of turn. */
export const kioskMenu = defineQuery({
  name: 'queue.kiosk-menu',
  title: { uk: 'Меню кіоска', en: 'Kiosk menu' },
  input: z.object({ hall: hallCode, sector: z.enum(SECTORS) }),
  output: z.object({
    hallName: z.string(),
    /** Life events with a service of this sector. */
    groups: z.array(z.object({ code: z.string(), title: z.string(), titleEn: z.string(), count: z.int() })),
    services: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), lifeEvents: z.array(z.string()) }),
    ),
    classes: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        document: z.string(),
        article: z.string(),
        creditMinutes: z.int(),
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, { hall, sector }) {
    const day = kyivDate(now);
    const { name } = await getHall(tx, hall);
    const services = (await listServices(tx, day)).filter((service) => service.sector === sector);
    const groups = (await readLifeEvents(tx)).map(({ code, title, titleEn }) => ({
      code,
      title,
      titleEn,
      count: services.filter((service) => placesOf(service).includes(code)).length,
    }));
    return {
      hallName: name,
      groups: groups.filter(({ count }) => count > 0),
      services: services.map((service) => ({
        code: service.code,
        name: service.name,
        nameEn: service.nameEn,
        lifeEvents: [...placesOf(service)],
      })),
      classes: (await listClasses(tx, day)).map((one) => ({
        code: one.code,
        name: one.name,
        nameEn: one.name_en,
        document: one.document,
        article: one.article,
        creditMinutes: one.credit_minutes,
      })),
    };
  },
});

/** Under which life events the kiosk shows it: the one place its definition names, or all of its own. */
function placesOf({ kioskGroup, lifeEvents }: Service): readonly string[] {
  return kioskGroup === null ? lifeEvents : [kioskGroup];
}
