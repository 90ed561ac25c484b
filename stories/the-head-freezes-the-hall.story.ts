import { expect, it } from 'vitest';
import { callNext } from '../src/systems/queue/actions/call-next.ts';
import { closeWindow } from '../src/systems/queue/actions/close-window.ts';
import { finishService } from '../src/systems/queue/actions/finish-service.ts';
import { beginService } from '../src/systems/queue/actions/begin-service.ts';
import { takeTicket } from '../src/systems/queue/actions/take-ticket.ts';
import { act } from './support/ask-city.ts';
import { sitDown } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const CLERK = 'administrator-20';

/**
 * system: queue, applications
 * An air alert: one key stops the hall, the boards show the shelter, and afterwards the order is the same.
 */
it('The head freezes the hall', async () => {
  await sitDown(CLERK, 30);
  const first = await act(takeTicket, { hall: 'main', sector: 'administrative' });
  const second = await act(takeTicket, { hall: 'main', sector: 'administrative' });

  const head = await Person.signsIn('head', 'Керівник центру');
  await head.goes('/desk/hall/main');
  await head.sees('Хто чекає', first.number, second.number);
  const board = await Person.comes('frozen board', 'television', '/board/main');
  const kiosk = await Person.comes('frozen kiosk', 'kiosk', '/kiosk/main');
  const visitor = await Person.comes('visitor', 'phone', `/tickets/${first.code}`);

  await head.presses('F8');
  await head.sees('Повітряна тривога. Прийом зупинено', 'Продовжити прийом');
  for (const person of [board, kiosk, visitor]) {
    await person.sees('Повітряна тривога. Прийом зупинено', 'Найближче укриття: підвал цього будинку');
  }
  await expect(act(callNext, {}, CLERK)).rejects.toThrow(
    /Зал зупинено\. Кличемо, щойно керівник продовжить прийом/,
  );

  await head.presses('F9');
  await head.sees('Тривога: зупинити прийом');
  await board.doesNotSee('Повітряна тривога');
  for (const expected of [first, second]) {
    const { ticket } = await act(callNext, {}, CLERK);
    expect(ticket?.number).toBe(expected.number);
    await board.finds(expected.number);
    await act(beginService, { ticketId: expected.ticketId }, CLERK);
    await act(finishService, { ticketId: expected.ticketId }, CLERK);
  }
  await act(closeWindow, {}, CLERK);

  await head.goes('/desk/terms');
  await head.sees('Контроль строків', 'прострочено', 'строк сьогодні', 'За органами', 'Чиї це дні');
  for (const person of [head, board, kiosk, visitor]) await person.leaves();
});
