import { ImpersonationBar } from '@/shell/impersonation-bar.tsx';
import { StepUpHost } from '@/shell/step-up/step-up-host.tsx';

/** A long page under the bar of somebody acting for another. */
export function ActingScene() {
  return (
    <>
      <ImpersonationBar />
      <main className="h-[3000px]">
        <h1>A long page</h1>
        <a href="#end">To the end</a>
        <p id="end" className="mt-[2500px]">
          The end
        </p>
      </main>
    </>
  );
}

export function IdleScene() {
  return (
    <main>
      <h1>A page left alone</h1>
      <StepUpHost />
    </main>
  );
}
