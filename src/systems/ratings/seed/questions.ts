import type { Certainty } from '../../../kernel/calendar/validity.ts';

/**
 * What the form asks. КМУ 864 of 11.08.2021 (amended by 662 of 07.06.2024) prescribes the monitoring
 * and the loyalty index (9-10 promote: V2); the wording of its questions was not at hand (M?), so a
 * lawyer replaces it at /desk/ratings/settings from a day on.
 */
export const QUESTIONS: readonly {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly indexName: string;
  readonly indexNameEn: string;
  readonly certainty: Certainty;
}[] = [
  {
    code: 'service',
    title: 'Чи задоволені ви тим, як вас обслужили?',
    titleEn: 'Are you satisfied with how you were served?',
    indexName: 'Обслуговування',
    indexNameEn: 'Service',
    certainty: 'M?',
  },
  {
    code: 'waiting',
    title: 'Чи задоволені ви часом чекання?',
    titleEn: 'Are you satisfied with the time you waited?',
    indexName: 'Чекання',
    indexNameEn: 'Waiting',
    certainty: 'M?',
  },
  {
    code: 'comfort',
    title: 'Чи зручно вам було в Центрі?',
    titleEn: 'Were you comfortable at the Centre?',
    indexName: 'Зручність',
    indexNameEn: 'Comfort',
    certainty: 'M?',
  },
  {
    code: 'clarity',
    title: 'Чи зрозуміло вам пояснили, що робити?',
    titleEn: 'Was it clear to you what to do?',
    indexName: 'Зрозумілість',
    indexNameEn: 'Clarity',
    certainty: 'M?',
  },
  {
    code: 'courtesy',
    title: 'Чи ввічливо з вами говорили?',
    titleEn: 'Did they talk to you politely?',
    indexName: 'Ввічливість',
    indexNameEn: 'Courtesy',
    certainty: 'M?',
  },
  {
    code: 'recommend',
    title: 'Чи порадили б ви Центр знайомим?',
    titleEn: 'Would you recommend the Centre to friends?',
    indexName: 'Порадив би',
    indexNameEn: 'Would recommend',
    certainty: 'V2',
  },
];

export const ARTICLE = 'КМУ 864 від 11.08.2021 (зі змінами 662 від 07.06.2024)';
export const IN_FORCE = '2021-08-11';
