import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findBookedVisits } from '../../booking/index.ts';
import { findQuestionsOf } from '../../consultations/index.ts';
import { findDues } from '../../fees/index.ts';
import { tellServices } from '../../service-catalogue/index.ts';
import { draftDays, findDrafts } from '../draft-store.ts';
import { findOwnCases, findVisitCodes } from '../own-store.ts';

const DAY_MS = 24 * 3600 * 1000;
const bilingual = z.object({ uk: z.string(), en: z.string() });

const caseView = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  stateName: bilingual,
  isOpen: z.boolean(),
  registeredAt: z.date(),
  dueOn: z.iso.date().nullable(),
  holderKind: z.string(),
  holder: z.string().nullable(),
  /** The cabinet has a page of its own for it. */
  isApplication: z.boolean(),
});

/** Everything that waits for this person, or for which they wait. */
export const myCabinet = defineQuery({
  name: 'cabinet.my-cabinet',
  title: { uk: 'Мій кабінет', en: 'My cabinet' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({}),
  output: z.object({
    name: personal(z.string()),
    cases: z.array(caseView),
    drafts: z.array(
      z.object({ serviceCode: z.string(), name: bilingual, savedAt: z.date(), keptUntil: z.date() }),
    ),
    visits: z.array(
      z.object({ code: z.string(), state: z.string(), startsAt: z.date(), services: z.array(bilingual) }),
    ),
    dues: z.array(
      z.object({
        code: z.string(),
        caseNumber: z.string(),
        service: z.string(),
        amount: z.string(),
        isOpen: z.boolean(),
      }),
    ),
    questions: z.array(
      z.object({
        id: z.uuid(),
        state: z.string(),
        question: personal(z.string()),
        answer: personal(z.string().nullable()),
        askedAt: z.date(),
        dueOn: z.iso.date(),
      }),
    ),
  }),
  async run({ tx, actor, now, house }) {
    const { accountId, name } = accountOf(actor);
    const cases = await findOwnCases(tx, accountId);
    return {
      name,
      cases: cases.map((one) => ({
        ...one,
        stateName: house.kindOf(one.kind)?.states[one.state] ?? { uk: one.state, en: one.state },
        isApplication: one.kind === 'applications.application',
      })),
      drafts: await viewDrafts(tx, accountId, now),
      visits: await viewVisits(tx, accountId, now),
      dues: await viewDues(tx, cases),
      questions: [...(await findQuestionsOf(tx, accountId))],
    };
  },
});

async function viewDrafts(tx: Transaction, accountId: string, now: Date) {
  const days = await draftDays(tx, now);
  const drafts = await findDrafts(tx, accountId);
  const views = [];
  for (const { serviceCode, savedAt } of drafts) {
    const [name] = await namesOf(tx, [serviceCode], now);
    if (name === undefined) continue;
    views.push({ serviceCode, name, savedAt, keptUntil: new Date(savedAt.getTime() + days * DAY_MS) });
  }
  return views;
}

async function viewVisits(tx: Transaction, accountId: string, now: Date) {
  const visits = await findBookedVisits(tx, await findVisitCodes(tx, accountId), now);
  const views = [];
  for (const { code, state, startsAt, serviceCodes } of visits) {
    views.push({ code, state, startsAt, services: await namesOf(tx, serviceCodes, now) });
  }
  return views;
}

async function viewDues(tx: Transaction, cases: readonly { readonly id: string }[]) {
  const dues = await findDues(
    tx,
    cases.map(({ id }) => id),
  );
  return dues.map(({ code, caseNumber, serviceName, amount, state }) => ({
    code,
    caseNumber,
    service: serviceName,
    amount,
    isOpen: state === 'due' || state === 'part-paid',
  }));
}

async function namesOf(tx: Transaction, codes: readonly string[], now: Date) {
  const services = await tellServices(tx, codes, kyivDate(now));
  return services.map(({ name, nameEn }) => ({ uk: name, en: nameEn }));
}
