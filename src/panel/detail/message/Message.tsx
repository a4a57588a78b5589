// What was sent or what came, once its code is there.

import { lazyModule } from '../../lib/lazy-module.ts';
import type { RequestViewProps, ResponseViewProps } from './MessageView.tsx';

const messageCode = lazyModule(() => import('./MessageView.tsx'));

/** Begins to load it. */
export const preloadMessageView = messageCode.preload;

type MessageProps = ({ part: 'request' } & RequestViewProps) | ({ part: 'response' } & ResponseViewProps);

export function Message(props: MessageProps) {
  const code = messageCode.use();
  if (code === 'loading') return null;
  if (code === 'failed') return <p role="alert">Not loaded. Close and reopen DevTools.</p>;
  return props.part === 'request' ? <code.RequestView {...props} /> : <code.ResponseView {...props} />;
}
