import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { redactionClasses } from './classes.ts';
import { describePlaceholders, describeRedaction } from './placeholders.ts';
import { createRedactor } from './redactor.ts';

const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const original = exchange({
  method: 'POST',
  url: 'https://app.example/projects.xro/2.0/Projects?name=Attic',
  sentHeaders: { 'xero-tenant-id': tenant },
  sent: { name: 'Attic', description: 'A'.repeat(200), email: 'jo@acme.example' },
});

test('finds each placeholder once, by class, in any notation', () => {
  const redactor = createRedactor(redactionClasses);
  redactor.collect(original);
  const text = JSON.stringify(redactor.redact(original));
  expect(redactor.placeholdersIn(text)).toEqual([
    { redactionClass: 'tenants', text: '00000000-0001-4000-8000-000000000001' },
    { redactionClass: 'names', text: 'Name 1' },
    { redactionClass: 'names', text: 'Name 2' },
    { redactionClass: 'emails', text: 'person1@redacted.example' },
  ]);
});

test('does not mistake a text for a placeholder if it replaces nothing', () => {
  const redactor = createRedactor(['tenants']);
  redactor.collect(original);
  expect(redactor.placeholdersIn('Name 1, person1@redacted.example, 00000000-0001-4000-8000-000000000009')).toEqual([]);
});

test('does not redact an exempt value, in any notation', () => {
  const redactor = createRedactor(redactionClasses, [tenant.toUpperCase()]);
  redactor.collect(original);
  expect(redactor.redact(original).request.headers).toEqual([['xero-tenant-id', tenant]]);
});

test('lists a limited number of placeholders by class', () => {
  const names = Array.from({ length: 8 }, (_, i) => ({ redactionClass: 'names' as const, text: `Name ${i + 1}` }));
  expect(describePlaceholders([{ redactionClass: 'ids', text: 'id-1' }, ...names])).toBe(
    '`id-1` (other IDs), `Name 1`, `Name 2`, `Name 3`, `Name 4`, `Name 5`, `Name 6` and 2 more (names and descriptions)',
  );
});

test('describes the forms of the classes that are redacted', () => {
  expect(describeRedaction(['emails'])).toBe(
    'Access tokens, cookies and passwords are left out. Placeholders: person1@redacted.example … for email addresses. Equal values have equal placeholders.',
  );
  expect(describeRedaction([])).toBe('Access tokens, cookies and passwords are left out.');
});
