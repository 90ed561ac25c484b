import type { z } from 'zod';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { termWords } from '../../service-catalogue/index.ts';
import { onlineService } from '../queries/online-service.ts';
import { codeOf } from './ask-draft.ts';

type OnlineService = z.output<(typeof onlineService)['output']>;

/** What one needs before beginning; signing in comes after it. */
export const startPage = definePage({
  path: '/apply/:code',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const service = await request.ask(onlineService, { serviceCode: codeOf(request) });
    return view(request.t('cabinet:start.title'), <Start service={service} />);
  },
});

function Start({ service }: { service: OnlineService }) {
  const { t, locale, actor } = usePage();
  const isIn = actor.resident !== null;
  return (
    <>
      <p>
        <a class="back-link" href={`/services/${service.code}`}>
          {t('cabinet:start.card')}
        </a>
      </p>
      <p class="soft">{t('cabinet:start.title')}</p>
      <h1>{service.name[locale]}</h1>
      <p class="lead">{t('cabinet:start.lead', { count: service.steps.length })}</p>
      {service.documents.length === 0 ? null : (
        <>
          <h2>{t('cabinet:start.prepare')}</h2>
          <ul lang="uk">
            {service.documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
          <p>{t('cabinet:start.photos')}</p>
        </>
      )}
      <h2>{t('cabinet:start.then')}</h2>
      <p>{t('cabinet:start.term', { term: termWords(service.term, t), article: service.term.article })}</p>
      <p>{t('cabinet:start.draft', { count: service.draftDays })}</p>
      {isIn ? null : <Notice>{t('cabinet:start.signIn')}</Notice>}
      <p>
        <LinkButton href={`/apply/${service.code}/applicant`} large>
          {t(isIn ? 'cabinet:start.begin' : 'cabinet:start.signInAndBegin')}
        </LinkButton>
      </p>
    </>
  );
}
