// Text in which the search can highlight its matches.

import type { SearchField } from '../../core/search/search-fields.ts';

export interface SearchableTextProps {
  part: SearchField;
  /** Of a header among its message's. */
  index?: number;
  /** The text that is searched, and what of it is shown here. */
  text: string;
  from?: number;
  to?: number;
  /** Characters shown; more where a match that was gone to lies behind them. */
  maxChars: number;
}
