import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { type CaseDetails, getCase } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { getService, type Service } from '../service-catalogue/index.ts';
import {
  accountOf,
  dueAmount,
  type FeeRules,
  type Tariff,
  tariffsOf,
  type Waiver,
  waiversOf,
} from './assess.ts';
import { purposeOf } from './due.ts';
import { coverCase, drawPayCode, insertDue } from './due-store.ts';
import { readRules } from './rules-store.ts';

export interface Assessment {
  readonly found: CaseDetails;
  readonly service: Service;
  readonly rules: FeeRules;
  readonly tariffs: readonly Tariff[];
  readonly waivers: readonly Waiver[];
}

/**
 * What a case may be charged. The day of filing decides: the minimum of its 1 January, the tariffs and
 * waivers then in force. @throws Refusal where the case names no service or is not ours to charge.
 */
export async function assessCase(tx: Transaction, caseId: string): Promise<Assessment> {
  const found = await getCase(tx, caseId);
  if (found.definitionCode === null) throw new Refusal('fees:refusals.noService', { number: found.number });
  const on = kyivDate(found.registeredAt);
  const service = await getService(tx, found.definitionCode, on);
  const rules = await readRules(tx, on);
  return {
    found,
    service,
    rules,
    tariffs: tariffsOf(service, rules, on),
    waivers: waiversOf(service.code, rules),
  };
}

export interface Charge {
  readonly caseId: string;
  /** Needed where the service has several tariffs. */
  readonly variant?: string | undefined;
  readonly waiver?: string | undefined;
}

export interface ChargedDue {
  readonly dueId: string;
  readonly code: string;
  readonly amount: string;
}

/** Makes the due of a case, once: law 5203-VI art. 11. @throws Refusal */
export async function chargeFee(deed: Deed, charge: Charge): Promise<ChargedDue> {
  const { tx, actor, now } = deed;
  const { found, service, rules, tariffs, waivers } = await assessCase(tx, charge.caseId);
  const tariff = chooseTariff(tariffs, charge.variant, service);
  const waiver = chooseWaiver(waivers, charge.waiver);
  const account = accountOf(service.code, rules);
  if (account === undefined) throw new Refusal('fees:refusals.noAccount', { service: service.name });
  const [id, code, amount] = [uuid(), drawPayCode(), dueAmount(tariff, waiver)];
  await insertDue(
    tx,
    {
      id,
      case: found,
      service,
      variant: tariff.variant,
      basisPoints: tariff.basisPoints,
      base: tariff.base,
      fullAmount: tariff.amount,
      waiver,
      amount,
      article: waiver === null ? tariff.article : `${tariff.article}; ${waiver.article}`,
      account,
      chargedAt: now,
      chargedOn: kyivDate(now),
      chargedBy: actor.staffId,
    },
    code,
    purposeOf(code, found.number, account.budgetCode),
  );
  await coverCase(tx, { caseId: found.id, dueId: id, at: now, by: actor.staffId });
  deed.about({ kind: 'case', id: found.id });
  deed.about({ kind: 'due', id });
  return { dueId: id, code, amount };
}

function chooseTariff(tariffs: readonly Tariff[], code: string | undefined, service: Service): Tariff {
  const [first] = tariffs;
  if (first === undefined) throw new Refusal('fees:refusals.free', { service: service.name });
  if (tariffs.length === 1 && code === undefined) return first;
  const chosen = tariffs.find(({ variant }) => variant?.code === code);
  if (chosen === undefined) throw new Refusal('fees:refusals.chooseVariant', { service: service.name }, 422);
  return chosen;
}

function chooseWaiver(waivers: readonly Waiver[], code: string | undefined): Waiver | null {
  if (code === undefined) return null;
  const chosen = waivers.find((waiver) => waiver.code === code);
  if (chosen === undefined) throw new Refusal('fees:refusals.noSuchWaiver', {}, 422);
  return chosen;
}
