import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { City } from '../city.ts';
import { localeOf } from '../http/visitor.ts';
import { CONTENT_TYPES, isListFormat, listDownload, type ListFormat } from '../registers/list-download.ts';
import { getFigure, readCompared, readFactsSource } from './ask-figure.ts';
import type { Figure } from './figure.ts';
import { figureAnswer, figureListAnswer, rowsAnswer } from './figure-answer.ts';
import { questionOf } from './figure-question.ts';
import { readFigure } from './read-figure.ts';
import { type PublicRow, readRows, streamRows } from './read-rows.ts';
import { rowsColumns } from './rows-columns.ts';
import { inSnapshot } from './snapshot.ts';

const DEFAULT_ROWS = 100;
const MOST_ROWS = 1_000;

type Ask = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** The open door to every figure: its value, its parts, the rows it was counted from. */
export function figureRoutes(app: FastifyInstance, city: City): void {
  const figures = city.systems.flatMap((system) => system.figures);
  app.get('/api/figures', (request) => figureListAnswer(figures, localeOf(request)));
  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>('/api/figures/:id', (request) =>
    getValue(city, figures, request),
  );
  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    '/api/figures/:id/rows',
    (request, reply) => getRows(city, figures, request, reply),
  );
}

async function getValue(city: City, figures: readonly Figure[], request: Ask): Promise<unknown> {
  const figure = getFigure(figures, request.params.id);
  const now = city.clock.now();
  const question = questionOf(request.query, now);
  const locale = localeOf(request);
  return inSnapshot(city.connections.database, async (tx) => {
    const compared = await readCompared(tx, figure, question);
    return figureAnswer(compared, await readFactsSource(tx, figure), now, locale, city.messages.for(locale));
  });
}

async function getRows(
  city: City,
  figures: readonly Figure[],
  request: Ask,
  reply: FastifyReply,
): Promise<unknown> {
  const figure = getFigure(figures, request.params.id);
  const now = city.clock.now();
  const { from, to, where } = questionOf(request.query, now);
  const format = formatOf(request);
  if (format !== null) return sendRows(city, figure, { from, to, where }, format, request, reply);
  const { after } = request.query;
  const limit = Math.min(MOST_ROWS, Math.max(1, Math.trunc(Number(request.query['limit'])) || DEFAULT_ROWS));
  return inSnapshot(city.connections.database, async (tx) => {
    const page = await readRows(tx, figure, {
      from,
      to,
      where,
      limit,
      newestFirst: request.query['sort'] === '-date',
      ...(typeof after === 'string' && after !== '' ? { after } : {}),
    });
    return rowsAnswer(page, limit, now, localeOf(request));
  });
}

function formatOf(request: Ask): ListFormat | null {
  const { format } = request.query;
  if (typeof format === 'string' && isListFormat(format)) return format;
  const accept = request.headers.accept ?? '';
  if (accept.includes('text/csv')) return 'csv';
  return accept.includes(CONTENT_TYPES.xlsx) ? 'xlsx' : null;
}

/** The whole cell as a file. A CSV is sent while it is read; the snapshot lasts until its end. */
async function sendRows(
  city: City,
  figure: Figure,
  question: { readonly from: string; readonly to: string; readonly where: Readonly<Record<string, string>> },
  format: ListFormat,
  request: Ask,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const locale = localeOf(request);
  const columns = rowsColumns(figure, locale, city.messages.for(locale));
  const name = `${figure.id} ${question.from} ${question.to}`;
  // Refusals are answered before the first byte: the question is tried on its value.
  await inSnapshot(city.connections.database, (tx) => readFigure(tx, figure, question));
  const { bytes, type } = await listDownload(columns, allRows(city, figure, question), format, name);
  reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .type(type);
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes));
}

/** Rows of one snapshot, read as they are asked for. */
async function* allRows(
  city: City,
  figure: Figure,
  question: { readonly from: string; readonly to: string; readonly where: Readonly<Record<string, string>> },
): AsyncGenerator<PublicRow> {
  const trx = await city.connections.database
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    const reading = await readFigure(trx, figure, question);
    for await (const batch of streamRows(trx, reading)) yield* batch;
  } finally {
    await trx.rollback().execute();
  }
}
