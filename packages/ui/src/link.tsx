'use client';
import { type ComponentProps, type ComponentType, createContext, useContext } from 'react';

export type LinkProps = ComponentProps<'a'>;

export const LinkContext = createContext<ComponentType<LinkProps> | 'a'>('a');

/** An anchor by default; the app registers its router's link through UiProvider. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkContext);
  return <Component {...props} />;
}

const textLink =
  'text-board underline decoration-board-line underline-offset-3 hover:decoration-current rounded-small';

export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={className ? `${textLink} ${className}` : textLink} />;
}
