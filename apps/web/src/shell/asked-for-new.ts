import { useEffect, useRef } from 'react';
import { useAddress } from '@/lib/address.ts';

/** An address with `?new=1` begins something new once; going back to the page later does not. */
export function useAskedForNew(begin: () => void): void {
  const { read, write } = useAddress();
  const isAsked = read('new') !== '';
  const latest = useRef({ begin, write });
  latest.current = { begin, write };
  useEffect(() => {
    if (!isAsked) return;
    latest.current.begin();
    latest.current.write({ new: null });
  }, [isAsked]);
}
