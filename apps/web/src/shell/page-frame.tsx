import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { ownTexts } from '@/lib/page-texts.ts';
import { MoreTexts } from './more-texts.tsx';

interface Props {
  /** Replies the server has read for the first paint, by cache key. */
  fallback?: Record<string, unknown>;
  /** Documents are narrow; work screens take the room there is. */
  wide?: boolean;
  /** The page lays itself out from edge to edge. */
  bare?: boolean;
  children: ReactNode;
}

/** The room of one page inside the shell, with its texts and the data of its first paint. */
export async function PageFrame({ fallback = {}, wide, bare, children }: Props) {
  return (
    <MoreTexts texts={await ownTexts()}>
      <SWRConfig value={{ fallback }}>
        {bare ? (
          children
        ) : (
          <div className={`mx-auto w-full px-4 py-6 tablet:px-8 tablet:py-8 ${wide ? '' : 'max-w-page'}`}>
            {children}
          </div>
        )}
      </SWRConfig>
    </MoreTexts>
  );
}
