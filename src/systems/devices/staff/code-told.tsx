import { useT } from '../../../kernel/page/page-context.tsx';

/** The one-time code, told once: it is written nowhere else. */
export function CodeTold({ code, deviceId, origin }: { code: string; deviceId: string; origin: string }) {
  const t = useT();
  return (
    <>
      <h1>{t('devices:code.title')}</h1>
      <p class="lead">{t('devices:code.lead', { address: `${origin}/device` })}</p>
      <p class="device-code">
        <code>{`${code.slice(0, 5)} ${code.slice(5)}`}</code>
      </p>
      <p>{t('devices:code.once')}</p>
      <p>
        <a href={`/desk/devices/${deviceId}`}>{t('devices:code.back')}</a>
      </p>
    </>
  );
}
