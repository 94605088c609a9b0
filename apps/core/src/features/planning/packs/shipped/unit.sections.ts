import { field, section, words } from './words.ts';

export const vocabulary = section(
  'vocabulary',
  'group',
  words('Vocabulary', 'Vocabulario', 'Vocabulaire', 'المفردات'),
  words(
    'Words students will need to speak and write about this themselves, with an explanation in their language.',
    'Palabras que el alumnado necesitará para hablar y escribir sobre esto, explicadas a su manera.',
    'Les mots dont les élèves auront besoin pour en parler et en écrire, expliqués à leur portée.',
    'كلمات يحتاج إليها الطلاب للتحدث والكتابة عن الموضوع، مشروحة بلغتهم.',
  ),
  {
    audience: 'student',
    max: 60,
    fields: [
      field('word', 'text', words('Word', 'Palabra', 'Mot', 'الكلمة'), { required: true }),
      field('meaning', 'text', words('Meaning', 'Significado', 'Sens', 'المعنى')),
    ],
  },
);

export const support = section(
  'support',
  'rich_text',
  words('Support and stretch', 'Apoyo y ampliación', 'Soutien et approfondissement', 'الدعم والإثراء'),
  words(
    'What will you change for students who need another way in, and for those who are ready to go further?',
    '¿Qué cambiarás para quien necesita otra forma de entrar y para quien puede ir más lejos?',
    'Que modifierez-vous pour ceux qui ont besoin d’une autre entrée, et pour ceux qui peuvent aller plus loin ?',
    'ماذا ستغيّر لمن يحتاج إلى مدخل آخر، ولمن هو مستعد للمزيد؟',
  ),
  { audience: 'teacher' },
);
