import { directionOf, type Locale } from '../lib/locales.ts';

/** Written here and not in the message files: these pages must work when nothing else does (UXP-50). */
type Kind = 'unavailable' | 'unknown';
const words: Record<Kind, Record<Locale, { title: string; text: string; again: string; status: string }>> = {
  unavailable: {
    en: {
      title: 'Homeroom is not answering',
      text: 'Nothing is lost. Wait a moment and load the page again.',
      again: 'Load again',
      status: 'State of the service',
    },
    es: {
      title: 'Homeroom no responde',
      text: 'No se ha perdido nada. Espera un momento y vuelve a cargar la página.',
      again: 'Volver a cargar',
      status: 'Estado del servicio',
    },
    fr: {
      title: 'Homeroom ne répond pas',
      text: 'Rien n’est perdu. Patientez un instant, puis rechargez la page.',
      again: 'Recharger',
      status: 'État du service',
    },
    ar: {
      title: 'لا يستجيب Homeroom',
      text: 'لم يُفقد أي شيء. انتظر قليلًا ثم أعد تحميل الصفحة.',
      again: 'إعادة التحميل',
      status: 'حالة الخدمة',
    },
  },
  unknown: {
    en: {
      title: 'There is nothing at this address',
      text: 'It may have moved, or the address has a typing error.',
      again: 'Go to my start page',
      status: 'State of the service',
    },
    es: {
      title: 'No hay nada en esta dirección',
      text: 'Puede haberse movido o la dirección tiene un error.',
      again: 'Ir a mi página de inicio',
      status: 'Estado del servicio',
    },
    fr: {
      title: 'Il n’y a rien à cette adresse',
      text: 'La page a pu être déplacée, ou l’adresse contient une faute.',
      again: 'Aller à ma page d’accueil',
      status: 'État du service',
    },
    ar: {
      title: 'لا يوجد شيء في هذا العنوان',
      text: 'ربما نُقلت الصفحة أو في العنوان خطأ.',
      again: 'إلى صفحتي الرئيسية',
      status: 'حالة الخدمة',
    },
  },
};

const style =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f5f3ed,#131715);color:light-dark(#1d2320,#ecefe9);color-scheme:light dark}' +
  'main{max-width:26rem;padding:1rem;text-align:center}h1{font:600 1.625rem/1.2 Georgia,serif}a{color:light-dark(#1f5b4a,#74c2a4)}';

/** A whole page without script, data or files of the app. */
export function plainPage(kind: Kind, locale: Locale, again: string, nonce: string): string {
  const { title, text, again: label, status } = words[kind][locale];
  return (
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style nonce="${nonce}">${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${text}</p><p><a href="${escaped(again)}">${label}</a> · <a href="/status">${status}</a></p></main></body></html>`
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
