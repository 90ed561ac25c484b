import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeAppeal } from './actions/describe-appeal.ts';
import { fileAppeal } from './actions/file-appeal.ts';
import { type AppealsCity, makeAppealsCity } from './appeals-fixture.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { hintSimilar } from './queries/hint-similar.ts';
import { questionsByTopic } from './queries/questions-by-topic.ts';

/** A Monday before noon in Kyiv. */
const NOW = '2026-03-02T08:00:00Z';
const TEXT = 'Біля зупинки на Короленка другий тиждень не горять ліхтарі, увечері темно, страшно ходити.';
let house: AppealsCity;
const houseId = uuid();

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
  const { database } = house.city.connections;
  const [settlement, street] = ['UA35040210010016241', uuid()];
  await sql`insert into address_register.settlements values (${settlement}, 'city', 'Кропивницький', 'Kropyvnytskyi')`.execute(
    database,
  );
  await sql`
    insert into address_register.streets (id, settlement_code, entered_at)
    values (${street}, ${settlement}, '2020-01-01')`.execute(database);
  await sql`
    insert into address_register.street_names (id, street_id, settlement_code, kind, name)
    values (${uuid()}, ${street}, ${settlement}, 'street', 'Полтавська')`.execute(database);
  await sql`
    insert into address_register.houses (id, street_id, number, lat, lon, entered_at)
    values (${houseId}, ${street}, '12', 48.51, 32.26, '2020-01-01')`.execute(database);
}, 60_000);
afterAll(() => house.city.connections.close());

const filed = (place: { words: string; lat?: number; lon?: number }) =>
  house.act('resident', fileAppeal, {
    author: { name: 'Сайтова Марія Іванівна', address: 'вул. Гагаріна, 5', email: 'maria@example.org' },
    text: TEXT,
    place,
  });

test('an address that means one house is tied to it with its point; a point of one’s own stays', async () => {
  const found = async ({ caseId }: { caseId: string }) => house.ask('registrar-01', getAppeal, { caseId });
  expect(await found(await filed({ words: 'вул. полтавська 12' }))).toMatchObject({
    houseId,
    lat: 48.51,
    lon: 32.26,
  });
  const point = { lat: 48.5, lon: 32.2 };
  expect(await found(await filed({ words: 'Полтавська, 12', ...point }))).toMatchObject({
    houseId,
    ...point,
  });
  const vague = await filed({ words: 'біля мосту' });
  expect(await found(vague)).toMatchObject({ place: 'біля мосту', houseId: null, lat: null });
  await house.act('registrar-01', describeAppeal, {
    caseId: vague.caseId,
    channel: 'site',
    kind: 'application',
    questions: [{ topic: '090' }],
    place: { words: 'вул. Полтавська, 12' },
  });
  expect(await found(vague)).toMatchObject({ houseId, lat: 48.51, sex: 'female', document: 'electronic' });
});

test('like appeals of others are only counted, from five on, by topic', async () => {
  const text = 'Горіхова алея без лавок: літнім людям ніде перепочити дорогою до лікарні, прошу поставити.';
  const hint = () => house.ask('resident', hintSimilar, { text });
  for (let index = 0; index < 4; index++) {
    await house.register({ text: `${text} ${index}`, author: { name: `Автор${index} Іван` } });
  }
  expect(await hint()).toEqual({ own: [], topics: [] });
  await house.register({ text, author: { name: 'Автор Іван' } });
  expect(await hint()).toEqual({ own: [], topics: [{ topic: 'Комунальне господарство', count: 5 }] });
  expect(JSON.stringify(await hint())).not.toContain('Автор');
});

test('the public register tells topics; what would name somebody is hidden, not shown as nothing', async () => {
  await house.register({ questions: [{ topic: '080' }] });
  const { year, total, topics } = await house.ask('resident', questionsByTopic, {});
  expect(year).toBe(2026);
  expect(total.all).toBeGreaterThanOrEqual(9);
  expect(topics.find(({ topic }) => topic === '080')?.all).toBeNull();
});
