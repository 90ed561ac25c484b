import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { SimilarAppeal } from '../similar-store.ts';
import { stateName } from '../words.ts';
import { whyAlike } from './why-alike.ts';

/** The choice that links nothing. */
export const NEW = 'new';

export function SeekButton() {
  const { t } = usePage();
  return (
    <p>
      <Button look="quiet" name="seek" value="similar" hotkey="F8">
        {t('appeals:hint.look')}
      </Button>
    </p>
  );
}

/** Alike appeals beside the text while it is registered: offered, and only a person says that it repeats one. */
export function OfferedRepeats({ similar }: { similar: readonly SimilarAppeal[] | undefined }) {
  return (
    <div id="similar" class="appeal-similar" aria-live="polite">
      {similar === undefined ? null : <Similar similar={similar} />}
    </div>
  );
}

/** Only the same person repeats; what others wrote is shown, and may be joined when it is registered. */
function Similar({ similar }: { similar: readonly SimilarAppeal[] }) {
  const { t } = usePage();
  if (similar.length === 0) return <p>{t('appeals:hint.none')}</p>;
  const own = similar.filter(({ sameAuthor }) => sameAuthor);
  const others = similar.filter(({ sameAuthor }) => !sameAuthor);
  return (
    <>
      {own.length === 0 ? null : (
        <RadioField
          name="repeatOf"
          label={t('appeals:fields.repeatOf')}
          value={NEW}
          options={[
            { value: NEW, label: t('appeals:fields.repeatOfNone') },
            ...own.map((one) => ({
              value: one.caseId,
              label: <Named one={one} />,
              hint: `${whyAlike(one, t)}. ${one.opening}`,
            })),
          ]}
        />
      )}
      {others.length === 0 ? null : (
        <>
          <p>{t('appeals:hint.others-to-registrar')}</p>
          <ul class="appeal-links">
            {others.map((one) => (
              <li key={one.caseId}>
                <Named one={one} />
                <br />
                <small>
                  {whyAlike(one, t)}. {one.opening}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Named({ one }: { one: SimilarAppeal }) {
  const { locale } = usePage();
  return (
    <>
      <a href={`/desk/appeals/${one.caseId}`} target="_blank" rel="noopener">
        {one.index}
      </a>
      , {formatDate(one.day, locale)}, {one.title}: {stateName(one.state, locale)}
    </>
  );
}
