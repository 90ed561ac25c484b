import { z } from 'zod';
import type { PageRequest } from '../../../kernel/page/define-page.ts';

/** What an address that anyone may have written says of a list's page, period and order. */
export interface ListAddress<Order extends string> {
  readonly words: string;
  readonly from?: string;
  readonly to?: string;
  readonly order: Order;
  readonly down: boolean;
  readonly offset: number;
}

export function readListAddress<Order extends string>(
  { query }: PageRequest,
  orders: readonly Order[],
  usual: Order,
): ListAddress<Order> {
  const sort = query['sort'] ?? '';
  const order = orders.find((one) => one === sort.replace(/^-/, ''));
  const offset = Number(query['after'] ?? '0');
  const [from, to] = [day(query['from']), day(query['to'])];
  return {
    words: (query['words'] ?? '').slice(0, 100).trim(),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    order: order ?? usual,
    down: order === undefined || sort.startsWith('-'),
    offset: Number.isInteger(offset) && offset >= 0 && offset <= 1_000_000 ? offset : 0,
  };
}

function day(text: string | undefined): string | undefined {
  return z.iso.date().safeParse(text).data;
}

/** As `DataTable` wants it. */
export function sortOf({ order, down }: { readonly order: string; readonly down: boolean }): string {
  return down ? `-${order}` : order;
}
