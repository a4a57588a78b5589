// What the list's header and its column tools share.

import type { ColumnChoices } from '../state/sort/column-settings.ts';
import type { Column } from '../state/sort/columns.ts';

export interface HeaderProps {
  /** Those that are shown. */
  columns: readonly Column[];
  choices: ColumnChoices;
  /** Shows the columns so; `isDone`: and keeps that. */
  onChoose: (choices: ColumnChoices, isDone: boolean) => void;
}
