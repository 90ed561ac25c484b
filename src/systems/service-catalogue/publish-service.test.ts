import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { newKey } from '../../kernel/actions/save-deeds.ts';
import type { City } from '../../kernel/city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { importServices } from './actions/import-services.ts';
import { publishServiceVersion } from './actions/publish-service-version.ts';
import { findService, forgetCatalogue, listServices } from './catalogue.ts';
import { exportServicesQuery } from './queries/export-services.ts';
import { type ServiceDraft, serviceDraftSchema } from './service-draft.ts';
import { serviceCatalogue } from './system.ts';

const NOW = new Date('2026-05-20T09:00:00Z');
const head: Actor = { ...RESIDENT, kind: 'staff', staffId: null, name: 'Керівник', roles: ['head'] };

let city: City;
beforeEach(async () => {
  city = await makeTestCity([serviceCatalogue], { now: () => NOW });
  await serviceCatalogue.seed?.run(city.connections.database, { demo: true, now: NOW });
  forgetCatalogue();
});
afterEach(() => city.connections.close());

const publish = (draft: ServiceDraft, actor = head) =>
  performAction(city, publishServiceVersion, draft, { actor, key: newKey() });
const bring = (rows: readonly ServiceDraft[], dryRun: boolean) =>
  performAction(city, importServices, { rows, dryRun }, { actor: head, key: newKey() });

async function draftNow(code: string): Promise<ServiceDraft> {
  const answer = await askQuery(city, exportServicesQuery, { code }, { actor: head });
  return serviceDraftSchema.parse((answer as { services: unknown[] }).services[0]);
}
const on = (code: string, day: string) => findService(city.connections.database, code, day);
const count = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from service_catalogue.service_versions`.execute(
      city.connections.database,
    )
  ).rows[0]?.n;

describe('a new version of a service', () => {
  it('begins on its day and ends the former one on the same day', async () => {
    const draft = await draftNow('01-01');
    await publish({ ...draft, validFrom: '2026-06-01', averageMinutes: 17 });
    expect((await on('01-01', '2026-05-31'))?.averageMinutes).toBe(draft.averageMinutes);
    expect((await on('01-01', '2026-05-31'))?.validTo).toBe('2026-06-01');
    expect((await on('01-01', '2026-06-01'))?.averageMinutes).toBe(17);
    expect((await on('01-01', '2026-06-01'))?.hasCard).toBe(true);
  });

  it('is seen by this process at once, and moves the edition on for the others', async () => {
    const before = await sql<{ number: number }>`select number from service_catalogue.edition`.execute(
      city.connections.database,
    );
    await publish({ ...(await draftNow('01-04')), validFrom: '2026-05-20', name: 'Виписка' });
    const after = await sql<{ number: number }>`select number from service_catalogue.edition`.execute(
      city.connections.database,
    );
    expect((await on('01-04', '2026-05-20'))?.name).toBe('Виписка');
    expect(after.rows[0]?.number).toBe((before.rows[0]?.number ?? 0) + 1);
  });

  it('leaves a journal row about the version', async () => {
    await publish({ ...(await draftNow('01-04')), validFrom: '2026-05-20', name: 'Виписка' });
    const rows = await sql<{ subjects: { kind: string }[] }>`
      select subjects from kernel.audit_journal where name = 'service-catalogue.publish-service-version'`.execute(
      city.connections.database,
    );
    expect(rows.rows.map(({ subjects }) => subjects[0]?.kind)).toEqual(['service-version']);
  });

  it.each([
    ['in the past', { validFrom: '2026-05-19', name: 'Інша' }],
    ['on or before the day the present one began', { validFrom: '2010-01-01', name: 'Інша' }],
    ['by a body that is not there', { validFrom: '2026-06-01', providers: ['nobody'] }],
    ['of a life event that is not there', { validFrom: '2026-06-01', lifeEvents: ['nothing'] }],
    ['that ends before it begins', { validFrom: '2026-06-01', validTo: '2026-05-25', name: 'Інша' }],
  ])('%s is refused and writes nothing', async (_, change) => {
    const before = await count();
    await expect(publish({ ...(await draftNow('01-01')), ...change })).rejects.toMatchObject({
      key: 'service-catalogue:refusals.badDrafts',
      status: 422,
    });
    expect(await count()).toBe(before);
  });

  it('without any change is refused', async () => {
    await expect(publish(await draftNow('01-01'))).rejects.toMatchObject({
      key: 'service-catalogue:refusals.nothingChanged',
    });
  });

  it('is not published by others', async () => {
    const clerk: Actor = { ...head, roles: ['administrator'] };
    await expect(publish(await draftNow('01-01'), clerk)).rejects.toMatchObject({ status: 403 });
  });

  it('with an end alone closes the service', async () => {
    await publish({ ...(await draftNow('14-03')), validTo: '2026-07-01' });
    expect(await on('14-03', '2026-06-30')).toBeDefined();
    expect(await on('14-03', '2026-07-01')).toBeUndefined();
  });

  it('of two at once only one follows the former version', async () => {
    const draft = await draftNow('01-01');
    const both = await Promise.allSettled(
      ['Перша', 'Друга'].map((name) => publish({ ...draft, validFrom: '2026-06-01', name })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a table of services', () => {
  it('that was exported changes nothing', async () => {
    const answer = (await askQuery(city, exportServicesQuery, {}, { actor: head })) as {
      services: ServiceDraft[];
    };
    expect(answer.services).toHaveLength(365);
    const before = await count();
    const { rows } = (await bring(answer.services, false)) as { rows: { kind: string }[] };
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['unchanged']));
    expect(await count()).toBe(before);
  });

  it('is only judged by a dry run', async () => {
    const draft = await draftNow('01-01');
    const fresh = { ...draft, code: '99-01', validFrom: '2026-06-01' };
    const before = await count();
    const answer = await bring(
      [fresh, { ...draft, validFrom: '2026-06-01', averageMinutes: 12 }, fresh],
      true,
    );
    expect(answer).toMatchObject({
      rows: [
        { kind: 'new', problems: [] },
        {
          kind: 'version',
          problems: [],
          changes: [
            { field: 'validFrom' },
            { field: 'averageMinutes', before: draft.averageMinutes, after: 12 },
          ],
        },
        { kind: 'new', problems: [{ field: 'code', key: 'twice' }] },
      ],
      written: [],
    });
    expect(await count()).toBe(before);
  });

  it('is written whole or not at all', async () => {
    const draft = await draftNow('01-01');
    const fresh = { ...draft, code: '99-01', validFrom: '2026-06-01' };
    const before = await count();
    await expect(
      bring([fresh, { ...draft, validFrom: '2020-01-01', name: 'Учора' }], false),
    ).rejects.toMatchObject({ status: 422 });
    expect(await count()).toBe(before);
    await bring([fresh], false);
    expect((await on('99-01', '2026-06-01'))?.providers.map(({ code }) => code)).toEqual(draft.providers);
    expect(await listServices(city.connections.database, '2026-06-01')).toHaveLength(366);
  });
});
