import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { maskNumber } from '../person-words.ts';
import { wholeAddress } from '../resident.ts';
import type { WholeResident } from '../whole-resident.ts';
import { ResidentDeeds } from './resident-deeds.tsx';

interface Props {
  readonly resident: WholeResident;
  readonly reason: string;
  readonly form: FormState | undefined;
  readonly today: string;
}

/** Everything of a person, and what can be done. */
export function ResidentCard({ resident, reason, form, today }: Props) {
  const { t, locale } = usePage();
  const open = resident.residences.find(({ until }) => until === null);
  const document = resident.documentKind;
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{resident.name}</h1>
      <p class="hint">
        {t('community-register:card.opened', { reason })}{' '}
        <a href={`/desk/residents/${resident.id}/looks`}>{t('community-register:card.looks')}</a>
      </p>
      <SummaryList
        lines={[
          {
            term: t('community-register:card.livesAt'),
            value:
              open === undefined
                ? t('community-register:card.nowhere')
                : `${wholeAddress(open.address, open.flat)} (${t(`community-register:kinds.${open.kind}`)}, ${formatDate(open.from, locale)})`,
          },
          {
            term: t('community-register:card.written'),
            value: open === undefined ? resident.writtenAddress : null,
          },
          {
            term: t('community-register:fields.birthDate'),
            value: resident.birthDate === null ? null : formatDate(resident.birthDate, locale),
          },
          {
            term: t('community-register:fields.sex'),
            value: resident.sex === null ? null : t(`community-register:sexes.${resident.sex}`),
          },
          { term: t('community-register:fields.rnokpp'), value: resident.rnokpp },
          { term: t('community-register:fields.unzr'), value: resident.unzr },
          {
            term: t('community-register:card.document'),
            value:
              document === null
                ? null
                : `${t(`community-register:documents.${document}`)} ${maskNumber(resident.documentNumber ?? '')}`,
          },
          { term: t('community-register:card.entered'), value: formatDateTime(resident.enteredAt, locale) },
        ]}
      />
      <ResidentDeeds resident={resident} form={form} isRegistered={open !== undefined} today={today} />
      <Residences resident={resident} />
      <Family resident={resident} />
      <Certificates resident={resident} />
      <Changes resident={resident} />
    </>
  );
}

function Residences({ resident }: Pick<Props, 'resident'>) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('community-register:card.residences')}
      rows={resident.residences}
      keyOf={({ id }) => id}
      empty={t('community-register:card.noResidences')}
      columns={[
        {
          key: 'address',
          title: t('community-register:fields.address'),
          heading: true,
          cell: ({ address, flat }) => wholeAddress(address, flat),
        },
        {
          key: 'from',
          title: t('community-register:fields.from'),
          narrow: true,
          cell: ({ from }) => formatDate(from, locale),
        },
        {
          key: 'until',
          title: t('community-register:fields.until'),
          narrow: true,
          cell: ({ until }) => (until === null ? '–' : formatDate(until, locale)),
        },
        {
          key: 'kind',
          title: t('community-register:fields.kind'),
          cell: ({ kind }) => t(`community-register:kinds.${kind}`),
        },
        {
          key: 'ground',
          title: t('community-register:fields.ground'),
          cell: ({ ground, consentBy }) =>
            `${t(`community-register:grounds.${ground}`)}${consentBy === null ? '' : `: ${consentBy}`}`,
        },
        {
          key: 'end',
          title: t('community-register:fields.endGround'),
          cell: ({ endGround }) =>
            endGround === null ? '–' : t(`community-register:endGrounds.${endGround}`),
        },
      ]}
    />
  );
}

function Family({ resident: { parents, children } }: Pick<Props, 'resident'>) {
  const { t, locale } = usePage();
  const relatives = [
    ...parents.map((one) => ({ ...one, tie: 'parent' as const })),
    ...children.map((one) => ({ ...one, tie: 'child' as const })),
  ];
  if (relatives.length === 0) return null;
  return (
    <DataTable
      caption={t('community-register:card.family')}
      rows={relatives}
      keyOf={({ id, tie }) => `${tie} ${id}`}
      columns={[
        {
          key: 'name',
          title: t('community-register:fields.name'),
          heading: true,
          cell: ({ id, name }) => <a href={`/desk/residents/${id}`}>{name}</a>,
        },
        {
          key: 'tie',
          title: t('community-register:card.tie'),
          cell: ({ tie }) => t(`community-register:ties.${tie}`),
        },
        {
          key: 'birthDate',
          title: t('community-register:fields.birthDate'),
          narrow: true,
          cell: ({ birthDate }) => (birthDate === null ? '–' : formatDate(birthDate, locale)),
        },
      ]}
    />
  );
}

function Certificates({ resident: { certificates } }: Pick<Props, 'resident'>) {
  const { t, locale } = usePage();
  if (certificates.length === 0) return null;
  return (
    <DataTable
      caption={t('community-register:card.certificates')}
      rows={certificates}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'number',
          title: t('community-register:certificate.number'),
          heading: true,
          cell: ({ id, number }) => <a href={`/desk/residents/certificates/${id}`}>№ {number} (PDF)</a>,
        },
        {
          key: 'issued',
          title: t('community-register:certificate.issued'),
          narrow: true,
          cell: ({ issuedAt }) => formatDateTime(issuedAt, locale),
        },
        {
          key: 'purpose',
          title: t('community-register:certificate.purpose'),
          cell: ({ purpose }) => purpose,
        },
      ]}
    />
  );
}

function Changes({ resident: { changes } }: Pick<Props, 'resident'>) {
  const { t, locale } = usePage();
  if (changes.length === 0) return null;
  const told = (values: Readonly<Record<string, string | null>>) =>
    Object.entries(values)
      .map(([field, value]) => `${t(`community-register:fields.${field}`)}: ${value ?? '–'}`)
      .join('; ');
  return (
    <DataTable
      caption={t('community-register:card.changes')}
      rows={changes}
      keyOf={({ at }) => at.toISOString()}
      columns={[
        {
          key: 'at',
          title: t('community-register:card.changedAt'),
          narrow: true,
          cell: ({ at }) => formatDateTime(at, locale),
        },
        { key: 'by', title: t('community-register:card.changedBy'), cell: ({ by }) => by ?? '–' },
        {
          key: 'ground',
          title: t('community-register:fields.ground'),
          cell: ({ ground }) => t(`community-register:changeGrounds.${ground}`),
        },
        { key: 'before', title: t('community-register:card.before'), cell: ({ before }) => told(before) },
        { key: 'after', title: t('community-register:card.after'), cell: ({ after }) => told(after) },
      ]}
    />
  );
}
