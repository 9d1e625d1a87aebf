import { expect, test } from 'vitest';
import { addressHere } from './address-here.ts';

test.each([
  ['/p/fernhollow/plan?late=1#now', '/p/fernhollow/plan?late=1#now'],
  ['/p/ж\u0001?q=é', '/p/%D0%B6%01?q=%C3%A9'],
  ['/a\r\nset-cookie: x=1', '/aset-cookie:%20x=1'],
  ['//elsewhere.example/x', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['plan', '/'],
  ['/%', '/%'],
  [null, '/']
])('%j leads to %j', (named, address) => {
  expect(addressHere(named)).toBe(address);
});
