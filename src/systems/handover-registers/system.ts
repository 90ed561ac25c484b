import { defineSystem } from '../../kernel/system.ts';
import { attachSignedList, cancelRegister, removeCase } from './actions/change-register.ts';
import { closeRegister } from './actions/close-register.ts';
import { handOverRegister } from './actions/hand-over-register.ts';
import { makeRegister } from './actions/make-register.ts';
import { scanCase } from './actions/scan-case.ts';
import { setExchangeAction } from './actions/set-exchange.ts';
import { handedFigure, inTimeFigure } from './figures.ts';
import { mayOpenSignedList } from './may-open-file.ts';
import { findRegister } from './queries/find-register.ts';
import { getRegisterQuery } from './queries/get-register.ts';
import { listExchanges } from './queries/list-exchanges.ts';
import { listLate } from './queries/list-late.ts';
import { listRegistersQuery } from './queries/list-registers.ts';
import { listWaiting } from './queries/list-waiting.ts';
import { seedRegisters } from './seed/seed-registers.ts';
import { exchangePage } from './staff/exchange-page.tsx';
import { latePage } from './staff/late-page.tsx';
import { registerPage, registerPdfPage } from './staff/register-page.tsx';
import { registersPage } from './staff/registers-page.tsx';

export const handoverRegisters = defineSystem({
  name: 'handover-registers',
  title: { uk: 'Реєстри приймання-передачі', en: 'Registers of hand-over' },
  folder: import.meta.dirname,
  actions: [
    makeRegister,
    scanCase,
    removeCase,
    cancelRegister,
    handOverRegister,
    closeRegister,
    attachSignedList,
    setExchangeAction,
  ],
  queries: [listWaiting, listRegistersQuery, getRegisterQuery, findRegister, listLate, listExchanges],
  pages: [registersPage, registerPage, registerPdfPage, latePage, exchangePage],
  menu: [
    {
      menu: 'staff',
      group: 'centre',
      path: '/desk/registers',
      label: 'handover-registers:menu',
      order: 11,
      may: ['administrator', 'specialist', 'head', 'auditor'],
    },
    {
      menu: 'staff',
      group: 'house',
      path: '/desk/registers/exchange',
      label: 'handover-registers:tabs.exchange',
      order: 73,
      may: ['it'],
    },
  ],
  figures: [inTimeFigure, handedFigure],
  retention: [
    {
      table: 'handover_registers.registers',
      personalColumns: ['carrier'],
      months: 36,
      since: 't.made_at',
      article: 'Наказ Мін’юсту 578/5 від 12.04.2012',
    },
  ],
  mayOpenFile: mayOpenSignedList,
  seed: { run: (database, { demo, now }) => seedRegisters(database, demo, now) },
});
