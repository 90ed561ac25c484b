import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { informationRequests } from './system.ts';

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, informationRequests]);
  await seedCity(city);
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

const bearer = (login: string) => ({ authorization: `Bearer demo-${login}` });
const SPECIALIST = 'specialist-education';

async function act(login: string, action: string, input: object) {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: `/api/actions/information-requests.${action}`,
    headers: { ...bearer(login), 'idempotency-key': uuid() },
    payload: input,
  });
  return { status: statusCode, output: JSON.parse(body) as Record<string, string> };
}

async function upload(login: string, name: string): Promise<string> {
  const payload = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n% ${name} ${uuid()}\n%%EOF\n\r\n--b--\r\n`;
  const headers = { ...bearer(login), 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await app.inject({ method: 'POST', url: '/api/files', headers, payload });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ fileId: string }>().fileId;
}

const openAs = async (fileId: string, login?: string) =>
  (await app.inject({ url: `/files/${fileId}`, ...(login === undefined ? {} : { headers: bearer(login) }) }))
    .statusCode;

/** A request that the department answered with these files. */
async function answered(fileIds: readonly string[]) {
  const { output } = await act('registrar-01', 'register-request', {
    channel: 'email',
    requester: { kind: 'media', name: 'Редакція', email: 'news@example.org' },
    subject: 'Договір на ремонт вулиці',
    body: 'Просимо надати копію договору на ремонт вулиці.',
    unitCode: 'education',
  });
  const { caseId = '', number = '', trackingCode = '' } = output;
  await act(SPECIALIST, 'take-request', { caseId });
  const answer = 'Надсилаємо копію договору з додатками.';
  expect((await act(SPECIALIST, 'answer-request', { caseId, answer, fileIds })).status).toBe(200);
  return { caseId, number, trackingCode };
}

it('files go to the requester by number and code, and to nobody else', async () => {
  const contract = await upload(SPECIALIST, 'dohovir.pdf');
  const { caseId, number, trackingCode: code } = await answered([contract]);
  const track = (query: Record<string, string>) =>
    app.inject({
      url: `/requests/track?${new URLSearchParams(query).toString()}`,
      headers: { accept: 'text/html' },
    });
  expect((await track({ number, code })).body).toContain(`file=${contract}`);
  const sent = await track({ number, code, file: contract });
  expect([sent.statusCode, sent.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await track({ number, code: '22222222', file: contract })).statusCode).toBe(404);
  // A number and code of one request open no file of another.
  const other = await answered([await upload(SPECIALIST, 'inshyi.pdf')]);
  const foreign = { number: other.number, code: other.trackingCode, file: contract };
  expect((await track(foreign)).statusCode).toBe(404);
  expect(await openAs(contract)).toBe(404);
  expect(await openAs(contract, SPECIALIST)).toBe(200);
  expect(caseId).not.toBe(other.caseId);
});

it('everyone gets only what the officer chose: a file with nothing to hide, or a copy with parts hidden', async () => {
  const [contract, plan] = [await upload(SPECIALIST, 'dohovir.pdf'), await upload(SPECIALIST, 'plan.pdf')];
  const { caseId } = await answered([contract, plan]);
  const copy = await upload('registrar-01', 'dohovir-bez-imen.pdf');
  const publish = (more: object) =>
    act('registrar-01', 'publish-answer', { caseId, confirmed: true, ...more });
  expect((await publish({ fileIds: [plan], redactedIds: [copy] })).status).toBe(200);
  expect([await openAs(contract), await openAs(plan), await openAs(copy)]).toEqual([404, 200, 200]);
  const page = await app.inject({
    url: `/requests/answers/${caseId}?lang=uk`,
    headers: { accept: 'text/html' },
  });
  expect(page.body).toContain('dohovir-bez-imen.pdf');
  expect(page.body).toContain('копія, у якій частину приховано');
  expect(page.body).not.toContain('dohovir.pdf');
  // Published again without it, a file is nobody's any more.
  await publish({ fileIds: [copy] });
  expect([await openAs(plan), await openAs(copy)]).toEqual([404, 200]);
});

it('no paper of the case that is not the answer’s can be published, nor a file of another case', async () => {
  const { caseId } = await answered([]);
  const scan = await upload('registrar-01', 'skan-zapytu.pdf');
  await city.connections.pool.query('update kernel.files set case_id = $1 where id = $2', [caseId, scan]);
  const foreign = await upload(SPECIALIST, 'chuzhyi.pdf');
  await answered([foreign]);
  for (const fileId of [scan, foreign]) {
    const { status } = await act('registrar-01', 'publish-answer', {
      caseId,
      confirmed: true,
      fileIds: [fileId],
    });
    expect(status).toBe(422);
    expect(await openAs(fileId)).toBe(404);
  }
});
