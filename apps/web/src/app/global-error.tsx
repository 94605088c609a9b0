'use client';
import { failureWords } from '@/lib/failure-words.ts';
import './globals.css';

/** When not even the layout can be shown; the browser's language is all there is to go by. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale = typeof navigator === 'undefined' ? 'en' : navigator.language.slice(0, 2);
  const words = failureWords(locale);
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <main className="grid min-h-dvh place-items-center bg-canvas px-4 text-center">
          <div className="max-w-md">
            <h1 className="font-serif text-title">{words.title}</h1>
            <p className="my-3 text-ink-2">{words.text}</p>
            {error.digest && (
              <p className="mb-3 text-mini">
                {words.reference} {error.digest}
              </p>
            )}
            <button
              type="button"
              onClick={reset}
              className="min-h-control rounded-control bg-board px-4 text-on-board"
            >
              {words.retry}
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
