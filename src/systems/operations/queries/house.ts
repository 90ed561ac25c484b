import { defineQuery } from '../../../kernel/actions/define.ts';
import { z } from 'zod';
import { CHECKS, checkHouse, LEVELS } from '../checks.ts';
import { houseState, readHouseState } from '../house-state.ts';

export const house = defineQuery({
  name: 'operations.house',
  title: { uk: 'Стан системи', en: 'State of the system' },
  may: ['it'],
  input: z.object({}),
  output: houseState.extend({
    checks: z.array(z.object({ name: z.enum(CHECKS), level: z.enum(LEVELS) })),
  }),
  async run({ tx, now, house: ours }) {
    const state = await readHouseState(tx, ours, now);
    return { ...state, checks: [...checkHouse(state, now)] };
  },
});
