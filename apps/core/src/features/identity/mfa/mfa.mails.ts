import { defineMail } from '../../../platform/mail/define-mail.ts';

export const factorsClearedMail = defineMail<{ reason: string }>({
  key: 'mfa.cleared',
  texts: {
    en: ({ reason }) => ({
      subject: 'Your second sign-in step was removed',
      paragraphs: [
        'An administrator removed your second factors. You set up new ones at your next sign-in.',
        reason,
      ],
    }),
    es: ({ reason }) => ({
      subject: 'Se ha eliminado su segundo paso de acceso',
      paragraphs: [
        'Un administrador ha eliminado sus segundos factores. Creará otros en su próximo acceso.',
        reason,
      ],
    }),
    fr: ({ reason }) => ({
      subject: 'Votre deuxième étape de connexion a été supprimée',
      paragraphs: [
        'Un administrateur a supprimé vos seconds facteurs. Vous en créerez à la prochaine connexion.',
        reason,
      ],
    }),
    ar: ({ reason }) => ({
      subject: 'تمت إزالة خطوة الدخول الثانية',
      paragraphs: ['أزال أحد المسؤولين عوامل التحقق الثانية. ستنشئ غيرها عند دخولك القادم.', reason],
    }),
  },
});
