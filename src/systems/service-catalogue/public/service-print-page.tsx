import { definePage, view } from '../../../kernel/page/define-page.ts';
import { CardTable } from './card-table.tsx';
import { askService } from './service-page.tsx';

/** The card as paper: to hang on the wall or to take home. */
export const servicePrintPage = definePage({
  path: '/services/:code/print',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 10,
  get: async (request) => {
    const answer = await askService(request);
    const { service } = answer;
    const name = request.locale === 'uk' ? service.name : service.nameEn;
    return view(
      name,
      <>
        <p class="soft">
          {request.t('service-catalogue:card.title')} · {service.code}
        </p>
        <h1>{name}</h1>
        <CardTable answer={answer} />
        <p class="source-line">
          {request.t('service-catalogue:card.law')}{' '}
          {service.validTo === null
            ? request.t('service-catalogue:service.since', { from: service.validFrom })
            : request.t('service-catalogue:service.between', {
                from: service.validFrom,
                to: service.validTo,
              })}
        </p>
      </>,
    );
  },
});
