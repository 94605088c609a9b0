import { defineMail } from '../../../platform/mail/define-mail.ts';

interface NewDevice {
  token: string;
  ip: string;
  browser: string;
  at: string;
}

const notMe = ({ token }: NewDevice) => `/sign-in-notices/${token}`;
const where = ({ at, ip, browser }: NewDevice) =>
  `${at.slice(0, 16).replace('T', ' ')} UTC · ${ip} · ${browser}`;

export const newDeviceMail = defineMail<NewDevice>({
  key: 'sign_in.new_device',
  texts: {
    en: (values) => ({
      subject: 'New sign-in to your account',
      paragraphs: ['Somebody signed in to your account on a device we have not seen lately:', where(values)],
      action: { label: 'This wasn’t me', path: notMe(values) },
    }),
    es: (values) => ({
      subject: 'Nuevo inicio de sesión en su cuenta',
      paragraphs: ['Alguien ha iniciado sesión en su cuenta desde un dispositivo nuevo:', where(values)],
      action: { label: 'No he sido yo', path: notMe(values) },
    }),
    fr: (values) => ({
      subject: 'Nouvelle connexion à votre compte',
      paragraphs: ['Quelqu’un s’est connecté à votre compte depuis un nouvel appareil :', where(values)],
      action: { label: 'Ce n’était pas moi', path: notMe(values) },
    }),
    ar: (values) => ({
      subject: 'تسجيل دخول جديد إلى حسابك',
      paragraphs: ['تم تسجيل الدخول إلى حسابك من جهاز لم نره مؤخرًا:', where(values)],
      action: { label: 'لم أكن أنا', path: notMe(values) },
    }),
  },
});

export const passwordChangedMail = defineMail<Record<string, never>>({
  key: 'password.changed',
  texts: {
    en: () => ({
      subject: 'Your password was changed',
      paragraphs: [
        'Your password was changed and all other sessions were ended.',
        'If this was not you, reset it now.',
      ],
      action: { label: 'Reset password', path: '/forgot-password' },
    }),
    es: () => ({
      subject: 'Se ha cambiado su contraseña',
      paragraphs: [
        'Su contraseña se ha cambiado y las demás sesiones se han cerrado.',
        'Si no ha sido usted, restablézcala ahora.',
      ],
      action: { label: 'Restablecer contraseña', path: '/forgot-password' },
    }),
    fr: () => ({
      subject: 'Votre mot de passe a été modifié',
      paragraphs: [
        'Votre mot de passe a été modifié et les autres sessions sont fermées.',
        'Si ce n’était pas vous, réinitialisez-le.',
      ],
      action: { label: 'Réinitialiser', path: '/forgot-password' },
    }),
    ar: () => ({
      subject: 'تم تغيير كلمة المرور',
      paragraphs: ['تم تغيير كلمة مرورك وإنهاء جميع الجلسات الأخرى.', 'إذا لم تكن أنت، فأعد تعيينها الآن.'],
      action: { label: 'إعادة تعيين كلمة المرور', path: '/forgot-password' },
    }),
  },
});
