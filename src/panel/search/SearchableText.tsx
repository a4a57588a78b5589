// A piece of a message's text in which what is searched for is marked while the search is open.

import { clip } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';
import { searchCode } from './search-module.ts';
import type { SearchedProps } from './types.ts';

export function Searched(props: SearchedProps) {
  const marked = usePanelState().search.marked.value;
  const code = searchCode.code.value;
  if (marked !== undefined && typeof code !== 'string') {
    const [, { MarkedPart }] = code;
    return <MarkedPart {...props} marked={marked} />;
  }
  const { text, from, to, most } = props;
  return <>{clip(text.slice(from, to), most)}</>;
}
