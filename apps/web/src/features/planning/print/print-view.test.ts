import { expect, test } from 'vitest';
import { readPrintView } from './print-view.ts';

test('PLN-168 paper, size, black and white and what is left out are in the address; what is none of them is left out', () => {
  const asked = { paper: 'us-letter', font_percent: '125', black_and_white: 'true', resources: 'false' };
  expect(readPrintView({ ...asked, version: '3', standards: 'codes' }, 'fr')).toEqual({
    ...asked,
    ...{ locale: 'fr', font_percent: 125, version: 3, standards: 'codes' },
  });
  const strange = { paper: 'b5', font_percent: '900', black_and_white: 'perhaps', version: '-1' };
  expect(readPrintView(strange, 'tlh')).toEqual({ locale: 'en' });
});
