// The comparison, whose code is fetched when it is first looked at.

import { lazyModule } from '../lib/lazy-module.ts';
import type { CompareProps } from './Compare.tsx';

const code = lazyModule(() => import('./Compare.tsx'));

export function CompareTab(props: CompareProps) {
  const fetched = code.use();
  if (fetched === 'loading') return null;
  if (fetched === 'failed') return <p role="alert">The comparison could not be loaded. Close and reopen DevTools.</p>;
  return <fetched.Compare {...props} />;
}
