import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { FoundAddress } from '../address-store.ts';
import { listStreets } from '../queries/list-streets.ts';
import { searchAddressesQuery } from '../queries/search-addresses.ts';
import { askedStreets, PAGE, StreetTable } from './street-table.tsx';

/** Everyone's page of the city's streets: what each is called now and was. */
export const streetsPage = definePage({
  path: '/addresses',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const asked = askedStreets(request);
    const found = await request.ask(listStreets, { ...asked, limit: PAGE });
    const houses = /\d/.test(asked.words)
      ? (await request.ask(searchAddressesQuery, { words: asked.words, limit: 5 })).addresses
      : [];
    return view(
      request.t('address-register:list.title'),
      <>
        <h1>{request.t('address-register:list.title')}</h1>
        <p class="lead">{request.t('address-register:list.lead')}</p>
        <Houses houses={houses.filter(({ id }) => id !== null)} />
        <StreetTable asked={asked} base="/addresses" {...found} />
        <Downloads path="/addresses/data" />
      </>,
    );
  },
});

function Houses({ houses }: { houses: readonly FoundAddress[] }) {
  const { t } = usePage();
  if (houses.length === 0) return null;
  return (
    <ul>
      {houses.map(({ id, streetId, line, formerly, district }) => (
        <li key={id}>
          <a href={`/addresses/${streetId}`}>{line}</a>
          {district === null ? null : `, ${t('address-register:street.district', { district })}`}
          {formerly === null ? null : ` (${t('address-register:street.formerly', { name: formerly })})`}
        </li>
      ))}
    </ul>
  );
}
