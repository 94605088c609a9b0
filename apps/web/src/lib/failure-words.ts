const words = {
  en: {
    title: 'Something did not work',
    text: 'The rest of Homeroom keeps working. Try again; if it stays like this, tell your school and give the reference.',
    retry: 'Try again',
    reference: 'Reference',
    part: 'This part could not be loaded',
    partText:
      'The rest of the page keeps working, and what you typed is still there. It loads once the connection is back.',
    close: 'Close',
  },
  es: {
    title: 'Algo no ha funcionado',
    text: 'El resto de Homeroom sigue funcionando. Inténtalo de nuevo; si continúa, avisa a tu escuela y da la referencia.',
    retry: 'Intentar de nuevo',
    reference: 'Referencia',
    part: 'Esta parte no se ha podido cargar',
    partText:
      'El resto de la página sigue funcionando y lo que has escrito sigue ahí. Se cargará cuando vuelva la conexión.',
    close: 'Cerrar',
  },
  fr: {
    title: 'Quelque chose n’a pas marché',
    text: 'Le reste de Homeroom continue de fonctionner. Réessayez ; si cela persiste, prévenez votre établissement en donnant la référence.',
    retry: 'Réessayer',
    reference: 'Référence',
    part: 'Cette partie n’a pas pu être chargée',
    partText:
      'Le reste de la page continue de fonctionner et ce que vous avez saisi est toujours là. Elle se chargera au retour de la connexion.',
    close: 'Fermer',
  },
  ar: {
    title: 'حدث خلل ما',
    text: 'بقية Homeroom تعمل. حاول مرة أخرى؛ وإن استمر الأمر فأبلغ مدرستك واذكر المرجع.',
    retry: 'حاول مرة أخرى',
    reference: 'المرجع',
    part: 'تعذّر تحميل هذا الجزء',
    partText: 'بقية الصفحة تعمل وما كتبته ما زال موجودًا. سيُحمَّل حين يعود الاتصال.',
    close: 'إغلاق',
  },
};

/** Kept in code on purpose: these are said when message files may be what failed. */
export function failureWords(locale: string) {
  return words[locale as keyof typeof words] ?? words.en;
}
