// Scroll positions in the selected exchange. They outlive the panel's page, but not the selection.

export interface ScrollPositions {
  /** 0 if none is saved. */
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
