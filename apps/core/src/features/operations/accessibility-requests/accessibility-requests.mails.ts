import { defineMail } from '../../../platform/mail/define-mail.ts';

interface Values {
  reference: string;
  message: string;
  place: string | null;
  reply_to: string | null;
}

const action = (label: string) => ({ label, path: '/admin/accessibility' });

export const accessibilityRequestMail = defineMail<Values>({
  key: 'accessibility.request',
  texts: {
    en: ({ reference, message, place, reply_to }) => ({
      subject: `Accessibility: ${reference}`,
      paragraphs: [
        message,
        ...(place ? [`Page or step: ${place}`] : []),
        reply_to ? `Answer to: ${reply_to}` : 'No address for an answer was given.',
      ],
      action: action('Open the list'),
    }),
    es: ({ reference, message, place, reply_to }) => ({
      subject: `Accesibilidad: ${reference}`,
      paragraphs: [
        message,
        ...(place ? [`Página o paso: ${place}`] : []),
        reply_to ? `Responder a: ${reply_to}` : 'No se indicó ninguna dirección para responder.',
      ],
      action: action('Abrir la lista'),
    }),
    fr: ({ reference, message, place, reply_to }) => ({
      subject: `Accessibilité : ${reference}`,
      paragraphs: [
        message,
        ...(place ? [`Page ou étape : ${place}`] : []),
        reply_to ? `Répondre à : ${reply_to}` : 'Aucune adresse de réponse n’a été indiquée.',
      ],
      action: action('Ouvrir la liste'),
    }),
    ar: ({ reference, message, place, reply_to }) => ({
      subject: `إمكانية الوصول: ${reference}`,
      paragraphs: [
        message,
        ...(place ? [`الصفحة أو الخطوة: ${place}`] : []),
        reply_to ? `الرد إلى: ${reply_to}` : 'لم يُذكر عنوان للرد.',
      ],
      action: action('فتح القائمة'),
    }),
  },
});
