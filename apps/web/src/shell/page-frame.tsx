'use client';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';

interface Props {
  /** Replies the server has read for the first paint, by cache key. */
  fallback?: Record<string, unknown>;
  /** Documents are narrow; work screens take the room there is. */
  wide?: boolean;
  /** The page lays itself out from edge to edge. */
  bare?: boolean;
  children: ReactNode;
}

/** The room of one page inside the shell, with the data of its first paint. */
export function PageFrame({ fallback = {}, wide, bare, children }: Props) {
  return (
    <SWRConfig value={{ fallback }}>
      {bare ? (
        children
      ) : (
        <div className={`mx-auto w-full px-4 py-6 tablet:px-8 tablet:py-8 ${wide ? '' : 'max-w-page'}`}>
          {children}
        </div>
      )}
    </SWRConfig>
  );
}
