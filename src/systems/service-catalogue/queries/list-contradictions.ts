import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import {
  type ContradictionKey,
  CONTRADICTIONS,
  findContradictions,
  findOverlaps,
} from '../contradictions.ts';
import { readHeldDocuments } from '../held-documents.ts';
import { contradictionView } from '../planned-row.ts';
import { draftOf } from '../service-draft.ts';
import { isInForce } from '../service.ts';
import { readFullVersions, readLivingUnits } from '../version-store.ts';

const KEYS = Object.keys(CONTRADICTIONS) as [ContradictionKey, ...ContradictionKey[]];

export const contradictionLine = contradictionView.extend({ code: z.string(), name: z.string() });
export type ContradictionLine = z.output<typeof contradictionLine>;

/** What contradicts what in the versions in force, errors first. */
export const listContradictionsQuery = defineQuery({
  name: 'service-catalogue.list-contradictions',
  title: { uk: 'Суперечності в каталозі', en: 'Contradictions in the catalogue' },
  input: z.object({
    words: z.string().max(200).optional(),
    level: z.enum(['error', 'warning']).optional(),
    key: z.enum(KEYS).optional(),
  }),
  output: z.object({
    services: z.number(),
    total: z.number(),
    lines: z.array(contradictionLine),
  }),
  may: ['head', 'it', 'auditor'],
  async run({ tx, now }, { words, level, key }) {
    const today = kyivDate(now);
    const known = { units: await readLivingUnits(tx, today), held: await readHeldDocuments(tx) };
    const all = await readFullVersions(tx);
    const inForce = all.filter(({ service }) => isInForce(service, today));
    const names = new Map(inForce.map(({ service }) => [service.code, service.name]));
    const found = [
      ...inForce.flatMap((version) => {
        const judged = draftOf(version);
        return findContradictions(judged, known).map((one) => ({ ...one, code: judged.code }));
      }),
      ...findOverlaps(all.map(({ service }) => service)),
    ];
    const lines = found
      .map((one) => ({ ...one, params: { ...one.params }, name: names.get(one.code) ?? '' }))
      .filter((one) => level === undefined || one.level === level)
      .filter((one) => key === undefined || one.key === key)
      .filter((one) => fits(one, words?.trim().toLocaleLowerCase('uk') ?? ''))
      .toSorted((a, b) => a.level.localeCompare(b.level) || a.code.localeCompare(b.code));
    return { services: new Set(lines.map(({ code }) => code)).size, total: lines.length, lines };
  },
});

function fits({ code, name, params }: Pick<ContradictionLine, 'code' | 'name' | 'params'>, words: string) {
  return (
    words === '' || [code, name, ...Object.values(params)].join(' ').toLocaleLowerCase('uk').includes(words)
  );
}
