import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import { type ListAddress, present, readListAddress } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { listRegistersQuery } from '../queries/list-registers.ts';
import { type Direction, DIRECTIONS, registerNumber, type RegisterState, STATES } from '../register.ts';
import { type Register, REGISTER_ORDERS, type RegisterOrder } from '../register-store.ts';

export interface Filters extends ListAddress<RegisterOrder> {
  readonly direction?: Direction;
  readonly state?: RegisterState;
  readonly unit?: string;
}

/** Filters of an address that anyone may have written: what is not ours is left out. */
export function filtersOf(request: PageRequest): Filters {
  const { query } = request;
  return {
    ...readListAddress(request, REGISTER_ORDERS, 'made'),
    ...present({
      direction: DIRECTIONS.find((one) => one === query['direction']),
      state: STATES.find((one) => one === query['state']),
      unit: query['unit']?.slice(0, 60) || undefined,
    }),
  };
}

export function everyRegister(request: PageRequest, filters: Filters): AsyncGenerator<Register> {
  return everyRow(async ({ after: offset = 0 }: From<number>) => {
    const { registers } = await request.ask(listRegistersQuery, { ...filters, offset, limit: 500 });
    return { rows: registers, next: registers.length < 500 ? null : offset + 500 };
  });
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
