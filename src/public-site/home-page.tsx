import { definePage, view } from '../kernel/page/define-page.ts';
import { DemoSignIns } from '../staff-desk/demo-sign-ins.tsx';

export const homePage = definePage({
  path: '/',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 5,
  get: async ({ t, demo }) =>
    view(
      t('public-site:home.title'),
      <>
        <h1>{t('public-site:home.title')}</h1>
        {demo ? <DemoSignIns /> : null}
      </>,
    ),
});
