// Times of day as the inspector writes them everywhere.

/** Local wall-clock time, `14:02:41`; a dash where it is not known. */
export function clockTime(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '–';
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((each) => String(each).padStart(2, '0')).join(':');
}
