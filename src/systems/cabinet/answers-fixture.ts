import { type Answers, type FormField, isAsked } from '../service-catalogue/index.ts';

/** Right answers to every question that is asked, whatever the form asks today. */
export function answersTo(form: readonly FormField[]): Answers {
  const answers: Record<string, string | number | boolean> = {};
  for (const field of form) {
    if (field.required && isAsked(field, form, answers)) answers[field.name] = answerTo(field);
  }
  return answers;
}

function answerTo(field: FormField): string | number | boolean {
  switch (field.kind) {
    case 'number':
      return field.least ?? 2;
    case 'yes-no':
      return false;
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'date':
      return '2026-01-15';
    case 'phone':
      return '0501112233';
    case 'email':
      return 'a@example.org';
    case 'person-code':
      return '1759013776';
    case 'text':
      return field.format === 'iban' ? `UA${'1'.repeat(27)}` : 'так';
    case 'long-text':
    case 'address':
    case 'file':
      return 'так';
  }
}
