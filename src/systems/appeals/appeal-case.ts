import type {
  CaseClock,
  CaseControl,
  CaseDetails,
  CaseExecutor,
  CaseQuestion,
  Excluded,
  LinkedCase,
} from '../../kernel/cases/index.ts';
import type { Course } from './appeal-course.ts';
import type { AppealAnswer } from './answer-store.ts';
import type { AppealRow } from './appeal-store.ts';
import type { Resolution } from './resolution-store.ts';
import type { SimilarAppeal } from './similar-store.ts';

/** An appeal as the desk shows it. */
export interface AppealCase extends AppealRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly registeredAt: Date;
  readonly dueOn: string | null;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly executorId: string | null;
  readonly executor: string | null;
  readonly author: CaseDetails['applicant'];
  readonly clocks: readonly CaseClock[];
  readonly questions: readonly CaseQuestion[];
  readonly executors: readonly CaseExecutor[];
  readonly controls: readonly CaseControl[];
  readonly complainedOf: readonly Excluded[];
  readonly links: readonly LinkedCase[];
  readonly resolutions: readonly Resolution[];
  readonly answers: readonly AppealAnswer[];
  /** Offered to a person, never merged by themselves. */
  readonly similar: readonly SimilarAppeal[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly course: Course;
}
