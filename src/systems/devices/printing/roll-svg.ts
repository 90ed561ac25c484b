import QRCode from 'qrcode';
import { ROLL_FAMILY, wrapText } from './roll-font.ts';
import type { Roll, RollItem, RollSize } from './roll.ts';

/** Dots at 203 dots an inch: 24 is a letter 3 mm high. */
const DOTS: Readonly<Record<RollSize, number>> = { small: 20, normal: 25, large: 38, huge: 120 };
const MARGIN = 16;
const QUIET = 4;
/** Lines and gaps as parts of the letter. */
const LEADING = 1.3;
const GAP = 12;

interface Piece {
  readonly svg: string;
  readonly height: number;
}

/** A roll as one black and white drawing, as wide as the paper and as high as it needs. */
export function rollSvg(roll: Roll, width: number): string {
  const pieces: string[] = [];
  let top = GAP;
  for (const item of roll) {
    const { svg, height } = draw(item, width);
    pieces.push(`<g transform="translate(0 ${top})">${svg}</g>`);
    top += height + GAP;
  }
  const size = `width="${width}" height="${top}" viewBox="0 0 ${width} ${top}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#fff"/>${pieces.join('')}</svg>`;
}

function draw(item: RollItem, width: number): Piece {
  switch (item.kind) {
    case 'text':
      return drawText(item.text, width, { size: DOTS[item.size], bold: item.bold, align: item.align });
    case 'line': {
      const term = drawText(item.term, width, { size: DOTS.small, bold: false, align: 'left' });
      const value = drawText(item.value, width, { size: DOTS.normal, bold: true, align: 'left' });
      const below = `<g transform="translate(0 ${term.height})">${value.svg}</g>`;
      return { svg: term.svg + below, height: term.height + value.height };
    }
    case 'qr':
      return drawQr(item.text, width);
    case 'rule':
      return {
        svg: `<rect x="${MARGIN}" y="0" width="${width - 2 * MARGIN}" height="2" fill="#000"/>`,
        height: 2,
      };
  }
}

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
}

function drawText(text: string, width: number, { size, bold, align }: Look): Piece {
  const lines = wrapText(text, width - 2 * MARGIN, size, bold);
  const x = align === 'center' ? width / 2 : MARGIN;
  const anchor = align === 'center' ? 'middle' : 'start';
  const svg = lines.map((line, index) => {
    const y = Math.round(size * (1 + index * LEADING));
    return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${ROLL_FAMILY}" font-stretch="condensed" font-size="${size}" font-weight="${bold ? 700 : 400}">${escapeXml(line)}</text>`;
  });
  return { svg: svg.join(''), height: Math.ceil(lines.length * size * LEADING) };
}

/** A whole number of dots to a module, or a scanner meets blurred edges. */
function drawQr(text: string, width: number): Piece {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const dots = Math.max(2, Math.floor((width * 0.5) / side));
  const left = Math.floor((width - side * dots) / 2);
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column]) {
        squares.push(`M${left + (column + QUIET) * dots} ${(row + QUIET) * dots}h${dots}v${dots}h-${dots}z`);
      }
    }
  }
  return {
    svg: `<path shape-rendering="crispEdges" d="${squares.join('')}"/>`,
    height: side * dots,
  };
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
