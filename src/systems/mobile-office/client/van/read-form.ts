import { isEdrpou, isRnokpp } from '../../../../kernel/cases/applicant-code.ts';

/** What was written into the form of a service. */
export interface Written {
  readonly applicant: Readonly<Record<string, string>>;
  readonly documents: readonly string[];
  readonly answers: Readonly<Record<string, string | boolean | number>>;
}

/** A question as the page carries it; the whole of it is the catalogue's. */
export interface Question {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  readonly showWhen?: { readonly field: string; readonly is: string | boolean };
}

export function readForm(form: FormData, questions: readonly Question[]): Written {
  const text = (name: string) => textOf(form, name);
  const applicant = ['kind', 'name', 'code', 'passport', 'phone', 'email', 'address'].flatMap((name) => {
    const value = text(`applicant.${name}`);
    return value === '' ? [] : [[name, value] as const];
  });
  const answers = questions.flatMap((question) => {
    const value = text(`answers.${question.name}`);
    return value === '' ? [] : [[question.name, valueOf(question.kind, value)] as const];
  });
  return {
    applicant: { kind: 'person', ...Object.fromEntries(applicant) },
    documents: form.getAll('documents').filter((value) => typeof value === 'string'),
    answers: Object.fromEntries(
      answers.filter(([name]) => isAsked(name, questions, Object.fromEntries(answers))),
    ),
  };
}

/** A text field, trimmed; '' where it is absent or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function valueOf(kind: string, text: string): string | boolean | number {
  if (kind === 'yes-no') return text === 'yes';
  if (kind !== 'number') return text;
  const number = Number(text.replaceAll(/\s/g, '').replace(',', '.'));
  return Number.isNaN(number) ? text : number;
}

function isAsked(name: string, questions: readonly Question[], answers: Written['answers']): boolean {
  const condition = questions.find((one) => one.name === name)?.showWhen;
  if (condition === undefined) return true;
  return answers[condition.field] === condition.is;
}

/** What must be mended while the person is still here: field and the key of the sentence. */
export interface Slip {
  readonly field: string;
  readonly said: 'needed' | 'code10' | 'code8' | 'codeOrPassport' | 'phone' | 'email';
}

/** The rules that a laptop can keep alone; the Centre judges the rest when it gets it. */
export function judge({ applicant, answers }: Written, questions: readonly Question[]): readonly Slip[] {
  const { kind, name = '', code = '', passport = '', phone = '', email = '' } = applicant;
  const digits = code.replaceAll(/[\s-]/g, '');
  const slips: (Slip | null)[] = [
    name === '' ? { field: 'applicant.name', said: 'needed' } : null,
    code === '' && (kind === 'body' || passport === '')
      ? { field: 'applicant.code', said: 'codeOrPassport' }
      : null,
    code !== '' && kind === 'person' && !isRnokpp(digits)
      ? { field: 'applicant.code', said: 'code10' }
      : null,
    code !== '' && kind === 'body' && !isEdrpou(digits) ? { field: 'applicant.code', said: 'code8' } : null,
    phone !== '' && !/^\+?[\d\s()-]{5,}$/.test(phone) ? { field: 'applicant.phone', said: 'phone' } : null,
    email !== '' && !/^\S+@\S+\.\S+$/.test(email) ? { field: 'applicant.email', said: 'email' } : null,
    ...questions.map((one): Slip | null =>
      one.required && isAsked(one.name, questions, answers) && answers[one.name] === undefined
        ? { field: `answers.${one.name}`, said: 'needed' }
        : null,
    ),
  ];
  return slips.filter((slip) => slip !== null);
}
