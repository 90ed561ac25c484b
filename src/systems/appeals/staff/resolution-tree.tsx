import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import type { Resolution } from '../resolution-store.ts';

/** Who entrusted what to whom: the head to a deputy, the deputy to a body, the body to its people. */
export function ResolutionTree({ found }: { found: AppealCase }) {
  const { t } = usePage();
  if (found.resolutions.length === 0) return null;
  return (
    <>
      <h2>{t('appeals:case.resolutions')}</h2>
      <Branch caseId={found.id} resolutions={found.resolutions} parentId={null} />
    </>
  );
}

interface BranchProps {
  readonly caseId: string;
  readonly resolutions: readonly Resolution[];
  readonly parentId: string | null;
}

function Branch({ caseId, resolutions, parentId }: BranchProps) {
  const { t, locale } = usePage();
  const own = resolutions.filter((one) => one.parentId === parentId);
  if (own.length === 0) return null;
  return (
    <ul class="appeal-tree">
      {own.map((one) => (
        <li key={one.id}>
          <strong>{one.staff ?? one.unit}</strong>
          {one.role === 'co-executor' ? <> · {t('appeals:case.helps')}</> : null}
          {one.questionNo === null ? null : <> · {t('appeals:case.question', { no: one.questionNo })}</>}
          <br />
          {one.text}
          <br />
          <small>
            {one.author}, {formatDateTime(one.givenAt, locale)}
            {one.dueOn === null ? null : (
              <> · {t('appeals:case.by', { day: formatDate(one.dueOn, locale) })}</>
            )}
            {' · '}
            <a href={`/desk/appeals/${caseId}/resolutions/${one.id}`}>{t('appeals:resolutionPaper.open')}</a>
          </small>
          <Branch caseId={caseId} resolutions={resolutions} parentId={one.id} />
        </li>
      ))}
    </ul>
  );
}

const TONES = { draft: 'waiting', approved: 'going', sent: 'done', 'sent-back': 'plain' } as const;

export function Answers({ found }: { found: AppealCase }) {
  const { t, locale } = usePage();
  if (found.answers.length === 0) return null;
  return (
    <>
      <h2>{t('appeals:case.answers')}</h2>
      {found.answers.map((answer) => (
        <details key={answer.id} open={answer.state === 'draft'}>
          <summary>
            {t(`appeals:answerKinds.${answer.kind}`)}{' '}
            <StatusTag tone={TONES[answer.state]}>{t(`appeals:answerStates.${answer.state}`)}</StatusTag>
          </summary>
          <blockquote class="appeal-text">{answer.text}</blockquote>
          {answer.remark === '' ? null : <Notice kind="attention">{answer.remark}</Notice>}
          <p>
            <small>
              {answer.draftedBy}, {formatDateTime(answer.draftedAt, locale)}
              {answer.approvedBy === null ? null : (
                <> · {t('appeals:case.approvedBy', { name: answer.approvedBy })}</>
              )}
            </small>{' '}
            {answer.state === 'sent' || answer.state === 'approved' ? (
              <a href={`/desk/appeals/${found.id}/answers/${answer.no}`}>PDF</a>
            ) : null}
          </p>
        </details>
      ))}
    </>
  );
}
