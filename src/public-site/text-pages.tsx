import { definePage, type Page, view } from '../kernel/page/define-page.ts';
import type { Translate } from '../kernel/i18n/translate.ts';

/** Pages that only tell something: their paragraphs stand in the catalogues. */
export const textPages: readonly Page[] = [textPage('about', 5), textPage('accessibility', 5)];

function textPage(name: 'about' | 'accessibility', parts: number): Page {
  return definePage({
    path: `/${name}`,
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 60,
    get: async ({ t }) => view(t(`public-site:${name}.title`), <TextPage name={name} parts={parts} t={t} />),
  });
}

function TextPage({ name, parts, t }: { name: string; parts: number; t: Translate }) {
  return (
    <>
      <h1>{t(`public-site:${name}.title`)}</h1>
      <p class="lead">{t(`public-site:${name}.lead`)}</p>
      {Array.from({ length: parts }, (_, index) => (
        <section key={index}>
          <h2>{t(`public-site:${name}.parts.${index + 1}.title`)}</h2>
          <p>{t(`public-site:${name}.parts.${index + 1}.text`)}</p>
        </section>
      ))}
    </>
  );
}
