import { isRnokpp } from '../../../kernel/cases/applicant-code.ts';
import type { ApplicantInput } from '../application-input.ts';

const SURNAMES = [
  'Ткач',
  'Мельник',
  'Бойко',
  'Кравець',
  'Олійник',
  'Лисенко',
  'Савчук',
  'Гончар',
  'Руденко',
  'Мороз',
  'Левчук',
  'Панас',
];
const NAMES = [
  'Ірина Петрівна',
  'Олег Васильович',
  'Наталія Іванівна',
  'Юрій Олексійович',
  'Ганна Миколаївна',
];
const STREETS = [
  'вул. Велика Перспективна',
  'вул. Преображенська',
  'вул. Полтавська',
  'просп. Університетський',
];

/** Made-up people of the demo city, the same every time; without e-mail, so nobody is written to. */
export function demoPerson(index: number): ApplicantInput {
  return {
    kind: 'person',
    name: `${pick(SURNAMES, index * 5)} ${pick(NAMES, index)}`,
    code: demoCode(index),
    phone: `+38050${String(1_000_000 + index * 7919).slice(0, 7)}`,
    address: `м. Кропивницький, ${pick(STREETS, index)}, ${(index % 60) + 1}`,
  };
}

/** A number with the right check digit that belongs to nobody we know. */
function demoCode(index: number): string {
  const digits = String(200_000_000 + index * 1_234_567).slice(0, 9);
  const code = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).find(isRnokpp);
  if (code === undefined) throw new Error(`no check digit fits ${digits}`);
  return code;
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
