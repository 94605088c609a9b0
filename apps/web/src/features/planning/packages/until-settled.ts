const pauseMs = 700;
const looks = 1_200;

/** Looks again until the work is over, and shows each look. */
export async function untilSettled<T>(
  look: () => Promise<T>,
  isGoingOn: (now: T) => boolean,
  show: (now: T) => void,
): Promise<T> {
  for (let count = 0; ; count++) {
    const now = await look();
    show(now);
    if (!isGoingOn(now) || count > looks) return now;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
