import { z } from 'zod';
import { hasRole } from '../../kernel/actions/actor.ts';
import type { Asking } from '../../kernel/actions/define.ts';
import { getCase, listParts } from '../../kernel/cases/index.ts';

/** The complex service that an application is a part of. */
export const familyView = z.object({
  id: z.uuid(),
  /** Its page on the desk; none for a body's specialist. */
  path: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  /** The other parts; none for a body's specialist, whose matter they are not. */
  siblings: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      number: z.string(),
      title: z.string(),
      state: z.string(),
      isOpen: z.boolean(),
      dueOn: z.iso.date().nullable(),
    }),
  ),
});
export type Family = z.output<typeof familyView>;

export async function readFamily(
  { tx, actor, house }: Pick<Asking, 'tx' | 'actor' | 'house'>,
  found: { readonly id: string; readonly parentId: string | null },
): Promise<Family | null> {
  if (found.parentId === null) return null;
  const { id, kind, number, title } = await getCase(tx, found.parentId);
  const overseesAll = hasRole(actor, 'administrator', 'head', 'auditor');
  const parts = overseesAll ? await listParts(tx, id) : [];
  const siblings = parts
    .filter((part) => part.id !== found.id)
    .map((part) => ({
      id: part.id,
      no: part.no,
      number: part.number,
      title: part.title,
      state: part.state,
      isOpen: part.isOpen,
      dueOn: part.dueOn,
    }));
  const path = overseesAll ? (house.kindOf(kind)?.staffPath.replace(':id', id) ?? null) : null;
  return { id, path, number, title, siblings };
}
