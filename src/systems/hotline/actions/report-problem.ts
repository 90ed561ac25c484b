import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { writeFiled } from '../letters/write-followers.ts';
import { openTicket } from '../open-ticket.ts';
import { attachPhotos } from '../photos/photo-store.ts';
import { CHANNELS } from '../ticket.ts';
import {
  emailInput,
  nameInput,
  phoneInput,
  placeInput,
  ticketView,
  topicInput,
  urgencyInput,
} from '../ticket-input.ts';

/** More than this an hour are not people: the city of the sources got 3,454 calls in a year. */
export const REPORTS_AN_HOUR = 120;
export const MOST_PHOTOS = 5;

export const reportProblem = defineAction({
  name: 'hotline.report-problem',
  title: { uk: 'Повідомити про проблему в місті', en: 'Report a problem in the city' },
  may: ['resident', 'integrator'],
  input: z
    .object({
      id: z.uuid().optional(),
      topic: topicInput,
      text: personal(z.string().trim().min(5, 'hotline:input.textMissing').max(5000)),
      place: placeInput,
      houseId: z.uuid().optional(),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
      name: nameInput,
      phone: phoneInput,
      email: personal(emailInput),
      /** Residents ask for no more than urgent; an emergency is telephoned. */
      urgency: urgencyInput.exclude(['emergency']).default('ordinary'),
      channel: z.enum(CHANNELS).exclude(['telephone']).default('site'),
      /** Where another application keeps a picture of it; told to those who work, never fetched. */
      mediaUrl: z
        .union([
          z.literal(''),
          z.url({ protocol: /^https?$/, error: 'hotline:input.mediaUrlWrong' }).max(2000),
        ])
        .default(''),
      fileIds: z.array(z.uuid()).max(MOST_PHOTOS, 'hotline:input.tooManyPhotos').default([]),
    })
    .superRefine(({ place, houseId, lat, lon }, context) => {
      if (place !== '' || houseId !== undefined || (lat !== undefined && lon !== undefined)) return;
      context.addIssue({ code: 'custom', path: ['place'], message: 'hotline:input.placeMissing' });
    }),
  output: ticketView,
  async run(deed, { fileIds, mediaUrl, ...given }) {
    if (deed.actor.kind !== 'staff') {
      const busy = 'hotline:refusals.tooManyNow';
      await passHourlyBrake(deed.tx, 'hotline.site_hours', deed.now, REPORTS_AN_HOUR, busy);
    }
    const opened = await openTicket(deed, given);
    await attachPhotos(deed, opened.caseId, fileIds, 'before');
    if (mediaUrl !== '')
      await sql`update hotline.tickets set media_url = ${mediaUrl} where case_id = ${opened.caseId}`.execute(
        deed.tx,
      );
    await writeFiled(deed, opened, given.email);
    return opened;
  },
});
