import QRCode from 'qrcode';
import { formatDate, formatDateTime } from '../../kernel/calendar/kyiv-time.ts';
import { openPdf, PDF_MARGIN, pdfBytes } from '../../kernel/registers/pdf-document.ts';
import { unbrokenText } from '../../kernel/registers/unbroken-text.ts';
import type { Certificate } from './queries/get-certificate.ts';

type Doc = PDFKit.PDFDocument;
const INK = '#1a1a1a';
const SOFT = '#5a5a5a';
const QR_SIDE = 96;

const KINDS = { declared: 'задекларовано', registered: 'зареєстровано' } as const;

/**
 * The paper is in Ukrainian whatever language the screen has: it is an official document (Law 2704-VIII).
 * A QR code leads to the public page that verifies it.
 */
export async function certificatePdf(certificate: Certificate, origin: string): Promise<Buffer> {
  const doc = openPdf({
    locale: 'uk',
    title: `Витяг № ${certificate.number}`,
    madeAt: certificate.issuedAt,
  });
  const bytes = pdfBytes(doc);
  writeHead(doc, certificate);
  for (const [term, value] of linesOf(certificate)) writeLine(doc, term, value);
  writeFoot(doc, certificate, origin);
  doc.end();
  return bytes;
}

function writeHead(doc: Doc, { number, issuedAt, unitName }: Certificate): void {
  const center = { align: 'center' as const };
  put(doc, 'P', 10, SOFT, 'УКРАЇНА', center);
  put(doc, 'P', 10, SOFT, unitName, center);
  doc.moveDown(1.2);
  put(doc, 'H1', 18, INK, 'ВИТЯГ', { ...center, bold: true });
  put(doc, 'P', 12, INK, 'з реєстру територіальної громади', center);
  doc.moveDown(0.4);
  put(doc, 'P', 11, INK, `№ ${number} від ${formatDate(issuedAt, 'uk')}`, center);
  doc.moveDown(1.2);
}

function linesOf({ content, purpose }: Certificate): readonly (readonly [string, string])[] {
  const { residence } = content;
  const day = (date: string) => formatDate(date, 'uk');
  return [
    ['Прізвище, ім’я, по батькові', content.name],
    ['Дата народження', content.birthDate === null ? '–' : day(content.birthDate)],
    ['Унікальний номер запису в Реєстрі (УНЗР)', content.unzr ?? '–'],
    [
      'Місце проживання',
      residence === null
        ? 'У громаді не задекларовано і не зареєстровано'
        : `${residence.address} (${KINDS[residence.kind]} ${day(residence.from)})`,
    ],
    ...content.former.map(
      ({ address, from, until }) =>
        ['Попереднє місце проживання', `${address} (${day(from)} – ${day(until)})`] as const,
    ),
    ['Видано для', purpose],
  ];
}

function writeLine(doc: Doc, term: string, value: string): void {
  const width = doc.page.width - 2 * PDF_MARGIN;
  put(doc, 'P', 9, SOFT, term);
  put(doc, 'P', 12, INK, value, { bold: true });
  doc.markContent('Artifact');
  doc
    .moveTo(PDF_MARGIN, doc.y + 2)
    .lineTo(PDF_MARGIN + width, doc.y + 2)
    .lineWidth(0.5)
    .stroke('#c8c8c8');
  doc.endMarkedContent();
  doc.moveDown(0.7);
}

function writeFoot(doc: Doc, { code, issuedBy, issuedAt }: Certificate, origin: string): void {
  doc.moveDown(1);
  put(doc, 'P', 11, INK, `Видав: ${issuedBy ?? '–'}        Підпис ____________________`);
  doc.moveDown(1.5);
  const top = doc.y;
  const address = `${origin}/certificates/${code}`;
  doc.addStructure(
    doc.struct('Figure', { alt: `QR-код: перевірити витяг за адресою ${address}` }, () =>
      drawQr(doc, address, PDF_MARGIN, top),
    ),
  );
  const left = PDF_MARGIN + QR_SIDE + 16;
  const width = doc.page.width - PDF_MARGIN - left;
  const sentences = [
    `Код перевірки: ${code}`,
    `Справжність витягу кожен може перевірити на сторінці ${origin}/certificates. Персональних даних вона не показує.`,
    `Сформовано ${formatDateTime(issuedAt, 'uk')}. Закон України № 1871-IX, постанова Кабінету Міністрів України від 07.02.2022 № 265.`,
  ];
  doc.addStructure(
    doc.struct('P', {}, () => {
      doc
        .font('plain')
        .fontSize(9)
        .fillColor(INK)
        .text(unbrokenText(sentences.join('\n')), left, top, { width });
    }),
  );
}

function drawQr(doc: Doc, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column]) doc.rect(x + column * step, y + row * step, step, step);
    }
  }
  doc.fill(INK);
}

interface Look {
  readonly align?: 'center';
  readonly bold?: boolean;
}

function put(doc: Doc, tag: 'H1' | 'P', size: number, color: string, text: string, look: Look = {}): void {
  doc.addStructure(
    doc.struct(tag, {}, () => {
      doc
        .font(look.bold ? 'bold' : 'plain')
        .fontSize(size)
        .fillColor(color)
        .text(unbrokenText(text), PDF_MARGIN, doc.y, {
          width: doc.page.width - 2 * PDF_MARGIN,
          align: look.align ?? 'left',
        });
    }),
  );
}
