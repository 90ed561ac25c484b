import type { FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actions/actor.ts';
import type { City } from '../city.ts';
import { localeOf } from '../http/visitor.ts';
import { csrfWord } from './csrf.ts';
import type { Shell, View } from './define-page.ts';
import { menuOf } from './menu.ts';
import { PageContext, type PageSurroundings, type Preferences } from './page-context.tsx';
import { SHELLS } from './shells/shells.ts';

export interface Rendered {
  readonly html: string;
  readonly status: number;
  /** A form's keys are in it, so it belongs to one visitor. */
  readonly hasForm: boolean;
}

/** A view on the paper of its shell. */
export function renderPage(
  city: City,
  page: { readonly shell: Shell },
  request: FastifyRequest,
  actor: Actor,
  view: View,
): Rendered {
  let hasForm = false;
  const surroundings = surroundingsOf(city, page.shell, request, actor, () => {
    hasForm = true;
    return uuid();
  });
  const Paper = SHELLS[page.shell];
  const html = renderToString(
    <PageContext.Provider value={surroundings}>
      <Paper view={view}>{view.body}</Paper>
    </PageContext.Provider>,
  );
  return { html: `<!doctype html>${html}`, status: view.status ?? 200, hasForm };
}

function surroundingsOf(
  city: City,
  shell: Shell,
  request: FastifyRequest,
  actor: Actor,
  requestKey: () => string,
): PageSurroundings {
  const locale = localeOf(request);
  const t = city.messages.for(locale);
  const { notice } = request.cookies;
  return {
    t,
    locale,
    actor,
    csrf: csrfWord(city, actor),
    requestKey,
    url: request.url,
    now: city.clock.now(),
    preferences: preferencesOf(request),
    menu: menuOf(city, shell, request, actor),
    demo: city.settings.demo,
    ...(notice !== undefined && city.messages.has(notice, locale) ? { notice: t(notice) } : {}),
  };
}

function preferencesOf(request: FastifyRequest): Preferences {
  const { largeType, contrast, theme } = request.cookies;
  return {
    largeType: largeType === 'on',
    contrast: contrast === 'on',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}
