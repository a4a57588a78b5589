// What the words of findings owe to whoever shows them.

import { expect } from 'vitest';
import type { Finding } from '../core/rules/checks/run-checks.ts';

/** Few and short, without control or half characters, each mark of code closed, and nothing of JavaScript's own outside such marks. */
export function expectRenderable(findings: readonly Finding[]): void {
  expect(findings.length).toBeLessThan(100);
  const texts = findings.flatMap(({ check, observed, expected, fix }) => [check.title, observed, expected, fix]);
  expect(texts.filter((text) => !isShowable(text))).toEqual([]);
}

function isShowable(text: string): boolean {
  return (
    text.length < 1_000 &&
    text.split('`').length % 2 === 1 &&
    !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) &&
    !/NaN|Infinity|undefined|\[object/.test(text.replace(/`[^`]*`/g, ''))
  );
}
