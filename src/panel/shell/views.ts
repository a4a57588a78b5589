// The views of the panel. The tabs, the shortcuts, their help and lazy loading all read this table.

import type { ComponentType } from 'preact';
import type { View } from '../host/panel-host.ts';
import { lazyComponent } from '../ui/Lazy.tsx';
import { ExchangesView } from './ExchangesView.tsx';

interface ViewRow {
  readonly title: string;
  readonly Content: ComponentType;
  /** Mounted from the start: other views select exchanges in its list. Other views are mounted when they are first opened. */
  readonly isAlwaysMounted?: true;
}

/** In the order of the tabs, which is also that of their keys: 1 opens the first. */
const rows = {
  exchanges: { title: 'Requests', Content: ExchangesView, isAlwaysMounted: true },
  limits: {
    title: 'Limits',
    Content: lazyComponent(() => import('../limits/Limits.tsx').then(({ Limits }) => Limits), { name: 'the limits' }),
  },
  reference: {
    title: 'Reference',
    Content: lazyComponent(() => import('../reference/Reference.tsx').then(({ Reference }) => Reference), {
      name: 'the reference',
    }),
  },
} as const satisfies Readonly<Record<View, ViewRow>>;

/** The title of a tab as a type, so that the compiler finds a wrong title in another table. */
export type ViewTitle<Id extends View> = (typeof rows)[Id]['title'];

export const views: Readonly<Record<View, ViewRow>> = rows;

export const viewIds = Object.keys(views) as readonly View[];

/** The key that opens a view. */
export function shortcutOf(view: View): string {
  return String(viewIds.indexOf(view) + 1);
}
