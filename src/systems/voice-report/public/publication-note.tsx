import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, formatDateTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { countCorrections } from '../../../kernel/figures/report/corrections.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState, PageRequest } from '../../../kernel/page/define-page.ts';
import type { Teller } from '../../../kernel/figures/report/tell-report.ts';
import { type Edition, periodOf, queryOf } from '../edition.ts';
import type { Publication } from '../publication-store.ts';
import type { ShownVoice } from '../queries/report.ts';

interface Props {
  readonly shown: ShownVoice;
  readonly request: PageRequest;
  readonly form: FormState | undefined;
  /** On paper: no forms, no links. */
  readonly paper: boolean;
}

/** Whether the report is published, by whom and since when, and what was corrected after. */
export function PublicationNote({ shown, request, form, paper }: Props) {
  const { t, locale } = request;
  const { edition, report, publications, published } = shown;
  const [last] = publications;
  const mayPublish = !paper && hasRole(request.actor, 'leader');
  if (last === undefined || published === undefined) {
    const isOver = kyivDate(request.now) > periodOf(edition).to;
    const moment = formatDateTime(report.countedAt, locale);
    return (
      <>
        <p class="figure-note">
          {t(isOver ? 'voice-report:publication.notYet' : 'voice-report:publication.running', { moment })}
        </p>
        {isOver && mayPublish ? (
          <PublishForm edition={edition} after={0} form={form} request={request} />
        ) : null}
      </>
    );
  }
  const count = countCorrections(report, published);
  return (
    <>
      <Notice>
        <p>{tellPublication(last, request)}</p>
        <p>
          {count === 0
            ? t('voice-report:publication.unchanged')
            : t('voice-report:publication.corrected', { count })}
        </p>
        {paper ? null : <Versions edition={edition} publications={publications} request={request} />}
      </Notice>
      {count > 0 && mayPublish ? (
        <PublishForm edition={edition} after={last.version} form={form} request={request} />
      ) : null}
    </>
  );
}

/** «Версію 2 опублікував 5 жовтня 2026 …»: who, when and why. */
export function tellPublication(
  { version, publishedAt, by, reason }: Publication,
  { t, locale }: Teller,
): string {
  const day = formatDate(publishedAt, locale);
  const said =
    by === null
      ? t('voice-report:publication.published', { version, day })
      : t('voice-report:publication.publishedBy', { version, day, ...by });
  return reason === null ? said : `${said} ${t('voice-report:publication.because', { reason })}`;
}

interface VersionsProps {
  readonly edition: Edition;
  readonly publications: readonly Publication[];
  readonly request: PageRequest;
}

function Versions({ edition, publications, request }: VersionsProps) {
  const { t, locale } = request;
  return (
    <ul>
      {publications.map(({ version, publishedAt }) => (
        <li key={version}>
          <a href={versionPath(edition, version)}>
            {t('voice-report:publication.version', { version, day: formatDate(publishedAt, locale) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** `/voice/2021/versions/1?quarter=2` */
export function versionPath(edition: Edition, version: number): string {
  return `/voice/${edition.year}/versions/${version}${queryOf(edition)}`;
}

interface PublishFormProps {
  readonly edition: Edition;
  /** The version that the leader sees. */
  readonly after: number;
  readonly form: FormState | undefined;
  readonly request: PageRequest;
}

function PublishForm({ edition, after, form, request: { t } }: PublishFormProps) {
  return (
    <Form id="publish" action={`/voice/${edition.year}${queryOf(edition)}`} state={form}>
      <HiddenField name="after" value={`${after}`} />
      {after === 0 ? null : (
        <TextField
          name="reason"
          label={t('voice-report:publication.reason')}
          hint={t('voice-report:publication.reasonHint')}
        />
      )}
      <Button>
        {t(after === 0 ? 'voice-report:publication.publish' : 'voice-report:publication.publishCorrected')}
      </Button>
    </Form>
  );
}
