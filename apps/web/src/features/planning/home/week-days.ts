/** Today and the week that matters, Monday to Sunday, as calendar days of the place: at the weekend the coming one. */
export function weekAround(now: Date, timeZone: string): { today: string; from: string; to: string } {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const day = new Date(`${today}T00:00:00Z`);
  const weekday = day.getUTCDay();
  const sinceMonday = weekday === 6 ? -2 : weekday - 1;
  const shifted = (days: number) => {
    const other = new Date(day);
    other.setUTCDate(day.getUTCDate() + days);
    return other.toISOString().slice(0, 10);
  };
  return { today, from: shifted(-sinceMonday), to: shifted(6 - sinceMonday) };
}
