import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { STREET_KINDS } from '../address.ts';

const name = z.object({
  kind: z.enum(STREET_KINDS),
  name: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  act: z.string().nullable(),
});
const house = z.object({
  id: z.uuid(),
  number: z.string(),
  district: z.string().nullable(),
  postcode: z.string().nullable(),
  flatsFrom: z.int().nullable(),
  flatsTo: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
const street = z.object({
  id: z.uuid(),
  settlement: z.string(),
  settlementCode: z.string(),
  /** The newest first: the first is today's. */
  names: z.array(name).min(1),
  houses: z.array(house),
});
export type WholeStreet = z.output<typeof street>;

export const getStreet = defineQuery({
  name: 'address-register.get-street',
  title: { uk: 'Вулиця: назви й будинки', en: 'A street: its names and houses' },
  may: ['resident'],
  input: z.object({ id: z.uuid('address-register:refusals.noSuchStreet') }),
  output: street,
  async run({ tx }, { id }) {
    const { rows } = await sql<Omit<WholeStreet, 'houses'>>`
      select s.id, t.name as settlement, t.code as "settlementCode",
             (select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name, 'validFrom', n.valid_from,
                       'validTo', n.valid_to, 'act', n.act) order by n.valid_from desc nulls last)
                from address_register.street_names n where n.street_id = s.id) as names
        from address_register.streets s join address_register.settlements t on t.code = s.settlement_code
       where s.id = ${id}`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw notFound('address-register:refusals.noSuchStreet');
    const houses = await sql<z.output<typeof house>>`
      select h.id, h.number, d.name as district, h.postcode, h.flats_from as "flatsFrom", h.flats_to as "flatsTo",
             h.lat, h.lon
        from address_register.houses h left join address_register.districts d on d.code = h.district_code
       where h.street_id = ${id} order by h.number_order, h.number limit 2000`.execute(tx);
    return { ...found, houses: houses.rows };
  },
});
