/** Green from 80 %, amber from 50 %, red below (IDN-09); judged as shown, on whole percents. */
export function coverageLevel(share: number): 'good' | 'partly' | 'gaps' {
  const percent = Math.round(share * 100);
  if (percent >= 80) return 'good';
  return percent >= 50 ? 'partly' : 'gaps';
}
