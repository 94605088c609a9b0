import { LinkButton } from '@k12/ui/link-button';
import { Logo } from '@k12/ui/logo';
import type { ReactNode } from 'react';

interface Props {
  product: string;
  title: string;
  text: ReactNode;
  home: string;
}

/** A page that says one thing, without the navigation or data of any area. */
export function MessagePage({ product, title, text, home }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas px-4 py-10">
      <div className="w-full max-w-96">
        <Logo name={product} className="mb-6" />
        <div className="rounded-card border border-line bg-paper p-6">
          <h1 className="font-serif text-title [overflow-wrap:anywhere]">{title}</h1>
          <div className="mt-2 mb-5 text-ink-2">{text}</div>
          <LinkButton href="/">{home}</LinkButton>
        </div>
      </div>
    </main>
  );
}
