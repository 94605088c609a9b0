import { expect, test } from 'vitest';
import { brandColours, brandStyles } from '../src/brand.tsx';

test('UXP-26 a pale yellow is darkened for light pages, kept for dark ones, and the change is reported', () => {
  const brand = brandColours('#fff3a0');
  expect(brand?.adjusted).toBe(true);
  expect(brand?.light).not.toBe('#fff3a0');
  expect(brand?.dark).toBe('#fff3a0');
  expect(brand?.onLight).toBe('#ffffff');
});

test('UXP-26 a colour that is readable stays what it is', () => {
  expect(brandColours('#1f5b4a')).toMatchObject({ light: '#1f5b4a', adjusted: false, onLight: '#ffffff' });
});

test('UXP-26 the styles touch the accent only, never a status colour', () => {
  expect(brandStyles('#7a1fa2')).toContain('--board:light-dark(#7a1fa2,');
  expect(brandStyles('#7a1fa2')).not.toMatch(/--(ok|warn|bad|info)/);
  expect(brandStyles('red; } body { display: none')).toBe('');
});
