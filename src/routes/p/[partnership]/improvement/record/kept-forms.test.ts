import { expect, test } from 'vitest';
import { addressOf, formOf } from './kept-forms.ts';

test.each([
  { page: 'record', asked: '', form: 'record', address: '/p/brook/improvement/record' },
  {
    page: 'record',
    asked: 'test=7',
    form: 'report:7',
    address: '/p/brook/improvement/record?test=7'
  },
  { page: 'add-data', asked: '', form: 'value:', address: '/p/brook/improvement/add-data' },
  {
    page: 'add-data',
    asked: 'measure=9',
    form: 'value:9',
    address: '/p/brook/improvement/add-data?measure=9'
  }
])('the form $form stands at $address', ({ page, asked, form, address }) => {
  expect(formOf(page, new URLSearchParams(asked))).toBe(form);
  expect(addressOf('brook', form)).toBe(address);
});

test('without what it asks, a page has the form that stands by itself', () => {
  expect([formOf('record', null), formOf('add-data', null)]).toEqual(['record', 'value:']);
});
