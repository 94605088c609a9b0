import type { AutosavePorts, TabNews } from './draft-wire.ts';

/** Tabs of one person with the same plan tell each other what they saved, so that they never conflict with themselves. */
export function editingTabs(owner: string): AutosavePorts['tabs'] {
  const name = `homeroom-plans-${owner}`;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  return {
    tell: (news) => channel?.postMessage(news),
    listen: (hear) => {
      const onMessage = (event: MessageEvent<TabNews>) => hear(event.data);
      channel?.addEventListener('message', onMessage);
      return () => {
        channel?.removeEventListener('message', onMessage);
        channel?.close();
      };
    },
  };
}
