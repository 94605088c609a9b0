'use client';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useUiText } from './ui-text.tsx';

export type Step = { key: string; label: string; hint?: string | undefined };

export type StepperProps = {
  label: string;
  steps: readonly Step[];
  /** The key of the step one is on; those before it are done. */
  current: string;
  /** Lets finished steps be opened again. */
  onStep?: ((key: string) => void) | undefined;
};

function Dot({ position, state }: { position: number; state: 'done' | 'current' | 'ahead' }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'flex size-6 shrink-0 items-center justify-center rounded-full border text-mini font-semibold tabular-nums',
        state === 'done' && 'border-board bg-board-tint text-board',
        state === 'current' && 'border-board bg-board text-on-board',
        state === 'ahead' && 'border-line-control text-ink-3',
      )}
    >
      {state === 'done' ? <Check className="size-3.5" /> : position}
    </span>
  );
}

export function Stepper({ label, steps, current, onStep }: StepperProps) {
  const text = useUiText();
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col gap-3 tablet:flex-row tablet:gap-6">
        {steps.map((step, index) => {
          const state = index < at ? 'done' : index === at ? 'current' : 'ahead';
          const words = (
            <>
              <Dot position={index + 1} state={state} />
              <span className="hidden-visually">
                {text.stepOf(index + 1, steps.length)}
                {state === 'done' && `, ${text.done}`}:
              </span>
              <span
                className={clsx('text-start', state === 'current' ? 'font-semibold text-ink' : 'text-ink-2')}
              >
                {step.label}
                {step.hint && <span className="block text-small font-regular text-ink-3">{step.hint}</span>}
              </span>
            </>
          );
          return (
            <li
              key={step.key}
              aria-current={state === 'current' ? 'step' : undefined}
              className="flex min-w-0"
            >
              {state === 'done' && onStep ? (
                <button
                  type="button"
                  onClick={() => onStep(step.key)}
                  className="flex min-h-6 items-center gap-2 rounded-control hover:underline pointer-coarse:min-h-11"
                >
                  {words}
                </button>
              ) : (
                <span className="flex items-center gap-2">{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
