// Text in which the search can highlight its matches.

import type { SearchField } from '../../core/search/search-fields.ts';

export interface SearchableTextProps {
  part: SearchField;
  /** The index of a header in its message. */
  index?: number;
  /** The text that is searched, and the range of it that is shown. */
  text: string;
  from?: number;
  to?: number;
  /** Characters shown, or more if the current match needs them. */
  maxChars: number;
}
