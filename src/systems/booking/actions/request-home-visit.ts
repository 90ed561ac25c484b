import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { getHall } from '../../queue/index.ts';
import { getService } from '../../service-catalogue/index.ts';
import { freshCode } from '../booking-code.ts';
import { hallInput, nameInput, optionalEmail, phoneInput, servicesInput } from '../booking-input.ts';
import { insertHomeVisit } from '../home/home-visit-store.ts';

/** A crowd of addresses cannot fill the crews' list. */
const MOST_AN_HOUR = 60;

export const requestHomeVisit = defineAction({
  name: 'booking.request-home-visit',
  title: { uk: 'Попросити про виїзд додому', en: 'Ask for a home visit' },
  input: z.object({
    hall: hallInput,
    services: servicesInput,
    name: nameInput.min(1, 'booking:input.nameMissing'),
    phone: phoneInput.min(1, 'booking:input.phoneMissing'),
    email: optionalEmail,
    address: personal(
      z.string().trim().min(5, 'booking:home.input.address').max(300, 'booking:home.input.address'),
    ),
    reason: personal(
      z.string().trim().min(5, 'booking:home.input.reason').max(1000, 'booking:home.input.reason'),
    ),
  }),
  output: z.object({ homeVisitId: z.uuid(), code: z.string() }),
  may: ['resident'],
  async run(deed, { hall, services, ...who }) {
    const { tx, now, actor } = deed;
    const isDesk = actor.kind === 'staff';
    if (!isDesk)
      await passHourlyBrake(tx, 'booking.home_brake', now, MOST_AN_HOUR, 'booking:home.refusals.tooMany');
    await getHall(tx, hall);
    for (const code of services) await getService(tx, code, kyivDate(now));
    const id = uuid();
    const code = freshCode();
    const channel = isDesk ? 'telephone' : 'site';
    await insertHomeVisit(tx, { id, code, hall, services, channel, ...who, now });
    deed.about({ kind: 'home-visit', id });
    return { homeVisitId: id, code };
  },
});
