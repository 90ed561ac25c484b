import type { Line, Sector } from './year-file.ts';

export interface OfferedService {
  readonly code: string;
  readonly reportGroup: string;
  readonly sector: Sector;
  readonly term: { readonly value: number; readonly unit: string };
  readonly documents: readonly string[];
  /** Codes of the bodies, the usual one first. */
  readonly providers: readonly string[];
}

/** The catalogue as it stands from a date on. */
export interface Edition {
  readonly from: string;
  readonly services: readonly OfferedService[];
  /** Codes of the bodies that exist. */
  readonly bodies: ReadonlySet<string>;
}

export interface HallWindow {
  readonly id: string;
  readonly number: number;
  readonly sectors: readonly Sector[];
}

/** What a replay must know of the city whose past it brings. */
export interface ReplayCity {
  readonly windows: readonly HallWindow[];
  /** Logins of the administrators. */
  readonly clerks: readonly string[];
  /** Logins of the specialists by the code of their body. */
  readonly specialists: ReadonlyMap<string, readonly string[]>;
  /** By date, the oldest first. */
  readonly editions: readonly Edition[];
}

/** A service with the bodies to which the line's applications for it go. */
export interface Offer {
  readonly service: OfferedService;
  readonly bodies: readonly string[];
}

/** What the applications of each line are for, by day. */
export class Offers {
  private readonly city: ReplayCity;
  private readonly claimed: ReadonlySet<string>;
  private readonly known = new Map<string, readonly Offer[]>();

  constructor(city: ReplayCity, lines: readonly Line[]) {
    this.city = city;
    this.claimed = new Set(lines.flatMap(({ provider }) => provider ?? []));
  }

  /** Of the line's group, in force that day, with a body that has somebody to decide. */
  of(line: Line, date: string): readonly Offer[] {
    const edition = this.city.editions.findLast(({ from }) => from <= date);
    if (edition === undefined) return [];
    const key = `${line.line} ${edition.from}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const offers = edition.services
      .filter(({ reportGroup }) => reportGroup === line.reportGroup)
      .map((service) => ({ service, bodies: this.bodiesOf(line, service, edition) }))
      .filter(({ bodies }) => bodies.length > 0);
    this.known.set(key, offers);
    return offers;
  }

  /** Bodies that may take an application of which nothing is known. */
  anyBody(date: string): readonly string[] {
    const edition = this.city.editions.findLast(({ from }) => from <= date);
    const all = edition?.services.map(({ providers }) => providers[0] ?? '') ?? [];
    return [...new Set(all)].filter((body) => this.mayDecide(body, edition));
  }

  private bodiesOf(line: Line, service: OfferedService, edition: Edition): readonly string[] {
    return service.providers.filter((body) => {
      const fits = line.provider === undefined ? !this.claimed.has(body) : body === line.provider;
      return fits && this.mayDecide(body, edition);
    });
  }

  private mayDecide(body: string, edition: Edition | undefined): boolean {
    return edition?.bodies.has(body) === true && (this.city.specialists.get(body)?.length ?? 0) > 0;
  }
}
