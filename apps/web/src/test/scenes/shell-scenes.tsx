import { Breadcrumbs } from '@k12/ui/breadcrumbs';
import { useState } from 'react';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { useCrumbAbove, useRecordCrumb } from '@/shell/crumbs.ts';
import { Navigation } from '@/shell/navigation.tsx';
import { PinButton } from '@/shell/pin-button.tsx';
import { SavedViews } from '@/shell/saved-views.tsx';
import { TabTitle } from '@/shell/tab-title.tsx';
import { WideNotice } from '@/shell/wide-notice.tsx';

/** A long way to a page, in a bar of half a window. */
export function CrumbsScene() {
  const title = 'Wie Pflanzen aus Licht, Wasser und Luft Zucker machen';
  return (
    <div style={{ width: 480 }}>
      <Breadcrumbs
        crumbs={[
          { label: 'Plan', href: '/plan' },
          { label: 'Units', href: '/plan/units' },
          { label: title, href: '/plan/units/1' },
          { label: 'الماء الذي نشربه ومن أين يأتي وكيف نعرف أنه نظيف' },
        ]}
      />
    </div>
  );
}

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

function OneRecord() {
  const [text, setText] = useState('');
  useRecordCrumb('Photosynthesis');
  useCrumbAbove('Biology 9B', '/teach/courses/1');
  useUnsavedGuard(text !== '');
  return <input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} />;
}

/** A record that is opened and closed. */
export function TitleScene() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <TabTitle />
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Record
      </button>
      {isOpen && <OneRecord />}
    </main>
  );
}
