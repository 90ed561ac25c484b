import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { Timeline } from '../../../kernel/page/components/timeline.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { resendPart } from '../actions/resend-part.ts';
import { OnePromise, PartList } from '../part-list.tsx';
import { getComplexQuery } from '../queries/get-complex.ts';
import { holderWords, wholeState, wholeTone } from '../words.ts';

type Whole = z.output<(typeof getComplexQuery)['output']>;

/** The whole for the desk: parts with links to their own cases, the promise, whose day it is. */
export const casePage = definePage({
  path: '/desk/complex/:id',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const found = await request.ask(getComplexQuery, { caseId: request.params['id'] ?? '' });
    return view(found.number, <WholeCase found={found} />);
  },
  async post(request) {
    const caseId = request.params['id'] ?? '';
    const { wasThere } = await request.run(resendPart, { caseId, no: Number(request.field('no')) });
    return redirect(
      `/desk/complex/${caseId}`,
      wasThere ? 'complex-services:notices.wasThere' : 'complex-services:notices.resent',
    );
  },
});

function WholeCase({ found }: { found: Whole }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`complex-services:track.${name}`);
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.title}</p>
      <p>
        <StatusTag tone={wholeTone(found.isOpen)}>{wholeState(found.state, locale)}</StatusTag>
      </p>
      <div class="complex-case">
        <section aria-label={t('complex-services:parts.title')}>
          <OnePromise promise={found.promise} />
          <h2>{t('complex-services:parts.title')}</h2>
          <PartList parts={found.parts} />
        </section>
        <section aria-label={t('complex-services:desk.facts')}>
          <SummaryList
            lines={[
              { term: t('complex-services:file.applicant'), value: found.applicant },
              { term: t('complex-services:desk.code'), value: found.applicantCode },
              { term: word('filed'), value: formatDateTime(found.registeredAt, locale) },
              {
                term: t('complex-services:desk.channel'),
                value: t(`complex-services:channels.${found.channel}`),
              },
              {
                term: word('promised'),
                value: found.promisedOn === null ? null : formatDate(found.promisedOn, locale),
              },
              {
                term: word('ended'),
                value: found.endedOn === null ? null : formatDate(found.endedOn, locale),
              },
              { term: t('complex-services:file.documents'), value: found.documents.join(', ') },
            ]}
          />
          <p>
            <LinkButton look="quiet" href={`/desk/complex/${found.id}/receipt`} hotkey="Alt+P">
              {t('complex-services:desk.receipt')}
            </LinkButton>
          </p>
          <PartDeeds found={found} />
          <h2>{t('complex-services:desk.ledger')}</h2>
          <Ledger found={found} />
          <h2>{t('complex-services:desk.course')}</h2>
          <Course found={found} />
        </section>
      </div>
    </>
  );
}

/** Ways to each part's own case, and the button that sends a part again. */
function PartDeeds({ found }: { found: Whole }) {
  const { t, locale, actor } = usePage();
  const maySend = found.isOpen && hasRole(actor, 'administrator', 'head');
  return (
    <>
      <h2>{t('complex-services:desk.cases')}</h2>
      <ul class="complex-deeds">
        {found.parts.map(({ no, title, caseId, number, state }) => (
          <li key={no}>
            {caseId === null ? (
              `${no}. ${title[locale]}`
            ) : (
              <a href={`/desk/applications/${caseId}`}>
                {no}. {number}
              </a>
            )}{' '}
            {maySend && (state === 'open' || state === 'blocked') ? (
              <Form id={`resend-${no}`} inline>
                <HiddenField name="no" value={String(no)} />
                <Button look="quiet" label={t('complex-services:desk.resendPart', { title: title[locale] })}>
                  {t('complex-services:desk.resend')}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Ledger({ found }: { found: Whole }) {
  const { t } = usePage();
  const days = new Map<string, number>();
  for (const { holderKind, holder, days: count } of found.ledger) {
    const name = holderWords(holderKind, holder, t);
    days.set(name, (days.get(name) ?? 0) + count);
  }
  return (
    <SummaryList
      lines={[...days].map(([term, count]) => ({ term, value: t('page:timeline.days', { count }) }))}
    />
  );
}

function Course({ found }: { found: Whole }) {
  const { t, locale } = usePage();
  const titleOf = (no: number) => found.parts.find((part) => part.no === no)?.title[locale] ?? String(no);
  return (
    <Timeline
      entries={found.events.map(({ seq, type, at, changes }) => ({
        key: String(seq),
        title: t(`complex-services:events.${type}`),
        at,
        note: changes
          .map(({ no, state }) => `${titleOf(no)}: ${t(`complex-services:states.${state}`)}`)
          .join('; '),
      }))}
    />
  );
}
