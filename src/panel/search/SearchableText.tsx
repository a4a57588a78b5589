// Part of a message's text, with the matches of the search highlighted while it is open.

import { truncate } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';
import { searchModule } from './search-module.ts';
import type { SearchableTextProps } from './types.ts';

export function SearchableText(props: SearchableTextProps) {
  const activeSearch = usePanelState().search.active.value;
  const code = searchModule.module.value;
  if (activeSearch !== undefined && typeof code !== 'string') {
    return <code.SearchHighlight {...props} activeSearch={activeSearch} />;
  }
  const { text, from, to, maxChars } = props;
  return <>{truncate(text.slice(from, to), maxChars)}</>;
}
