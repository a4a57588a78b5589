// Which sections are open: as they come, unless the user changed that, which holds for every exchange and for the next DevTools.

import type { Settings } from '../../core/model/settings.ts';

export interface Sections {
  isOpen(name: string, isClosedAtFirst: boolean): boolean;
  keep(name: string, isClosedAtFirst: boolean, isOpen: boolean): void;
}

/** Names hold no spaces. */
export function createSections(
  settings: Pick<Settings, 'sections'>,
  keep: (settings: Pick<Settings, 'sections'>) => void,
): Sections {
  const changed = () => new Set(settings.sections.split(' ').filter(Boolean));
  return {
    isOpen: (name, isClosedAtFirst) => changed().has(name) === isClosedAtFirst,
    keep(name, isClosedAtFirst, isOpen) {
      const names = changed();
      if (isOpen === isClosedAtFirst) names.add(name);
      else names.delete(name);
      const sections = [...names].join(' ');
      if (sections !== settings.sections) keep({ sections });
    },
  };
}
