import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { pathAt } from './json-path.ts';

/** The path at `|`, and what is there. */
function at(marked: string) {
  const position = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', ''), extensions: json() });
  const found = pathAt(state, position, 1);
  return found && [found.path, state.sliceDoc(found.from, found.to)];
}

test.each([
  ['{"rate": {"|value": -1}}', ['rate', 'value'], '"value"'],
  ['{"rate": {"value": |-1}}', ['rate', 'value'], '-1'],
  ['{"items": [{"a": 1}, [true, {"b": |null}]]}', ['items', 1, 1, 'b'], 'null'],
  ['[1, 2, |3]', [2], '3'],
  ['{"\\u006eame": "|x"}', ['name'], '"x"'],
  ['{"a": {"b": |12', ['a', 'b'], '12'],
])('in %s', (marked, path, text) => {
  expect(at(marked)).toEqual([path, text]);
});

test.each(['|{"a": 1}', '{"a":| 1}', '{"a": |[1]}', '|'])('finds nothing in %s', (marked) => {
  expect(at(marked)).toBeUndefined();
});
