import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, type Page, type PagePost, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { freezeHall } from '../actions/freeze-hall.ts';
import { resumeHall } from '../actions/resume-hall.ts';
import { FREEZE_REASONS } from '../freeze.ts';
import { hallPanel as hallPanelQuery } from '../queries/hall-panel.ts';
import { waitWords } from '../public/wait-words.ts';

type Panel = z.output<(typeof hallPanelQuery)['output']>;

/** The head's live panel: who serves whom and how long, who waits, and the one key that stops it all. */
export const hallPanel = definePage({
  path: '/desk/hall/:hall',
  may: ['head', 'administrator'],
  shell: 'staff',
  async get(request) {
    const hall = request.params['hall'] ?? '';
    const panel = await request.ask(hallPanelQuery, { hall });
    return view(request.t('queue:panel.title'), <HallPanel hall={hall} panel={panel} />, {
      live: `/live/hall/${hall}`,
    });
  },
});

function panelKey(name: string, work: (request: PagePost, hall: string) => Promise<unknown>): Page {
  return definePage({
    path: `/desk/hall/:hall/${name}`,
    may: ['head'],
    shell: 'staff',
    get: async (request) => redirect(`/desk/hall/${request.params['hall'] ?? ''}`),
    async post(request) {
      const hall = request.params['hall'] ?? '';
      try {
        await work(request, hall);
        return redirect(`/desk/hall/${hall}`);
      } catch (error) {
        if (error instanceof Refusal) return redirect(`/desk/hall/${hall}`, error.key);
        throw error;
      }
    },
  });
}

export const hallPosts: readonly Page[] = [
  panelKey('freeze', (request, hall) => {
    const reason = FREEZE_REASONS.find((one) => one === request.field('reason')) ?? 'air-alert';
    return request.run(freezeHall, { hall, reason });
  }),
  panelKey('resume', (request, hall) => request.run(resumeHall, { hall })),
];

function HallPanel({ hall, panel }: { hall: string; panel: Panel }) {
  const { actor } = usePage();
  return (
    <>
      <h1>{panel.name}</h1>
      {hasRole(actor, 'head') ? <FreezeKeys hall={hall} panel={panel} /> : null}
      <Numbers panel={panel} />
      <Windows windows={panel.windows} />
      <Waiting panel={panel} />
    </>
  );
}

/** One key stops the hall; another, so that pressing twice in a fright does not undo it, resumes. */
function FreezeKeys({ hall, panel }: { hall: string; panel: Panel }) {
  const t = useT();
  if (panel.frozen !== null) {
    return (
      <Notice kind="attention" title={t(`queue:freeze.${panel.frozen.reason}.title`)}>
        <p>{t('queue:panel.frozenFor', { count: panel.frozen.minutes })}</p>
        <Form id="resume" action={`/desk/hall/${hall}/resume`}>
          <Button hotkey="F9" large>
            {t('queue:panel.resume')}
          </Button>
        </Form>
      </Notice>
    );
  }
  return (
    <Form id="freeze" action={`/desk/hall/${hall}/freeze`}>
      <Buttons>
        <Button name="reason" value="air-alert" hotkey="F8" large>
          {t('queue:panel.airAlert')}
        </Button>
        <Button name="reason" value="blackout" look="plain">
          {t('queue:panel.blackout')}
        </Button>
        <Button name="reason" value="other" look="plain">
          {t('queue:panel.other')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Numbers({ panel }: { panel: Panel }) {
  const t = useT();
  const { today } = panel;
  return (
    <FigureRow>
      <FigureNumber name={t('queue:panel.received')} value={String(today.received)} />
      <FigureNumber
        name={t('queue:panel.medianWait')}
        value={today.medianWait === null ? '–' : t('queue:minutes', { count: today.medianWait })}
      />
      <FigureNumber name={t('queue:panel.noShows')} value={String(today.noShows)} />
      <FigureNumber
        name={t('queue:panel.estimates')}
        value={t('queue:panel.ofAll', { part: today.cameTrue, all: today.estimated })}
      />
    </FigureRow>
  );
}

function Windows({ windows }: { windows: Panel['windows'] }) {
  const t = useT();
  const minutes = (count: number | null) => (count === null ? '' : t('queue:minutes', { count }));
  return (
    <>
      <h2>
        {t('queue:panel.windows', {
          open: windows.filter(({ staffName }) => staffName !== null).length,
          all: windows.length,
        })}
      </h2>
      <DataTable
        id="windows"
        caption={t('queue:panel.windowsCaption')}
        captionHidden
        rows={windows.filter(({ staffName, ticket }) => staffName !== null || ticket !== null)}
        keyOf={({ number }) => String(number)}
        empty={t('queue:panel.noWindows')}
        columns={[
          {
            key: 'number',
            title: t('queue:panel.window'),
            heading: true,
            numeric: true,
            cell: ({ number }) => number,
          },
          { key: 'staff', title: t('queue:panel.who'), cell: ({ staffName }) => staffName },
          {
            key: 'open',
            title: t('queue:panel.sits'),
            numeric: true,
            cell: ({ sinceMinutes }) => minutes(sinceMinutes),
          },
          {
            key: 'ticket',
            title: t('queue:panel.whom'),
            cell: ({ ticket }) =>
              ticket === null ? (
                <StatusTag>{t('queue:panel.free')}</StatusTag>
              ) : (
                <>
                  <strong>{ticket.number}</strong>{' '}
                  <StatusTag tone={ticket.state === 'serving' ? 'going' : 'waiting'}>
                    {t(`queue:states.${ticket.state}`)}
                  </StatusTag>
                </>
              ),
          },
          {
            key: 'long',
            title: t('queue:panel.long'),
            numeric: true,
            cell: ({ ticket }) => minutes(ticket?.minutes ?? null),
          },
        ]}
      />
    </>
  );
}

function Waiting({ panel }: { panel: Panel }) {
  const t = useT();
  return (
    <>
      <h2>{t('queue:panel.waiting')}</h2>
      <ul class="window-list">
        {panel.sectors.map((sector) => (
          <li key={sector.sector} id={`sector-${sector.sector}`}>
            <SectorTag sector={sector.sector} />
            <strong>{t('queue:waiting', { count: sector.waiting })}</strong>
            <small>
              {t('queue:panel.openWindows', { count: sector.openWindows })} ·{' '}
              {waitWords(t, sector.waitMinutes)}
              {sector.longestMinutes === null
                ? ''
                : ` · ${t('queue:panel.longest', { count: sector.longestMinutes })}`}
            </small>
          </li>
        ))}
      </ul>
      <DataTable
        id="waiting"
        caption={t('queue:panel.waiting')}
        captionHidden
        rows={panel.waiting}
        keyOf={({ id }) => id}
        empty={t('queue:panel.nobody')}
        columns={[
          {
            key: 'number',
            title: t('queue:calls.number'),
            heading: true,
            narrow: true,
            cell: ({ number }) => number,
          },
          {
            key: 'sector',
            title: t('queue:calls.sector'),
            cell: ({ sector }) => <SectorTag sector={sector} />,
          },
          {
            key: 'service',
            title: t('queue:panel.service'),
            cell: (one) => one.serviceName ?? t('queue:desk.noService'),
          },
          { key: 'class', title: t('queue:panel.class'), cell: (one) => one.className ?? '' },
          {
            key: 'wait',
            title: t('queue:panel.waits'),
            numeric: true,
            cell: ({ minutes }) => t('queue:minutes', { count: minutes }),
          },
        ]}
      />
    </>
  );
}
