import type { z } from 'zod';
import {
  definePage,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { DEVICE_COOKIE } from '../../devices/index.ts';
import { takeTicket } from '../actions/take-ticket.ts';
import { kioskMenu } from '../queries/kiosk-menu.ts';
import { SECTORS, type Sector } from '../sector.ts';
import { KioskGroups, KioskServices } from './kiosk-services.tsx';
import { KioskTake } from './kiosk-take.tsx';
import { printTicket } from './print-ticket.ts';

export type KioskMenu = z.output<(typeof kioskMenu)['output']>;

/** Steps of one sector by the address: life events, their services, then the ticket itself. */
export const kioskSector = definePage({
  path: '/kiosk/:hall/:sector',
  may: 'anyone',
  shell: 'kiosk',
  async get(request, form) {
    const { hall, sector } = placeOf(request);
    const menu = await request.ask(kioskMenu, { hall, sector });
    const title = request.t(`page:sector.${sector}.name`);
    const { group, take, service } = request.query;
    if (take !== undefined || form !== undefined) {
      const chosen = service ?? textOf(form?.values['serviceCode']);
      return view(
        title,
        <KioskTake menu={menu} sector={sector} serviceCode={chosen} classes={take === 'class'} form={form} />,
      );
    }
    if (group !== undefined) {
      return view(title, <KioskServices menu={menu} hall={hall} sector={sector} group={group} />);
    }
    return view(title, <KioskGroups menu={menu} hall={hall} sector={sector} />);
  },
  async post(request: PagePost) {
    const { hall, sector } = placeOf(request);
    const service = request.field('serviceCode');
    const privileged = request.field('classCode');
    const kiosk = request.cookie(DEVICE_COOKIE);
    const { code } = await request.run(takeTicket, {
      hall,
      sector,
      ...(kiosk === '' ? {} : { kiosk }),
      ...(service === '' ? {} : { serviceCode: service }),
      ...(privileged === '' ? {} : { classCode: privileged }),
    });
    const isPrinted = await printTicket(request, code);
    return redirect(`/kiosk/${hall}/ticket/${code}${isPrinted ? '?printed=on' : ''}`);
  },
});

function placeOf({ params }: PageRequest): { hall: string; sector: Sector } {
  const sector = SECTORS.find((one) => one === params['sector']);
  if (sector === undefined) throw notFound('queue:refusals.noSuchSector');
  return { hall: params['hall'] ?? '', sector };
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
