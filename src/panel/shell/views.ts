// The views of the panel. The tabs, the shortcuts, their help and lazy loading all read this table.

import type { ComponentType } from 'preact';
import type { View } from '../host/panel-host.ts';
import { lazyComponent } from '../ui/Lazy.tsx';
import { ExchangesView } from './ExchangesView.tsx';

interface ViewRow {
  readonly title: string;
  /** The key that opens the view. */
  readonly shortcut: string;
  readonly Content: ComponentType;
  /** Mounted from the start: other views select exchanges in its list. Other views are mounted when they are first opened. */
  readonly isAlwaysMounted?: true;
}

/** In the order of the tabs. */
export const views: Readonly<Record<View, ViewRow>> = {
  exchanges: { title: 'Exchanges', shortcut: '1', Content: ExchangesView, isAlwaysMounted: true },
  limits: {
    title: 'Limits',
    shortcut: '2',
    Content: lazyComponent(() => import('../limits/Limits.tsx').then(({ Limits }) => Limits), { name: 'the limits' }),
  },
  reference: {
    title: 'Reference',
    shortcut: '3',
    Content: lazyComponent(() => import('../reference/Reference.tsx').then(({ Reference }) => Reference), {
      name: 'the reference',
    }),
  },
};

export const viewIds = Object.keys(views) as readonly View[];
