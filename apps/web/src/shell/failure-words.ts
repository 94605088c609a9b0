const words = {
  en: {
    title: 'Something did not work',
    text: 'The rest of Homeroom keeps working. Try again; if it stays like this, tell your school and give the reference.',
    retry: 'Try again',
    reference: 'Reference',
  },
  es: {
    title: 'Algo no ha funcionado',
    text: 'El resto de Homeroom sigue funcionando. Inténtalo de nuevo; si continúa, avisa a tu escuela y da la referencia.',
    retry: 'Intentar de nuevo',
    reference: 'Referencia',
  },
  fr: {
    title: 'Quelque chose n’a pas marché',
    text: 'Le reste de Homeroom continue de fonctionner. Réessayez ; si cela persiste, prévenez votre établissement en donnant la référence.',
    retry: 'Réessayer',
    reference: 'Référence',
  },
  ar: {
    title: 'حدث خلل ما',
    text: 'بقية Homeroom تعمل. حاول مرة أخرى؛ وإن استمر الأمر فأبلغ مدرستك واذكر المرجع.',
    retry: 'حاول مرة أخرى',
    reference: 'المرجع',
  },
};

/** Kept in code on purpose: these are said when message files may be what failed. */
export function failureWords(locale: string) {
  return words[locale as keyof typeof words] ?? words.en;
}
