// Lists the keyboard shortcuts, with a switch for the single-key ones.

import { usePanelState } from '../state/state-context.ts';
import { shortcutOf, viewIds, views } from './views.ts';

const keys: readonly { readonly where: string; readonly rows: readonly (readonly [keys: string, does: string])[] }[] = [
  {
    where: 'Anywhere',
    rows: [
      ['?', 'Show these keys'],
      [viewIds.map(shortcutOf).join(' '), listOfViews()],
      ['f', 'Filter the list'],
      ['/', 'Search in the headers and bodies of all calls'],
      ['j k', 'Select the failed call after or before'],
      ['x', 'Close the selected call'],
      ['r', 'Record, or stop recording'],
      ['Ctrl+V', 'Bring in a copied HAR or response; ⌘V on a Mac'],
    ],
  },
  {
    where: 'While calls are searched',
    rows: [
      ['F3 Shift+F3', 'Go to the next or previous match, also from the list or a body'],
      ['Enter Shift+Enter', 'The same, from the search field'],
      ['↓', 'From the search field to its matches'],
      ['Esc', 'Close the search'],
    ],
  },
  {
    where: 'Ctrl+F or Cmd+F',
    rows: [
      ['In a body', 'Search in this body'],
      ['Elsewhere in the exchanges', 'Search in all calls'],
    ],
  },
  {
    where: 'In the filter',
    rows: [
      ['↑ ↓', 'Go through what may come next'],
      ['Enter Tab', 'Take what is marked'],
      ['Enter', 'With nothing marked: go to the list'],
      ['Esc', 'Close what is offered; or empty the filter'],
    ],
  },
  {
    where: 'In the list',
    rows: [
      ['↑ ↓', 'Select the call before or after'],
      ['Home End', 'Select the first or last call'],
      ['Page Up Page Down', 'Move by a page'],
      ['Shift+F10', 'Copy the selected call, as text of many kinds'],
      ['Ctrl+Click, ⌘ Click', 'Compare a call with the selected one; or select it first, then open Compare'],
      ['Enter →', 'Go to the selected call'],
      ['Esc', 'Close the selected call'],
    ],
  },
  {
    where: 'In the heads of the list',
    rows: [
      ['← → Home End', 'Go to another column'],
      ['Enter Space', 'Sort by this column'],
      ['↓', 'Go to the calls'],
      ['Tab, then ← →', 'Make the column narrower or wider'],
      ['Tab, then Enter', 'Put its width back'],
    ],
  },
  {
    where: 'In the selected call',
    rows: [
      ['← → Home End', 'In the tabs: open another'],
      ['Esc', 'Go back to the list'],
    ],
  },
  {
    where: 'In a body',
    rows: [
      ['Ctrl+Shift+[ ]', 'Fold or unfold what is here; ⌘⌥[ ] on a Mac'],
      ['Ctrl+Alt+[ ]', 'Fold or unfold all'],
      ['Enter Shift+Enter', 'In its search: go to the next or previous match'],
      ['Esc', 'In its search: close it'],
    ],
  },
  {
    where: 'In the reference',
    rows: [
      ['↓', 'In the search: go to what was found'],
      ['↑ ↓ Home End Page Up Page Down', 'In the list: open another entry'],
      ['Enter', 'Go to the entry'],
      ['Esc', 'In an entry: go back to the list'],
    ],
  },
  {
    where: 'In toolbars, and on the bar between list and call',
    rows: [
      ['← → Home End', 'In a toolbar: go to another button'],
      ['← → ↑ ↓ Home End', 'On the bar: move it'],
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
        <p class="subtle">Firefox opens and closes its console by Esc too. Its settings can switch that off.</p>
      )}
      <p class="single-keys">
        <label>
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
          />{' '}
          The single keys under “Anywhere” are on
        </label>
      </p>
    </>
  );
}

/** “Exchanges, limits, reference”. */
function listOfViews(): string {
  const [first = '', ...others] = viewIds.map((id) => views[id].title);
  return [first, ...others.map((title) => title.toLowerCase())].join(', ');
}
