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
import { DEFINITION_FORMAT, readDefinitions, writeDefinitions } from './definition-file.ts';
import { getDefinitionQuery } from './queries/get-definition.ts';
import { listContradictionsQuery } from './queries/list-contradictions.ts';
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

const publish = (draft: ServiceDraft & { confirmed?: boolean }, actor = head) =>
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

describe('a definition that contradicts itself', () => {
  const from = { validFrom: '2026-06-01' };
  const stage = { name: 'Розгляд', unit: 'utilities', officer: '', mark: 'performs' as const };

  it('is not published over an error, whoever confirms it', async () => {
    const draft = await draftNow('12-08');
    const wrong = { ...draft, ...from, stages: [{ ...stage, days: 30 }], confirmed: true };
    await expect(publish(wrong)).rejects.toMatchObject({ key: 'service-catalogue:refusals.badDrafts' });
  });

  it('is published over a warning only when somebody says so', async () => {
    const draft = await draftNow('12-08');
    const doubtful = { ...draft, ...from, documents: [...draft.documents, 'Довідка РНОКПП'] };
    await expect(publish(doubtful)).rejects.toMatchObject({
      key: 'service-catalogue:refusals.unconfirmed',
      status: 409,
    });
    await publish({ ...doubtful, confirmed: true });
    expect((await on('12-08', '2026-06-01'))?.documents).toContain('Довідка РНОКПП');
  });

  it('is found in the catalogue in force', async () => {
    const asked = { actor: head };
    const { lines } = listContradictionsQuery.output.parse(
      await askQuery(city, listContradictionsQuery, { key: 'held-document', words: '40-01' }, asked),
    );
    expect(lines.map(({ code, level }) => [code, level])).toEqual([['40-01', 'warning']]);
  });
});

describe('a whole definition as a file', () => {
  it('comes back as it went, with the form, the stages and the rules', async () => {
    const draft = await draftNow('40-01');
    expect(draft.form?.length).toBeGreaterThan(3);
    expect(draft.stages?.length).toBeGreaterThan(3);
    expect(draft.readiness).toHaveLength(2);
    expect(readDefinitions(writeDefinitions([draft]))).toEqual({ drafts: [draft], bad: [] });
  });

  it('that does not speak of a form leaves it as it was', async () => {
    const { form, stages, readiness, ...older } = await draftNow('40-01');
    await publish({ ...older, validFrom: '2026-06-01', averageMinutes: 44, confirmed: true });
    const now = await on('40-01', '2026-06-01');
    expect(now?.form).toEqual(form);
    expect(now?.averageMinutes).toBe(44);
    const definition = await askQuery(
      city,
      getDefinitionQuery,
      { code: '40-01', on: '2026-06-01' },
      { actor: head },
    );
    expect(getDefinitionQuery.output.parse(definition)).toMatchObject({ readiness, stages });
  });

  it('with a slip is told where it is', () => {
    const bytes = Buffer.from(JSON.stringify({ format: DEFINITION_FORMAT, services: [{ code: '1' }] }));
    const bad = readDefinitions(bytes)?.bad ?? [];
    expect(bad.map(({ row, path }) => `${row} ${path}`)).toContain('1 code');
    expect(readDefinitions(Buffer.from('{}'))).toBeUndefined();
  });
});
