import { defineMail } from '../../../platform/mail/define-mail.ts';

interface TokenNotice {
  name: string;
  ip: string;
}

export const tokenOutOfRangeMail = defineMail<TokenNotice>({
  key: 'api_token.out_of_range',
  texts: {
    en: ({ name, ip }) => ({
      subject: `A token was used from an unknown network`,
      paragraphs: [`Your token “${name}” was presented from ${ip}, outside its networks, and refused.`],
      action: { label: 'Review tokens', path: '/settings/security' },
    }),
    es: ({ name, ip }) => ({
      subject: `Un token se ha usado desde una red desconocida`,
      paragraphs: [`Su token «${name}» se ha presentado desde ${ip}, fuera de sus redes, y se ha rechazado.`],
      action: { label: 'Revisar los tokens', path: '/settings/security' },
    }),
    fr: ({ name, ip }) => ({
      subject: `Un jeton a été utilisé depuis un réseau inconnu`,
      paragraphs: [`Votre jeton « ${name} » a été présenté depuis ${ip}, hors de ses réseaux, et refusé.`],
      action: { label: 'Vérifier les jetons', path: '/settings/security' },
    }),
    ar: ({ name, ip }) => ({
      subject: 'استُخدم رمز من شبكة غير معروفة',
      paragraphs: [`قُدِّم رمزك «${name}» من ${ip} خارج شبكاته وتم رفضه.`],
      action: { label: 'مراجعة الرموز', path: '/settings/security' },
    }),
  },
});

export const tokenExpiringMail = defineMail<{ name: string; days: number }>({
  key: 'api_token.expiring',
  texts: {
    en: ({ name, days }) => ({
      subject: `Your token “${name}” ends in ${days} days`,
      paragraphs: ['Create a new one and replace it where it is used.'],
      action: { label: 'Review tokens', path: '/settings/security' },
    }),
    es: ({ name, days }) => ({
      subject: `Su token «${name}» caduca en ${days} días`,
      paragraphs: ['Cree uno nuevo y sustitúyalo donde se use.'],
      action: { label: 'Revisar los tokens', path: '/settings/security' },
    }),
    fr: ({ name, days }) => ({
      subject: `Votre jeton « ${name} » expire dans ${days} jours`,
      paragraphs: ['Créez-en un nouveau et remplacez-le là où il sert.'],
      action: { label: 'Vérifier les jetons', path: '/settings/security' },
    }),
    ar: ({ name, days }) => ({
      subject: `ينتهي رمزك «${name}» خلال ${days} أيام`,
      paragraphs: ['أنشئ رمزًا جديدًا واستبدله حيث يُستخدم.'],
      action: { label: 'مراجعة الرموز', path: '/settings/security' },
    }),
  },
});
