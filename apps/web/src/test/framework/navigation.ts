/** Stands in for the framework's router: the address is the browser's own. */
import { useSyncExternalStore } from 'react';

const changed = 'address-changed';

function go(method: 'pushState' | 'replaceState') {
  return (address: string) => {
    window.history[method](null, '', address);
    window.dispatchEvent(new Event(changed));
  };
}

const router = {
  push: go('pushState'),
  replace: go('replaceState'),
  refresh() {},
  back: () => history.back(),
};
export const useRouter = () => router;

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('popstate', listener);
  };
}

export const usePathname = () => useSyncExternalStore(subscribe, () => window.location.pathname);

export function useSearchParams(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search));
}
