import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, SearchField } from '../../../kernel/page/components/text-field.tsx';
import { useT } from '../../../kernel/page/page-context.tsx';
import type { Found } from './window-page.tsx';

interface Props {
  readonly words: string;
  readonly found: Found;
  readonly chosen: string | undefined;
  /** The next application of the same person. */
  readonly same: string | undefined;
}

/** F3, a word or a code, Enter; then Alt and a digit. One found is chosen at once. */
export function ServiceSearch({ words, found, chosen, same }: Props) {
  const t = useT();
  return (
    <>
      <h2>{t('applications:window.needs')}</h2>
      <Form
        id="service"
        action="/desk/window"
        method="get"
        inline
        label={t('applications:window.findService')}
      >
        {same === undefined ? null : <HiddenField name="same" value={same} />}
        <SearchField label={t('applications:window.findService')} value={words} />
        <Button look="plain">{t('applications:window.find')}</Button>
      </Form>
      {words !== '' && found.length === 0 ? <p>{t('applications:window.notFound')}</p> : null}
      {found.length < 2 || chosen !== undefined ? null : <Choices found={found} same={same} />}
    </>
  );
}

function Choices({ found, same }: Pick<Props, 'found' | 'same'>) {
  return (
    <ul class="service-found">
      {found.map(({ code, name, sector, bodies }, index) => {
        const hotkey = `Alt+${index + 1}`;
        const query = new URLSearchParams({ service: code, ...(same === undefined ? {} : { same }) });
        return (
          <li key={code}>
            <a href={`/desk/window?${query.toString()}`} data-hotkey={hotkey} aria-keyshortcuts={hotkey}>
              {name}
            </a>{' '}
            <kbd class="key" aria-hidden="true">
              {hotkey.replace('+', ' ')}
            </kbd>
            <br />
            <SectorTag sector={sector} short /> <small>{bodies.join(', ')}</small>
          </li>
        );
      })}
    </ul>
  );
}
