// Which sections are open: their default, or the user's choice, which is saved and holds for all exchanges.

import type { Settings } from '../../core/model/settings.ts';

export interface CollapsedSections {
  isOpen(name: string, defaultClosed: boolean): boolean;
  setOpen(name: string, defaultClosed: boolean, isOpen: boolean): void;
}

export function createCollapsedSections(
  settings: Pick<Settings, 'sections'>,
  save: (settings: Pick<Settings, 'sections'>) => void,
): CollapsedSections {
  const isChanged = (name: string) => settings.sections.includes(name);
  return {
    isOpen: (name, defaultClosed) => isChanged(name) === defaultClosed,
    setOpen(name, defaultClosed, isOpen) {
      const { sections } = settings;
      const toChange = isOpen === defaultClosed;
      if (toChange === isChanged(name)) return;
      save({ sections: toChange ? [...sections, name] : sections.filter((each) => each !== name) });
    },
  };
}
