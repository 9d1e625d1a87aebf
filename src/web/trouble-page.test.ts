import { expect, test } from 'vitest';
import { sentForm, troublePage } from './trouble-page.ts';

test('what was typed is on the page and can be sent again, without passwords and without running anything', () => {
  const data = new FormData();
  data.append('title', 'A "morning" <script>alert(1)</script>');
  data.append('notes', '\nfirst\nsecond');
  data.append('theme', 'a');
  data.append('theme', 'b');
  data.append('password', 'three stones');
  const page = troublePage('away', '/p/fernhollow/x?/save&y="', sentForm(data));
  expect(page).toContain('What you sent has not been saved');
  expect(page).toContain('action="/p/fernhollow/x?/save&amp;y=&quot;"');
  expect(page).toContain('A &quot;morning&quot; &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('name="notes">\n\nfirst\nsecond</textarea>');
  expect(page.match(/name="theme"/g)).toHaveLength(2);
  expect(page).not.toContain('three stones');
  expect(page).not.toContain('<script');
});

test('a file is asked for again, and a page that was only asked for is linked', () => {
  const data = new FormData();
  data.append('file', new File(['a,b'], 'values.csv'));
  expect(troublePage('cannot-save', '/x', sentForm(data))).toContain('type="file" name="file"');
  expect(troublePage('away', '/x', null)).toContain('<a href="/x">Try this page again</a>');
});
