import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { streetLine } from '../address.ts';
import { getStreet, type WholeStreet } from '../queries/get-street.ts';

export const streetPage = definePage({
  path: '/addresses/:id',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) => {
    const street = await request.ask(getStreet, { id: request.params['id'] ?? '' });
    return view(titleOf(street), <StreetView street={street} back="/addresses" />);
  },
});

export function titleOf({ names: [today] }: WholeStreet): string {
  return today === undefined ? '' : streetLine(today);
}

/** A street's names in time and its houses; the same for everyone and at the desk. */
export function StreetView({ street, back }: { street: WholeStreet; back: string }) {
  const { t, locale } = usePage();
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, locale));
  return (
    <>
      <p>
        <a href={back}>← {t('address-register:list.title')}</a>
      </p>
      <h1>{titleOf(street)}</h1>
      <p>
        {t('address-register:street.place', { settlement: street.settlement, code: street.settlementCode })}
      </p>
      <DataTable
        caption={t('address-register:street.names')}
        rows={street.names}
        keyOf={(name) => `${name.kind} ${name.name} ${name.validFrom}`}
        columns={[
          {
            key: 'name',
            title: t('address-register:fields.name'),
            heading: true,
            cell: (one) => streetLine(one),
          },
          {
            key: 'from',
            title: t('address-register:street.from'),
            narrow: true,
            cell: (one) => day(one.validFrom),
          },
          {
            key: 'to',
            title: t('address-register:street.to'),
            narrow: true,
            cell: (one) => day(one.validTo),
          },
          { key: 'act', title: t('address-register:fields.act'), cell: ({ act }) => act ?? '–' },
        ]}
      />
      <DataTable
        caption={t('address-register:street.houses', { count: street.houses.length })}
        rows={street.houses}
        keyOf={({ id }) => id}
        empty={t('address-register:street.noHouses')}
        columns={[
          {
            key: 'number',
            title: t('address-register:fields.number'),
            heading: true,
            cell: ({ number }) => number,
          },
          { key: 'flats', title: t('address-register:fields.flats'), cell: flatsOf },
          {
            key: 'district',
            title: t('address-register:fields.district'),
            cell: ({ district }) => district ?? '–',
          },
          {
            key: 'postcode',
            title: t('address-register:fields.postcode'),
            narrow: true,
            cell: ({ postcode }) => postcode ?? '–',
          },
          { key: 'place', title: t('address-register:fields.place'), narrow: true, cell: placeOf },
        ]}
      />
    </>
  );
}

type House = WholeStreet['houses'][number];

function flatsOf({ flatsFrom, flatsTo }: House): string {
  return flatsFrom === null || flatsTo === null ? '–' : `${flatsFrom}–${flatsTo}`;
}

function placeOf({ lat, lon }: House): string {
  return lat === null || lon === null ? '–' : `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}
