import { type Course, CoursePlanner, workingDaysOf } from './plan-course.ts';
import { makeUpApplicant } from './made-up.ts';
import type { ReceptionDay } from './plan-days.ts';
import type { Draft } from './plan-drafts.ts';
import type { Deed } from './planned-deed.ts';
import { makeId, pick, randomOf } from './random.ts';
import type { ReplayCity } from './replay-city.ts';
import type { Sector, YearFile } from './year-file.ts';

/** Lanes of what happens to cases: a case stays in one. */
export const COURSE_LANES = 2;

interface Waiting {
  readonly caseId: string;
  readonly lane: number;
}

interface Agenda {
  /** By lane. */
  readonly steps: Deed[][];
  readonly handOuts: Record<Sector, Waiting[]>;
}

/** The cases that are under way: what is still to come, by day. Empties itself as the year goes by. */
export class CaseBook {
  private readonly agendas = new Map<number, Agenda>();
  private readonly courses: CoursePlanner;
  private readonly file: YearFile;
  private readonly city: ReplayCity;
  private readonly seed: string;
  private filed = 0;

  constructor(plan: { file: YearFile; city: ReplayCity; seed: string; days: readonly ReceptionDay[] }) {
    this.file = plan.file;
    this.city = plan.city;
    this.seed = plan.seed;
    this.courses = new CoursePlanner(plan.file.course, plan.days);
  }

  /** Registers an application and lays down its further course. */
  register(
    draft: Draft,
    by: { day: ReceptionDay; at: number; clerk: string; ticketId: string | undefined },
  ): Deed {
    const number = this.filed++;
    const random = randomOf(this.seed, 'case', number);
    const caseId = makeId(random, by.at);
    const { service, body, line } = draft;
    const isBody = random() < (this.file.hallwork.legalPersonShare[line] ?? 0);
    const termDays = service === null ? this.file.course.notItemisedTermDays : workingDaysOf(service.term);
    const course = this.courses.plan({ caseId, day: by.day.index, at: by.at, termDays, body }, random);
    const specialist = pick(random, this.city.specialists.get(body) ?? []);
    this.layDown(course, { caseId, lane: number % COURSE_LANES }, specialist, draft.sector);
    const { labels } = this.file;
    return {
      action: 'applications.register-application',
      at: by.at,
      by: by.clerk,
      input: {
        id: caseId,
        ...(by.ticketId === undefined ? {} : { ticketId: by.ticketId }),
        serviceCode: service?.code ?? null,
        ...(service === null ? {} : { providerCode: body, documents: service.documents }),
        applicant: makeUpApplicant(random, isBody),
        synthetic: service === null ? labels.notItemised : labels.itemised,
      },
    };
  }

  /** What is laid down for a day; grows while the day's own applications are registered. */
  agenda(day: number): Agenda {
    const known = this.agendas.get(day);
    if (known !== undefined) return known;
    const fresh = emptyAgenda();
    this.agendas.set(day, fresh);
    return fresh;
  }

  /** The day is over. */
  forget(day: number): void {
    this.agendas.delete(day);
  }

  private layDown(course: Course, waiting: Waiting, specialist: string, sector: Sector): void {
    for (const { day, ...step } of course.steps)
      this.agenda(day).steps[waiting.lane]?.push({ ...step, by: specialist });
    if (course.handOut !== null) this.agenda(course.handOut).handOuts[sector].push(waiting);
  }
}

function emptyAgenda(): Agenda {
  return {
    steps: Array.from({ length: COURSE_LANES }, () => []),
    handOuts: { registration: [], social: [], administrative: [] },
  };
}
