import type { Holiday, HolidayRule, LegalCalendar, MartialLaw, MoveRule } from './legal-calendar-data.ts';
import type { Certainty } from './validity.ts';

const ARTICLE = 'КЗпП, ст. 73';
/** Before the years that we replay: the holiday is simply older than our data. */
const LONG_AGO = '2000-01-01';
const LAW_3107 = '2023-06-15';
const LAW_3258 = '2023-07-30';

export const UKRAINE_HOLIDAYS: readonly Holiday[] = [
  holiday('newYear', fixed(1, 1), 'M'),
  holiday('christmasOldStyle', fixed(1, 7), 'M?', LONG_AGO, LAW_3258),
  holiday('womensDay', fixed(3, 8), 'M'),
  holiday('easter', easter(0), 'M'),
  holiday('labourDay', fixed(5, 1), 'M'),
  // Law 2211-VIII of 16.11.2017 took 2 May off the list and put 25 December on it.
  holiday('labourDay', fixed(5, 2), 'V2', LONG_AGO, '2017-12-02'),
  holiday('victoryDay', fixed(5, 9), 'V2', LONG_AGO, LAW_3107),
  holiday('remembranceDay', fixed(5, 8), 'V2', LAW_3107),
  holiday('trinity', easter(49), 'M'),
  holiday('constitutionDay', fixed(6, 28), 'M'),
  // Put on the list by Law 2254-IX of 2022, moved to 15 July by Law 3258-IX.
  holiday('statehoodDay', fixed(7, 28), 'M?', '2022-06-18', LAW_3258),
  holiday('statehoodDay', fixed(7, 15), 'M?', LAW_3258),
  holiday('independenceDay', fixed(8, 24), 'M'),
  holiday('defendersDay', fixed(10, 14), 'M?', '2015-03-17', LAW_3258),
  holiday('defendersDay', fixed(10, 1), 'M?', LAW_3258),
  holiday('christmas', fixed(12, 25), 'V2', '2017-12-02'),
];

export const UKRAINE_MOVES: readonly MoveRule[] = [
  { validFrom: LONG_AGO, validTo: null, article: 'КЗпП, ст. 67, ч. 3', certainty: 'M' },
];

/**
 * Law 2136-IX art. 6(6). The end is that of the last extension we have read (V2). Later
 * extensions are the administrator's to add: without them the days from `to` on are counted as
 * days of peace, with holidays off.
 */
export const UKRAINE_MARTIAL_LAW: readonly MartialLaw[] = [
  { from: '2022-02-24', to: '2026-05-04', article: 'Закон 2136-IX, ст. 6, ч. 6' },
];

export const UKRAINE_CALENDAR: LegalCalendar = {
  weekend: [6, 7],
  weekendArticle: 'КЗпП, ст. 67',
  holidays: UKRAINE_HOLIDAYS,
  moves: UKRAINE_MOVES,
  martialLaw: UKRAINE_MARTIAL_LAW,
  localDays: [],
};

function holiday(
  name: string,
  rule: HolidayRule,
  certainty: Certainty,
  validFrom = LONG_AGO,
  validTo: string | null = null,
): Holiday {
  return {
    name: `calendar:holidays.${name}`,
    rule,
    validFrom,
    validTo,
    article: ARTICLE,
    certainty,
  };
}

function fixed(month: number, day: number): HolidayRule {
  return { kind: 'fixed', month, day };
}

function easter(offset: number): HolidayRule {
  return { kind: 'easter', offset };
}
