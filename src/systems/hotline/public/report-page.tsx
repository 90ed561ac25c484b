import { z } from 'zod';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type Answer, definePage, type PagePost, redirect, view } from '../../../kernel/page/define-page.ts';
import { MOST_PHOTOS, reportProblem } from '../actions/report-problem.ts';
import { findNearby } from '../queries/find-nearby.ts';
import { findPlaces } from '../queries/find-places.ts';
import { listHotlineTopics } from '../queries/problems.ts';
import { REPORTED, SHOWN_MINUTES } from './reported-page.tsx';
import { ReportForm, type ReportFormProps } from './report-form.tsx';

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

/**
 * In one page without a script: what is wrong is mended first, then which house is meant, then whether the
 * city knows of it already. What was typed and the photographs stay through all of it.
 */
async function report(request: PagePost): Promise<Answer> {
  const fileIds = await keepPhotos(request);
  const point = pointOf(request);
  const { houseId, places, at } = await houseOf(request, point);
  const given = {
    topic: request.field('topic'),
    text: request.field('text'),
    place: request.field('place'),
    ...(houseId === undefined ? {} : { houseId }),
    ...point,
    name: request.field('name'),
    phone: request.field('phone'),
    email: request.field('email'),
    fileIds,
  };
  const judged = reportProblem.input.safeParse(given);
  if (!judged.success) throw new InvalidInput(judged.error);
  if (places.length > 0) return askAgain(request, { places });
  if (request.field('alone') !== 'yes') {
    const asked = { topic: given.topic, ...at, ...point, ...(houseId === undefined ? {} : { houseId }) };
    const { problems } = await request.ask(findNearby, asked);
    if (problems.length > 0) return askAgain(request, { nearby: problems });
  }
  const { number, trackingCode, dueOn } = await request.run(reportProblem, given);
  const expires = new Date(request.now.getTime() + SHOWN_MINUTES * 60_000);
  const value = [number, trackingCode, dueOn ?? ''].join('_');
  return { ...redirect('/report-a-problem/done'), cookies: { [REPORTED]: { value, expires } } };
}

/** Each good one is remembered before the next is read, so a bad one costs nobody the others. */
async function keepPhotos(request: PagePost): Promise<string[]> {
  const ids = request.fields('photoIds').filter((id) => z.uuid().safeParse(id).success);
  const names = request.fields('photoNames').slice(0, ids.length);
  if (ids.length + request.files.length > MOST_PHOTOS)
    throw new Refusal('hotline:input.tooManyPhotos', {}, 422);
  const kept = { ids: [...ids], names: [...names] };
  for (const file of request.files) {
    const { id, name } = await request.keepPhoto(file);
    kept.ids.push(id);
    kept.names.push(name);
    request.remember('photoIds', kept.ids);
    request.remember('photoNames', kept.names);
  }
  return kept.ids;
}

interface House {
  readonly houseId?: string;
  /** More than one: the person is asked. */
  readonly places: NonNullable<ReportFormProps['places']>;
  readonly at: { readonly lat?: number; readonly lon?: number };
}

/** The house that was chosen or that the words mean alone; a point on the map needs none. */
async function houseOf(request: PagePost, point: { lat?: number }): Promise<House> {
  const place = request.field('place');
  const chosen = request.field('houseId');
  // A choice stands for the words it was made for: other words are looked up anew.
  const isStill = request.field('housePlace') === '' || request.field('housePlace') === place;
  const { places } = await request.ask(findPlaces, { place });
  const found = places.length === 1 ? places[0] : places.find(({ houseId }) => isStill && houseId === chosen);
  if (found !== undefined) {
    const { houseId, lat, lon } = found;
    return { houseId, places: [], at: lat === null || lon === null ? {} : { lat, lon } };
  }
  const isAsked = !(isStill && chosen === 'none') && point.lat === undefined;
  return { places: isAsked ? places : [], at: {} };
}

/** Set by the map alone; both or none. */
function pointOf(request: PagePost): { lat?: number; lon?: number } {
  const [lat, lon] = [request.field('lat'), request.field('lon')];
  const isPoint = /^-?\d{1,3}(\.\d+)?$/.test(lat) && /^-?\d{1,3}(\.\d+)?$/.test(lon);
  return isPoint ? { lat: Number(lat), lon: Number(lon) } : {};
}

async function askAgain(
  request: PagePost,
  more: Pick<ReportFormProps, 'places' | 'nearby'>,
): Promise<Answer> {
  const { topics } = await request.ask(listHotlineTopics, {});
  const form = { values: request.form, errors: {} };
  return view(request.t('hotline:report.title'), <ReportForm topics={topics} form={form} {...more} />, {
    scripts: ['problem-map'],
  });
}
