import { Notice } from '../../../kernel/page/components/notice.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { HallState } from '../hall-state.ts';

/** The hall stands still: why, where the shelter is, and that nobody loses the place. */
export function FreezeNotice({ frozen }: { frozen: NonNullable<HallState['frozen']> }) {
  const { t, locale } = usePage();
  return (
    <Notice kind="attention" title={t(`queue:freeze.${frozen.reason}.title`)}>
      <p>
        {t('queue:freeze.shelter', { place: locale === 'uk' ? frozen.shelter : frozen.shelterEn })}{' '}
        {t('queue:freeze.kept')}
      </p>
    </Notice>
  );
}
