import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type Answer, definePage, type PagePost, redirect, view } from '../../../kernel/page/define-page.ts';
import { changeResidentAction } from '../actions/change-resident.ts';
import { deregisterResidence } from '../actions/deregister-residence.ts';
import { issueCertificate } from '../actions/issue-certificate.ts';
import { linkParentAction } from '../actions/link-parent.ts';
import { registerResidence } from '../actions/register-residence.ts';
import { REGISTER_ROLES } from '../own-desk.ts';
import { findResidentsQuery } from '../queries/find-residents.ts';
import { getResident } from '../queries/get-resident.ts';
import { CHANGE_GROUNDS, END_GROUNDS } from '../resident.ts';
import { lookCookie, lookReason } from './look-cookie.ts';
import { onlyOne, orNull, personOf, residenceOf } from './read-resident-form.ts';
import { ReasonForm, reasonOf } from './reason-form.tsx';
import { ResidentCard } from './resident-card.tsx';

/** A person's card. Without a reason given for this person it asks for one. */
export const residentPage = definePage({
  path: '/desk/residents/:id',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request, form) => {
    const residentId = request.params['id'] ?? '';
    const reason = lookReason(request, residentId);
    if (reason === undefined) {
      return view(request.t('community-register:look.title'), <ReasonForm form={form} />);
    }
    const resident = await request.ask(getResident, { residentId, reason });
    return view(
      request.t('community-register:card.title'),
      <ResidentCard resident={resident} reason={reason} form={form} today={kyivDate(request.now)} />,
    );
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const residentId = request.params['id'] ?? '';
  const done = (notice: string) => redirect(request.path, `community-register:notices.${notice}`);
  switch (request.field('deed')) {
    case 'look':
      return openCard(request, residentId);
    case 'register':
      await request.run(registerResidence, { residentId, ...(await residenceOf(request)) });
      return done('registered');
    case 'deregister': {
      const ground = END_GROUNDS.find((one) => one === request.field('endGround'));
      if (ground === undefined || ground === 'moved-within') {
        throw new Refusal('community-register:input.groundWrong', {}, 422);
      }
      await request.run(deregisterResidence, { residentId, ground, on: orNull(request.field('on')) });
      return done('deregistered');
    }
    case 'change': {
      const ground = CHANGE_GROUNDS.find((one) => one === request.field('changeGround')) ?? 'correction';
      await request.run(changeResidentAction, { residentId, ground, ...personOf(request) });
      return done('changed');
    }
    case 'parent': {
      const { residents } = await request.ask(findResidentsQuery, {
        words: request.field('parent'),
        limit: 2,
      });
      await request.run(linkParentAction, { childId: residentId, parentId: onlyOne(residents).id });
      return done('linked');
    }
    default: {
      const { certificateId } = await request.run(issueCertificate, {
        residentId,
        ...(request.field('purpose') === '' ? {} : { purpose: request.field('purpose') }),
      });
      return redirect(`/desk/residents/certificates/${certificateId}`);
    }
  }
}

function openCard(request: PagePost, residentId: string): Answer {
  const reason = reasonOf(request);
  if (reason === '') throw new Refusal('community-register:input.reasonMissing', {}, 422);
  return { ...redirect(request.path), cookies: lookCookie(residentId, reason, request.now) };
}
