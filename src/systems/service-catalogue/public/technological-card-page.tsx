import type { z } from 'zod';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import type { Locale } from '../../../kernel/i18n/translate.ts';
import { getDefinitionQuery } from '../queries/get-definition.ts';
import { termWords } from '../service-words.ts';
import { MARK_LETTERS, MARKS } from '../technological-card.ts';
import { Ukrainian } from './ukrainian.tsx';

export type Definition = z.output<typeof getDefinitionQuery.output>;

/** Технологічна картка as the city's own paper: stages, who, what they do, days (Law 5203-VI art. 8(5)). */
export const technologicalCardPage = definePage({
  path: '/services/:code/technological-card',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 10,
  get: async (request) => {
    const code = request.params['code']?.slice(0, 20) ?? '';
    const definition = await request.ask(getDefinitionQuery, { code });
    return view(
      request.t('service-catalogue:technological.title'),
      <TechnologicalCard definition={definition} />,
    );
  },
});

function TechnologicalCard({ definition }: { definition: Definition }) {
  const { t, locale } = usePage();
  const { service, stages } = definition;
  return (
    <>
      <p class="soft">
        {t('service-catalogue:technological.title')} · {service.code}
      </p>
      <h1>{locale === 'uk' ? service.name : service.nameEn}</h1>
      {stages.length === 0 ? (
        <p>{t('service-catalogue:technological.missing')}</p>
      ) : (
        <>
          <StageTable definition={definition} />
          <p>
            {t('service-catalogue:technological.legend')}:{' '}
            {MARKS.map((mark) => `${MARK_LETTERS[mark]} – ${t(`service-catalogue:marks.${mark}`)}`).join(
              '; ',
            )}
            .
          </p>
        </>
      )}
      <p>
        {t('service-catalogue:technological.allowed', { term: termWords(service.term, t) })}{' '}
        <Ukrainian>{service.term.article}</Ukrainian>
      </p>
      <p>{t('service-catalogue:technological.appeal')}</p>
      <p class="source-line">
        {t('service-catalogue:technological.law')}{' '}
        {t('service-catalogue:service.since', { from: service.validFrom })}
      </p>
    </>
  );
}

function StageTable({ definition: { stages, days, service } }: { definition: Definition }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`service-catalogue:technological.${name}`);
  const isWorking = service.term.unit === 'working-days' || service.term.unit === 'hours';
  return (
    <>
      <DataTable
        caption={t('service-catalogue:technological.title')}
        captionHidden
        rows={stages.map((stage, index) => ({ ...stage, no: index + 1 }))}
        keyOf={({ no }) => String(no)}
        columns={[
          { key: 'no', title: '№', cell: ({ no }) => no, numeric: true },
          {
            key: 'stage',
            title: word('stage'),
            cell: ({ name }) => <Ukrainian>{name}</Ukrainian>,
            heading: true,
          },
          { key: 'officer', title: word('officer'), cell: ({ officer }) => <Ukrainian>{officer}</Ukrainian> },
          {
            key: 'unit',
            title: word('unit'),
            cell: ({ unitName, unitNameEn }) => (locale === 'uk' ? unitName : unitNameEn),
          },
          {
            key: 'mark',
            title: word('mark'),
            cell: ({ mark }) => (
              <abbr title={t(`service-catalogue:marks.${mark}`)}>{MARK_LETTERS[mark]}</abbr>
            ),
            narrow: true,
          },
          {
            key: 'days',
            title: word(isWorking ? 'workingDays' : 'days'),
            cell: (stage) => daysText(stage.days, locale),
            numeric: true,
          },
        ]}
      />
      <SummaryList
        lines={[
          { term: word('sum'), value: daysText(days.stages, locale) },
          { term: word('byLaw'), value: daysText(days.allowed, locale) },
        ]}
      />
    </>
  );
}

function daysText(days: number, locale: Locale): string {
  const digits = Number.isInteger(days) ? 0 : Number.isInteger(days * 10) ? 1 : 2;
  return formatNumber(days, locale, digits);
}
