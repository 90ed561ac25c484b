import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin, getActor } from '../../../kernel/identity/find-actor.ts';
import { listServices, type Service } from '../../service-catalogue/index.ts';
import { handOutResult } from '../actions/hand-out-result.ts';
import { handOverApplication } from '../actions/hand-over-application.ts';
import { leaveWithoutMotion } from '../actions/leave-without-motion.ts';
import { passApplication } from '../actions/pass-application.ts';
import { recordOutcome } from '../actions/record-outcome.ts';
import { registerApplication } from '../actions/register-application.ts';
import { resumeApplication } from '../actions/resume-application.ts';
import { takeApplication } from '../actions/take-application.ts';
import { withdrawApplication } from '../actions/withdraw-application.ts';
import { DEMO_COURSES, type DemoCourse } from './demo-course.ts';
import { sampleAnswers } from './sample-answers.ts';
import { demoPerson } from './demo-people.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_021;
const CLERK = 'administrator-01';

/** A lifelike handful, done by the actions themselves at moments before now. Only into an empty city. */
export async function seedDemo(database: Database, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows } = await sql`select from applications.applications limit 1`.execute(tx);
    if (rows.length > 0) return;
    const services = await listServices(tx, kyivDate(now));
    const bodies = [
      ...new Set(DEMO_COURSES.flatMap(({ body, handedOver }) => [body, handedOver?.to ?? body])),
    ];
    const staff = await findActorsByLogin(tx, [CLERK, ...bodies.map(specialistOf)]);
    if (!staff.has(CLERK)) return;
    // In the order of registering, so that numbers grow with the days.
    const courses = DEMO_COURSES.toSorted((a, b) => b.registered - a.registered);
    for (const [index, course] of courses.entries()) {
      const service = serviceOf(services, course.body, index);
      if (service !== undefined) await follow({ tx, staff, now, index }, course, service);
    }
  });
}

interface Stage {
  readonly tx: Transaction;
  readonly staff: ReadonlyMap<string, Actor>;
  readonly now: Date;
  readonly index: number;
}

function specialistOf(body: string): string {
  return `specialist-${body}`;
}

function serviceOf(services: readonly Service[], body: string, index: number): Service | undefined {
  const own = services.filter(({ providers }) => providers.some(({ code }) => code === body));
  return own[index % Math.max(1, Math.min(own.length, 4))];
}

async function follow(stage: Stage, course: DemoCourse, service: Service): Promise<void> {
  const caseId = uuid();
  const specialist = specialistOf(course.body);
  await runAt(by(stage, CLERK, course.registered, 0), registerApplication, {
    id: caseId,
    serviceCode: service.code,
    providerCode: course.body,
    applicant: demoPerson(stage.index),
    documents: service.documents,
    ...(service.form.length === 0 ? {} : { answers: sampleAnswers(service.form, stage.index) }),
  });
  const { passed, taken, paused, resumed, handedOver, decided, handedOut, withdrawn } = course;
  if (passed !== undefined) await runAt(by(stage, CLERK, passed, 2), passApplication, { caseId });
  if (taken !== undefined) await runAt(by(stage, specialist, taken, 3), takeApplication, { caseId });
  if (paused !== undefined)
    await runAt(by(stage, specialist, paused, 4), leaveWithoutMotion, { caseId, ...defect(stage) });
  if (resumed !== undefined) await runAt(by(stage, CLERK, resumed, 4), resumeApplication, { caseId });
  if (handedOver !== undefined) {
    await runAt(by(stage, specialist, handedOver.ago, 5), handOverApplication, {
      caseId,
      unitCode: handedOver.to,
    });
  }
  if (decided !== undefined) {
    const { ago, outcome } = decided;
    const reasons = outcome === 'refused' ? ['documents-missing'] : [];
    await runAt(by(stage, specialist, ago, 6), recordOutcome, { caseId, outcome, reasons });
  }
  if (handedOut !== undefined) await runAt(by(stage, CLERK, handedOut, 7), handOutResult, { caseId });
  if (withdrawn !== undefined) await runAt(by(stage, CLERK, withdrawn, 7), withdrawApplication, { caseId });
}

function defect({ now }: Stage): { readonly reason: string; readonly cureBy: string } {
  const cureBy = addDays(kyivDate(now), 7);
  return { reason: 'Додайте довідку про склад сім’ї: та, що є у справі, без підпису.', cureBy };
}

/** A clerk at a moment `ago` days before now; `turn` keeps deeds of one day apart. */
function by({ tx, staff, now, index }: Stage, login: string, ago: number, turn: number): By {
  return { tx, actor: getActor(staff, login), at: momentOf(now, ago, turn, index) };
}

function momentOf(now: Date, ago: number, turn: number, index: number): Date {
  if (ago === 0) return new Date(now.getTime() - (90 - turn * 10 - (index % 8)) * 60_000);
  const date = addDays(kyivDate(now), -ago);
  const minute = `${(index * 7) % 60}`.padStart(2, '0');
  return kyivInstant(date, `${`${9 + turn}`.padStart(2, '0')}:${minute}`);
}
