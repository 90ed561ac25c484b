import { sql } from 'kysely';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { linkCases, unlinkCases } from '../../../kernel/cases/index.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { freeTwin } from '../free-twins.ts';

const input = z.object({
  caseId: caseIdInput,
  /** The main appeal, or the one that is repeated. */
  otherId: caseIdInput,
  kind: z.enum(['twin', 'repeat'], 'appeals:input.linkKindMissing'),
});

/** A person sees that two are alike and says so; nothing is merged by itself. A twin waits for the main one's answer. */
export const linkAppeals = defineAction({
  name: 'appeals.link-appeals',
  title: { uk: 'Пов’язати звернення', en: 'Link appeals' },
  input,
  output: deedView,
  may: ['registrar', 'leader'],
  async run(deed, { caseId, otherId, kind }) {
    await linkCases(deed, { caseId, otherId, kind });
    if (kind === 'twin') await requireOpenMain(deed, otherId);
    const done = await advanceAppeal(deed, caseId, {
      event: kind === 'twin' ? 'joined' : 'marked-repeat',
      ...(kind === 'twin' ? { to: 'joined' } : {}),
      data: { otherId },
      ...(kind === 'repeat' ? { beside: writeSign(caseId, 'repeated') } : {}),
    });
    return viewDeed(done);
  },
});

/** The link was wrong: the appeal goes on by itself. */
export const unlinkAppeals = defineAction({
  name: 'appeals.unlink-appeals',
  title: { uk: 'Розʼєднати звернення', en: 'Unlink appeals' },
  input,
  output: deedView,
  may: ['registrar', 'leader'],
  async run(deed, { caseId, otherId, kind }) {
    const { done, wasLinked } =
      kind === 'twin' ? await freeTwin(deed, caseId, otherId) : await unmarkRepeat(deed, caseId, otherId);
    if (!wasLinked) throw new Refusal('appeals:refusals.notLinked', { number: done.number });
    return viewDeed(done);
  },
});

async function unmarkRepeat(deed: Deed, caseId: string, otherId: string) {
  const beside = writeSign(caseId, 'first');
  const done = await advanceAppeal(deed, caseId, { event: 'unlinked', data: { otherId }, beside });
  return { done, wasLinked: await unlinkCases(deed, { caseId, otherId, kind: 'repeat' }) };
}

function writeSign(caseId: string, sign: 'first' | 'repeated') {
  return sql`update appeals.appeals set sign = ${sign} where case_id = ${caseId}`;
}

/** Its answer is still to come; what was answered before is a reason not to consider, or a repeat. */
async function requireOpenMain({ tx }: Deed, otherId: string): Promise<void> {
  const { rows } = await sql<{ number: string; open: boolean }>`
    select c.number, c.is_open as open from kernel.cases c join appeals.appeals a on a.case_id = c.id
    where c.id = ${otherId}`.execute(tx);
  const [main] = rows;
  if (main === undefined) throw new Refusal('cases:refusals.noSuchCase', {}, 404);
  if (!main.open) throw new Refusal('appeals:refusals.mainIsClosed', { number: main.number });
}
