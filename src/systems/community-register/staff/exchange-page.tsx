import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { resendMessage } from '../actions/resend-message.ts';
import { REGISTER_ROLES } from '../own-desk.ts';
import { listMessages, MESSAGE_STATES, type MessageLine } from '../queries/list-messages.ts';

/** What the Migration Service was told and what it answered. */
export const exchangePage = definePage({
  path: '/desk/residents/exchange',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request) => {
    const state = MESSAGE_STATES.find((one) => one === request.query['state']);
    const found = await request.ask(listMessages, state === undefined ? {} : { state });
    return view(request.t('community-register:exchange.title'), <Exchange state={state} {...found} />);
  },
  post: async (request) => {
    await request.run(resendMessage, { messageId: request.field('messageId') });
    return redirect('/desk/residents/exchange', 'community-register:notices.resent');
  },
});

interface Props {
  readonly state: (typeof MESSAGE_STATES)[number] | undefined;
  readonly messages: readonly MessageLine[];
  readonly counts: Readonly<Record<(typeof MESSAGE_STATES)[number], number>>;
}

const TONES = { waiting: 'waiting', sent: 'going', acknowledged: 'done', refused: 'plain' } as const;

function Exchange({ state, messages, counts }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{t('community-register:exchange.title')}</h1>
      <p>{t('community-register:exchange.lead')}</p>
      <Tabs
        label={t('community-register:exchange.title')}
        tabs={[
          {
            path: '/desk/residents/exchange',
            label: t('community-register:exchange.all'),
            current: state === undefined,
          },
          ...MESSAGE_STATES.map((one) => ({
            path: `/desk/residents/exchange?state=${one}`,
            label: t(`community-register:exchange.states.${one}`),
            current: one === state,
            count: counts[one],
          })),
        ]}
      />
      <DataTable
        caption={t('community-register:exchange.title')}
        captionHidden
        rows={messages}
        keyOf={({ id }) => id}
        empty={t('community-register:exchange.none')}
        columns={[
          {
            key: 'made',
            title: t('community-register:exchange.made'),
            narrow: true,
            cell: ({ madeAt }) => formatDateTime(madeAt, locale),
          },
          {
            key: 'name',
            title: t('community-register:fields.name'),
            heading: true,
            cell: ({ residentId, name }) => <a href={`/desk/residents/${residentId}`}>{name}</a>,
          },
          {
            key: 'kind',
            title: t('community-register:exchange.kind'),
            cell: ({ kind }) => t(`community-register:exchange.kinds.${kind}`),
          },
          {
            key: 'state',
            title: t('community-register:exchange.state'),
            narrow: true,
            cell: (line) => (
              <StatusTag tone={TONES[line.state]}>
                {t(`community-register:exchange.states.${line.state}`)}
              </StatusTag>
            ),
          },
          {
            key: 'answer',
            title: t('community-register:exchange.answer'),
            cell: ({ answer }) => answer ?? '–',
          },
          { key: 'again', title: '', narrow: true, cell: (line) => <Again line={line} /> },
        ]}
      />
    </>
  );
}

function Again({ line: { id, state } }: { line: MessageLine }) {
  const { t } = usePage();
  if (state !== 'refused') return null;
  return (
    <Form id={`again-${id}`}>
      <HiddenField name="messageId" value={id} />
      <Button look="quiet">{t('community-register:exchange.again')}</Button>
    </Form>
  );
}
