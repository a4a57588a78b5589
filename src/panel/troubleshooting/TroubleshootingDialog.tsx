// Why a call is not in the list, although others are.

import { TroubleshootingReasons } from './Reasons.tsx';

export function Content() {
  return <TroubleshootingReasons heading="h2" />;
}
