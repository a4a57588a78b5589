// What each key does.

/** One more key is one more row. */
const keys: readonly { readonly where: string; readonly rows: readonly (readonly [keys: string, does: string])[] }[] = [
  { where: 'Anywhere', rows: [['?', 'Show these keys']] },
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
