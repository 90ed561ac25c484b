import { Button } from '../../../kernel/page/components/button.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { termWords } from '../../service-catalogue/index.ts';
import type { KnowledgeEntry } from '../knowledge.ts';
import type { DeskProps } from './desk-screen.tsx';

/** Alt+1…Alt+9 answer with the line of that place. */
const MOST_KEYS = 9;

/** Own answers, published answers and services in one list; each is read out and recorded by one key. */
export function Knowledge({ desk, asked }: Pick<DeskProps, 'desk' | 'asked'>) {
  const { t } = usePage();
  const eventFits = desk.events.some(({ matches }) => matches);
  return (
    <>
      <h2>{t('hotline:desk.knowledge')}</h2>
      {desk.knowledge.length > 0 ? null : (
        <p>{t(asked.words === '' ? 'hotline:desk.searchHint' : 'hotline:desk.nothingFound')}</p>
      )}
      <ol class="hotline-knowledge">
        {desk.knowledge.map((entry, index) => (
          <li key={`${entry.kind} ${entry.id}`}>
            <Entry entry={entry} hotkey={keyOf(index, eventFits)} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The first by the same key as an event, where none stands before it. */
function keyOf(index: number, eventFits: boolean): string | undefined {
  if (index === 0 && !eventFits) return 'F7';
  return index < MOST_KEYS ? `Alt+${index + 1}` : undefined;
}

function Entry({ entry, hotkey }: { entry: KnowledgeEntry; hotkey: string | undefined }) {
  const { t, locale } = usePage();
  const title = locale === 'en' ? entry.titleEn : entry.title;
  return (
    <>
      <p>
        <StatusTag>{t(`hotline:desk.kinds.${entry.kind}`)}</StatusTag> <strong>{title}</strong>
      </p>
      {entry.kind === 'service' ? <ServiceFacts entry={entry} /> : <p>{entry.text}</p>}
      <Button
        name="outcome"
        value={entry.kind === 'answer' ? `answered ${entry.id}` : `answered ${entry.kind}:${entry.id}`}
        look="plain"
        form="call"
        {...(hotkey === undefined ? {} : { hotkey })}
      >
        {t('hotline:desk.told')}
        <span class="unseen">: {title}</span>
      </Button>
    </>
  );
}

/** How long, what to bring, where to go: what is asked of a service by telephone. */
function ServiceFacts({ entry }: { entry: Extract<KnowledgeEntry, { kind: 'service' }> }) {
  const { t } = usePage();
  const facts = [
    t('hotline:desk.serviceTerm', { term: termWords(entry.term, t) }),
    entry.documents.length === 0
      ? ''
      : t('hotline:desk.serviceBring', { documents: entry.documents.join('; ') }),
    entry.address === null ? '' : t('hotline:desk.serviceWhere', { address: entry.address }),
    entry.body === '' ? '' : t('hotline:desk.serviceBody', { body: entry.body }),
    entry.online ? t('hotline:desk.serviceOnline') : '',
  ];
  return (
    <p>
      {facts.filter((fact) => fact !== '').join(' ')}{' '}
      <a href={`/services/${entry.id}`}>{t('hotline:desk.card')}</a>
    </p>
  );
}
