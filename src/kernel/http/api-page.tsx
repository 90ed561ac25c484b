import { notFound } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { definePage, type Page, view } from '../page/define-page.ts';
import { usePage } from '../page/page-context.tsx';
import { ApiOperation } from './api-operation.tsx';
import { CodeBlock } from './code-block.tsx';
import { openApiDocument } from './openapi-document.ts';
import type { OpenApiDocument, Operation } from './openapi-parts.ts';

export interface Entry {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly operation: Operation;
}

/** `/api` and `/api/systems/<name>`: the manual of the API, drawn from the OpenAPI document itself. */
export function apiPages(city: City): readonly Page[] {
  let known: OpenApiDocument | undefined;
  const document = () => (known ??= openApiDocument(city));
  return [apiPage(city, document), apiSystemPage(city, document)];
}

function apiPage(city: City, document: () => OpenApiDocument): Page {
  return definePage({
    path: '/api',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 60,
    get: async ({ t, origin }) => {
      const { tags } = document();
      return view(
        t('http:api.title'),
        <>
          <h1>{t('http:api.title')}</h1>
          <p class="lead">{t('http:api.lead')}</p>
          <p>
            <a href="/api/openapi.json">{t('http:api.document')}</a>
          </p>
          <Rules origin={origin} demo={city.settings.demo} />
          <h2>{t('http:api.systems')}</h2>
          {tags.map(({ name, description }) => (
            <OperationIndex
              key={name}
              name={name}
              title={titleOf(city, name) ?? { uk: description, en: name }}
              entries={entriesOf(document(), name)}
            />
          ))}
        </>,
      );
    },
  });
}

function apiSystemPage(city: City, document: () => OpenApiDocument): Page {
  return definePage({
    path: '/api/systems/:name',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 60,
    get: async ({ t, params, locale, origin }) => {
      const tag = document().tags.find(({ name }) => name === params['name']);
      if (tag === undefined) throw notFound('http:faults.noSuchPage');
      const title = titleOf(city, tag.name)?.[locale] ?? tag.description;
      return view(
        `API: ${title}`,
        <>
          <p>
            <a href="/api">← {t('http:api.title')}</a>
          </p>
          <h1>{title}</h1>
          {entriesOf(document(), tag.name).map((entry) => (
            <ApiOperation key={entry.operation.operationId} entry={entry} origin={origin} />
          ))}
        </>,
      );
    },
  });
}

function titleOf(city: City, name: string): { uk: string; en: string } | undefined {
  return city.systems.find((system) => system.name === name)?.title;
}

function entriesOf(document: OpenApiDocument, tag: string): readonly Entry[] {
  return Object.entries(document.paths).flatMap(([path, { get, post }]) =>
    [
      ...(get === undefined ? [] : [{ path, method: 'GET' as const, operation: get }]),
      ...(post === undefined ? [] : [{ path, method: 'POST' as const, operation: post }]),
    ].filter(({ operation }) => operation.tags.includes(tag)),
  );
}

const RULES = ['who', 'key', 'problems', 'queries', 'batch', 'figures', 'limits'] as const;

function Rules({ origin, demo }: { origin: string; demo: boolean }) {
  const { t } = usePage();
  const token = demo ? 'demo-integrator' : '…';
  const example = `curl -X POST ${origin}/api/actions/queue.take-ticket \\
  -H 'Authorization: Bearer ${token}' \\
  -H 'Idempotency-Key: 2c6f1a6e-4b52-4d0c-9a52-0f4f6f5d1b7e' \\
  -H 'Content-Type: application/json' \\
  -d '{"hall":"main","sector":"registration"}'`;
  return (
    <>
      <h2>{t('http:api.how')}</h2>
      <CodeBlock>{example}</CodeBlock>
      <dl class="api-rules">
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{t(`http:api.rules.${rule}.title`)}</dt>
            <dd>{t(`http:api.rules.${rule}.text`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface IndexProps {
  readonly name: string;
  readonly title: { readonly uk: string; readonly en: string };
  readonly entries: readonly Entry[];
}

function OperationIndex({ name, title, entries }: IndexProps) {
  const { locale } = usePage();
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>
        <a href={`/api/systems/${name}`}>{title[locale]}</a>
      </h3>
      <ul class="api-index">
        {entries.map(({ operation, method, path }) => (
          <li key={operation.operationId}>
            <a href={`/api/systems/${name}#${operation.operationId}`}>
              <code>
                {method} {path}
              </code>
            </a>{' '}
            <span class="soft">
              {locale === 'uk' ? operation.summary : operation.description.split('. ')[0]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
