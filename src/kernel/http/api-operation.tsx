import { StatusTag } from '../page/components/tags.tsx';
import { usePage } from '../page/page-context.tsx';
import type { Entry } from './api-page.tsx';
import { CodeBlock } from './code-block.tsx';
import type { JsonSchema } from './openapi-parts.ts';
import { schemaFields } from './schema-fields.ts';

/** One operation: who may, what goes in, what comes out, how to call it. */
export function ApiOperation({ entry, origin }: { entry: Entry; origin: string }) {
  const { t, locale } = usePage();
  const { operation, method, path } = entry;
  const roles = operation['x-roles'];
  const [english] = operation.description.split('. Roles:');
  return (
    <section class="api-operation">
      <h2 id={operation.operationId}>{locale === 'uk' ? operation.summary : english}</h2>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>
        {operation.security.length === 0
          ? t('http:api.anyone')
          : t('http:api.roles', { roles: (roles ?? ['integrator']).join(', ') })}{' '}
        {operation['x-importable'] ? <StatusTag>{t('http:api.importable')}</StatusTag> : null}
      </p>
      <Fields
        name={operation.operationId}
        title={t('http:api.parameters')}
        schema={parametersSchema(entry)}
      />
      <Fields name={operation.operationId} title={t('http:api.input')} schema={inputOf(entry)} />
      <Fields
        name={operation.operationId}
        title={t('http:api.output')}
        schema={operation.responses['200']?.content?.['application/json']?.schema}
      />
      <CodeBlock>{curlOf(entry, origin)}</CodeBlock>
    </section>
  );
}

/** The parameters that are no input of their own, as one object. */
function parametersSchema({ operation }: Entry): JsonSchema {
  const plain = (operation.parameters ?? []).filter(({ schema }) => schema !== undefined);
  return {
    properties: Object.fromEntries(
      plain.map(({ name, schema = {}, description }) => [name, { ...schema, description }]),
    ),
    required: plain.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

function inputOf({ operation }: Entry): JsonSchema | undefined {
  const content =
    operation.requestBody?.content ?? operation.parameters?.find(({ name }) => name === 'input')?.content;
  return content?.['application/json']?.schema;
}

function Fields({ name, title, schema }: { name: string; title: string; schema: JsonSchema | undefined }) {
  const { t } = usePage();
  const fields = schemaFields(schema);
  if (fields.length === 0) return null;
  return (
    // A table wider than the screen is scrolled by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-frame" aria-label={`${name}: ${title}`} tabIndex={0}>
      <table class="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('http:api.field')}</th>
            <th scope="col">{t('http:api.type')}</th>
            <th scope="col">{t('http:api.note')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <tr key={index}>
              <td>
                <code>{field.path}</code>
                {field.required ? null : <span class="soft"> {t('http:api.optional')}</span>}
              </td>
              <td>{field.type}</td>
              <td>{field.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function curlOf({ path, method, operation }: Entry, origin: string): string {
  const auth = operation.security.length === 0 ? '' : ` \\\n  -H 'Authorization: Bearer …'`;
  const address = `${origin}${path.replace('{id}', 'applications.registered').replace('{hall}', 'main')}`;
  if (method === 'GET') return `curl '${address}'${auth}`;
  const key = operation.parameters?.some(({ name }) => name === 'Idempotency-Key')
    ? ` \\\n  -H 'Idempotency-Key: …'`
    : '';
  return `curl -X POST '${address}'${auth}${key} \\\n  -H 'Content-Type: application/json' \\\n  -d '{…}'`;
}
