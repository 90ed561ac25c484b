import { useT } from '../../../kernel/page/page-context.tsx';
import { CIRCLE, drawPaymentQr, type QrPicture, SIGN, signPath } from '../qr-picture.ts';

/** Empty modules around the code that a scanner needs. */
const QUIET = 4;

/** The bank's QR code with the hryvnia sign in its centre; `link` is what it says. */
export function PaymentQr({ link, what }: { link: string; what: string }) {
  const t = useT();
  const picture = drawPaymentQr(link);
  const side = picture.size + 2 * QUIET;
  const radius = picture.size * CIRCLE;
  return (
    <svg class="qr payment-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('page:qr', { what })}>
      <rect width={side} height={side} fill="#fff" />
      <path d={darkPath(picture)} fill="#000" shape-rendering="crispEdges" />
      <circle cx={side / 2} cy={side / 2} r={radius} fill="#fff" />
      <path
        class="payment-sign"
        d={signPath(side / 2, radius * 0.82)}
        stroke-width={radius * SIGN.stroke}
        stroke-linecap="round"
      />
    </svg>
  );
}

function darkPath({ size, isDark }: QrPicture): string {
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (isDark(row, column)) parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  return parts.join('');
}
