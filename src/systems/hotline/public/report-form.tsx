import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { findPlaces } from '../queries/find-places.ts';
import type { listHotlineTopics, Problem } from '../queries/problems.ts';
import { topicName } from '../words.ts';
import { ProblemName, ProblemPlace, ProblemState } from './problem-parts.tsx';

export interface ReportFormProps {
  readonly topics: z.output<(typeof listHotlineTopics)['output']>['topics'];
  readonly form: FormState | undefined;
  /** Houses that the typed words may mean: asked which. */
  readonly places?: z.output<(typeof findPlaces)['output']>['places'];
  /** Open tickets of the kind close by: asked whether it is one of them. */
  readonly nearby?: readonly Problem[];
}

export function ReportForm({ topics, form, places = [], nearby = [] }: ReportFormProps) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('hotline:report.title')}</h1>
      {nearby.length > 0 ? (
        <Nearby nearby={nearby} email={valueOf(form, 'email')} />
      ) : (
        <p class="lead">{t('hotline:report.lead')}</p>
      )}
      {nearby.length === 0 && places.length === 0 && form === undefined ? <OtherWays /> : null}
      <Form state={form} multipart draft="problem">
        {nearby.length > 0 ? <HiddenField name="alone" value="yes" /> : null}
        {places.length > 0 ? <WhichHouse places={places} /> : <KnownHouse form={form} />}
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
          autocomplete="street-address"
        />
        <PointOnMap form={form} />
        <TextField
          name="text"
          label={t('hotline:fields.what')}
          hint={t('hotline:fields.whatHint')}
          rows={5}
        />
        <Photos form={form} />
        <Who />
        <Button>{t(nearby.length > 0 ? 'hotline:report.sendAlone' : 'hotline:report.send')}</Button>
      </Form>
    </>
  );
}

function OtherWays() {
  const { t } = usePage();
  return (
    <p>
      <a href="/problems">{t('hotline:problems.title')}</a> ·{' '}
      <a href="/problems/track">{t('hotline:track.title')}</a>
    </p>
  );
}

/** «Така вже є – долучитися»: before the second ticket about one pit. */
function Nearby({ nearby, email }: { nearby: readonly Problem[]; email: string }) {
  const { t, locale } = usePage();
  return (
    <section class="problem-nearby" aria-labelledby="nearby">
      <h2 id="nearby">{t('hotline:nearby.title')}</h2>
      <p>{t('hotline:nearby.lead')}</p>
      <ul>
        {nearby.map((problem) => (
          <li key={problem.id}>
            <p>
              <a href={`/problems/${problem.id}`}>
                <ProblemName {...problem} />
              </a>
              , <ProblemPlace {...problem} />
            </p>
            {problem.words === '' ? null : <p>{problem.words}</p>}
            <p>
              <ProblemState state={problem.state} />{' '}
              {t('hotline:nearby.since', { date: formatDate(problem.receivedAt, locale) })}
              {problem.joined === 0 ? '' : `, ${t('hotline:problems.joined', { count: problem.joined })}`}
            </p>
            <Form
              id={`join-${problem.id}`}
              action={`/problems/${problem.id}`}
              label={t('hotline:join.title')}
            >
              <HiddenField name="email" value={email} />
              <Button look="plain">{t('hotline:nearby.join')}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <p>{t('hotline:nearby.other')}</p>
    </section>
  );
}

function WhichHouse({ places }: Required<Pick<ReportFormProps, 'places'>>) {
  const { t } = usePage();
  return (
    <RadioField
      name="houseId"
      label={t('hotline:fields.whichHouse')}
      options={[
        ...places.map(({ houseId, line, district }) => ({
          value: houseId,
          label: line,
          ...(district === null ? {} : { hint: district }),
        })),
        { value: 'none', label: t('hotline:fields.noneOfThem') },
      ]}
    />
  );
}

/** The house chosen before, so that it is not asked again. */
function KnownHouse({ form }: Pick<ReportFormProps, 'form'>) {
  const value = valueOf(form, 'houseId');
  return value === '' ? null : (
    <>
      <HiddenField name="houseId" value={value} />
      <HiddenField name="housePlace" value={valueOf(form, 'place')} />
    </>
  );
}

function PointOnMap({ form }: Pick<ReportFormProps, 'form'>) {
  const { t } = usePage();
  return (
    <div id="problem-point" hidden>
      <p class="problem-point-deeds">
        <button type="button" class="button button-plain" id="problem-here">
          {t('hotline:report.here')}
        </button>{' '}
        <button type="button" class="button button-quiet" id="problem-clear" hidden>
          {t('hotline:report.clearPoint')}
        </button>
      </p>
      <div
        id="problem-map"
        class="problem-map"
        hidden
        role="application"
        data-mode="point"
        data-ground="/mobile/community.geojson"
        data-places="/problems/map.geojson?open=yes"
        aria-label={t('hotline:report.map')}
      />
      <output
        id="problem-said"
        class="field-hint"
        data-chosen={t('hotline:report.pointChosen')}
        data-none={t('hotline:report.pointNone')}
        data-refused={t('hotline:report.pointRefused')}
      >
        {t('hotline:report.pointNone')}
      </output>
      <input type="hidden" name="lat" id="problem-lat" value={valueOf(form, 'lat')} />
      <input type="hidden" name="lon" id="problem-lon" value={valueOf(form, 'lon')} />
    </div>
  );
}

/** What came with a form that was refused is kept: nobody chooses five photographs twice. */
function Photos({ form }: Pick<ReportFormProps, 'form'>) {
  const { t } = usePage();
  const ids = listOf(form, 'photoIds');
  const names = listOf(form, 'photoNames');
  return (
    <>
      <FileField
        name="photos"
        label={t('hotline:fields.photos')}
        hint={t('hotline:fields.photosHint')}
        accept="image/jpeg,image/png"
        multiple
        optional
      />
      {ids.length === 0 ? null : (
        <p class="field-hint">{t('hotline:photos.kept', { count: ids.length, names: names.join(', ') })}</p>
      )}
      {ids.map((id, index) => (
        <span key={id}>
          <HiddenField name="photoIds" value={id} />
          <HiddenField name="photoNames" value={names[index] ?? ''} />
        </span>
      ))}
    </>
  );
}

function Who() {
  const { t } = usePage();
  return (
    <>
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
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autocomplete="email"
        label={t('hotline:fields.email')}
        hint={t('hotline:fields.emailHint')}
        optional
      />
    </>
  );
}

function listOf(form: FormState | undefined, name: string): readonly string[] {
  const value = form?.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function valueOf(form: FormState | undefined, name: string): string {
  return listOf(form, name)[0] ?? '';
}
