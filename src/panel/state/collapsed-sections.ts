// Which sections are open: as they come, unless the user changed that, which holds for every exchange and for the next DevTools.

import type { Settings } from '../../core/model/settings.ts';

export interface CollapsedSections {
  isOpen(name: string, defaultClosed: boolean): boolean;
  keep(name: string, defaultClosed: boolean, isOpen: boolean): void;
}

/** Names hold no spaces. */
export function createCollapsedSections(
  settings: Pick<Settings, 'sections'>,
  keep: (settings: Pick<Settings, 'sections'>) => void,
): CollapsedSections {
  const changed = () => new Set(settings.sections.split(' ').filter(Boolean));
  return {
    isOpen: (name, defaultClosed) => changed().has(name) === defaultClosed,
    keep(name, defaultClosed, isOpen) {
      const names = changed();
      if (isOpen === defaultClosed) names.add(name);
      else names.delete(name);
      const sections = [...names].join(' ');
      if (sections !== settings.sections) keep({ sections });
    },
  };
}
