import { formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { untilWords } from '../words.ts';
import { wallboard } from '../queries/line.ts';

/** The wall of the contact centre: figures of today, and what goes on in the city. No telephones. */
export const boardPage = definePage({
  path: '/board/hotline',
  may: 'anyone',
  shell: 'board',
  async get(request) {
    const board = await request.ask(wallboard, {});
    return view(request.t('hotline:board.title'), <Board board={board} />, {
      live: '/live/hotline/main',
      scripts: ['board'],
    });
  },
});

function Board({ board }: { board: Awaited<ReturnType<typeof wallboard.run>> }) {
  const { t, now, locale } = usePage();
  const figures = [
    ['calls', board.calls],
    ['atOnce', board.atOnce],
    ['ringing', board.ringing],
    ['callBacks', board.callBacks],
    ['open', board.open],
    ['overdue', board.overdue],
  ] as const;
  return (
    <>
      <header class="board-head">
        <h1 class="board-hall">{t('hotline:board.title')}</h1>
        <time class="board-clock" data-clock="">
          {formatTime(now)}
        </time>
      </header>
      <ul class="hotline-board">
        {figures.map(([name, value]) => (
          <li key={name} data-late={(name === 'overdue' && value > 0) || undefined}>
            <strong>{value}</strong>
            <span>{t(`hotline:board.${name}`)}</span>
          </li>
        ))}
      </ul>
      <section class="hotline-board-events" aria-live="polite">
        {board.events.length === 0 ? <p>{t('hotline:board.calm')}</p> : null}
        {board.events.map(({ id, title, until, calls }) => (
          <p key={id}>
            <strong>{title}</strong>{' '}
            {t('hotline:board.until', { time: untilWords(new Date(until), now, locale) })},{' '}
            {t('hotline:desk.eventCalls', { count: calls })}
          </p>
        ))}
      </section>
    </>
  );
}
