import { auditActions } from '@k12/contracts/operations/audit-actions';
import { expect, test } from 'vitest';
import ar from '../../../../messages/ar/audit.json' with { type: 'json' };
import en from '../../../../messages/en/audit.json' with { type: 'json' };
import es from '../../../../messages/es/audit.json' with { type: 'json' };
import fr from '../../../../messages/fr/audit.json' with { type: 'json' };

const languages: Record<string, { actions: object }> = { en, es, fr, ar };

test.each(Object.keys(languages))('UXP-91 every act the log keeps has words of its own in %s', (language) => {
  const words = languages[language]?.actions as Record<string, Record<string, string>>;
  const wordless = Object.keys(auditActions).filter((action) => {
    const [area = '', act = ''] = action.split('.');
    return !words[area]?.[act];
  });
  expect(wordless).toEqual([]);
});
