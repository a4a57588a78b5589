// Which sections are open: their default, or the user's choice, which is saved and holds for all exchanges.

import type { Settings } from '../../core/model/settings.ts';

export interface CollapsedSections {
  isOpen(name: string, defaultClosed: boolean): boolean;
  setOpen(name: string, defaultClosed: boolean, isOpen: boolean): void;
}

/** Names must not contain spaces. */
export function createCollapsedSections(
  settings: Pick<Settings, 'sections'>,
  save: (settings: Pick<Settings, 'sections'>) => void,
): CollapsedSections {
  const changed = () => new Set(settings.sections.split(' ').filter(Boolean));
  return {
    isOpen: (name, defaultClosed) => changed().has(name) === defaultClosed,
    setOpen(name, defaultClosed, isOpen) {
      const names = changed();
      if (isOpen === defaultClosed) names.add(name);
      else names.delete(name);
      const sections = [...names].join(' ');
      if (sections !== settings.sections) save({ sections });
    },
  };
}
