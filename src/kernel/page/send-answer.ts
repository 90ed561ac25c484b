import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actions/actor.ts';
import type { City } from '../city.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import { ownPath } from '../http/own-path.ts';
import type { Answer, Download, Page, Redirect } from './define-page.ts';
import { renderPage } from './render-page.tsx';

export function sendAnswer(
  city: City,
  page: Pick<Page, 'shell'>,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  answer: Answer,
): FastifyReply {
  reply.header('cache-control', 'no-store');
  switch (answer.kind) {
    case 'redirect':
      setCookies(request, reply, answer);
      return reply.redirect(ownPath(answer.to), 303);
    case 'download':
      return sendDownload(reply, answer);
    case 'view': {
      if (request.cookies.notice !== undefined) reply.clearCookie('notice', { path: '/' });
      const { html, status } = renderPage(city, page, request, actor, answer);
      return reply.status(status).type('text/html; charset=utf-8').send(html);
    }
  }
}

function setCookies(request: FastifyRequest, reply: FastifyReply, { notice, cookies = {} }: Redirect): void {
  const ours = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
  if (notice !== undefined) reply.setCookie('notice', notice, ours);
  for (const [name, cookie] of Object.entries(cookies)) {
    if (cookie === null) reply.clearCookie(name, { path: '/' });
    else reply.setCookie(name, cookie.value, { ...ours, expires: cookie.expires });
  }
}

function sendDownload(reply: FastifyReply, { name, type, bytes, inline }: Download): FastifyReply {
  const disposition = contentDisposition(name, inline ? 'inline' : 'attachment');
  reply.header('content-disposition', disposition).type(type);
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes));
}
