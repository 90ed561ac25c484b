import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import type { SimilarAppeal } from '../similar-store.ts';
import { stateName } from '../words.ts';
import { whyAlike } from './why-alike.ts';

/** What is linked already, and what may be: a person decides, and may undo it. */
export function LinkedAppeals({ found }: { found: AppealCase }) {
  const { t, locale, actor } = usePage();
  const mayLink = found.isOpen && (actor.roles.includes('registrar') || actor.roles.includes('leader'));
  const known = new Set(found.links.flatMap(({ caseId, otherId }) => [caseId, otherId]));
  const offered = found.similar.filter(({ caseId }) => !known.has(caseId));
  return (
    <>
      {found.links.length === 0 ? null : <h2>{t('appeals:case.links')}</h2>}
      <ul class="appeal-links">
        {found.links.map((link) => {
          const other = link.outgoing ? link.otherId : link.caseId;
          return (
            <li key={`${link.kind} ${other}`}>
              <a href={`/desk/appeals/${other}`}>{link.number}</a> ·{' '}
              {t(`appeals:links.${link.kind}.${link.outgoing ? 'out' : 'in'}`)} ·{' '}
              {stateName(link.state, locale)}
              {mayLink && link.outgoing ? (
                <LinkForm found={found} otherId={other} deed="unlink" kind={link.kind} />
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayLink && offered.length > 0 ? (
        <>
          <h2>{t('appeals:case.similar')}</h2>
          <p>{t('appeals:case.similarHint')}</p>
          <ul class="appeal-links">
            {offered.map((similar) => (
              <Offered key={similar.caseId} found={found} similar={similar} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Offered({ found, similar }: { found: AppealCase; similar: SimilarAppeal }) {
  const { t, locale } = usePage();
  const { caseId, index, day, opening, sameAuthor } = similar;
  const joinable =
    similar.isOpen &&
    similar.state !== 'joined' &&
    (found.state === 'registered' || found.state === 'in-work');
  return (
    <li>
      <a href={`/desk/appeals/${caseId}`}>{index}</a> · {formatDate(day, locale)} ·{' '}
      {stateName(similar.state, locale)}
      <br />
      {whyAlike(similar, t)}
      <br />
      <small>{opening}</small>
      {joinable ? <LinkForm found={found} otherId={caseId} deed="link" kind="twin" /> : null}
      {sameAuthor ? <LinkForm found={found} otherId={caseId} deed="link" kind="repeat" /> : null}
    </li>
  );
}

function LinkForm(props: { found: AppealCase; otherId: string; deed: 'link' | 'unlink'; kind: string }) {
  const { t } = usePage();
  const { found, otherId, deed, kind } = props;
  return (
    <Form
      id={`${deed}-${kind}-${otherId}`}
      action={`/desk/appeals/${found.id}`}
      inline
      label={t(`appeals:links.${kind}.${deed}`)}
    >
      <HiddenField name="deed" value={deed} />
      <HiddenField name="otherId" value={otherId} />
      <HiddenField name="kind" value={kind} />
      <Button look="quiet">{t(`appeals:links.${kind}.${deed}`)}</Button>
    </Form>
  );
}
