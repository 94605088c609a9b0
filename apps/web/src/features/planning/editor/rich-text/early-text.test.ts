import { expect, test } from 'vitest';
import { PlanDocument } from '../document/plan-document.ts';
import { EarlyText } from './early-text.ts';

const said = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

function typed(early: EarlyText, text: string) {
  for (const letter of text) early.type(letter);
}

test('PLN-03 what is typed before the editor of a text has come goes into it, whatever editor it will be', () => {
  const early = new EarlyText();
  const seen = { first: '', second: '' };
  typed(early, 'Lex');
  early.erase();
  const end = early.handTo((text) => {
    seen.first += text;
  });
  typed(early, 'av');
  end();
  typed(early, 'es');
  early.handTo((text) => {
    seen.second += text;
  });
  typed(early, ' fall');
  expect(seen).toEqual({ first: 'Leav', second: 'es fall' });
});

test('PLN-03 what is typed before an editor that never comes is in the plan, once, after what was there', () => {
  const early = new EarlyText();
  const document = new PlanDocument({ idea: said('Before') });
  const sent: unknown[] = [];
  document.onEdit((changes) => sent.push(...changes));
  typed(early, 'One\nTwo');
  early.settle(document, '/idea');
  early.settle(document, '/idea');
  expect(document.value('/idea')).toEqual(said('Before', 'One', 'Two'));
  expect(sent).toEqual([{ op: 'set', path: '/idea', value: said('Before', 'One', 'Two') }]);
});
