import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { problemLine } from './problems.ts';
import { selectProblems } from '../problem-store.ts';

/** Metres within which two pits are likely one. */
export const NEAR_METRES = 150;
const METRES_A_DEGREE = 111_320;

/** Open tickets of one topic at the house or around the point, the nearest first. */
export const findNearby = defineQuery({
  name: 'hotline.find-nearby',
  title: { uk: 'Такі самі заявки поруч', en: 'The same kind of tickets nearby' },
  may: ['resident', 'integrator', 'operator'],
  input: z.object({
    topic: z.string().max(60),
    houseId: z.uuid().optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    lon: z.coerce.number().min(-180).max(180).optional(),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  output: z.object({ problems: z.array(problemLine) }),
  async run({ tx }, { topic, houseId = null, lat = null, lon = null, limit }) {
    if (houseId === null && (lat === null || lon === null)) return { problems: [] };
    const degrees = NEAR_METRES / METRES_A_DEGREE;
    // A degree of longitude is shorter by the cosine of the latitude.
    const distance = sql`
      ${METRES_A_DEGREE}::float8 * sqrt(power(t.lat - ${lat}::float8, 2)
        + power((t.lon - ${lon}::float8) * cos(radians(${lat}::float8)), 2))`;
    const problems = await selectProblems(tx, {
      where: sql`c.is_open and t.topic = ${topic} and (
        t.house_id = ${houseId}::uuid or (
          t.lat between ${lat}::float8 - ${degrees}::float8 and ${lat}::float8 + ${degrees}::float8
          and ${distance} <= ${NEAR_METRES}::float8))`,
      order: sql`t.house_id is not distinct from ${houseId}::uuid desc, ${distance} nulls last, t.received_at desc`,
      limit,
      offset: 0,
    });
    return { problems: [...problems] };
  },
});
