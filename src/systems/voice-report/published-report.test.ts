import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastQuarter } from './seed.ts';
import { appealOf, makeVoiceCity, type VoiceCity } from './voice-fixture.ts';

let voice: VoiceCity;
beforeAll(async () => {
  voice = await makeVoiceCity();
});
afterAll(() => voice.close());

const tell = (query: string) => voice.tell(query);
const getPage = (url: string) => voice.getPage(url);

describe('what is taken away', () => {
  it('XLSX and CSV have the numbers of the report', async () => {
    const { values } = await tell('year=2021');
    const csv = await voice.app.inject({ url: '/voice/2021.csv?lang=uk' });
    const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
    const ofChannel = rows.find((row) => row['Показник'] === 'appeals.received' && row['Код'] === 'post');
    expect(Number(ofChannel?.['Значення'])).toBe(values['appeals.received?channel=post']);
    expect(rows.length).toBe(Object.keys(values).length);
    const xlsx = await voice.app.inject({ url: '/voice/2021.xlsx?lang=uk' });
    const [, , ...lines] = await readSheet(xlsx.rawPayload, 1);
    expect(lines.length).toBeGreaterThan(10);
    expect((await readSheet(xlsx.rawPayload, 1)).find(([, name]) => name === 'Разом')?.[3]).toBe(
      values['appeals.received'],
    );
  });

  it('the form has the same numbers under the classifier’s codes', async () => {
    const { values } = await tell('year=2021');
    const { body } = await voice.app.inject({ url: '/voice/2021/form?format=csv&lang=uk' });
    const rows: Record<string, string>[] = parse(body, { columns: true, bom: true });
    const of = (code: string) => Number(rows.find((row) => row['Код'] === code)?.['За період']);
    expect(of('3.3')).toBe(values['appeals.received?kind=complaint']);
    expect(of('2.2')).toBe(values['appeals.received?sign=repeated']);
    expect(of('5.2')).toBe(values['appeals.received?subject=collective']);
    // The classifier's «post (e-mail)» takes in what comes by the site.
    const post = ['post', 'email', 'site'].map((one) => values[`appeals.received?channel=${one}`] ?? 0);
    expect(of('1.1')).toBe(post.reduce((all, one) => all + one, 0));
  });

  it.each(['uk', 'en'])('page, print and PDF say all in words (%s)', async (lang) => {
    for (const path of ['/voice/2021', '/voice/2021/print', '/voice/2021/form', '/voice/2019?quarter=4']) {
      const { status, body } = await getPage(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toMatch(/undefined|voice-report:|>null</);
    }
    const pdf = await voice.app.inject({ url: `/voice/2021.pdf?lang=${lang}` });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is not there for a period that is none', async () => {
    for (const path of ['/voice/1800', '/voice/2021?quarter=5', '/voice/2021.exe', '/voice/2021/versions/7'])
      expect([path, (await getPage(path)).status]).toEqual([path, 404]);
  });
});

describe('publishing', () => {
  const publish = async (login: string, input: object) => {
    const answer = await voice.app.inject({
      method: 'POST',
      url: '/api/actions/voice-report.publish-report',
      headers: { authorization: `Bearer demo-${login}`, 'idempotency-key': uuid() },
      payload: input,
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };

  it('is the leadership’s, after the period is over', async () => {
    expect((await publish('registrar-01', { year: 2020 })).status).toBe(403);
    expect((await publish('mayor', { year: 2022, quarter: 1 })).body['type']).toContain('periodNotOver');
  });

  it('keeps the numbers with who and when; corrections come as the next version', async () => {
    expect(await publish('mayor', { year: 2020 })).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await publish('mayor', { year: 2020 })).body['type']).toContain('publishedMeanwhile');
    expect((await publish('mayor', { year: 2020, after: 1 })).body['type']).toContain('nothingChanged');
    await voice.bring([...appealOf(0, 2020), ...appealOf(3, 2020)]);
    const told = await tell('year=2020');
    expect([told.version, told.published?.['appeals.received'], told.values['appeals.received']]).toEqual([
      1, 40, 42,
    ]);
    const { body } = await getPage('/voice/2020?lang=uk');
    expect(body).toContain('Версію 1 опубліковано 1 лютого 2022');
    expect(body).toMatch(/40 <small>\(тепер <a [^>]*>42<\/a>\)/);

    expect((await publish('deputy-mayor', { year: 2020, after: 1 })).body['type']).toContain('reasonMissing');
    const reason = 'Дві картки заповнили після публікації';
    expect(await publish('deputy-mayor', { year: 2020, after: 1, reason })).toMatchObject({
      body: { version: 2 },
    });
    const second = await getPage('/voice/2020?lang=uk');
    expect(second.body).toContain(reason);
    expect(second.body).toContain('жодне число не змінилося');
    const first = await getPage('/voice/2020/versions/1?lang=uk');
    expect(first.body).toContain('>40</a>');
    expect(first.body).not.toContain('>42</a>');
    const csv = await voice.app.inject({ url: '/voice/2020/versions/1.csv?lang=uk' });
    const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
    expect(rows.find((row) => row['Назва'] === 'Разом')?.['Значення']).toBe('40');
  });

  it('is done once by two leaders at one moment', async () => {
    const edition = { year: 2021, quarter: 4 };
    const done = await Promise.all([publish('mayor', edition), publish('deputy-mayor', edition)]);
    expect(done.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  it('stays as it is: nobody changes or takes away what was published', async () => {
    for (const change of ['delete from', 'update'])
      await expect(
        voice.city.connections.pool.query(
          `${change} voice_report.publications${change === 'update' ? ' set version = 9' : ''}`,
        ),
      ).rejects.toThrow('permission denied');
  });

  it('is seen in the demo city for the last quarter that was over', () => {
    expect(lastQuarter('2026-03-31')).toEqual({ year: 2025, quarter: 4 });
    expect(lastQuarter('2026-04-01')).toEqual({ year: 2026, quarter: 1 });
    expect(lastQuarter('2026-11-21')).toEqual({ year: 2026, quarter: 3 });
  });
});
