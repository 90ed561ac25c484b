import { join } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { RESIDENT } from '../../actions/actor.ts';
import { loadMessages, type Messages } from '../../i18n/messages.ts';
import { DEFAULT_PREFERENCES, PageContext, type PageSurroundings } from '../page-context.tsx';
import { BarChart } from './bar-chart.tsx';
import { CheckboxesField, CheckboxField } from './choice-field.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { DueBadge } from './due-badge.tsx';
import { Form } from './form.tsx';
import { QrCode } from './qr-code.tsx';
import { TextField } from './text-field.tsx';

let messages: Messages;

beforeAll(async () => {
  messages = await loadMessages([join(import.meta.dirname, '..')]);
});

function render(node: VNode, more: Partial<PageSurroundings> = {}): string {
  const surroundings: PageSurroundings = {
    t: messages.for('uk'),
    locale: 'uk',
    actor: RESIDENT,
    csrf: 'word',
    requestKey: () => 'key-1',
    url: '/services?words=паспорт&after=9',
    now: new Date('2026-11-20T22:30:00Z'),
    preferences: DEFAULT_PREFERENCES,
    menu: [],
    demo: false,
    ...more,
  };
  return renderToString(<PageContext.Provider value={surroundings}>{node}</PageContext.Provider>);
}

describe('a form', () => {
  test('carries the CSRF word and one request key when it posts, neither when it searches', () => {
    const posted = render(<Form>x</Form>);
    expect(posted).toContain('name="_csrf" value="word"');
    expect(posted).toContain('name="_key" value="key-1"');
    expect(render(<Form method="get">x</Form>)).not.toContain('_csrf');
  });

  test('that came back shows what was written and ties the sentence to its field', () => {
    const html = render(
      <Form state={{ values: { 'applicant.code': '12' }, errors: { 'applicant.code': 'Тут 2 цифри.' } }}>
        <TextField name="applicant.code" label="РНОКПП" hint="10 цифр" value="інше" />
      </Form>,
    );
    expect(html).toContain('href="#form-applicant-code"');
    expect(html).toMatch(/id="form-applicant-code"[^>]*value="12"|value="12"[^>]*id="form-applicant-code"/);
    expect(html).toContain('aria-describedby="form-applicant-code-hint form-applicant-code-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('інше');
  });

  test('a password is never written back into the page', () => {
    const html = render(
      <Form state={{ values: { password: 'таємниця' }, errors: {} }}>
        <TextField name="password" type="password" label="Пароль" />
      </Form>,
    );
    expect(html).not.toContain('таємниця');
  });

  test('ticks taken away by the person stay away, whatever the page had ticked', () => {
    const html = render(
      <Form state={{ values: { documents: ['b'] }, errors: {} }}>
        <CheckboxesField
          name="documents"
          label="Документи"
          options={[
            { value: 'a', label: 'Паспорт' },
            { value: 'b', label: 'Довідка' },
          ]}
          values={['a']}
        />
        <CheckboxField name="agree" label="Згода" checked />
      </Form>,
    );
    const ticked = [...html.matchAll(/<input[^>]*checked[^>]*>/g)].map(([input]) => input);
    expect(ticked).toHaveLength(1);
    expect(ticked[0]).toContain('value="b"');
  });

  test('text from a person is text, not markup', () => {
    const html = render(
      <Form state={{ values: { note: '</textarea><script>' }, errors: {} }}>
        <TextField name="note" label="Опис" rows={3} />
      </Form>,
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;/textarea>');
  });
});

describe('a table', () => {
  const columns: readonly Column<number>[] = [
    { key: 'name', title: 'Назва', sortable: true, cell: String },
    { key: 'count', title: 'Кількість', numeric: true, sortable: true, cell: String },
  ];
  const table = (sort?: string) =>
    render(
      <DataTable
        caption="Послуги"
        columns={columns}
        rows={[1]}
        keyOf={String}
        {...(sort === undefined ? {} : { sort })}
      />,
    );
  const links = (html: string) =>
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      new URL(href.replaceAll('&amp;', '&'), 'http://x').searchParams.get('sort'),
    );

  test('words are first sorted from the first letter, numbers from the greatest', () => {
    expect(links(table())).toEqual(['name', '-count']);
  });

  test('the sorted column turns round and says its order to a screen reader', () => {
    expect(links(table('-count'))).toEqual(['name', 'count']);
    expect(table('-count')).toContain('aria-sort="descending"');
  });

  test('sorting keeps the search and goes back to the first page', () => {
    expect(table()).toContain('words=');
    expect(table()).not.toContain('after=');
  });

  test('a list of named lines may stand as cards, each word with its title; figures stay in columns', () => {
    const list: readonly Column<number>[] = [
      { key: 'name', title: 'Про що', heading: true, cell: String },
      ...['Номер', 'Надійшов', 'Стан'].map((title) => ({ key: title, title, cell: String })),
    ];
    const draw = (shown: readonly Column<number>[]) =>
      render(<DataTable caption="x" columns={shown} rows={[1]} keyOf={String} />);
    expect(draw(list)).toContain('class="table stacked"');
    expect(draw(list)).toContain('data-title="Надійшов"');
    expect(draw(list.map((column, at) => ({ ...column, numeric: at > 0 })))).not.toContain('stacked');
    expect(draw(list.slice(0, 3))).not.toContain('stacked');
  });

  test('an empty table is a sentence', () => {
    const html = render(
      <DataTable caption="x" columns={columns} rows={[]} keyOf={String} empty="Послуг немає." />,
    );
    expect(html).toContain('Послуг немає.');
    expect(html).not.toContain('<table');
  });
});

describe('a term', () => {
  // 00:30 of 21 November in Kyiv, still the 20th in UTC.
  test.each([
    ['2026-11-24', 'лишилося 3 дні', 'ahead'],
    ['2026-11-22', 'лишився 1 день', 'ahead'],
    ['2026-11-21', 'строк сьогодні', 'today'],
    ['2026-11-20', 'запізнення 1 день', 'late'],
    ['2026-11-10', 'запізнення 11 днів', 'late'],
  ])('%s: %s', (dueOn, words, due) => {
    const html = render(<DueBadge dueOn={dueOn} />);
    expect(html).toContain(words);
    expect(html).toContain(`data-due="${due}"`);
  });

  test('nothing burns when the work is finished', () => {
    const html = render(<DueBadge dueOn="2026-11-10" finished />);
    expect(html).toContain('10 листопада 2026');
    expect(html).not.toContain('data-due');
  });
});

test('bars share one scale with the year before, and no style attribute is needed', () => {
  const html = render(
    <BarChart
      title="Заяви"
      names={{ now: '2020', before: '2019' }}
      bars={[
        { label: 'Одна', value: 50, before: 200 },
        { label: 'Друга', value: 100, before: null },
      ]}
    />,
  );
  const widths = [...html.matchAll(/width="([\d.]+%)"/g)].map(([, width]) => width);
  expect(widths).toEqual(['25%', '100%', '50%']);
  expect(html).not.toContain('style=');
});

test('a QR code is drawn as one path inside its quiet zone', () => {
  const html = render(<QrCode text="https://city.example/t/8KJ4M2PQ" what="талон" />);
  expect(html).toContain('aria-label="QR-код: талон"');
  expect(html).toMatch(/<path d="M2 2h1v1h-1z/);
});
