import type { PackSection, PackWords } from '@k12/contracts/planning/packs';
import { minutesField } from './common.sections.ts';
import { field, section, words } from './words.ts';

/** A part of a lesson as rows with minutes, which the editor adds up against the period. */
export function timed(key: string, label: PackWords, help: PackWords): PackSection {
  return section(key, 'group', label, help, {
    max: 20,
    fields: [
      field('title', 'text', words('Step', 'Paso', 'Étape', 'الخطوة'), { required: true }),
      minutesField,
      field('detail', 'rich_text', words('Detail', 'Detalle', 'Déroulement', 'التفاصيل')),
    ],
  });
}
