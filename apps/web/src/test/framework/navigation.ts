/** Stands in for the framework's router: the address is the browser's own. */
import { useSyncExternalStore } from 'react';

const changed = 'address-changed';

// As the framework does: whoever writes the address by the browser's own history is heard too.
for (const method of ['pushState', 'replaceState'] as const) {
  const own = window.history[method].bind(window.history);
  window.history[method] = (...change) => {
    own(...change);
    window.dispatchEvent(new Event(changed));
  };
}

const router = {
  push: (address: string) => window.history.pushState(null, '', address),
  replace: (address: string) => window.history.replaceState(null, '', address),
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

/** A scene has no address of its own that would name records. */
export const useParams = () => ({});
