import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination, Tabs } from '../../../kernel/page/components/navigation.tsx';
import { HiddenField, SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { dayOf, present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { CHANNELS, KINDS, OUTCOMES, SIGNS, STATES, SUBJECTS } from '../appeal.ts';
import { SHOWN, type Shown } from '../list-filter.ts';
import { type AppealLine, listAppeals } from '../queries/list-appeals.ts';
import { listChoices } from '../queries/list-choices.ts';
import { optionsOf, stateName } from '../words.ts';
import { AppealTable } from './appeal-table.tsx';
import type { Choices } from './card-fields.tsx';

export const listPage = definePage({
  path: '/desk/appeals',
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('appeals:list.title');
    if (isListFormat(format)) {
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    }
    const found = await request.ask(listAppeals, { ...filters, ...present({ after }) });
    const choices = await request.ask(listChoices, {});
    return view(
      title,
      <AppealList filters={filters} found={found} first={after === undefined} choices={choices} />,
    );
  },
});

type Filters = ReturnType<typeof filtersOf>;

/** Filters of an address that anyone may have written: what is not ours is left out. */
function filtersOf({ query, actor }: PageRequest) {
  const one = <Value extends string>(values: readonly Value[], name: string): Value | undefined =>
    values.find((value) => value === query[name]);
  return present({
    show: one(SHOWN, 'show') ?? firstShown(actor.roles),
    words: wordsOf(query['words']),
    state: one(STATES, 'state'),
    channel: one(CHANNELS, 'channel'),
    kind: one(KINDS, 'kind'),
    sign: one(SIGNS, 'sign'),
    subject: one(SUBJECTS, 'subject'),
    outcome: one(OUTCOMES, 'outcome'),
    topic: query['topic']?.slice(0, 20) || undefined,
    unit: query['unit']?.slice(0, 60) || undefined,
    from: dayOf(query['from']),
    to: dayOf(query['to']),
    order:
      query['sort'] === 'due' ? ('due' as const) : query['sort'] === '-day' ? ('newest' as const) : undefined,
  });
}

/** What each role begins the day with. */
function firstShown(roles: readonly string[]): Shown {
  if (roles.includes('leader')) return 'to-resolve';
  return roles.includes('specialist') ? 'mine' : 'open';
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<AppealLine> {
  return everyRow(async (from: From<string>) => {
    const { appeals, next } = await request.ask(listAppeals, { ...filters, ...from, limit: 500 });
    return { rows: appeals, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<AppealLine>[] {
  const title = (name: string) => t(`appeals:columns.${name}`);
  return [
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('index'), width: 10, value: ({ index }) => index },
    { title: title('day'), width: 12, value: ({ day }) => day },
    { title: title('author'), width: 26, value: ({ author }) => author },
    { title: title('topic'), width: 40, value: (line) => line.title },
    { title: title('channel'), width: 24, value: ({ channel }) => t(`appeals:channels.${channel}`) },
    { title: title('kind'), width: 20, value: ({ kind }) => t(`appeals:kinds.${kind}`) },
    { title: title('sign'), width: 16, value: ({ sign }) => t(`appeals:signs.${sign}`) },
    { title: title('subject'), width: 16, value: ({ subject }) => t(`appeals:subjects.${subject}`) },
    { title: title('state'), width: 30, value: ({ state }) => stateName(state, locale) },
    { title: title('unit'), width: 26, value: ({ unit }) => unit },
    { title: title('executor'), width: 26, value: ({ executor }) => executor },
    { title: title('due'), width: 12, value: ({ dueOn }) => dueOn },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly found: { readonly appeals: readonly AppealLine[]; readonly next: string | null };
  readonly first: boolean;
  readonly choices: Choices;
}

function AppealList({ filters, found, first, choices }: Props) {
  const { t, actor, now } = usePage();
  const mayRegister = actor.roles.includes('registrar') || actor.roles.includes('operator');
  return (
    <>
      <h1>{t('appeals:list.title')}</h1>
      {mayRegister ? (
        <p>
          <LinkButton href="/desk/appeals/new" hotkey="F2">
            {t('appeals:register.open')}
          </LinkButton>{' '}
          {actor.roles.includes('registrar') ? (
            <LinkButton look="plain" href="/desk/appeals/import">
              {t('appeals:list.bring')}
            </LinkButton>
          ) : null}
        </p>
      ) : null}
      <Tabs
        label={t('appeals:list.title')}
        tabs={shownTo(actor.roles).map((show) => ({
          path: `/desk/appeals?show=${show}`,
          label: t(`appeals:shown.${show}`),
          current: show === filters.show,
        }))}
      />
      <Filters filters={filters} choices={choices} />
      <AppealTable lines={found.appeals} today={kyivDate(now)} />
      <Pagination first={first} next={found.next ?? undefined} />
      <Downloads>
        <a href="/desk/appeals/classifier">{t('appeals:classifier.title')}</a>
      </Downloads>
    </>
  );
}

function shownTo(roles: readonly string[]): readonly Shown[] {
  if (roles.includes('leader')) return ['to-resolve', 'to-approve', 'burning', 'open', 'all'];
  if (roles.includes('specialist')) return ['mine', 'open', 'burning', 'all'];
  return ['open', 'to-describe', 'to-resolve', 'to-send', 'burning', 'all'];
}

function Filters({ filters, choices }: Pick<Props, 'filters' | 'choices'>) {
  const { t, locale } = usePage();
  const given = Object.keys(filters).some((name) => name !== 'show');
  const select = (
    name: 'channel' | 'kind' | 'sign' | 'outcome',
    values: readonly string[],
    names: string,
  ) => (
    <SelectField
      name={name}
      label={t(`appeals:columns.${name}`)}
      empty={t('appeals:list.any')}
      value={filters[name] ?? ''}
      options={optionsOf(values, names, t)}
    />
  );
  return (
    <FilterBar clearPath={given ? `/desk/appeals?show=${filters.show ?? 'all'}` : undefined}>
      <HiddenField name="show" value={filters.show ?? 'all'} />
      <SearchField label={t('appeals:list.words')} value={filters.words ?? ''} />
      <SelectField
        name="state"
        label={t('appeals:columns.state')}
        empty={t('appeals:list.any')}
        value={filters.state ?? ''}
        options={STATES.map((state) => ({ value: state, label: stateName(state, locale) }))}
      />
      {select('channel', CHANNELS, 'channels')}
      {select('kind', KINDS, 'kinds')}
      {select('sign', SIGNS, 'signs')}
      {select('outcome', OUTCOMES, 'outcomes')}
      <SelectField
        name="topic"
        label={t('appeals:columns.topic')}
        empty={t('appeals:list.any')}
        value={filters.topic ?? ''}
        options={choices.topics.map(({ code, label, labelEn }) => ({
          value: code,
          label: `${code} ${locale === 'uk' ? label : labelEn}`,
        }))}
      />
      <TextField name="from" label={t('appeals:list.from')} value={filters.from ?? ''} type="date" />
      <TextField name="to" label={t('appeals:list.to')} value={filters.to ?? ''} type="date" />
    </FilterBar>
  );
}
