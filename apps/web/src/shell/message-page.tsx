import { LinkButton } from '@k12/ui/link-button';
import { Logo } from '@k12/ui/logo';

interface Props {
  product: string;
  title: string;
  text: string;
  home: string;
}

/** A page that says one thing, without the navigation or data of any area. */
export function MessagePage({ product, title, text, home }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas px-4">
      <div className="max-w-md text-center">
        <div className="mb-6 flex justify-center">
          <Logo name={product} />
        </div>
        <h1 className="font-serif text-title">{title}</h1>
        <p className="mt-3 mb-6 text-ink-2">{text}</p>
        <LinkButton href="/">{home}</LinkButton>
      </div>
    </main>
  );
}
