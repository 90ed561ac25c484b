import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { loadHttp, median, percentile, perSecond } from '../load.ts';

const LIST = '/api/queries/applications.list-applications';
const headers = { authorization: 'Bearer demo-head' };

/** What clerks type: common words, rare ones, two at once, a number, a code, a name that is not there. */
const ASKED = [
  'Коваленко',
  'Коваленко Олена',
  'Їжакевич Орися',
  'Рідкісний',
  'Рідкісний50450',
  'субсидія',
  'реєстрація місця',
  'реєстрація Чорновіл',
  'паспорт Ґудзь Степан',
  'земельної ділянки',
  'ЦНАП-2020-000777',
  '000777',
  '0000040001',
  'Стельмах Вікторія довідка',
  'Неіснуючий',
  'пенсія Журавель',
];

export async function measureLists(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const newest = () =>
    loadHttp(city, {
      connections: 16,
      seconds: pace.seconds,
      method: 'GET',
      paths: [`${LIST}?open=true&limit=50`],
      headers,
    });
  const search = () =>
    loadHttp(city, {
      connections: 4,
      seconds: pace.seconds,
      method: 'GET',
      paths: ASKED.map((words) => `${LIST}?words=${encodeURIComponent(words)}`),
      headers,
    });
  await newest();
  const rates = [];
  const p95s = [];
  for (let round = 0; round < pace.rounds; round++) {
    rates.push(perSecond(await newest()));
    p95s.push(percentile((await search()).latencies, 0.95));
  }
  return [
    {
      item: 'list of the 50 newest open cases',
      figure: median(rates),
      unit: 'a second',
      wanted: { least: 600 },
    },
    {
      item: 'search by words, p95 on 4 connections',
      figure: median(p95s),
      unit: 'ms',
      wanted: { most: 150 },
    },
  ];
}
