import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { STREET_KINDS } from '../address.ts';
import { kindInput } from '../address-input.ts';
import { parseAddress } from '../address-words.ts';

const line = z.object({
  id: z.uuid(),
  kind: z.enum(STREET_KINDS),
  name: z.string(),
  settlement: z.string(),
  since: z.iso.date().nullable(),
  act: z.string().nullable(),
  /** The newest first. */
  formerNames: z.array(z.object({ kind: z.enum(STREET_KINDS), name: z.string(), validTo: z.iso.date() })),
  houses: z.int(),
});
export type StreetLine = z.output<typeof line>;

export const SORTS = ['name', '-name', 'since', '-since', 'houses', '-houses'] as const;
const ORDER = {
  name: sql`name, id`,
  '-name': sql`name desc, id`,
  since: sql`since nulls last, name, id`,
  '-since': sql`since desc nulls last, name, id`,
  houses: sql`houses, name, id`,
  '-houses': sql`houses desc, name, id`,
} as const;

export const listStreets = defineQuery({
  name: 'address-register.list-streets',
  title: { uk: 'Вулиці та їхні назви', en: 'Streets and their names' },
  may: ['resident'],
  input: z.object({
    /** Also a former name, or an address with a number. */
    words: z.string().trim().max(200).default(''),
    kind: kindInput.optional(),
    renamed: z.boolean().default(false),
    sort: z.enum(SORTS).default('name'),
    limit: z.coerce.number().int().min(1).max(10_000).default(50),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  output: z.object({ streets: z.array(line), count: z.int() }),
  async run({ tx }, { words, kind, renamed, sort, limit, offset }) {
    const street = parseAddress(words).street;
    const literal = `%${street.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<StreetLine & { count: number }>`
      select *, count(*) over () as count from (
        select s.id, c.kind, c.name, t.name as settlement, c.valid_from as since, c.act,
               coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name, 'validTo', f.valid_to)
                                order by f.valid_to desc)
                  from address_register.street_names f where f.street_id = s.id and f.valid_to is not null), '[]') as "formerNames",
               (select count(*)::int from address_register.houses h where h.street_id = s.id) as houses
          from address_register.streets s
          join address_register.street_names c on c.street_id = s.id and c.valid_to is null
          join address_register.settlements t on t.code = s.settlement_code
         where (${kind ?? null}::text is null or c.kind = ${kind ?? null}::text)
           and (not ${renamed}::boolean or exists (
                 select from address_register.street_names f where f.street_id = s.id and f.valid_to is not null))
           and (${street} = '' or exists (
                 select from address_register.street_names n where n.street_id = s.id
                    and (n.found_by like ${literal} or word_similarity(${street}, n.found_by) >= 0.6)))) found
       order by ${ORDER[sort]} limit ${limit} offset ${offset}`.execute(tx);
    return { streets: [...rows], count: rows[0]?.count ?? 0 };
  },
});
