import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { FREEZE_REASONS } from '../freeze.ts';
import { findHallState } from '../hall-state.ts';
import { SECTORS } from '../sector.ts';
import { hallCode, waitView } from '../ticket-view.ts';

const calledNow = z.object({
  number: z.string(),
  sector: z.enum(SECTORS),
  window: z.int(),
  at: z.string(),
  callCount: z.int(),
  state: z.enum(['called', 'serving']),
});

export const hallState = defineQuery({
  name: 'queue.hall-state',
  title: { uk: 'Що зараз у залі', en: 'The hall now' },
  input: z.object({ hall: hallCode }),
  output: z.object({
    hall: z.string(),
    name: z.string(),
    nameEn: z.string(),
    frozen: z
      .object({
        reason: z.enum(FREEZE_REASONS),
        since: z.string(),
        shelter: z.string(),
        shelterEn: z.string(),
      })
      .nullable(),
    lastCall: calledNow.nullable(),
    called: z.array(calledNow),
    sectors: z.array(
      z.object({
        sector: z.enum(SECTORS),
        letter: z.string(),
        waiting: z.int(),
        openWindows: z.int(),
        waitMinutes: waitView,
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, { hall }) {
    const state = await findHallState(tx, hall, now);
    if (state === undefined) throw notFound('queue:refusals.noSuchHall');
    return { ...state, called: [...state.called], sectors: [...state.sectors] };
  },
});
