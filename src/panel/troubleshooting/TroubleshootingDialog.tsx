// Why a call is not in the list, although others are.

import type { DialogProps } from '../ui/Dialog.tsx';
import { TroubleshootingReasons } from './Reasons.tsx';

export function Content({ state, host }: DialogProps) {
  return <TroubleshootingReasons state={state} host={host} heading="h2" />;
}
