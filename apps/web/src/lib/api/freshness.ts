/** When each cached reply came, for saying how old it is once it cannot be refreshed (UXP-51). */
const times = new Map<string, number>();

export async function keepingTime<T>(key: string, reply: Promise<T>): Promise<T> {
  const data = await reply;
  times.set(key, Date.now());
  return data;
}

/** What came with the page is as old as the page. */
export function timeOf(key: string | null): number {
  return (key !== null && times.get(key)) || performance.timeOrigin;
}
