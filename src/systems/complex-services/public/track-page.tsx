import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { OnePromise, PartList } from '../part-list.tsx';
import { trackComplex } from '../queries/track-complex.ts';
import { wholeState, wholeTone } from '../words.ts';

type Tracked = z.output<(typeof trackComplex)['output']>;

/** The whole by its number and code: one promise, each part's own date. */
export const trackPage = definePage({
  path: '/life/track',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { number = '', code = '' } = request.query;
    // The one form for all numbers is the applications' own.
    if (number.trim() === '' || code.trim() === '') return redirect('/track');
    const found = await request.ask(trackComplex, { number: number.slice(0, 60), code: code.slice(0, 60) });
    return view(found.title, <TrackedWhole found={found} code={code} />);
  },
});

function TrackedWhole({ found, code }: { found: Tracked; code: string }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.title}</h1>
      <p>
        <StatusTag tone={wholeTone(found.isOpen)}>{wholeState(found.state, locale)}</StatusTag>
      </p>
      <OnePromise promise={found.promise} />
      <SummaryList
        lines={[
          { term: t('complex-services:track.number'), value: found.number },
          { term: t('complex-services:track.code'), value: code },
          { term: t('complex-services:track.filed'), value: formatDate(found.registeredAt, locale) },
          {
            term: t('complex-services:track.promised'),
            value: found.promisedOn === null ? null : formatDate(found.promisedOn, locale),
          },
          {
            term: t('complex-services:track.ended'),
            value: found.endedOn === null ? null : formatDate(found.endedOn, locale),
          },
        ]}
      />
      <h2>{t('complex-services:parts.title')}</h2>
      <PartList parts={found.parts} />
      <h2>{t('complex-services:track.next')}</h2>
      <p>{t(found.isOpen ? 'complex-services:track.nextOpen' : 'complex-services:track.nextEnded')}</p>
      <p>
        <a href={`/track/looks?${new URLSearchParams({ number: found.number, code }).toString()}`}>
          {t('complex-services:track.looks')}
        </a>
      </p>
    </>
  );
}
