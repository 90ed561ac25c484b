import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPlans, publishPlan } from './actions/publish-plan.ts';
import { resendPart } from './actions/resend-part.ts';
import { type ComplexCity, makeComplexCity } from './complex-fixture.ts';
import { followParts } from './follow-parts.ts';
import { planSchema } from './plan.ts';
import { getPlanQuery } from './queries/get-plan.ts';
import { readSeedPlans } from './seed/seed-plans.ts';

const AT = '2026-03-02T08:00:00Z';
let house: ComplexCity;

beforeAll(async () => {
  house = await makeComplexCity(AT);
});
afterAll(() => house.city.connections.close());

describe('many at once', () => {
  test('16 siblings decided together close the whole exactly once', async () => {
    const parts = Array.from({ length: 16 }, (_, index) => ({
      no: index + 1,
      serviceCode: null,
      title: { uk: `Частина ${index + 1}`, en: '' },
      gives: { uk: 'щось', en: '' },
      provider: 'dms',
      term: { value: 10, unit: 'working-days' as const, article: 'ст. 10' },
    }));
    const plan = {
      code: 'sixteen',
      title: { uk: 'Шістнадцять', en: '' },
      intro: { uk: 'Проба.', en: '' },
      parts,
    };
    await house.run('head', publishPlan, { plan, validFrom: '2026-03-02' });
    const filed = await house.file(
      parts.map(({ no }) => no),
      { planCode: plan.code, answers: {} },
    );
    const ids = filed.parts.flatMap(({ caseId }) => caseId ?? []);
    const follow = () =>
      house.city.connections.database
        .transaction()
        .execute((tx) => followParts(tx, filed.caseId, house.clock.now()));
    await Promise.all(
      ids.map(async (caseId, index) => {
        await house.decide(caseId, 'dms', index % 5 === 0 ? 'refused' : 'granted');
        await follow();
      }),
    );
    // The tasks that the same changes left find nothing more to do.
    await house.follow();
    const ends = await house.query(sql<{ type: string }>`
      select type from kernel.case_events where case_id = ${filed.caseId} and type = 'all-decided'`);
    expect(ends).toHaveLength(1);
    expect((await house.track(filed)).state).toBe('granted-in-part');
  });

  test('a deed that falls leaves no task, and a task that falls leaves the whole as it was', async () => {
    const filed = await house.file([1, 2]);
    const before = await house.track(filed);
    await house.decide(await house.caseIdOf(filed, 1), 'dracs', 'granted');
    const { database } = house.city.connections;
    await expect(
      database.transaction().execute(async (tx) => {
        await followParts(tx, filed.caseId, house.clock.now());
        throw new Error('the process died here');
      }),
    ).rejects.toThrow('died');
    // A child filed by the transaction that fell is gone with it; the next one files it again, once.
    expect((await house.track(filed)).parts[1]?.state).toBe(before.parts[1]?.state);
    await house.follow();
    await house.follow();
    const children = await house.query(sql<{ n: number }>`
      select part_no as n from kernel.cases where parent_id = ${filed.caseId} order by 1`);
    expect(children).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('sending a part again makes no second application', async () => {
    const filed = await house.file([1, 2]);
    const again = await Promise.all(
      Array.from({ length: 5 }, () =>
        house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 1 }),
      ),
    );
    expect(new Set(again.map(({ number }) => number)).size).toBe(1);
    expect(again.every(({ wasThere }) => wasThere)).toBe(true);
    const early = house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 2 });
    await expect(early).rejects.toMatchObject({ key: 'complex-services:refusals.stillWaits' });
  });

  test('a part that waited in vain is sent when the papers came another way, once', async () => {
    const filed = await house.file([1, 2, 10]);
    await house.decide(await house.caseIdOf(filed, 1), 'dracs', 'refused');
    await house.follow();
    expect((await house.partOf(filed, 2)).state).toBe('blocked');
    const sent = await Promise.all(
      [1, 2, 3].map(() => house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 2 })),
    );
    expect(sent.filter(({ wasThere }) => !wasThere)).toHaveLength(1);
    await house.follow();
    expect((await house.partOf(filed, 2)).state).toBe('open');
  });
});

describe('plans', () => {
  test('come from a file and go into one without code; a contradiction stops all', async () => {
    const [plan] = readSeedPlans();
    const next = planSchema.parse({ ...plan, code: 'proba-plan' });
    const looped = {
      ...next,
      parts: next.parts.map((part) => (part.no === 1 ? { ...part, dependsOn: [2] } : part)),
    };
    const dry = await house.run('head', importPlans, { plans: [next], validFrom: '2026-03-02' });
    expect(dry).toMatchObject({ written: 0, plans: [{ contradictions: [] }] });
    const wrong = await house.run('head', importPlans, {
      plans: [next, looped],
      validFrom: '2026-03-02',
      dryRun: false,
    });
    expect(wrong.written).toBe(0);
    expect(wrong.plans[1]?.contradictions.map(({ kind }) => kind)).toContain('cycle');
    const done = await house.run('head', importPlans, {
      plans: [next],
      validFrom: '2026-03-02',
      dryRun: false,
    });
    expect(done.written).toBe(1);
    const read = await house.ask('head', getPlanQuery, { code: 'proba-plan', parts: [1, 10] });
    expect(read.promisedOn).toBe('2026-03-12');
    await expect(house.run('head', publishPlan, { plan: looped, validFrom: '2026-03-02' })).rejects.toThrow(
      /schema/,
    );
  });

  test('what began under a version ends under it', async () => {
    const [plan] = readSeedPlans();
    if (plan === undefined) throw new Error('no plan');
    const filed = await house.file([1, 2]);
    const changed = { ...plan, title: { uk: 'єМалятко 2', en: '' }, parts: plan.parts.slice(0, 1) };
    await house.run('head', publishPlan, { plan: changed, validFrom: '2026-03-03' });
    house.clock.travelTo(new Date('2026-03-03T08:00:00Z'));
    expect((await house.ask('head', getPlanQuery, { code: 'e-maliatko' })).parts).toHaveLength(1);
    await house.decide(await house.caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    expect((await house.track(filed)).parts.map(({ state }) => state)).toEqual(['granted', 'open']);
  });
});
