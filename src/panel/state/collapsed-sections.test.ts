// Sections stay as the user left them, and only changes are saved.

import { expect, test } from 'vitest';
import type { Settings } from '../../core/model/settings.ts';
import { createCollapsedSections } from './collapsed-sections.ts';

function sectionsOver(settings: Pick<Settings, 'sections'>) {
  return createCollapsedSections(settings, (changed) => Object.assign(settings, changed));
}

test('sections have their default state until they are changed', () => {
  const sections = sectionsOver({ sections: [] });
  expect(sections.isOpen('body', false)).toBe(true);
  expect(sections.isOpen('client', true)).toBe(false);
});

test('the state of a section is saved for other panels', () => {
  const settings = { sections: [] };
  sectionsOver(settings).setOpen('body', false, false);
  sectionsOver(settings).setOpen('client', true, true);
  const later = sectionsOver(settings);
  expect([later.isOpen('body', false), later.isOpen('client', true), later.isOpen('other', false)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('restoring the default removes the saved state', () => {
  const settings = { sections: [] };
  const sections = sectionsOver(settings);
  sections.setOpen('body', false, false);
  sections.setOpen('body', false, true);
  expect(settings.sections).toEqual([]);
});
