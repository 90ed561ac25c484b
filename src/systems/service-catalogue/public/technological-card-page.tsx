import type { z } from 'zod';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
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
  const number = (value: number) => formatNumber(value, locale, Number.isInteger(value) ? 0 : 2);
  const isWorking = service.term.unit === 'working-days' || service.term.unit === 'hours';
  return (
    <table class="card-table stage-table">
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">{word('stage')}</th>
          <th scope="col">{word('officer')}</th>
          <th scope="col">{word('unit')}</th>
          <th scope="col">{word('mark')}</th>
          <th scope="col">{word(isWorking ? 'workingDays' : 'days')}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, index) => (
          <tr key={index}>
            <td class="card-number">{index + 1}</td>
            <th scope="row">
              <Ukrainian>{stage.name}</Ukrainian>
            </th>
            <td>
              <Ukrainian>{stage.officer}</Ukrainian>
            </td>
            <td>{locale === 'uk' ? stage.unitName : stage.unitNameEn}</td>
            <td>
              <abbr title={t(`service-catalogue:marks.${stage.mark}`)}>{MARK_LETTERS[stage.mark]}</abbr>
            </td>
            <td class="numeric">{number(stage.days)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {word('sum')}
          </th>
          <td class="numeric">{number(days.stages)}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={5}>
            {word('byLaw')}
          </th>
          <td class="numeric">{number(days.allowed)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
