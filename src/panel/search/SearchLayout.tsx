// Puts the search over all calls beside what it searches.

import type { ComponentChildren } from 'preact';
import type { PanelHost } from '../host/panel-host.ts';
import type { PanelState } from '../state/panel-state.ts';
import { searchModule } from './search-module.ts';

interface SearchProps {
  state: PanelState;
  host: PanelHost;
}

export function SearchLayout({ state, host, children }: SearchProps & { children: ComponentChildren }) {
  return (
    <div class="search-frame">
      {state.search.isOpen.value && <Search state={state} host={host} />}
      <div class="searched">{children}</div>
    </div>
  );
}

function Search(props: SearchProps) {
  const code = searchModule.use();
  if (code === 'failed') return <p role="alert">Search not loaded. Close and reopen DevTools.</p>;
  if (code === 'loading') return null;
  const [{ SearchPane }] = code;
  return <SearchPane {...props} />;
}
