import { formatDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { localeOf, originOf } from '../../../kernel/http/visitor.ts';
import type { Problem } from '../queries/problems.ts';
import { stateName, topicName } from '../words.ts';
import type { Asked } from './asked.ts';
import { isOpenState } from './asked-requests.ts';
import type { Node } from './to-xml.ts';

/** A request as the standard writes it: what is on the city's own map, and nothing more. */
export function viewRequest({ city, request }: Asked, problem: Problem): Node {
  const locale = localeOf(request);
  const t = city.messages.for(locale);
  const { number, dueOn, closedAt } = problem;
  const notice = dueOn === null ? 'noTerm' : 'expected';
  const photo = problem.photos.find(({ moment }) => moment === 'before') ?? problem.photos[0];
  return {
    service_request_id: problem.id,
    status: isOpenState(problem.state) ? 'open' : 'closed',
    status_notes: stateName(problem.state, locale),
    service_name: topicName({ name: problem.topicName, nameEn: problem.topicNameEn }, locale),
    service_code: problem.topic,
    // A moderator's words: the resident's own are not published.
    description: problem.words === '' ? null : problem.words,
    agency_responsible: problem.unit,
    service_notice: t(`hotline:open311.${notice}`, {
      number,
      date: dueOn === null ? '' : formatDate(dueOn, locale),
    }),
    requested_datetime: momentText(problem.receivedAt),
    // «For requests with status=closed, this will be the date the request was closed.»
    updated_datetime: momentText(closedAt ?? problem.changedAt),
    expected_datetime: dueOn === null ? null : endOfDay(dueOn),
    address: problem.address,
    address_id: problem.houseId,
    zipcode: null,
    lat: problem.lat,
    long: problem.lon,
    media_url: photo === undefined ? null : `${originOf(city, request)}/problems/photos/${photo.id}`,
  };
}

/** W3C's note knows seconds with a zone; older clients read no thousandths. */
function momentText(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The last second of the day on Kyiv's clocks. */
function endOfDay(day: string): string {
  return momentText(new Date(kyivInstant(day, '24:00').getTime() - 1000));
}
