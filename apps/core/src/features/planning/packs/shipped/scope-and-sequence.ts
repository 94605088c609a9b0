import type { PlanSchema } from '@k12/contracts/planning/packs';
import { field, section, words } from './words.ts';

/** What is taught when over a course, and how each part leads to the next. */
export const scopeAndSequence: PlanSchema = {
  key: 'scope_and_sequence',
  plan_kind: 'document',
  document_type: 'scope_and_sequence',
  links: { contains: ['unit', 'document'], derives_from: ['document'], aligned_with: ['unit', 'document'] },
  label: words('Scope and sequence', 'Alcance y secuencia', 'Portée et progression', 'النطاق والتسلسل'),
  sections: [
    section(
      'purpose',
      'rich_text',
      words('Purpose', 'Propósito', 'Finalité', 'الغاية'),
      words(
        'What should a student carry away from this course in five years’ time? Let that decide what is left out.',
        '¿Qué debería conservar el alumnado de este curso dentro de cinco años? Que eso decida lo que se omite.',
        'Que devrait-il rester de ce cours dans cinq ans ? Que cela décide de ce que l’on écarte.',
        'ما الذي ينبغي أن يبقى مع الطالب من هذا المقرر بعد خمس سنوات؟ دع ذلك يحدد ما يُستبعد.',
      ),
    ),
    section(
      'sequence',
      'group',
      words('Sequence', 'Secuencia', 'Progression', 'التسلسل'),
      words(
        'One row for each unit, in teaching order. Say what it builds on: gaps show here before they show in class.',
        'Una fila por unidad, en orden. Indica en qué se apoya: las lagunas se ven aquí antes que en clase.',
        'Une ligne par unité, dans l’ordre. Dites sur quoi elle s’appuie : les lacunes se voient ici avant la classe.',
        'صف لكل وحدة بترتيب التدريس. اذكر ما تبني عليه: تظهر الفجوات هنا قبل أن تظهر في الصف.',
      ),
      {
        min: 1,
        max: 60,
        fields: [
          field('title', 'text', words('Unit', 'Unidad', 'Unité', 'الوحدة'), { required: true }),
          field('weeks', 'number', words('Weeks', 'Semanas', 'Semaines', 'الأسابيع'), { min: 0, max: 52 }),
          field('builds_on', 'text', words('Builds on', 'Se apoya en', 'S’appuie sur', 'يبني على')),
          field('leads_to', 'text', words('Leads to', 'Prepara', 'Prépare', 'يمهّد لـ')),
        ],
      },
    ),
    section(
      'notes',
      'rich_text',
      words('Notes for colleagues', 'Notas para colegas', 'Notes aux collègues', 'ملاحظات للزملاء'),
      words(
        'What somebody new to this course should know before the first week.',
        'Lo que alguien nuevo en este curso debería saber antes de la primera semana.',
        'Ce qu’une personne nouvelle devrait savoir avant la première semaine.',
        'ما ينبغي أن يعرفه من يدرّس هذا المقرر أول مرة قبل الأسبوع الأول.',
      ),
      { audience: 'teacher' },
    ),
  ],
};
