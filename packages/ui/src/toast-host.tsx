'use client';
import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { ToastMessage } from './toast.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

/** What can be taken back is offered for ten seconds (UXP-36). */
const undoableMs = 10_000;

type Shown = ReturnType<typeof Base.useToastManager>['toasts'][number];

function ToastLine({ toast }: { toast: Shown }) {
  const text = useUiText();
  return (
    <Base.Root
      toast={toast}
      swipeDirection={['down', 'right', 'left']}
      className="pop-motion w-full rounded-card bg-ink text-paper shadow-float select-none data-limited:hidden data-[type=bad]:border-s-4 data-[type=bad]:border-bad"
    >
      <Base.Content className="flex min-h-11 items-center gap-2 py-1 ps-4 pe-1.5 text-body">
        <Base.Title className="min-w-0 flex-1 font-medium" />
        <Base.Action className="min-h-9 shrink-0 rounded-control px-2.5 font-semibold underline underline-offset-3 hover:opacity-80 focus-visible:outline-paper" />
        <Base.Close
          aria-label={text.dismiss}
          className="flex size-9 shrink-0 items-center justify-center rounded-control opacity-80 hover:opacity-100 focus-visible:outline-paper"
        >
          <X aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  );
}

type Props = {
  /** Called with what puts a message up, as soon as there is a place for it. */
  onReady: (put: (message: ToastMessage) => void) => void;
};

function Toasts({ onReady }: Props) {
  const { add, close, toasts } = Base.useToastManager();
  const { container } = useSurroundings();
  const text = useUiText();
  useEffect(() => {
    onReady(({ message, action, tone = 'neutral' }) => {
      const id: string = add({
        title: message,
        type: tone,
        priority: tone === 'bad' ? 'high' : 'low',
        ...(action && {
          timeout: undoableMs,
          actionProps: {
            children: action.label,
            // Once: a second press would take back something else, or fail.
            onClick: () => {
              close(id);
              action.onPress();
            },
          },
        }),
      });
    });
  }, [onReady, add, close]);
  return (
    <Base.Portal container={container}>
      <Base.Viewport
        aria-label={text.messages}
        className="fixed inset-x-4 bottom-20 z-toast mx-auto flex max-w-md flex-col-reverse gap-2 tablet:bottom-6 projector:hidden print:hidden"
      >
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </Base.Viewport>
    </Base.Portal>
  );
}

/** Timers pause on hover and focus; F6 moves the focus to the messages. */
export function ToastHost(props: Props) {
  return (
    <Base.Provider limit={3} timeout={6000}>
      <Toasts {...props} />
    </Base.Provider>
  );
}
