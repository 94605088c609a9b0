import { defineMail } from '../../../platform/mail/define-mail.ts';

export const passwordResetMail = defineMail<{ token: string }>({
  key: 'password.reset',
  urgent: true,
  texts: {
    en: ({ token }) => ({
      subject: 'Reset your password',
      paragraphs: [
        'Use this link within 30 minutes to set a new password. It works once.',
        'If you did not ask for it, ignore this mail.',
      ],
      action: { label: 'Set a new password', path: `/reset-password/${token}` },
    }),
    es: ({ token }) => ({
      subject: 'Restablezca su contraseña',
      paragraphs: [
        'Use este enlace en los próximos 30 minutos. Funciona una sola vez.',
        'Si no lo ha pedido, ignore este mensaje.',
      ],
      action: { label: 'Crear una contraseña nueva', path: `/reset-password/${token}` },
    }),
    fr: ({ token }) => ({
      subject: 'Réinitialisez votre mot de passe',
      paragraphs: [
        'Utilisez ce lien dans les 30 minutes. Il ne fonctionne qu’une fois.',
        'Si vous n’avez rien demandé, ignorez ce message.',
      ],
      action: { label: 'Choisir un nouveau mot de passe', path: `/reset-password/${token}` },
    }),
    ar: ({ token }) => ({
      subject: 'إعادة تعيين كلمة المرور',
      paragraphs: [
        'استخدم هذا الرابط خلال 30 دقيقة. يعمل مرة واحدة فقط.',
        'إذا لم تطلب ذلك، فتجاهل هذه الرسالة.',
      ],
      action: { label: 'تعيين كلمة مرور جديدة', path: `/reset-password/${token}` },
    }),
  },
});
