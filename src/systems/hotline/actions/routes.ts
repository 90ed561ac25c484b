import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { listDistricts } from '../../address-register/index.ts';
import { knownRoutes } from '../known-routes.ts';
import { plannedRoute, planRoutes, routeRow } from '../plan-routes.ts';
import { closeRoute, ROUTE_KEEPERS, writeRoute } from '../route-store.ts';
import { getTopic } from '../routing.ts';
import { topicInput } from '../ticket-input.ts';

export const MOST_ROUTES = 2000;
const day = z.iso.date('hotline:input.dateWrong');

export const addRoute = defineAction({
  name: 'hotline.add-route',
  title: { uk: 'Направити тему підрозділові', en: 'Route a topic to a body' },
  may: ROUTE_KEEPERS,
  input: z.object({
    topic: topicInput,
    /** Code of a district; '' = the whole city. A district's rule goes before the city's. */
    district: z.string().trim().max(60).default(''),
    unitCode: z.string().trim().min(1, 'hotline:input.unitMissing').max(60),
    from: day,
  }),
  output: z.object({ routeId: z.uuid() }),
  async run(deed, route) {
    const today = kyivDate(deed.now);
    await getTopic(deed.tx, route.topic, route.from);
    if (route.from < today) throw new Refusal('hotline:refusals.routePast', {}, 422);
    if ((await findUnitByCode(deed.tx, route.unitCode)) === undefined)
      throw new Refusal('cases:refusals.noSuchUnit', {}, 422);
    const districts = await listDistricts(deed.tx);
    if (route.district !== '' && !districts.some(({ code }) => code === route.district))
      throw new Refusal('hotline:refusals.noSuchDistrict', {}, 422);
    const routeId = await writeRoute(deed, route);
    deed.about({ kind: 'route', id: routeId });
    return { routeId };
  },
});

export const endRoute = defineAction({
  name: 'hotline.end-route',
  title: { uk: 'Завершити маршрут', en: 'End a route' },
  may: ROUTE_KEEPERS,
  input: z.object({
    routeId: z.uuid('hotline:refusals.noSuchRoute'),
    /** The first day on which it holds no more. */
    on: day,
  }),
  output: z.object({ routeId: z.uuid() }),
  async run(deed, { routeId, on }) {
    await closeRoute(deed, routeId, on);
    deed.about({ kind: 'route', id: routeId });
    return { routeId };
  },
});

export const importRoutes = defineAction({
  name: 'hotline.import-routes',
  title: { uk: 'Завантажити маршрути з таблиці', en: 'Import routes' },
  may: ROUTE_KEEPERS,
  input: z.object({ rows: z.array(routeRow).min(1).max(MOST_ROUTES), dryRun: z.boolean().default(true) }),
  /** What each row does, in their order. A dry run writes nothing; a bad row stops the writing of all. */
  output: z.object({ rows: z.array(plannedRoute) }),
  async run(deed, { rows, dryRun }) {
    const plans = planRoutes(rows, await knownRoutes(deed.tx, kyivDate(deed.now)));
    if (dryRun) return { rows: [...plans] };
    const bad = plans.findIndex(({ kind }) => kind === 'bad');
    if (bad >= 0) throw new Refusal('hotline:refusals.badRow', { row: bad + 1 }, 422);
    for (const plan of plans)
      if (plan.kind !== 'same') deed.about({ kind: 'route', id: await writeRoute(deed, plan) });
    return { rows: [...plans] };
  },
});
