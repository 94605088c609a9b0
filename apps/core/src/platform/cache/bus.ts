/** Short messages between the processes of one installation. Lost ones are possible; a reconnect tells so. */
export interface Bus {
  publish(topic: string, text: string): Promise<void>;
  subscribe(topic: string, subscriber: BusSubscriber): void;
  /** True while messages of others arrive. */
  isConnected(): boolean;
  close(): Promise<void>;
}

export interface BusSubscriber {
  receive(text: string): void;
  /** Messages may have been missed. */
  reconnected(): void;
}

/** What both kinds of bus share: who listens to what. */
export function createSubscriptions() {
  const subscribers = new Map<string, BusSubscriber[]>();
  return {
    add(topic: string, subscriber: BusSubscriber) {
      subscribers.set(topic, [...(subscribers.get(topic) ?? []), subscriber]);
    },
    deliver(message: string) {
      const at = message.indexOf(' ');
      for (const subscriber of subscribers.get(message.slice(0, at)) ?? [])
        subscriber.receive(message.slice(at + 1));
    },
    reconnected() {
      for (const subscriber of [...subscribers.values()].flat()) subscriber.reconnected();
    },
  };
}
