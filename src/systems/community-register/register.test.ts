import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { isRnokpp } from '../../kernel/cases/applicant-code.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { changeResidentAction } from './actions/change-resident.ts';
import { deregisterResidence } from './actions/deregister-residence.ts';
import { enterResident } from './actions/enter-resident.ts';
import { issueCertificate } from './actions/issue-certificate.ts';
import { linkParentAction } from './actions/link-parent.ts';
import { registerResidence } from './actions/register-residence.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { registerFigures } from './figures.ts';
import { looksAtPerson } from './index.ts';
import { collectNameWords } from './jobs/collect-name-words.ts';
import { maskName, parsePersonWords } from './person-words.ts';
import { findHousehold } from './queries/find-household.ts';
import { findResidentsQuery } from './queries/find-residents.ts';
import { getCertificate } from './queries/get-certificate.ts';
import { getResident } from './queries/get-resident.ts';
import { verifyCertificate } from './queries/verify-certificate.ts';
import { ask, clerk, database, enter, houses, inTx, run, stranger } from './register-fixture.ts';
import { flatNumber, isDocumentNumber, isUnzr, rnokppProblem } from './resident.ts';
import { makeRnokpp } from './seed/demo-residents.ts';

describe('what identifies a person', () => {
  test('a made number fits its day of birth and sex, and no other digit in it does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2025-01-01'), noInvalidDate: true }),
        fc.constantFrom('male' as const, 'female' as const),
        fc.integer({ min: 0, max: 999 }),
        (day, sex, number) => {
          const birthDate = day.toISOString().slice(0, 10);
          const code = makeRnokpp(birthDate, sex, number);
          expect(isRnokpp(code)).toBe(true);
          expect(rnokppProblem(code, birthDate, sex)).toBeNull();
          expect(rnokppProblem(code, birthDate, sex === 'male' ? 'female' : 'male')).toBe('sex');
          expect(rnokppProblem(code, '1901-01-01', sex)).toBe('birthDate');
        },
      ),
    );
  });

  test('УНЗР, papers and flats have their forms', () => {
    expect(isUnzr('19840309-12345', '1984-03-09')).toBe(true);
    expect(isUnzr('19840310-12345', '1984-03-09')).toBe(false);
    expect(isDocumentNumber('passport', 'КТ123456')).toBe(true);
    expect(isDocumentNumber('id-card', '12345678')).toBe(false);
    expect([flatNumber('кв. 12 а'), flatNumber('5'), flatNumber('друга')]).toEqual(['12А', '5', null]);
  });

  test('one field takes a name, a day and a number', () => {
    expect(parsePersonWords("Дем'яненко Та 9.03.1984")).toEqual({
      name: 'демяненко та',
      birthDate: '1984-03-09',
      rnokpp: null,
      unzr: null,
    });
    expect(parsePersonWords('19840309-12345 1759013776')).toMatchObject({
      unzr: '19840309-12345',
      rnokpp: '1759013776',
    });
    expect(parsePersonWords('31.02.1984').birthDate).toBeNull();
    expect(maskName('Шевченко Тарас Григорович')).toBe('Шевченко Т. Г.');
    fc.assert(fc.property(fc.string(), (text) => void parsePersonWords(text)));
  });
});

describe('residence', () => {
  test('a move ends the residence before on the same day; the history stays', async () => {
    const { residentId } = await enter();
    await run(registerResidence, { residentId, addressId: houses.second, from: '2023-05-01' });
    const { residences } = await ask(getResident, { residentId, reason: 'Перевірка' });
    expect(
      residences.map(({ address, from, until, endGround }) => [address, from, until, endGround]),
    ).toEqual([
      ['м. Кропивницький, вул. Театральна, 7', '2023-05-01', null, null],
      ['м. Кропивницький, вул. Кільцева, 5', '2020-02-01', '2023-05-01', 'moved-within'],
    ]);
    await expect(
      run(registerResidence, { residentId, addressId: houses.first, from: '2021-01-01' }),
    ).rejects.toMatchObject({ key: 'community-register:refusals.endsBeforeStart' });
    await run(deregisterResidence, { residentId, ground: 'moved-away' });
    await expect(run(deregisterResidence, { residentId, ground: 'death' })).rejects.toMatchObject({
      key: 'community-register:refusals.livesNowhere',
    });
  });

  test('the line tells the street as it was called on the day of registration', async () => {
    const { residentId } = await enter({ residence: { addressId: houses.second, from: '2021-03-03' } });
    const { residences } = await ask(getResident, { residentId, reason: 'Перевірка' });
    expect(residences[0]?.address).toBe('м. Кропивницький, вул. Дворцова, 7');
  });

  test('of 12 who register one person at once nobody makes a second residence', async () => {
    const { residentId } = await run(enterResident, { name: 'Одночасний Один Один', address: 'деінде' });
    await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        run(registerResidence, {
          residentId,
          addressId: index % 2 === 0 ? houses.first : houses.second,
          from: '2024-01-01',
        }),
      ),
    );
    const { rows } = await sql<{ open: number; all: number }>`
      select count(*) filter (where until_date is null)::int as open, count(*)::int as all
        from community_register.residences where resident_id = ${residentId}`.execute(database());
    expect(rows[0]).toEqual({ open: 1, all: 1 });
    const twice = sql`
      insert into community_register.residences (id, resident_id, address_id, kind, ground, from_date, recorded_at)
      values (${uuid()}, ${residentId}, ${houses.first}, 'declared', 'ownership', '2023-06-01', now())`;
    await expect(twice.execute(database())).rejects.toThrow('residences_one_at_a_time');
  });

  test('a consent needs its owner, a flat must be in the house, nobody comes from the future', async () => {
    const { residentId } = await enter();
    const move = { residentId, addressId: houses.second, from: '2024-01-01' };
    await expect(run(registerResidence, { ...move, ground: 'owner-consent' })).rejects.toMatchObject({
      issues: [{ path: 'consentBy' }],
    });
    await expect(run(registerResidence, { ...move, from: '2099-01-01' })).rejects.toMatchObject({
      key: 'community-register:refusals.fromLater',
    });
  });
});

describe('a person', () => {
  test('contradictions are told at their fields, a number is one person’s', async () => {
    const { rnokpp, residentId } = await enter();
    await expect(enter({ rnokpp, birthDate: '1984-03-10' })).rejects.toMatchObject({
      issues: [{ path: 'rnokpp' }],
    });
    await expect(enter({ rnokpp })).rejects.toMatchObject({ key: 'community-register:refusals.rnokppTaken' });
    await expect(run(linkParentAction, { childId: residentId, parentId: residentId })).rejects.toMatchObject({
      key: 'community-register:refusals.ownParent',
    });
  });

  test('a change keeps what was before', async () => {
    const { residentId, name, rnokpp } = await enter();
    const changed = {
      residentId,
      ground: 'civil-status',
      name: 'Нова Назва',
      birthDate: '1984-03-09',
      rnokpp,
    } as const;
    expect(await run(changeResidentAction, { ...changed, sex: 'male' })).toEqual({ changed: ['name'] });
    expect(await run(changeResidentAction, { ...changed, sex: 'male' })).toEqual({ changed: [] });
    const { changes } = await ask(getResident, { residentId, reason: 'Перевірка' });
    expect(changes).toMatchObject([{ before: { name }, after: { name: 'Нова Назва' }, by: clerk().name }]);
  });
});

describe('access', () => {
  test('each look needs a reason, is journalled, and the person reads it', async () => {
    const { residentId, rnokpp } = await enter();
    await expect(ask(getResident, { residentId, reason: ' ' })).rejects.toMatchObject({
      issues: [{ path: 'reason' }],
    });
    await ask(getResident, { residentId, reason: 'Розгляд заяви: 77' });
    await ask(findHousehold, { addressId: houses.first, reason: 'Запит суду' });
    const looks = await inTx((tx) => looksAtPerson(tx, rnokpp ?? ''));
    expect(looks.map(({ reason, name }) => [reason, name])).toEqual([
      ['Запит суду', clerk().name],
      ['Розгляд заяви: 77', clerk().name],
    ]);
  });

  test('the list is masked; other bodies are turned away', async () => {
    const { name } = await enter();
    const answer = await ask(findResidentsQuery, { words: name });
    expect(JSON.stringify(answer)).not.toContain(name.split(' ')[1]);
    await expect(ask(findResidentsQuery, { words: name }, stranger())).rejects.toMatchObject({ status: 403 });
    await expect(
      ask(getResident, { residentId: uuid(), reason: 'Цікаво' }, stranger()),
    ).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('search', () => {
  const names = async (input: z.input<typeof findResidentsQuery.input>) =>
    (await ask(findResidentsQuery, input)).residents.map(({ name }) => name);

  test('by beginnings, with slips, by day, number and address; pages go on', async () => {
    const { residentId, rnokpp } = await enter({ name: 'Незабудько Ярослав Іванович' });
    await collectNameWords.run({ database: database(), now: new Date() });
    expect(await names({ words: 'незабудьк яро' })).toEqual(['Незабудько Я. І.']);
    expect(await names({ words: 'Незабутько Ярослав' })).toEqual(['Незабудько Я. І.']);
    expect((await ask(findResidentsQuery, { words: 'Незабутько' })).alike).toBe(true);
    expect(await names({ words: rnokpp ?? '' })).toEqual(['Незабудько Я. І.']);
    expect(await names({ words: 'незабудько 09.03.1984', address: 'кільцева 5' })).toHaveLength(1);
    expect(await names({ words: 'незабудько', address: 'театральна 7' })).toEqual([]);
    expect(await names({ words: 'незабудько', address: 'кільцева' })).toEqual(['Незабудько Я. І.']);
    expect(await names({ words: 'незабутько', address: 'кільцева' })).toEqual(['Незабудько Я. І.']);
    expect(await names({ words: 'незабудько', address: 'театральна' })).toEqual([]);
    expect(await names({ words: 'Незабудько Ярославв' })).toEqual(['Незабудько Я. І.']);
    expect(await names({ words: '' })).toEqual([]);
    expect(await names({ words: '%' })).toEqual([]);
    const first = await ask(findResidentsQuery, { words: 'к', limit: 7 });
    const second = await ask(findResidentsQuery, { words: 'к', limit: 7, after: first.next ?? '' });
    const ids = [...first.residents, ...second.residents].map(({ id }) => id);
    expect(new Set(ids).size).toBe(14);
    expect(residentId).toBeTruthy();
  });
});

test('where nobody has such names, those of that very surname stand before the alike', async () => {
  await enter({ name: 'Абзаценко Зоряна Іванівна' });
  await enter({ name: 'Абзацець Зоряна Іванівна' });
  await enter({ name: 'Абзаценко Юрій Іванович', sex: 'male' });
  await collectNameWords.run({ database: database(), now: new Date() });
  const { residents, alike, next } = await ask(findResidentsQuery, { words: 'Абзаценка Зоряна' });
  expect(residents.map(({ name }) => name)).toEqual(['Абзаценко З. І.', 'Абзацець З. І.']);
  expect([alike, next]).toEqual([true, null]);
});

test('a certificate is verified without telling whose it is, and grows old with the first change', async () => {
  const { residentId, name } = await enter();
  const issued = await Promise.all(
    Array.from({ length: 5 }, () => run(issueCertificate, { residentId, purpose: 'До школи' })),
  );
  const numbers = issued.map(({ number }) => Number(number.split('/')[1])).toSorted((a, b) => a - b);
  expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4]);
  const certificate = await ask(getCertificate, { certificateId: issued[0]?.certificateId ?? '' });
  const bytes = await certificatePdf(certificate, 'https://city.example');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const verify = async () =>
    (await ask(verifyCertificate, { code: certificate.code.toLowerCase() }, RESIDENT)).certificate;
  expect(await verify()).toMatchObject({ number: certificate.number, isCurrent: true });
  expect(JSON.stringify(await verify())).not.toContain(name);
  await run(registerResidence, { residentId, addressId: houses.second, from: '2024-01-01' });
  expect(await verify()).toMatchObject({ isCurrent: false });
  expect((await ask(verifyCertificate, { code: 'AAAAAAAAAA' }, RESIDENT)).certificate).toBeNull();
});

test('the figures: who lives here at the end is who was registered and did not leave', async () => {
  const read = (id: string) => {
    const figure = registerFigures.find((one) => one.id === `community-register.${id}`);
    if (figure === undefined) throw new Error(id);
    return inTx((tx) => readFigure(tx, figure, { from: '1900-01-01', to: '2100-01-01', by: ['district'] }));
  };
  const residents = await read('residents');
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from community_register.residences where until_date is null`.execute(
    database(),
  );
  expect(residents.total.value).toBe(rows[0]?.open);
  expect((await read('registered')).total.value).toBeGreaterThan(residents.total.value ?? 0);
});
