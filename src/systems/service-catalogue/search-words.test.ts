import { describe, expect, it } from 'vitest';
import providers from './seed/providers.json' with { type: 'json' };
import seeded from './seed/services.json' with { type: 'json' };
import { rankServices, searchEntry, wordsOf } from './search-words.ts';
import { type Service, serviceSchema } from './service.ts';

const ID = '018f0000-0000-7000-8000-000000000000';
const services: readonly Service[] = seeded.map((service) =>
  serviceSchema.parse({
    ...service,
    versionId: ID,
    form: [],
    kioskGroup: null,
    planCode: null,
    validTo: null,
    hasCard: false,
    providers: service.providers.map((code) => {
      const one = providers.find((provider) => provider.code === code);
      return { ...one, unitId: ID };
    }),
  }),
);
const entries = services.map(searchEntry);

function firstThree(words: string): readonly string[] {
  return rankServices(entries, words)
    .services.slice(0, 3)
    .map(({ code }) => code);
}

describe('what people say finds what the law calls otherwise', () => {
  it.each([
    ['прописка', '01-01'],
    ['прописатися', '01-01'],
    ['як прописати дитину', '01-02'],
    ['виписатися', '01-04'],
    ['виписати померлого', '01-07'],
    ['тимчасова прописка', '01-08'],
    ["довідка про склад сім'ї", '01-12'],
    ['довідка про склад сімʼї', '01-12'],
    ['довідка про склад сім’ї', '01-12'],
    ['ФОП', '02-01'],
    ['відкрити ФОП', '02-01'],
    ['закрити ФОП', '02-03'],
    ['додати квед', '02-02'],
    ['відкрити фірму', '02-06'],
    ['апостиль', '03-14'],
    ['купив квартиру', '04-01'],
    ['зняти арешт', '04-09'],
    ['народилась дитина', '05-01'],
    ['народилася дитина', '05-02'],
    ['єМалятко', '05-02'],
    ['одружитися', '05-03'],
    ['хочу розлучитися', '05-04'],
    ['померла мати', '05-05'],
    ['помер родич', '05-05'],
    ['змінити прізвище', '05-06'],
    ['загубив свідоцтво', '05-10'],
    ['паспорт у 14 років', '06-01'],
    ['загубив паспорт', '06-03'],
    ['закордонний паспорт', '06-05'],
    ['загранпаспорт', '06-05'],
    ['закордонний паспорт дитині', '06-07'],
    ['купив машину', '07-02'],
    ['права водія', '07-08'],
    ['поміняти права', '07-09'],
    ['довідка про несудимість', '07-12'],
    ['кадастровий номер', '08-01'],
    ['витяг про землю', '08-02'],
    ['зрізати дерево', '12-01'],
    ['поставити кіоск', '10-05'],
    ['перепланування квартири', '10-16'],
    ['черга на квартиру', '15-01'],
    ['ідентифікаційний код', '17-01'],
    ['єдиний податок', '17-05'],
    ['стати на біржу', '25-01'],
    ['допомога при народженні', '30-01'],
    ['третя дитина', '30-06'],
    ['малозабезпечена сім’я', '30-08'],
    ['субсидія', '31-01'],
    ['субсидію на дрова', '31-02'],
    ['пільги на комуналку', '31-06'],
    ['багатодітна', '32-01'],
    ['ВПО', '34-01'],
    ['переселенець', '34-01'],
    ['статус ветерана війни', '34-12'],
    ['догляд вдома', '35-01'],
    ['пенсія', '40-01'],
    ['пенсію', '40-01'],
    ['вийти на пенсію', '40-01'],
    ['пенсія по інвалідності', '40-05'],
    ['перерахунок пенсії', '41-01'],
    ['пенсія на картку', '41-09'],
    ['довідка ОК-5', '41-14'],
    ['subsidy', '31-01'],
    ['place of residence', '01-01'],
    ['31-01', '31-01'],
  ])('«%s» → %s', (words, code) => {
    expect(firstThree(words)).toContain(code);
  });
});

describe('slips of the hand', () => {
  it.each([
    ['субсідія', '31-01'],
    ['субсидия', '31-01'],
    ['прописска', '01-01'],
    ['закордоний паспорт', '06-05'],
    ['одружитись', '05-03'],
    ['ghjgbcrf', '01-01'],
    ['ce,cblsz', '31-01'],
  ])('«%s» → %s', (words, code) => {
    expect(firstThree(words)).toContain(code);
  });

  it('says how it read a mistyped word, and nothing where it read it as it stands', () => {
    expect(rankServices(entries, 'субсідія').readAs).toBe('субсидія');
    expect(rankServices(entries, 'субсидія').readAs).toBeNull();
  });

  it('finds nothing rather than something for what is no word', () => {
    expect(rankServices(entries, 'щщщщщщ')).toEqual({ services: [], readAs: null });
  });
});

describe('the order', () => {
  it('puts first the service whose most usual words are asked', () => {
    expect(firstThree('зрізати дерево')[0]).toBe('12-01');
    expect(firstThree('прописка')[0]).toBe('01-01');
    expect(firstThree('субсидія')[0]).toBe('31-01');
  });
});

describe('words', () => {
  it('are the same with every apostrophe', () => {
    expect(wordsOf("сім'я")).toEqual(wordsOf('сім’я'));
    expect(wordsOf('сімʼя')).toEqual(wordsOf('сім`я'));
  });

  it('that tell nothing find the whole list', () => {
    expect(rankServices(entries, '  ').services).toHaveLength(services.length);
    expect(rankServices(entries, '«»').services).toHaveLength(services.length);
  });
});
