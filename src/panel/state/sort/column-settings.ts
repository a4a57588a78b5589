// Which columns the user chose and how wide they are, and the text that is kept of it.

/** By the column's name. */
export type ColumnSettings = ReadonlyMap<string, ColumnSetting>;

export interface ColumnSetting {
  /** Asked for or hidden by the user; `undefined`: as it comes. */
  readonly isShown: boolean | undefined;
  /** In pixels; `undefined`: as it comes. */
  readonly width: number | undefined;
}

export const MIN_COLUMN_WIDTH = 32;
const MAX_COLUMN_WIDTH = 2_000;

/** Never throws: names that `isColumn` does not know and widths that make no sense are left out. */
export function parseColumnSettings(text: string, isColumn: (name: string) => boolean): ColumnSettings {
  const choices = new Map<string, ColumnSetting>();
  for (const [, sign, name = '', digits] of text.matchAll(/(?<=^|\s)([+-]?)([a-z]+)(?::([^\s]*))?(?=$|\s)/g)) {
    if (!isColumn(name)) continue;
    const width = /^\d{1,4}$/.test(digits ?? '') ? Number(digits) : Number.NaN;
    choices.set(name, {
      isShown: sign ? sign === '+' : undefined,
      width: width >= MIN_COLUMN_WIDTH && width <= MAX_COLUMN_WIDTH ? width : undefined,
    });
  }
  return choices;
}

export function serializeColumnSettings(choices: ColumnSettings): string {
  return [...choices]
    .filter(([, { isShown, width }]) => isShown !== undefined || width !== undefined)
    .map(([name, { isShown, width }]) => {
      const sign = isShown === undefined ? '' : isShown ? '+' : '-';
      return `${sign}${name}${width === undefined ? '' : `:${width}`}`;
    })
    .join(' ');
}

/** With these of one column changed. */
export function updateColumn(choices: ColumnSettings, name: string, change: Partial<ColumnSetting>): ColumnSettings {
  const before = choices.get(name) ?? { isShown: undefined, width: undefined };
  return new Map(choices).set(name, { ...before, ...change });
}
