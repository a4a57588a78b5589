// Holds that sections are as the user left them, and that only what the user changed is kept.

import { expect, test } from 'vitest';
import { createCollapsedSections } from './collapsed-sections.ts';

function sectionsOver(settings: { sections: string }) {
  return createCollapsedSections(settings, (kept) => Object.assign(settings, kept));
}

test('sections are as they come until they are changed', () => {
  const sections = sectionsOver({ sections: '' });
  expect(sections.isOpen('body', false)).toBe(true);
  expect(sections.isOpen('client', true)).toBe(false);
});

test('what was closed or opened stays so, also for another panel', () => {
  const settings = { sections: '' };
  sectionsOver(settings).keep('body', false, false);
  sectionsOver(settings).keep('client', true, true);
  const later = sectionsOver(settings);
  expect([later.isOpen('body', false), later.isOpen('client', true), later.isOpen('other', false)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('what was put back is forgotten', () => {
  const settings = { sections: '' };
  const sections = sectionsOver(settings);
  sections.keep('body', false, false);
  sections.keep('body', false, true);
  expect(settings.sections).toBe('');
});

test('whatever was kept is read', () => {
  expect(sectionsOver({ sections: '  body \n x' }).isOpen('body', false)).toBe(false);
});
