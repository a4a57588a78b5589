// Lists the keyboard shortcuts, with a switch for the single-key ones.

import { usePanelState } from '../state/state-context.ts';
import { shortcutOf, viewIds, views } from './views.ts';

const keys: readonly { readonly where: string; readonly rows: readonly (readonly [keys: string, does: string])[] }[] = [
  {
    where: 'Anywhere',
    rows: [
      ['?', 'Show keyboard shortcuts'],
      [viewIds.map(shortcutOf).join(' '), listOfViews()],
      ['f', 'Filter the list'],
      ['/', 'Search all requests'],
      ['j k', 'Select the next or previous failed request'],
      ['x Esc', 'Close the selected request'],
      ['r', 'Start or stop recording'],
      ['Ctrl+V', 'Import a copied HAR or response (⌘V on a Mac)'],
    ],
  },
  {
    where: 'Search in all requests',
    rows: [
      ['F3 Shift+F3', 'Go to the next or previous match, also from the list or a body'],
      ['Enter Shift+Enter', 'Go to the next or previous match, from the search field'],
      ['↓', 'Go from the search field to the matches'],
      ['Esc', 'Close search'],
    ],
  },
  {
    where: 'Ctrl+F or Cmd+F',
    rows: [
      ['In a body', 'Search this body'],
      ['Elsewhere in Requests', 'Search all requests'],
    ],
  },
  {
    where: 'Filter',
    rows: [
      ['↑ ↓', 'Move through suggestions'],
      ['Enter Tab', 'Accept the suggestion'],
      ['Enter', 'With no suggestion selected: go to the list'],
      ['Esc', 'Close suggestions, or clear the filter'],
    ],
  },
  {
    where: 'List',
    rows: [
      ['↑ ↓', 'Select the previous or next request'],
      ['Home End', 'Select the first or last request'],
      ['Page Up Page Down', 'Move by a page'],
      ['Shift+F10', 'Open the Copy menu of the selected request'],
      ['Ctrl+Click, ⌘ Click', 'Compare a request with the selected one'],
      ['Enter →', 'Go to the selected request'],
    ],
  },
  {
    where: 'Column headers',
    rows: [
      ['← → Home End', 'Go to another column'],
      ['Enter Space', 'Sort by this column'],
      ['↓', 'Go to the list'],
      ['Tab, then ← →', 'Resize the column'],
      ['Tab, then Enter', 'Reset the column’s width'],
    ],
  },
  {
    where: 'Selected request',
    rows: [['← → Home End', 'On a tab: open another tab']],
  },
  {
    where: 'Body',
    rows: [
      ['Ctrl+Shift+[ ]', 'Fold or unfold this level (⌘⌥[ ] on a Mac)'],
      ['Ctrl+Alt+[ ]', 'Fold or unfold all'],
      ['Enter Shift+Enter', 'In its search: go to the next or previous match'],
      ['Esc', 'In its search: close search'],
    ],
  },
  {
    where: 'Reference',
    rows: [
      ['↓', 'In its search: go to the results'],
      ['↑ ↓ Home End Page Up Page Down', 'In the list: open another entry'],
      ['Enter', 'Go to the entry'],
      ['Esc', 'In an entry: go back to the list'],
    ],
  },
  {
    where: 'Toolbars and splitters',
    rows: [
      ['← → Home End', 'In a toolbar: go to another button'],
      ['← → ↑ ↓ Home End', 'On a splitter: move it'],
    ],
  },
];

export function Content() {
  const { browser, singleKeys, setSingleKeys } = usePanelState();
  return (
    <>
      {keys.map(({ where, rows }) => (
        <section key={where}>
          <h2>{where}</h2>
          <dl class="keys">
            {rows.map(([pressed, description]) => (
              <div key={pressed}>
                <dt>
                  <kbd>{pressed}</kbd>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {browser === 'firefox' && (
        <p class="subtle">
          In Firefox, Esc also opens or closes the split console. Use x instead, or turn off <i>Enable Split Console</i>{' '}
          in the DevTools settings.
        </p>
      )}
      <p class="single-keys">
        <label>
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
          />{' '}
          Enable single-key shortcuts
        </label>
      </p>
    </>
  );
}

/** “Requests, limits, reference”. */
function listOfViews(): string {
  const [first = '', ...others] = viewIds.map((id) => views[id].title);
  return [first, ...others.map((title) => title.toLowerCase())].join(', ');
}
