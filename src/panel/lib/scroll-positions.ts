// Where the parts of the selected exchange were scrolled to: outlives the panel's page, but not the selection.

export interface ScrollPositions {
  /** 0 where nothing is kept. */
  get(part: string): number;
  set(part: string, place: number): void;
  clear(): void;
}

/** `kept` outlives the panel. */
export function createScrollPositions(kept: { [part: string]: number }): ScrollPositions {
  return {
    get: (part) => kept[part] ?? 0,
    set(part, place) {
      kept[part] = place;
    },
    clear() {
      for (const part of Object.keys(kept)) delete kept[part];
    },
  };
}
