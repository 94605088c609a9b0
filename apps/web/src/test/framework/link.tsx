import type { ComponentProps } from 'react';
import { useRouter } from './navigation.ts';

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: string; prefetch?: boolean | null };

/** Stands in for the framework's link; what it would load ahead is told by an attribute. */
export default function Link({ prefetch, href, onClick, ...rest }: Props) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={href}
      data-prefetch={String(prefetch)}
      onClick={(event) => {
        onClick?.(event);
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
