// Why a request is missing from the list.

import { TroubleshootingReasons } from './Reasons.tsx';

export function Content() {
  return <TroubleshootingReasons heading="h2" />;
}
