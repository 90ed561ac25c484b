import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { openRequest } from '../open-request.ts';
import { bodyInput, openedView, requesterInput, subjectInput } from '../request-input.ts';

/** More than this an hour are not people: the city of the sources got 293 in a year. */
export const REQUESTS_AN_HOUR = 30;

export const fileRequest = defineAction({
  name: 'information-requests.file-request',
  title: { uk: 'Подати запит на інформацію на сайті', en: 'File an information request on the site' },
  may: ['resident'],
  input: z.object({ requester: requesterInput, subject: subjectInput, body: bodyInput }),
  output: openedView,
  async run(deed, { requester, subject, body }) {
    await passHourlyBrake(
      deed.tx,
      'information_requests.site_hours',
      deed.now,
      REQUESTS_AN_HOUR,
      'information-requests:refusals.tooManyNow',
    );
    // Whether 48 hours apply is for the registrar to say: a wrong tick must not shorten everyone's queue.
    return openRequest(deed, { channel: 'site', requester, subject, body, urgent: false, unitId: null });
  },
});
