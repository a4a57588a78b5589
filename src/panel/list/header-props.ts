// What the list's header and its column tools share.

import type { ColumnSettings } from '../../core/model/settings.ts';
import type { Column } from '../state/sort/columns.ts';

export interface HeaderProps {
  /** Those that are shown. */
  columns: readonly Column[];
  choices: ColumnSettings;
  /** Shows the columns so; `isDone`: and keeps that. */
  onChoose: (choices: ColumnSettings, isDone: boolean) => void;
}
