// Shown in the list when the filter hides everything.

import { batch } from '@preact/signals';
import { splitFreeText } from '../../core/filter/parse-filter.ts';
import { focusList } from '../lib/focus.ts';
import { truncate } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';

export function NoMatch() {
  const { filter, search } = usePanelState();
  const { text, rest } = splitFreeText(filter.text.value);
  const showAll = () => {
    filter.set('');
    focusList();
  };
  // Only filtered requests are searched, so the words move from the filter to the search.
  const searchBodies = () =>
    batch(() => {
      filter.set(rest);
      search.setQuery({ text, matchCase: false });
      search.open();
    });
  return (
    <div class="no-match" role="row">
      <span role="gridcell">
        No requests match the filter.{' '}
        {text !== '' && (
          <>
            <button type="button" class="link" onClick={searchBodies}>
              Search bodies for “{truncate(text, 40)}”
            </button>{' '}
          </>
        )}
        <button type="button" class="link" onClick={showAll}>
          Show all
        </button>
      </span>
    </div>
  );
}
