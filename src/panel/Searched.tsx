// A piece of a message's text in which what is searched for is marked while the search is open.

import type { SearchedPart } from '../core/search/parts.ts';
import { clip } from './format.ts';
import { searchCode } from './search-code.ts';
import { usePanelState } from './state-context.ts';

export interface SearchedProps {
  part: SearchedPart;
  /** Of a header among its message's. */
  index?: number;
  /** The text that is searched, and what of it is shown here. */
  text: string;
  from?: number;
  to?: number;
  /** Characters shown; more where a match that was gone to lies behind them. */
  most: number;
}

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
