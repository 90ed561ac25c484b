import QRCode from 'qrcode';
import { useT } from '../page-context.tsx';

/** Empty modules around the code that a scanner needs. */
const QUIET = 2;

/** A QR code as one drawn path; `what` says to a screen reader where it leads. */
export function QrCode({ text, what }: { text: string; what: string }) {
  const t = useT();
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={t('page:qr', { what })}
      shape-rendering="crispEdges"
    >
      <path d={darkPath(modules.data, modules.size)} />
    </svg>
  );
}

function darkPath(data: ArrayLike<number>, size: number): string {
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column]) parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  return parts.join('');
}
