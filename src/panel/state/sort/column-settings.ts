// The user's choice of columns and their widths.

import type { ColumnSetting, ColumnSettings } from '../../../core/model/settings.ts';

export const MIN_COLUMN_WIDTH = 32;
const MAX_COLUMN_WIDTH = 2_000;

/** Drops unknown columns and widths out of range. */
export function validColumnSettings(stored: ColumnSettings, isColumn: (id: string) => boolean): ColumnSettings {
  return Object.entries(stored)
    .filter(([id]) => isColumn(id))
    .reduce<ColumnSettings>(
      (valid, [id, { isShown, width }]) =>
        updateColumn(valid, id, { isShown, width: isValidWidth(width) ? width : undefined }),
      {},
    );
}

/** Changes one column. A column without settings is dropped. */
export function updateColumn(settings: ColumnSettings, id: string, change: ColumnSetting): ColumnSettings {
  const { [id]: before, ...others } = settings;
  const { isShown, width } = { ...before, ...change };
  return isShown === undefined && width === undefined ? others : { ...settings, [id]: { isShown, width } };
}

function isValidWidth(width = Number.NaN): boolean {
  return Number.isInteger(width) && width >= MIN_COLUMN_WIDTH && width <= MAX_COLUMN_WIDTH;
}
