/** Tabs of one browser tell each other what changed and who signed in or out. */
type TabMessage =
  | { kind: 'changed'; prefixes: readonly string[] }
  | { kind: 'signed_in' }
  | { kind: 'signed_out' };

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

export function announceSignIn(): void {
  send({ kind: 'signed_in' });
}

export function announceSignOut(): void {
  send({ kind: 'signed_out' });
}

export function listenToTabs(listener: (message: TabMessage) => void): () => void {
  const channel = open();
  if (channel) channel.onmessage = (event: MessageEvent<TabMessage>) => listener(event.data);
  return () => channel?.close();
}
