// The panel's state, from context.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from './panel-state.ts';

export const StateContext = createContext<PanelState | undefined>(undefined);

/** A hook. Throws outside of the provider. */
export function usePanelState(): PanelState {
  const state = useContext(StateContext);
  if (state === undefined) throw new Error('No panel state: render the panel inside <StateContext.Provider>.');
  return state;
}
