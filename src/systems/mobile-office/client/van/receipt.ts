import QRCode from 'qrcode';
import { sayMoment } from './van-words.ts';

export interface Receipt {
  readonly heading: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly service: string;
  readonly applicant: string;
  readonly term: string;
  readonly clerk: string;
  readonly occurredAt: string;
  readonly note: string;
}

/** The receipt on the roll of the van's own printer, drawn without a server. */
export function drawReceipt(paper: HTMLElement, receipt: Receipt): void {
  const track = new URLSearchParams({ number: receipt.number, code: receipt.trackingCode });
  paper.replaceChildren(
    element('h2', receipt.heading),
    element('p', receipt.number, 'receipt-number'),
    element('p', receipt.service),
    element('p', receipt.applicant),
    element('p', sayMoment(receipt.occurredAt)),
    element('p', receipt.term),
    drawQr(`${location.origin}/track?${track.toString()}`),
    element('p', receipt.trackingCode, 'ticket-code'),
    element('p', receipt.note),
    element('p', receipt.clerk),
  );
  paper.hidden = false;
}

function element(name: string, text: string, look?: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (look !== undefined) made.className = look;
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawQr(text: string): Element {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const svg = document.createElementNS(SVG, 'svg');
  const side = modules.size + 4;
  svg.setAttribute('class', 'qr');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', text);
  const path = document.createElementNS(SVG, 'path');
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column]) squares.push(`M${column + 2} ${row + 2}h1v1h-1z`);
    }
  }
  path.setAttribute('d', squares.join(''));
  svg.append(path);
  return svg;
}
