import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { recordOutcome } from '../src/systems/applications/actions/record-outcome.ts';
import { takeApplication } from '../src/systems/applications/actions/take-application.ts';
import { resendPart } from '../src/systems/complex-services/actions/resend-part.ts';
import { trackComplex } from '../src/systems/complex-services/queries/track-complex.ts';
import { act, ask } from './support/ask-city.ts';
import { APPLICANT } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const REFUSED = 7;
/** The bodies by the numbers of the parts, in an order in which they may decide. */
const BODIES = [
  [1, 'dracs'],
  [10, 'uszn-fortechnyi'],
  [2, 'dnap-residence'],
  [REFUSED, 'uszn-fortechnyi'],
  [3, 'uszn-fortechnyi'],
  [4, 'uszn-fortechnyi'],
  [5, 'health-oda'],
  [6, 'dps'],
  [8, 'dms'],
  [9, 'dms'],
] as const;

interface Paper {
  readonly number: string;
  readonly code: string;
}

/**
 * system: complex-services
 * One choice on the phone, one form at the window, ten parts of six bodies: nine are granted, one is
 * refused, and the family sees one promise and each part's own date.
 */
it('A newborn gets ten things', async () => {
  const mother = await Person.comes('mother', 'phone', '/life');
  const choice = await chooseAll(mother);
  const clerk = await Person.signsInAs('birth clerk', 'administrator-07');
  const { paper, caseId } = await fileAll(clerk, choice);

  await track(mother, paper);
  await mother.sees('виконуємо', /Усе буде готове до/, /Найдовше триває/, 'чекає на іншу частину');

  for (const [no, body] of BODIES) await decide(paper, no, body);
  await waitFor(async () => (await whole(paper)).isOpen === false);

  await mother.page.reload();
  await mother.sees('надано частково', 'Чому відмовлено:', /Подано не всі документи/, /Подайте скаргу/);
  await mother.sees('Решту частин це не зупиняє.');
  const { parts, state } = await whole(paper);
  expect(state).toBe('granted-in-part');
  expect(parts.filter((part) => part.state === 'granted')).toHaveLength(9);
  expect(parts.find(({ no }) => no === REFUSED)?.state).toBe('refused');

  await clerk.goes(`/desk/complex/${caseId}`);
  await clerk.sees('Усе вирішено', 'Чий це день', 'Справи органів');
  await expect(act(resendPart, { caseId, no: 1 }, 'administrator-07')).rejects.toThrow(/409/);
  await clerk.goes('/desk/complex?words=КП');
  await clerk.sees('Комплексні заяви', paper.number);
  const head = await Person.signsInAs('head of plans', 'head');
  await head.goes('/desk/plans');
  await head.sees('Плани комплексних послуг', 'e-maliatko', 'чинна');
  await head.goes('/desk/plans/e-maliatko');
  await head.sees('Обіцянка: скільки триває все разом', 'Після частин №', 'Оприлюднити версію');
  for (const person of [mother, clerk, head]) await person.leaves();
});

/** On the phone, without an account: what each gives, who decides, the one date, and a code for the window. */
async function chooseAll(mother: Person): Promise<string> {
  await mother.sees('Усе однією заявою', 'єМалятко');
  await mother.clicks(/єМалятко/);
  await mother.sees('Що вам потрібно', /50 000 грн/, /Після того, як надано/);
  await mother.field(/Допомога багатодітній родині/).check();
  await mother.field(/Посвідчення багатодітної родини/).check();
  await mother.clicks('Показати мій план');
  await mother.sees(
    'Ваш план',
    /Якщо подати сьогодні, усе буде готове до/,
    'Візьміть із собою один раз на все',
  );
  return mother.page.locator('.complex-code-word').innerText();
}

/** At the window by keyboard: the code, the questions once, Ctrl Enter. */
async function fileAll(clerk: Person, choice: string): Promise<{ paper: Paper; caseId: string }> {
  await clerk.goes('/desk/complex');
  await clerk.presses('F2');
  await clerk.sees('Нова комплексна заява');
  await clerk.writes('Код вибору', choice);
  await clerk.presses('Enter');
  await clerk.sees('Обрано 10 частин', 'Запитання – один раз на все');
  await clerk.presses('Control+Enter');
  await clerk.sees(/Напишіть, хто подає заяву/);
  await clerk.writes(/Прізвище, ім’я, по батькові або/, APPLICANT.name);
  await clerk.writes(/РНОКПП/, APPLICANT.code);
  await answer(clerk);
  await clerk.presses('Control+Enter');
  await clerk.sees(/КП-\d{4}-\d{6}/, 'Заяву подано.', 'чекає на іншу частину', 'розглядають');
  const caseId = /complex\/([0-9a-f-]{36})/.exec(clerk.page.url())?.[1] ?? '';
  await clerk.presses('Alt+P');
  await clerk.sees('Квитанція комплексної заяви');
  const [number = '', code = ''] = await clerk.page
    .locator('.receipt-number, .summary dd:first-of-type')
    .allInnerTexts();
  return { paper: { number: number.trim(), code: code.trim() }, caseId };
}

async function answer(clerk: Person): Promise<void> {
  await clerk.writes(/Прізвище, ім’я та по батькові дитини/, 'Ґудзь Злата Їжаківна');
  await clerk.writes('Коли народилася дитина', '2026-11-01');
  await clerk.field('дівчинка').check();
  await clerk.writes(/Номер медичного висновку/, 'HM12-4455');
  await clerk.writes('Де житиме дитина', 'м. Кропивницький, вул. Полтавська, 7');
  const yes = clerk.page.getByRole('group', { name: /троє або більше дітей/ }).getByLabel('так');
  await yes.check();
  await clerk.page
    .getByRole('group', { name: /Яка це дитина/ })
    .getByRole('radio')
    .last()
    .check();
  await clerk.page
    .getByRole('group', { name: /Дитина живе з вами/ })
    .getByLabel('так')
    .check();
  await clerk.page
    .getByRole('group', { name: /Куди виплачувати/ })
    .getByRole('radio')
    .last()
    .check();
  await clerk.writes(/Адреса, куди принесуть гроші/, 'м. Кропивницький, вул. Полтавська, 7');
  await clerk.writes(/Скільки дітей/, '3');
  await clerk.page
    .getByRole('group', { name: /Хтось із дітей старший/ })
    .getByLabel('ні')
    .check();
}

async function track(mother: Person, { number, code }: Paper): Promise<void> {
  await mother.goes('/track');
  await mother.writes('Номер заяви', number);
  await mother.writes('Код', code);
  await mother.clicks('Показати заяву');
  await mother.page.waitForURL(/\/life\/track/);
}

const whole = (paper: Paper) => ask(trackComplex, paper);

/** The body's specialist takes the part as soon as it has come, and decides. */
async function decide(paper: Paper, no: number, body: string): Promise<void> {
  let caseId: string | null = null;
  await waitFor(async () => {
    const { parts } = await whole(paper);
    caseId = parts.find((part) => part.no === no)?.caseId ?? null;
    return caseId !== null;
  });
  if (caseId === null) throw new Error(`part ${no} was never sent`);
  const outcome = no === REFUSED ? 'refused' : 'granted';
  const reasons = outcome === 'refused' ? ['documents-missing'] : [];
  await act(takeApplication, { caseId }, `specialist-${body}`);
  await act(recordOutcome, { caseId, outcome, reasons }, `specialist-${body}`);
}

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 120; turn += 1) {
    if (await isSo()) return;
    await delay(250);
  }
  throw new Error('what was awaited did not come');
}
