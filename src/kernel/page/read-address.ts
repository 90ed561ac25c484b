import { z } from 'zod';
import type { PageRequest } from './define-page.ts';

// An address may have been written by anyone: what does not fit is left out, so that an old link still opens.

/** Words to search by; undefined where there are none. */
export function wordsOf(text: string | undefined, most = 200): string | undefined {
  return text?.trim().slice(0, most) || undefined;
}

/** `2020-09-19`, a day that there is. */
export function dayOf(text: string | undefined): string | undefined {
  return z.iso.date().safeParse(text).data;
}

/** How many rows are before; 0 where nothing is said. */
export function countOf(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}

/** Only what is there: a query's defaults stand for the rest. */
export function present<Given extends object>(
  given: Given,
): { [Name in keyof Given]?: Exclude<Given[Name], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.assign({}, ...entries.map(([name, value]) => ({ [name]: value })));
}

/** What the address of a list says of words, period, order and place. */
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
  return {
    words: wordsOf(query['words'], 100) ?? '',
    ...present({ from: dayOf(query['from']), to: dayOf(query['to']) }),
    order: order ?? usual,
    down: order === undefined || sort.startsWith('-'),
    offset: countOf(query['after']),
  };
}

/** As `DataTable` wants it. */
export function sortOf({ order, down }: { readonly order: string; readonly down: boolean }): string {
  return down ? `-${order}` : order;
}
