import { expect, it } from 'vitest';
import { type KnownRoutes, planRoutes } from './plan-routes.ts';

const known: KnownRoutes = {
  topics: [
    { code: 'water', name: 'Немає води' },
    { code: 'road', name: 'Яма на дорозі' },
    { code: 'lift', name: 'Не працює ліфт' },
  ],
  districts: [{ code: 'podilskyi', name: 'Подільський' }],
  units: [
    { code: 'utilities', name: 'ЖКГ' },
    { code: 'transport', name: 'Транспорт' },
  ],
  routes: [
    { id: '1', topic: 'water', district: '', unitCode: 'utilities', validFrom: '2020-01-01', validTo: null },
    { id: '2', topic: 'lift', district: '', unitCode: 'utilities', validFrom: '2026-05-01', validTo: null },
  ],
  today: '2026-03-06',
};

it('a sheet of routes says of each row what it would do, and names what to mend', () => {
  const plans = planRoutes(
    [
      { topic: 'немає  води', district: '', unit: 'utilities' },
      { topic: 'water', district: 'Подільський', unit: 'Транспорт', from: '2026-04-01' },
      { topic: 'Яма на дорозі', district: '', unit: 'ЖКГ' },
      { topic: 'road', district: '', unit: 'ЖКГ' },
      { topic: 'погода', district: '', unit: 'ЖКГ' },
      { topic: 'road', district: 'Київський', unit: 'ЖКГ' },
      { topic: 'road', district: 'podilskyi', unit: 'Пошта' },
      { topic: 'road', district: 'podilskyi', unit: 'ЖКГ', from: '2026-03-05' },
      { topic: 'lift', district: '', unit: 'Транспорт' },
    ],
    known,
  );
  expect(plans.map(({ kind, problem }) => problem ?? kind)).toEqual([
    'same',
    'new',
    'new',
    'twice',
    'noTopic',
    'noDistrict',
    'noUnit',
    'past',
    'later',
  ]);
  expect(plans[1]).toMatchObject({ topic: 'water', district: 'podilskyi', unitCode: 'transport' });
});

it('the same place and topic with another body is a change', () => {
  const [plan] = planRoutes([{ topic: 'water', district: '', unit: 'transport' }], known);
  expect(plan).toMatchObject({ kind: 'changed', from: '2026-03-06' });
});
