import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { reportProblem } from '../actions/report-problem.ts';
import { findHouse } from '../queries/find-house.ts';
import { listHotlineTopics } from '../queries/problems.ts';
import { topicName } from '../words.ts';

type Topics = z.output<(typeof listHotlineTopics)['output']>['topics'];
const REPORTED = 'reported-problem';
/** The code is shown once; whoever comes to the computer next must not find it for long. */
const SHOWN_MINUTES = 15;

/** What and where; who is for those who want an answer by telephone. */
export const reportPage = definePage({
  path: '/report-a-problem',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const { topics } = await request.ask(listHotlineTopics, {});
    return view(request.t('hotline:report.title'), <ReportForm topics={topics} form={form} />, {
      scripts: ['problem-map'],
    });
  },
  post: report,
});

async function report(request: PagePost): Promise<Answer> {
  const fileIds: string[] = [];
  for (const file of request.files) fileIds.push((await request.keepFile(file)).id);
  const place = request.field('place');
  const { houseId } = await request.ask(findHouse, { place });
  const { number, trackingCode, dueOn } = await request.run(reportProblem, {
    topic: request.field('topic'),
    text: request.field('text'),
    place,
    ...(houseId === null ? {} : { houseId }),
    ...pointOf(request),
    name: request.field('name'),
    phone: request.field('phone'),
    fileIds,
  });
  const expires = new Date(request.now.getTime() + SHOWN_MINUTES * 60_000);
  const value = [number, trackingCode, dueOn ?? ''].join('_');
  return { ...redirect('/report-a-problem/done'), cookies: { [REPORTED]: { value, expires } } };
}

/** Set by the map alone; both or none. */
function pointOf(request: PagePost): { lat?: number; lon?: number } {
  const [lat, lon] = [request.field('lat'), request.field('lon')];
  const isPoint = /^-?\d{1,3}(\.\d+)?$/.test(lat) && /^-?\d{1,3}(\.\d+)?$/.test(lon);
  return isPoint ? { lat: Number(lat), lon: Number(lon) } : {};
}

function ReportForm({ topics, form }: { topics: Topics; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('hotline:report.title')}</h1>
      <p class="lead">{t('hotline:report.lead')}</p>
      <p>
        <a href="/problems">{t('hotline:problems.title')}</a> ·{' '}
        <a href="/problems/track">{t('hotline:track.title')}</a>
      </p>
      <Form state={form} multipart draft="problem">
        <SelectField
          name="topic"
          label={t('hotline:fields.topicOf')}
          empty={t('hotline:fields.choose')}
          options={topics.map((topic) => ({
            value: topic.code,
            label: topicName(topic, locale),
            group: topic.group,
          }))}
        />
        <TextField
          name="place"
          label={t('hotline:fields.where')}
          hint={t('hotline:fields.whereHint')}
          optional
        />
        <div
          id="problem-map"
          class="problem-map"
          hidden
          role="application"
          data-mode="point"
          data-ground="/mobile/community.geojson"
          aria-label={t('hotline:report.map')}
        />
        <input type="hidden" name="lat" id="problem-lat" value={textOf(form, 'lat')} />
        <input type="hidden" name="lon" id="problem-lon" value={textOf(form, 'lon')} />
        <TextField
          name="text"
          label={t('hotline:fields.what')}
          hint={t('hotline:fields.whatHint')}
          rows={5}
        />
        <FileField
          name="photos"
          label={t('hotline:fields.photos')}
          hint={t('hotline:fields.photosHint')}
          accept="image/*"
          multiple
          optional
        />
        <TextField name="name" label={t('hotline:fields.name')} autocomplete="name" optional />
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          label={t('hotline:fields.phone')}
          hint={t('hotline:fields.phoneHint')}
          width={20}
          optional
        />
        <Button>{t('hotline:report.send')}</Button>
      </Form>
    </>
  );
}

function textOf(form: FormState | undefined, name: string): string {
  const value = form?.values[name];
  return typeof value === 'string' ? value : '';
}

export const reportedPage = definePage({
  path: '/report-a-problem/done',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const [number = '', code = '', due = ''] = request.cookie(REPORTED).split('_');
    if (number === '') return redirect('/report-a-problem');
    return view(request.t('hotline:report.done'), <Reported number={number} code={code} due={due} />);
  },
});

function Reported({ number, code, due }: { number: string; code: string; due: string }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('hotline:report.done')}</h1>
      <p class="lead">{t('hotline:report.doneLead')}</p>
      <SummaryList
        lines={[
          { term: t('hotline:columns.number'), value: <strong>{number}</strong> },
          { term: t('hotline:track.code'), value: <strong>{code}</strong> },
          { term: t('hotline:columns.due'), value: due === '' ? null : formatDate(due, locale) },
        ]}
      />
      <p>
        <a href={`/problems/track?${new URLSearchParams({ number, code }).toString()}`}>
          {t('hotline:track.title')}
        </a>
      </p>
    </>
  );
}
