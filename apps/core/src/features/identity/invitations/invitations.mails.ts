import { defineMail } from '../../../platform/mail/define-mail.ts';

interface Invitation {
  token: string;
  inviter: string;
  days: number;
}

export const invitationMail = defineMail<Invitation>({
  key: 'user.invited',
  texts: {
    en: ({ token, inviter, days }) => ({
      subject: 'You are invited',
      paragraphs: [`${inviter} has made an account for you.`, `The link works once, for ${days} days.`],
      action: { label: 'Accept the invitation', path: `/invitations/${token}` },
    }),
    es: ({ token, inviter, days }) => ({
      subject: 'Tiene una invitación',
      paragraphs: [
        `${inviter} ha creado una cuenta para usted.`,
        `El enlace funciona una vez, durante ${days} días.`,
      ],
      action: { label: 'Aceptar la invitación', path: `/invitations/${token}` },
    }),
    fr: ({ token, inviter, days }) => ({
      subject: 'Vous êtes invité',
      paragraphs: [
        `${inviter} a créé un compte pour vous.`,
        `Le lien fonctionne une fois, pendant ${days} jours.`,
      ],
      action: { label: 'Accepter l’invitation', path: `/invitations/${token}` },
    }),
    ar: ({ token, inviter, days }) => ({
      subject: 'لقد تمت دعوتك',
      paragraphs: [`أنشأ ${inviter} حسابًا لك.`, `يعمل الرابط مرة واحدة لمدة ${days} أيام.`],
      action: { label: 'قبول الدعوة', path: `/invitations/${token}` },
    }),
  },
});
