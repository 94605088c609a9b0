import { AppLink } from '@/shell/app-link.tsx';
import { Navigation } from '@/shell/navigation.tsx';
import { PinButton } from '@/shell/pin-button.tsx';
import { SavedViews } from '@/shell/saved-views.tsx';
import { WideNotice } from '@/shell/wide-notice.tsx';

export function ViewsScene() {
  return (
    <main>
      <SavedViews words={['state', 'q']} />
    </main>
  );
}

export const pinned = { subject_type: 'unit_plan', title: 'Light' } as const;

export function PinsScene() {
  return (
    <>
      <Navigation />
      <main>
        <PinButton {...pinned} subject_id="01900000-0000-7000-8000-0000000000b1" />
      </main>
    </>
  );
}

export function LinksScene() {
  return (
    <main>
      <AppLink href="/plan/units">Units</AppLink>
      <AppLink href="/teach/courses">Courses</AppLink>
    </main>
  );
}

export function WideScene() {
  return (
    <main>
      <WideNotice />
      <p>The map</p>
    </main>
  );
}
