import { expect, test } from 'vitest';
import { errorDetails, errorMessage } from './error-text.ts';

test.each([
  ['a message', new TypeError('No body'), 'No body'],
  ['only a name', new RangeError(), 'RangeError'],
  ['no error object', 'gone', 'gone'],
])('the message of an error with %s', (_, error, message) => {
  expect(errorMessage(error)).toBe(message);
});

test.each([
  ['Chromium', 'TypeError: No body\n    at render (a.js:1:2)'],
  ['Firefox', 'render@a.js:1:2'],
])('the details have the message once, before the stack, in %s', (_, stack) => {
  const error = Object.assign(new TypeError('No body'), { stack });
  expect(errorDetails(error)).toMatch(/^TypeError: No body\n.*render.*$/);
});

test('the details of anything else are its text', () => {
  expect(errorDetails('gone')).toBe('gone');
});
