import type { System } from './kernel/system.ts';
import { addressRegister } from './systems/address-register/system.ts';
import { appeals } from './systems/appeals/system.ts';
import { applications } from './systems/applications/system.ts';
import { booking } from './systems/booking/system.ts';
import { cabinet } from './systems/cabinet/system.ts';
import { centreReport } from './systems/centre-report/system.ts';
import { communityRegister } from './systems/community-register/system.ts';
import { complexServices } from './systems/complex-services/system.ts';
import { consultations } from './systems/consultations/system.ts';
import { desk } from './systems/desk/system.ts';
import { devices } from './systems/devices/system.ts';
import { incomingMail } from './systems/incoming-mail/system.ts';
import { fees } from './systems/fees/system.ts';
import { hotline } from './systems/hotline/system.ts';
import { informationRequests } from './systems/information-requests/system.ts';
import { handoverRegisters } from './systems/handover-registers/system.ts';
import { journal } from './systems/journal/system.ts';
import { law } from './systems/law/system.ts';
import { mobileOffice } from './systems/mobile-office/system.ts';
import { operations } from './systems/operations/system.ts';
import { queue } from './systems/queue/system.ts';
import { ratings } from './systems/ratings/system.ts';
import { reception } from './systems/reception/system.ts';
import { serviceCatalogue } from './systems/service-catalogue/system.ts';
import { staff } from './systems/staff/system.ts';
import { voiceReport } from './systems/voice-report/system.ts';

/** The map of the house: every system of the city hall, and the only list of them. */
export const cityHall: readonly System[] = [
  serviceCatalogue,
  staff,
  desk,
  devices,
  queue,
  booking,
  applications,
  complexServices,
  fees,
  handoverRegisters,
  addressRegister,
  mobileOffice,
  communityRegister,
  ratings,
  consultations,
  appeals,
  incomingMail,
  informationRequests,
  reception,
  hotline,
  cabinet,
  centreReport,
  voiceReport,
  law,
  journal,
  operations,
];
