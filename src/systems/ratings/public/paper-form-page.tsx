import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../../service-catalogue/index.ts';
import { indexQuestions } from '../question.ts';
import { type FormQuestion, listFormQuestions } from '../queries/list-form-questions.ts';

const MARKS = [5, 4, 3, 2, 1];
const RECOMMEND = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The form for the Centre's box: the questions in force, numbers to circle, a QR code for who likes it so. */
export const paperFormPage = definePage({
  path: '/ratings/form',
  may: 'anyone',
  shell: 'print',
  async get(request) {
    const { questions } = await request.ask(listFormQuestions, {});
    const rate = `${request.origin}/rate`;
    return view(request.t('ratings:paperForm.title'), <PaperForm questions={questions} rate={rate} />);
  },
});

function PaperForm({ questions, rate }: { questions: readonly FormQuestion[]; rate: string }) {
  const { t, locale } = usePage();
  const titleOf = ({ title, titleEn }: FormQuestion) => (locale === 'uk' ? title : titleEn);
  const own = (code: string) => questions.find((question) => question.code === code);
  const [service, recommend] = [own('service'), own('recommend')];
  const rows = [
    service === undefined ? t('ratings:page.mark') : titleOf(service),
    ...indexQuestions(questions).map(titleOf),
  ];
  return (
    <>
      <h1>{t('ratings:paperForm.title')}</h1>
      <p>{t('ratings:paperForm.lead')}</p>
      <p>
        {t('ratings:paperForm.day')}: ____ . ____ . 20____
        <br />
        {t('ratings:paperForm.sector')}:{' '}
        {SECTORS.map((sector) => `☐ ${t(`page:sector.${sector}.name`)}`).join('   ')}
      </p>
      <table class="rating-paper">
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {MARKS.map((mark) => (
                <td key={mark}>{mark}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{recommend === undefined ? t('ratings:page.recommend') : titleOf(recommend)}</h2>
      <p>{t('ratings:paperForm.recommend')}</p>
      <table class="rating-paper">
        <tbody>
          <tr>
            {RECOMMEND.map((one) => (
              <td key={one}>{one}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <h2>{t('ratings:paperForm.comment')}</h2>
      <p>{t('ratings:page.commentHint')}</p>
      <div class="rating-lines" />
      <div class="rating-qr">
        <QrCode text={rate} what={t('ratings:paperForm.qr')} />
        <div>
          <p>
            <strong>{t('ratings:paperForm.qr')}</strong>
            <br />
            {t('ratings:paperForm.qrHow')}
          </p>
          <p>{rate}</p>
        </div>
      </div>
    </>
  );
}
