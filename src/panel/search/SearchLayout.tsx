// Puts the search over all requests beside the view that it searches.

import type { ComponentChildren } from 'preact';
import { usePanelState } from '../state/state-context.ts';
import { Lazy } from '../ui/Lazy.tsx';
import { searchModule } from './search-module.ts';

export function SearchLayout({ children }: { children: ComponentChildren }) {
  const { search } = usePanelState();
  return (
    <div class="search-frame">
      {search.isOpen.value && (
        <Lazy code={searchModule} name="the search">
          {({ SearchPane }) => <SearchPane />}
        </Lazy>
      )}
      <div class="searched">{children}</div>
    </div>
  );
}
