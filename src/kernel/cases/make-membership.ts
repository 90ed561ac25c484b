import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../actions/define.ts';
import { houseDeed } from '../actions/house-deed.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { seedDeadlineRules } from '../clock/seed-deadline-rules.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { CaseKind } from './case-kind.ts';
import type { NewCase } from './new-case.ts';

/** A toy kind for tests: how one becomes a member of a tennis club. */
export const MEMBERSHIP: CaseKind = {
  name: 'tennis-club.membership',
  system: 'tennis-club',
  title: { uk: 'Вступ до клубу', en: 'Membership' },
  states: {
    asked: { uk: 'подано', en: 'asked' },
    trial: { uk: 'пробна гра', en: 'trial' },
    injured: { uk: 'перерва через травму', en: 'injured' },
    member: { uk: 'член клубу', en: 'member' },
    declined: { uk: 'відмовлено', en: 'declined' },
  },
  open: ['asked', 'trial', 'injured'],
  transitions: {
    asked: ['trial', 'declined'],
    trial: ['injured', 'member', 'declined'],
    injured: ['trial', 'declined'],
  },
  staffPath: '/desk/memberships/:id',
};

export interface Club {
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly trainerId: string;
  readonly otherTrainerId: string;
}

/** Two bodies, two trainers, calendar and terms. */
export async function makeClub(database: Database): Promise<Club> {
  const club = { unitId: uuid(), otherUnitId: uuid(), trainerId: uuid(), otherTrainerId: uuid() };
  await database.transaction().execute(async (tx) => {
    await seedCalendar(tx);
    await seedDeadlineRules(tx);
    for (const [id, code] of [
      [club.unitId, 'courts'],
      [club.otherUnitId, 'bar'],
    ] as const) {
      await sql`
        insert into kernel.units (id, code, kind, name, short_name, name_en, valid_from)
        values (${id}, ${code}, 'centre', ${code}, ${code}, ${code}, '2019-01-01')`.execute(tx);
    }
    for (const [id, login] of [
      [club.trainerId, 'ann'],
      [club.otherTrainerId, 'bob'],
    ] as const) {
      await sql`
        insert into kernel.staff (id, unit_id, login, name, roles, created_at)
        values (${id}, ${club.unitId}, ${login}, ${login}, '{specialist}', '2019-01-01')`.execute(tx);
    }
  });
  return club;
}

export function makeDeed(tx: Transaction, at: string | Date, more: Partial<Deed> = {}): Deed {
  return { ...houseDeed(tx, new Date(at)), ...more };
}

export function makeMembership(club: Club, more: Partial<NewCase> = {}): NewCase {
  return {
    kind: MEMBERSHIP,
    book: { name: 'memberships', letters: 'ТК' },
    title: 'Вступ до тенісного клубу',
    state: 'asked',
    applicant: { kind: 'person', name: "Мар'яна Гнатюк", code: '1759013776', phone: '+380501112233' },
    unitId: club.unitId,
    holder: { kind: 'body', unitId: club.unitId },
    term: { ruleCode: 'administrative-service' },
    ...more,
  };
}
