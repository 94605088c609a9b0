/** Tabs of one browser tell each other what changed and when somebody signed out. */
interface TabMessage {
  kind: 'changed' | 'signed_out';
  prefixes: readonly string[];
}

const channelName = 'homeroom';

function open(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
}

function send(message: TabMessage): void {
  const channel = open();
  channel?.postMessage(message);
  channel?.close();
}

export function announceChange(prefixes: readonly string[]): void {
  send({ kind: 'changed', prefixes });
}

export function announceSignOut(): void {
  send({ kind: 'signed_out', prefixes: [] });
}

export function listenToTabs(listener: (message: TabMessage) => void): () => void {
  const channel = open();
  if (channel) channel.onmessage = (event: MessageEvent<TabMessage>) => listener(event.data);
  return () => channel?.close();
}
