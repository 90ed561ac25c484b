import { type Answers, type FormField, isAsked } from '../../service-catalogue/index.ts';

/** Lifelike answers to any form of the demo city: `index` makes one person's unlike another's. */
export function sampleAnswers(form: readonly FormField[], index: number): Answers {
  const answers: Record<string, string | number | boolean> = {};
  // In the order of the form, so that a question is answered only where it is asked.
  for (const [place, field] of form.entries()) {
    if (!isAsked(field, form, answers)) continue;
    const answer = sampleOf(field, index + place);
    if (answer !== undefined) answers[field.name] = answer;
  }
  return answers;
}

const TEXTS: Readonly<Record<string, string>> = {
  'cadastral-number': '3510100000:12:345:0067',
  kved: '56.10',
  vin: 'WVWZZZ1KZAW000001',
  plate: 'ВА 4521 НХ',
  iban: 'UA213223130000026007233566001',
  passport: 'ЕА 123456',
};
const STREETS = ['Велика Перспективна', 'Дворцова', 'Архітектора Паученка', 'Шевченка', 'Кавказька'];

function sampleOf(field: FormField, index: number): string | number | boolean | undefined {
  switch (field.kind) {
    case 'text':
      return field.format === undefined ? 'За документами' : TEXTS[field.format];
    case 'long-text':
      return 'Розповіли біля вікна, документи додано.';
    case 'number':
      return Math.min(field.most ?? 1_000_000, Math.max(field.least ?? 1, 2 + (index % 5)));
    case 'date':
      return `2026-0${1 + (index % 9)}-1${index % 10}`;
    case 'yes-no':
      return index % 3 === 0;
    case 'choice':
      return field.options[index % field.options.length]?.value;
    case 'address':
      return `м. Кропивницький, вул. ${STREETS[index % STREETS.length] ?? ''}, ${1 + (index % 90)}`;
    case 'phone':
      return '+380501112233';
    case 'email':
      return 'person@example.org';
    case 'person-code':
      return '1759013776';
    case 'file':
      return undefined;
  }
}
