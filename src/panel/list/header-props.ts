// Props that the grid's header shares with the column resizer and menu.

import type { ColumnSettings } from '../../core/model/settings.ts';
import type { Column } from '../state/sort/columns.ts';

export interface HeaderProps {
  /** The visible columns. */
  columns: readonly Column[];
  settings: ColumnSettings;
  /** Applies settings, and saves them if `isDone`. */
  onChange: (settings: ColumnSettings, isDone: boolean) => void;
}
