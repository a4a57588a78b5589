// What each key does.

/** One more key is one more row. */
const keys: readonly { readonly where: string; readonly rows: readonly (readonly [keys: string, does: string])[] }[] = [
  {
    where: 'Anywhere',
    rows: [
      ['?', 'Show these keys'],
      ['/', 'Search in the headers and bodies of all calls'],
    ],
  },
  {
    where: 'While calls are searched',
    rows: [
      ['F3 Shift+F3', 'Go to the next or previous match, also from the list or a body'],
      ['Enter Shift+Enter', 'The same, from the search field'],
      ['↓', 'From the search field to its matches'],
      ['Escape', 'Close the search'],
    ],
  },
  {
    where: 'Ctrl+F or Cmd+F',
    rows: [
      ['In a body', 'Search in this body'],
      ['Elsewhere', 'Search in all calls'],
    ],
  },
  {
    where: 'In the list',
    rows: [
      ['↑ ↓', 'Select the call before or after'],
      ['Home End', 'Select the first or last call'],
      ['Page Up Page Down', 'Move by a page'],
      ['Shift+F10', 'Copy the selected call, as text of many kinds'],
    ],
  },
];

export function Content() {
  return (
    <>
      {keys.map(({ where, rows }) => (
        <section key={where}>
          <h2>{where}</h2>
          <dl class="keys">
            {rows.map(([pressed, does]) => (
              <div key={pressed}>
                <dt>
                  <kbd>{pressed}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
