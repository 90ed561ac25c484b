import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Pagination } from '../../../kernel/page/components/navigation.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { REGISTER_ROLES } from '../own-desk.ts';
import { findResidentsQuery, type ResidentLine } from '../queries/find-residents.ts';
import { flatNumber } from '../resident.ts';

const PAGE = 50;

function askedOf({ query }: PageRequest) {
  const flat = flatNumber(query['flat'] ?? '');
  return {
    words: query['words']?.slice(0, 200) ?? '',
    address: query['address']?.slice(0, 200) ?? '',
    ...(flat === null ? {} : { flat }),
    ...(query['after'] === undefined ? {} : { after: query['after'].slice(0, 300) }),
  };
}

/** Search in the register: masked lines to choose a person by. */
export const residentsPage = definePage({
  path: '/desk/residents',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request) => {
    const asked = askedOf(request);
    const found = await request.ask(findResidentsQuery, { ...asked, limit: PAGE });
    return view(request.t('community-register:list.title'), <Residents asked={asked} {...found} />);
  },
});

/** The found, masked as on the screen. */
export const residentsDownload = definePage({
  path: '/desk/residents/data',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request) => {
    const { t } = request;
    const { residents } = await request.ask(findResidentsQuery, { ...askedOf(request), limit: 10_000 });
    const { format } = request.query;
    return listDownload(
      [
        { title: t('community-register:fields.name'), width: 30, value: ({ name }) => name },
        { title: t('community-register:list.birthYear'), width: 12, value: ({ birthYear }) => birthYear },
        { title: t('community-register:fields.rnokpp'), width: 14, value: ({ code }) => code },
        { title: t('community-register:fields.address'), width: 50, value: ({ address }) => address },
        { title: t('community-register:fields.from'), width: 14, value: ({ since }) => since },
      ],
      residents,
      isListFormat(format) ? format : 'xlsx',
      t('community-register:list.file'),
    );
  },
});

interface Props {
  readonly asked: ReturnType<typeof askedOf>;
  readonly residents: readonly ResidentLine[];
  readonly alike: boolean;
  readonly next: string | null;
}

function Residents({ asked, residents, alike, next }: Props) {
  const { t, url, locale } = usePage();
  const isAsked = asked.words !== '' || asked.address !== '';
  const data = (format: string) => `/desk/residents/data?${url.split('?')[1] ?? ''}&format=${format}`;
  return (
    <>
      <h1>{t('community-register:list.title')}</h1>
      <Buttons>
        <LinkButton href="/desk/residents/new" look="plain" hotkey="F2">
          {t('community-register:enter.title')}
        </LinkButton>
        <LinkButton href="/desk/residents/household" look="plain">
          {t('community-register:household.title')}
        </LinkButton>
        <LinkButton href="/desk/residents/imports" look="plain">
          {t('community-register:import.title')}
        </LinkButton>
        <LinkButton href="/desk/residents/exchange" look="plain">
          {t('community-register:exchange.title')}
        </LinkButton>
      </Buttons>
      <search>
        <Form method="get" action="/desk/residents" inline label={t('community-register:list.search')}>
          <SearchField label={t('community-register:list.words')} value={asked.words} first />
          <TextField
            name="address"
            label={t('community-register:fields.address')}
            value={asked.address}
            width={20}
          />
          <TextField
            name="flat"
            label={t('community-register:fields.flat')}
            value={asked.flat ?? ''}
            width={4}
          />
          <Button>{t('community-register:list.search')}</Button>
        </Form>
      </search>
      <p class="hint">{t('community-register:list.hint')}</p>
      {alike ? <Notice kind="attention">{t('community-register:list.alike')}</Notice> : null}
      {isAsked ? (
        <DataTable
          caption={t('community-register:list.found')}
          captionHidden
          rows={residents}
          keyOf={({ id }) => id}
          empty={t('community-register:list.nothing')}
          columns={[
            {
              key: 'name',
              title: t('community-register:fields.name'),
              heading: true,
              cell: ({ id, name }) => <a href={`/desk/residents/${id}`}>{name}</a>,
            },
            {
              key: 'born',
              title: t('community-register:list.birthYear'),
              narrow: true,
              cell: ({ birthYear }) => birthYear ?? '–',
            },
            {
              key: 'code',
              title: t('community-register:fields.rnokpp'),
              narrow: true,
              cell: ({ code }) => code ?? '–',
            },
            {
              key: 'address',
              title: t('community-register:fields.address'),
              cell: ({ address }) => address ?? t('community-register:card.nowhere'),
            },
            {
              key: 'since',
              title: t('community-register:fields.from'),
              narrow: true,
              cell: ({ since }) => (since === null ? '–' : formatDate(since, locale)),
            },
          ]}
        />
      ) : null}
      <Pagination first={asked.after === undefined} next={next ?? undefined} />
      {residents.length === 0 ? null : (
        <p>
          <a href={data('xlsx')}>{t('registers:xlsx')}</a> · <a href={data('csv')}>{t('registers:csv')}</a>
        </p>
      )}
    </>
  );
}
