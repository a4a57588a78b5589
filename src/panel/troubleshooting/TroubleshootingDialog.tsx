// Why a call is not in the list, although others are.

import type { DialogProps } from '../ui/Dialog.tsx';
import { Reasons } from './Reasons.tsx';

export function Content({ state, host }: DialogProps) {
  return <Reasons state={state} host={host} heading="h2" />;
}
