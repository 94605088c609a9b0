'use client';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import type { DocEntry } from './entry.tsx';

function Banners() {
  return (
    <div className="grid gap-3">
      <Banner tone="info" onDismiss={() => {}}>
        The garden is closed on Monday. Plans move to Tuesday.
      </Banner>
      <Banner tone="warn" title="Two plans overlap" actions={<Button size="small">Look at both</Button>}>
        North bed has two sowings on 9 November.
      </Banner>
      <Banner tone="bad" title="Not saved">
        Somebody else changed this plan at 10:41. Your words are kept below.
      </Banner>
      <Banner tone="ok">All 56 seeds are counted.</Banner>
    </div>
  );
}

export const bannerDocs: DocEntry = {
  name: 'banner',
  title: 'Banner',
  group: 'Feedback',
  purpose: 'Something that is so, until it is dealt with.',
  anatomy: ['Icon', 'What is so, what it means', 'What can be done', 'Dismiss, where that is harmless'],
  states: ['information', 'good', 'warning', 'problem'],
  keyboard: [['Tab', 'reaches its buttons']],
  speech: 'Read in place; announced when it appears after an action.',
  does: ['Stand where it matters'],
  donts: ['Stack more than two'],
  examples: [{ title: 'Four tones', Example: Banners }],
};
