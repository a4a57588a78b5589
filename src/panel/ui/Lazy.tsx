// Code that is not needed for the first paint, and the one message for code that couldn't be loaded.

import type { ComponentChildren, ComponentType } from 'preact';
import { type LazyModule, lazyModule } from '../lib/lazy-module.ts';

interface LazyProps<Code> {
  code: LazyModule<Code>;
  /** Completes “Couldn’t load …”. Optional parts have no name: the panel works without them, so they fail silently. */
  name?: string | undefined;
  /** Shown until the code is there. */
  loading?: ComponentChildren;
  /** Shown if loading fails, instead of the message. */
  fallback?: ComponentChildren;
  children: (code: Code) => ComponentChildren;
}

export function Lazy<Code extends object>({ code, name, loading, fallback, children }: LazyProps<Code>) {
  const loaded = code.use();
  if (loaded === 'loading') return loading;
  if (loaded !== 'failed') return children(loaded);
  return name === undefined ? fallback : <LoadError name={name} />;
}

/** A component that is loaded when it is first rendered. `load` is an `import()`; for `options`, see `Lazy`. */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  options: { name?: string; loading?: ComponentChildren } = {},
): ComponentType<Props> {
  const code = lazyModule(load);
  return (props) => (
    <Lazy code={code} {...options}>
      {(Loaded) => <Loaded {...props} />}
    </Lazy>
  );
}

/** Only the files of an extension that was updated or removed while DevTools is open can't be loaded. */
export function LoadError({ name }: { name: string }) {
  return (
    <p class="notice" role="alert">
      {loadErrorText(name)}
    </p>
  );
}

export function loadErrorText(name: string): string {
  return `Couldn’t load ${name}. Close and reopen DevTools.`;
}
