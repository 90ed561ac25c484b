import { z } from 'zod';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import { everyRow, type From, MOST_DOWNLOADED } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { listRegistersQuery } from '../queries/list-registers.ts';
import { type Direction, DIRECTIONS, registerNumber, type RegisterState, STATES } from '../register.ts';
import { type Register, REGISTER_ORDERS, type RegisterOrder } from '../register-store.ts';

export interface Filters {
  readonly words: string;
  readonly direction?: Direction;
  readonly state?: RegisterState;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly order: RegisterOrder;
  readonly down: boolean;
  readonly offset: number;
}

/** Filters of an address that anyone may have written: what is not ours is left out. */
export function filtersOf({ query }: PageRequest): Filters {
  const sort = query['sort'] ?? '';
  const order = REGISTER_ORDERS.find((one) => one === sort.replace(/^-/, ''));
  const offset = Number(query['after'] ?? '0');
  const [direction, state] = [
    DIRECTIONS.find((one) => one === query['direction']),
    STATES.find((one) => one === query['state']),
  ];
  const [from, to, unit] = [day(query['from']), day(query['to']), query['unit']?.slice(0, 60)];
  return {
    words: (query['words'] ?? '').slice(0, 100).trim(),
    ...(direction === undefined ? {} : { direction }),
    ...(state === undefined ? {} : { state }),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    order: order ?? 'made',
    down: order === undefined || sort.startsWith('-'),
    offset: Number.isInteger(offset) && offset >= 0 && offset <= 1_000_000 ? offset : 0,
  };
}

function day(text: string | undefined): string | undefined {
  return z.iso.date().safeParse(text).data;
}

export function everyRegister(request: PageRequest, filters: Filters): AsyncGenerator<Register> {
  return everyRow(async ({ after: offset = 0 }: From<number>) => {
    const { registers } = await request.ask(listRegistersQuery, { ...filters, offset, limit: 500 });
    return { rows: registers, next: registers.length < 500 ? null : offset + 500 };
  }, MOST_DOWNLOADED);
}

export function registerColumns(t: Translate): readonly ListColumn<Register>[] {
  const title = (name: string) => t(`handover-registers:columns.${name}`);
  return [
    { title: title('number'), width: 12, value: registerNumber },
    {
      title: title('direction'),
      width: 16,
      value: ({ direction }) => t(`handover-registers:directions.${direction}`),
    },
    { title: title('body'), width: 40, value: ({ unitName }) => unitName },
    { title: title('made'), width: 12, value: ({ madeOn }) => madeOn },
    {
      title: title('handed'),
      width: 12,
      value: ({ handedAt }) => (handedAt === null ? null : kyivDate(handedAt)),
    },
    { title: title('packages'), width: 10, value: ({ lines }) => lines },
    { title: title('received'), width: 10, value: ({ received }) => received },
    { title: title('discrepancies'), width: 14, value: ({ discrepancies }) => discrepancies },
    { title: title('state'), width: 16, value: ({ state }) => t(`handover-registers:states.${state}`) },
  ];
}
