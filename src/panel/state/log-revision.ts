// A signal that changes when the panel should render the log again, at the pace of the render scheduler.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import { createRenderScheduler } from './render-scheduler.ts';

export interface LogRevision {
  /** Changes whenever the log is to be rendered. Read it before reading the log. */
  readonly revision: ReadonlySignal<number>;
  /** The current render is part of a burst; another follows it. */
  readonly isBurst: boolean;
  /** Runs `act` in its own task once the present state of the log is on screen. */
  afterRender(act: () => void): void;
  /** Renders what has changed without waiting for a frame. */
  renderNow(): void;
}

/** `beforeRender` runs in the same batch as the change of `revision`. */
export function createLogRevision(
  log: Pick<ExchangeLog, 'exchanges' | 'subscribe'>,
  beforeRender: (isEmpty: boolean) => void,
): LogRevision & { dispose(): void } {
  const revision = signal(0);
  const afterNextRender: (() => void)[] = [];
  let isBurst = false;
  const render = (burstContinues: boolean) => {
    isBurst = burstContinues;
    batch(() => {
      beforeRender(log.exchanges.length === 0);
      revision.value++;
    });
    for (const act of afterNextRender.splice(0)) afterFrame(act);
  };
  const scheduler = createRenderScheduler(render);
  const unsubscribe = log.subscribe(scheduler.request);
  return {
    revision,
    get isBurst() {
      return isBurst;
    },
    afterRender(act) {
      if (scheduler.isDue) afterNextRender.push(act);
      else afterFrame(act);
    },
    renderNow: () => render(false),
    dispose() {
      unsubscribe();
      scheduler.cancel();
    },
  };
}

/** Layout and paint happen in the frame, after its callbacks. */
function afterFrame(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
