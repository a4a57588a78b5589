// Scroll positions in the selected exchange. They outlive the panel's page, but not the selection.

export interface ScrollPositions {
  /** 0 if none is saved. */
  get(part: string): number;
  set(part: string, top: number): void;
  clear(): void;
}

/** `saved` outlives the panel's page. */
export function createScrollPositions(saved: { [part: string]: number }): ScrollPositions {
  return {
    get: (part) => saved[part] ?? 0,
    set(part, top) {
      saved[part] = top;
    },
    clear() {
      for (const part of Object.keys(saved)) delete saved[part];
    },
  };
}
