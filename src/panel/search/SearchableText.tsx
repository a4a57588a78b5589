// A piece of a message's text in which what is searched for is marked while the search is open.

import { truncate } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';
import { searchModule } from './search-module.ts';
import type { SearchableTextProps } from './types.ts';

export function SearchableText(props: SearchableTextProps) {
  const marked = usePanelState().search.active.value;
  const code = searchModule.module.value;
  if (marked !== undefined && typeof code !== 'string') {
    const [, { SearchHighlight }] = code;
    return <SearchHighlight {...props} marked={marked} />;
  }
  const { text, from, to, maxChars } = props;
  return <>{truncate(text.slice(from, to), maxChars)}</>;
}
