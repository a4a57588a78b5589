// Hands the panel's state to parts that are far from where it is made.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from './panel-state.ts';

export const StateContext = createContext<PanelState | undefined>(undefined);

/** Throws where the state has not been handed in: a mistake of the page that draws the panel. */
export function usePanelState(): PanelState {
  const state = useContext(StateContext);
  if (state === undefined) throw new Error('There is no panel state: draw the panel inside <StateContext.Provider>.');
  return state;
}
