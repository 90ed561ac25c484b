import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { DIRECTIONS, STATES } from '../register.ts';
import { listRegisters, REGISTER_ORDERS, registerView } from '../register-store.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const listRegistersQuery = defineQuery({
  name: 'handover-registers.list-registers',
  title: { uk: 'Реєстри приймання-передачі', en: 'Registers of hand-over' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({
    words: z.string().trim().max(100).default(''),
    direction: z.enum(DIRECTIONS).optional(),
    state: z.enum(STATES).optional(),
    unit: z.string().max(60).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    order: z.enum(REGISTER_ORDERS).default('made'),
    down: z.boolean().default(true),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  output: z.object({ registers: z.array(registerView), found: z.number() }),
  /** A specialist sees those of the own body. */
  async run({ tx, actor }, { unit, order, down, limit, offset, ...filter }) {
    const everyBody = hasRole(actor, 'administrator', 'head', 'auditor');
    const asked = unit === undefined ? undefined : ((await findUnitByCode(tx, unit))?.id ?? NOBODY);
    const unitId = everyBody ? asked : (actor.unitId ?? NOBODY);
    const page = { order, down, limit, offset };
    const { registers, found } = await listRegisters(tx, { ...filter, unitId }, page);
    return { registers: [...registers], found };
  },
});
