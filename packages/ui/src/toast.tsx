'use client';
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { late } from './late.ts';

export type ToastMessage = {
  /** One line. Errors that need a decision belong in the page, not here (UXP-52). */
  message: string;
  action?: { label: string; onPress: () => void } | undefined;
  tone?: 'neutral' | 'bad' | undefined;
};

export type ToastRecord = { message: string; at: Date };

type ToastActions = { show: (toast: ToastMessage) => void; log: readonly ToastRecord[] };

const ToastContext = createContext<ToastActions>({ show: () => {}, log: [] });

/** `show` puts up a toast; `log` is everything shown since the page was opened, newest first. */
export function useToast(): ToastActions {
  return useContext(ToastContext);
}

/** Two presses that were one change end together; what they have to say is said once. */
const echoMs = 100;

type Put = (message: ToastMessage) => void;

const host = late(() => import('./toast-host.tsx'));

/** Messages wait until their place has come, which it does with the first of them or when the page is quiet. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [log, setLog] = useState<readonly ToastRecord[]>([]);
  const [Host, setHost] = useState<ComponentType<{ onReady: (put: Put) => void }> | null>(null);
  const waiting = useRef<ToastMessage[]>([]);
  const put = useRef<Put | null>(null);
  const last = useRef({ message: '', at: 0 });
  useEffect(() => host.whenHere(({ ToastHost }) => setHost(() => ToastHost)), []);
  const show = useCallback((toast: ToastMessage) => {
    const { message } = toast;
    const isEcho = message === last.current.message && Date.now() - last.current.at < echoMs;
    last.current = { message, at: Date.now() };
    if (isEcho) return;
    setLog((past) => [{ message, at: new Date() }, ...past]);
    if (put.current) return put.current(toast);
    waiting.current.push(toast);
    // Without a network it stays in the log, and comes with the next one.
    host.come().catch(() => undefined);
  }, []);
  const ready = useCallback((next: Put) => {
    put.current = next;
    for (const toast of waiting.current.splice(0)) next(toast);
  }, []);
  const value = useMemo(() => ({ show, log }), [show, log]);
  return (
    <ToastContext.Provider value={value}>
      {children}
      {Host && <Host onReady={ready} />}
    </ToastContext.Provider>
  );
}
