import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isAllowed } from '../../kernel/actions/permission.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { formatCaseNumber } from '../../kernel/cases/case-number.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { saveFile } from '../../kernel/files/files.ts';
import { type ApplicationsCity, makeApplicationsCity } from '../applications/applications-fixture.ts';
import { takeApplication } from '../applications/actions/take-application.ts';
import { recordOutcome } from '../applications/actions/record-outcome.ts';
import { getApplication } from '../applications/queries/get-application.ts';
import { attachSignedList, cancelRegister } from './actions/change-register.ts';
import { closeRegister } from './actions/close-register.ts';
import { handOverRegister } from './actions/hand-over-register.ts';
import { makeRegister } from './actions/make-register.ts';
import { scanCase } from './actions/scan-case.ts';
import { setExchangeAction } from './actions/set-exchange.ts';
import { barWidths, darkBars } from './barcode.ts';
import { handedFigure, inTimeFigure } from './figures.ts';
import { findRegister } from './queries/find-register.ts';
import { getRegisterQuery } from './queries/get-register.ts';
import { listLate } from './queries/list-late.ts';
import { listRegistersQuery } from './queries/list-registers.ts';
import { listWaiting } from './queries/list-waiting.ts';
import { caseBarcode, readScan, registerBarcode } from './register.ts';
import { registerPdf } from './register-pdf.ts';
import { handoverRegisters } from './system.ts';

const CLERK = 'administrator-01';
const BODY = 'dnap-residence';
const SPECIALIST = `specialist-${BODY}`;
/** A Wednesday. */
const NOW = '2026-03-04T08:00:00Z';

let at: ApplicationsCity;
beforeAll(async () => {
  at = await makeApplicationsCity(NOW, [handoverRegisters]);
});
afterAll(() => at.city.connections.close());

const make = (login = CLERK, direction: 'out' | 'back' = 'out', caseIds?: string[]) =>
  at.run(login, makeRegister, { direction, unitCode: BODY, ...(caseIds === undefined ? {} : { caseIds }) });
const scan = (registerId: string, code: string, login = SPECIALIST) =>
  at.run(login, scanCase, { registerId, code });
const read = (registerId: string) => at.ask(CLERK, getRegisterQuery, { registerId });
const hand = (registerId: string, login = CLERK) =>
  at.run(login, handOverRegister, { registerId, carrier: 'Кур’єр' });
const close = (registerId: string, login = SPECIALIST) => at.run(login, closeRegister, { registerId });
const holderOf = async (caseId: string) =>
  (await at.ask('head', getApplication, { caseId })).course.events.at(-1)?.holderKind;

describe('bars', () => {
  test('of any case number and register are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2050 }), fc.integer({ min: 1, max: 999_999 }), (year, seq) => {
        const number = formatCaseNumber('ЦНАП', year, seq);
        const bars = caseBarcode(number) ?? '';
        expect(bars).toMatch(/^\d{12}$/);
        for (const typed of [bars, ` ${bars} `, number, number.toLowerCase()]) {
          expect(readScan(typed)).toEqual({ kind: 'case', number });
        }
        const register = registerBarcode('out', year, seq);
        expect(readScan(` ${register} `)).toEqual({ kind: 'register', barcode: register });
      }),
    );
  });

  it('begin and end as Code 128 does: 2-1-1 … 2-3-3-1-1-1-2', () => {
    const widths = barWidths('920260000123');
    expect(widths.slice(0, 3)).toEqual([2, 1, 1]);
    expect(widths.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
    const { bars, width } = darkBars('920260000123');
    expect(bars.at(-1)).toEqual({ at: width - 2, width: 2 });
  });

  it('are left out for numbers of another book', () => expect(caseBarcode('ЦНАП-І-2026-000001')).toBeNull());
});

describe('to a body', () => {
  it('takes all that waits, moves the days on hand-over, and counts what came', async () => {
    const [one, two, three] = [await at.register(), await at.register(), await at.register()];
    const { registerId, lines, barcode } = await make();
    expect(lines).toBe(3);
    expect(await at.ask(CLERK, findRegister, { code: barcode })).toEqual({ registerId });
    expect(await at.ask(CLERK, findRegister, { code: caseBarcode(two.number) ?? '' })).toEqual({
      registerId,
    });
    expect(await holderOf(one.caseId)).toBe('front-office');
    await expect(close(registerId)).rejects.toMatchObject({
      key: 'handover-registers:refusals.already.made',
    });
    await hand(registerId);
    expect(await holderOf(one.caseId)).toBe('body');
    await expect(hand(registerId)).rejects.toMatchObject({
      key: 'handover-registers:refusals.already.handed-over',
    });
    expect(await scan(registerId, one.number)).toMatchObject({ what: 'received', left: 2 });
    expect(await scan(registerId, one.number)).toMatchObject({ what: 'already' });
    await scan(registerId, two.number);
    const extra = await at.register();
    expect(await scan(registerId, extra.number)).toMatchObject({ what: 'extra' });
    expect(await holderOf(extra.caseId)).toBe('body');
    expect(await close(registerId)).toEqual({ received: 2, missing: 1, extras: 1 });
    expect(await holderOf(three.caseId)).toBe('front-office');
    expect((await read(registerId)).register).toMatchObject({ state: 'received', discrepancies: 2 });
    // What did not arrive waits for the next folder.
    const again = await make();
    expect((await read(again.registerId)).lines.map(({ caseId }) => caseId)).toEqual([three.caseId]);
    await at.run(CLERK, cancelRegister, { registerId: again.registerId });
    await hand((await make()).registerId);
  });

  it('of sixteen who make the register at once one does, and the book has no gap', async () => {
    await at.register();
    await at.register();
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => make()));
    const made = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    expect(made[0]?.lines).toBe(2);
    const { registers } = await at.ask(CLERK, listRegistersQuery, {
      direction: 'out',
      order: 'number',
      down: false,
    });
    expect(registers.map(({ number }) => number)).toEqual(registers.map((_, index) => index + 1));
    await hand(made[0]?.registerId ?? '');
  });

  it('a case that was taken meanwhile stays with the body, though the folder lacked it', async () => {
    const { caseId } = await at.register();
    const { registerId } = await make();
    await hand(registerId);
    await at.run(SPECIALIST, takeApplication, { caseId });
    expect(await close(registerId)).toMatchObject({ missing: 1 });
    expect(await holderOf(caseId)).toBe('body');
  });

  it('goes only to bodies on paper, and each acts on its own side', async () => {
    const { number } = await at.register();
    const { registerId } = await make();
    await expect(hand(registerId, SPECIALIST)).rejects.toMatchObject({ status: 403 });
    await expect(at.ask('specialist-architecture', getRegisterQuery, { registerId })).rejects.toMatchObject({
      status: 403,
    });
    await hand(registerId);
    await expect(scan(registerId, number, 'specialist-architecture')).rejects.toMatchObject({ status: 403 });
    await close(registerId);
    await at.run('head', setExchangeAction, { unitCode: BODY, way: 'api', validFrom: '2026-03-04' });
    await expect(make()).rejects.toMatchObject({ key: 'handover-registers:refusals.byApi' });
    await expect(
      at.run('head', setExchangeAction, { unitCode: BODY, way: 'paper', validFrom: '2026-03-01' }),
    ).rejects.toMatchObject({ key: 'handover-registers:refusals.overlaps' });
    at.clock.travelTo(new Date('2026-03-05T08:00:00Z'));
    await at.run('head', setExchangeAction, { unitCode: BODY, way: 'paper', validFrom: '2026-03-05' });
    await hand((await make()).registerId);
  });
});

test('results come back once, by the specialist’s register and the administrator’s scan', async () => {
  const { caseId, number } = await at.register();
  const out = await make();
  await hand(out.registerId);
  await scan(out.registerId, number);
  await close(out.registerId);
  await at.run(SPECIALIST, takeApplication, { caseId });
  await at.run(SPECIALIST, recordOutcome, { caseId, outcome: 'granted', reasons: [] });
  const { registerId } = await make(SPECIALIST, 'back', [caseId]);
  await expect(hand(registerId, 'specialist-architecture')).rejects.toMatchObject({ status: 403 });
  await hand(registerId, SPECIALIST);
  await expect(scan(registerId, number, SPECIALIST)).rejects.toMatchObject({ status: 403 });
  expect(await scan(registerId, number, CLERK)).toMatchObject({ what: 'received', left: 0 });
  await close(registerId, CLERK);
  await expect(make(SPECIALIST, 'back', [caseId])).rejects.toMatchObject({
    key: 'handover-registers:refusals.nothingWaits',
  });
});

test('a Friday’s papers are due on Monday; later is late, is listed and is counted', async () => {
  const { city } = at;
  const share = (figure: typeof inTimeFigure) =>
    city.connections.database
      .transaction()
      .execute((tx) => readFigure(tx, figure, { from: '2026-04-01', to: '2026-04-30' }));
  at.clock.travelTo(new Date('2026-04-03T08:00:00Z'));
  const filed = [];
  for (let index = 0; index < 5; index += 1) filed.push(await at.register());
  at.clock.travelTo(new Date('2026-04-06T08:00:00Z'));
  const { bodies } = await at.ask(CLERK, listWaiting, {});
  expect(bodies.find(({ code }) => code === BODY)).toMatchObject({ cases: 5, late: 0, dueOn: '2026-04-06' });
  const inTime = await make(
    CLERK,
    'out',
    filed.slice(0, 3).map(({ caseId }) => caseId),
  );
  await hand(inTime.registerId);
  at.clock.travelTo(new Date('2026-04-07T08:00:00Z'));
  expect((await at.ask('auditor', listLate, {})).waiting).toHaveLength(2);
  await hand((await make()).registerId);
  const late = await at.ask('auditor', listLate, {});
  expect([late.waiting.length, late.handed.length]).toEqual([0, 2]);
  expect(late.handed[0]).toMatchObject({ dueOn: '2026-04-06', handedOn: kyivDate(at.clock.now()) });
  expect((await share(handedFigure)).total.value).toBe(5);
  expect((await share(inTimeFigure)).total.value).toBe(60);
});

test('the paper has both books’ words, and the signed list belongs to who uploaded it', async () => {
  await at.register();
  const { registerId } = await make();
  const { register, lines } = await read(registerId);
  const t = at.city.messages.for('uk');
  const pdf = await registerPdf({ register, lines, t, locale: 'uk' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const upload = (login: string) =>
    at.city.connections.database
      .transaction()
      .execute((tx) =>
        saveFile(
          { tx, actor: at.actor(login), recordedAt: at.clock.now() },
          mkdtempSync(join(tmpdir(), 'signed-')),
          { name: 'реєстр.pdf', bytes: pdf },
        ),
      );
  const [mine, others] = [await upload(CLERK), await upload('head')];
  const attach = (fileId: string) => at.run(CLERK, attachSignedList, { registerId, fileId });
  await expect(attach(mine.id)).rejects.toMatchObject({ key: 'handover-registers:refusals.notHandedYet' });
  await hand(registerId);
  await expect(attach(others.id)).rejects.toMatchObject({ status: 404 });
  await expect(attach(uuid())).rejects.toMatchObject({ status: 404 });
  await attach(mine.id);
  expect((await read(registerId)).register.signedFileId).toBe(mine.id);
  expect(isAllowed(attachSignedList.may, at.actor('auditor'))).toBe(false);
});
