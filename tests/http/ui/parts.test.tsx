import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { document, Page } from '../../../views/layout/Page.tsx';
import { shell } from '../../../views/messages/en/shell.ts';
import {
  CodeSwatch,
  codeColourClass,
  DataTable,
  ErrorSummary,
  fieldId,
  RadioGroup,
  TextArea,
  TextInput,
  ToastRegion,
} from '../../../views/ui/index.ts';
import { Specimen } from '../../../views/ui/Specimen.tsx';

type Child = Parameters<typeof document>[0];
const html = async (node: Child): Promise<string> =>
  String(await document(node)).replace('<!doctype html>', '');

describe('a field', () => {
  test('ties hint and error to the control and keeps what was typed', async () => {
    const out = await html(
      <TextInput name="date" label="Date" hint="As written" value="13,5,13" error="Which day?" />,
    );
    expect(out).toContain('id="field-date"');
    expect(out).toContain('aria-describedby="field-date-hint field-date-error"');
    expect(out).toContain('aria-invalid="true"');
    expect(out).toContain('value="13,5,13"');
    expect(out).toContain('for="field-date"');
  });

  test('without an error says nothing of one', async () => {
    const out = await html(<TextInput name="date" label="Date" />);
    expect(out).not.toContain('aria-invalid');
    expect(out).not.toContain('aria-describedby');
  });

  test('of several lines keeps a first empty line and escapes markup', async () => {
    const out = await html(<TextArea name="memo" label="Memo" value={'\n<b>& so on'} />);
    expect(out).toContain('>\n\n&lt;b&gt;&amp; so on</textarea>');
  });

  test('is where the line of an error summary leads, radio groups too', async () => {
    const summary = await html(
      <ErrorSummary
        title="Put right"
        errors={[{ href: `#${fieldId('kind')}`, message: 'Choose' }]}
      />,
    );
    const group = await html(
      <RadioGroup
        name="kind"
        label="Kind"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    );
    expect(summary).toContain('href="#field-kind"');
    expect(group).toContain('type="radio" id="field-kind"');
    expect(group).toContain('id="field-kind-2"');
  });

  test('of choices checks the one that was taken, and none when none was', async () => {
    const options = [
      { value: 1, label: 'One' },
      { value: 2, label: 'Two' },
    ];
    expect(await html(<RadioGroup name="n" label="N" options={options} value="2" />)).toMatch(
      /value="2" checked/,
    );
    expect(await html(<RadioGroup name="n" label="N" options={options} />)).not.toContain(
      'checked',
    );
  });
});

describe('a table', () => {
  const columns = [
    {
      key: 'n',
      label: 'Name',
      cell: (row: { n: string; k: number }) => row.n,
      sort: { href: '?sort=n', direction: 'ascending' as const },
      total: 'All',
    },
    {
      key: 'k',
      label: 'Count',
      numeric: true,
      cell: (row: { n: string; k: number }) => row.k,
      total: 3,
    },
  ];

  test('has a caption, scopes, a named region the keyboard reaches, and says how it is sorted', async () => {
    const out = await html(
      <DataTable label="Codes" caption="Codes" columns={columns} rows={[{ n: 'A', k: 3 }]} />,
    );
    expect(out).toContain('<caption>Codes</caption>');
    expect(out).toContain('role="region" aria-label="Codes" tabindex="0"');
    expect(out).toContain('aria-sort="ascending"');
    expect(out).toContain('<th scope="row">A</th>');
    expect(out).toContain('<td class="number">3</td>');
    expect(out).toContain('<tfoot>');
  });

  test('without rows gives way to what belongs there', async () => {
    const out = await html(
      <DataTable label="Codes" caption="Codes" columns={columns} rows={[]} empty="No codes yet" />,
    );
    expect(out).toBe('No codes yet');
  });
});

test('a code shows its name beside its colour, and every number has one of eight colours', async () => {
  expect(await html(<CodeSwatch name="Capacity" colour={3} path={['Visibility']} />)).toContain(
    'Visibility › </span>Capacity',
  );
  expect([0, 1, 8, 9, -1, 17].map(codeColourClass)).toEqual(
    [1, 1, 8, 1, 7, 1].map((n) => `code-colour-${String(n)}`),
  );
});

test('a toast carries its way back as a form that needs no script', async () => {
  const out = await html(
    <ToastRegion
      label="Messages"
      toast={{ message: 'Removed', undo: { action: '/undo/7', label: 'Undo' } }}
    />,
  );
  expect(out).toContain('role="status"');
  expect(out).toContain('<form method="post" action="/undo/7">');
});

describe('a page', () => {
  const page = (
    <Page
      assets="tag"
      t={shell}
      title="Sources"
      project={{ name: 'Migration & work', href: '/projects/1' }}
      current="sources"
      user={{ id: 1, name: 'Anna K', initials: 'AK', accountHref: '/account' }}
    >
      <Specimen />
    </Page>
  );

  test('begins with a doctype and parses without an error', async () => {
    const errors: string[] = [];
    const text = String(await document(page));
    parse(text, { onParseError: (error) => errors.push(error.code) });
    expect(text.startsWith('<!doctype html><html lang="en"')).toBe(true);
    expect(errors).toEqual([]);
  });

  test('has landmarks, one h1, a skip link, a live region and the place one is at', async () => {
    const text = await html(page);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('href="#main"');
    expect(text).toContain('<main class="page-main" id="main" tabindex="-1">');
    expect(text).toContain('id="announce"');
    expect(text).toContain('href="/projects/1/sources" aria-current="page"');
    expect(text).toContain('<title>Sources · Migration &amp; work · Earmark</title>');
  });

  test('holds nothing that the content security policy refuses', async () => {
    const text = await html(page);
    expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:|<script>/);
  });

  test('uses each id once', async () => {
    const ids = [...(await html(page)).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
