import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { verifyCertificate } from '../queries/verify-certificate.ts';

/** Where who was shown a certificate types its code. */
export const verifyPage = definePage({
  path: '/certificates',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t }, form) =>
    view(
      t('community-register:verify.title'),
      <>
        <h1>{t('community-register:verify.title')}</h1>
        <p class="lead">{t('community-register:verify.lead')}</p>
        <Form state={form} label={t('community-register:verify.title')}>
          <TextField
            name="code"
            label={t('community-register:verify.code')}
            hint={t('community-register:verify.codeHint')}
            width={20}
            first
          />
          <Button>{t('community-register:verify.check')}</Button>
        </Form>
      </>,
    ),
  post: async (request) =>
    redirect(
      `/certificates/${encodeURIComponent(request.field('code').replaceAll(/[^0-9A-Za-z]/g, '') || '-')}`,
    ),
});

/** Whether the paper is real and still true; nothing of whose it is. */
export const verifiedPage = definePage({
  path: '/certificates/:code',
  may: 'anyone',
  shell: 'resident',
  get: async (request) => {
    const { certificate } = await request.ask(verifyCertificate, { code: request.params['code'] ?? '' });
    return view(
      request.t('community-register:verify.title'),
      <>
        <h1>{request.t('community-register:verify.title')}</h1>
        {certificate === null ? <Unknown /> : <Known certificate={certificate} />}
        <p>
          <a href="/certificates">{request.t('community-register:verify.another')}</a>
        </p>
      </>,
      certificate === null ? { status: 404 } : {},
    );
  },
});

function Unknown() {
  const { t } = usePage();
  return <Notice kind="attention">{t('community-register:verify.unknown')}</Notice>;
}

type Certificate = NonNullable<z.output<typeof verifyCertificate.output>['certificate']>;

function Known({ certificate: { number, issuedAt, unitName, isCurrent } }: { certificate: Certificate }) {
  const { t, locale } = usePage();
  return (
    <>
      <Notice kind={isCurrent ? 'done' : 'attention'}>
        {t(isCurrent ? 'community-register:verify.current' : 'community-register:verify.outdated')}
      </Notice>
      <SummaryList
        lines={[
          { term: t('community-register:certificate.number'), value: number },
          { term: t('community-register:certificate.issued'), value: formatDate(issuedAt, locale) },
          { term: t('community-register:verify.unit'), value: unitName },
        ]}
      />
      <p>{t('community-register:verify.compare')}</p>
    </>
  );
}
