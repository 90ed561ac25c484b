import { isInForce, type Validity } from '../calendar/validity.ts';

/** By which articles days are counted; terms follow the law of the day on which they began. */
export interface CountingLaw extends Validity {
  readonly start: string;
  readonly dayOff: string;
  readonly units: string;
}

export const COUNTING_LAWS: readonly CountingLaw[] = [
  {
    start: 'ЦК, ст. 253',
    dayOff: 'ЦК, ст. 254, ч. 5',
    units: 'ЦК, ст. 252',
    validFrom: '2004-01-01',
    validTo: '2023-12-15',
  },
  {
    start: 'Закон 2073-IX, ст. 33, ч. 2',
    dayOff: 'Закон 2073-IX, ст. 33, ч. 3',
    units: 'Закон 2073-IX, ст. 33',
    validFrom: '2023-12-15',
    validTo: null,
  },
];

export function countingLawOn(date: string): CountingLaw {
  const law = COUNTING_LAWS.find((each) => isInForce(each, date));
  if (law === undefined) throw new RangeError(`no law of counting terms on ${date}`);
  return law;
}
