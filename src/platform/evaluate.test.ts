import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEvaluate, type InspectedWindow } from './evaluate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const windowReturning = (value: unknown, problem?: unknown): InspectedWindow => ({
  eval: (_, callback) => callback(value, problem),
});

/** A document whose frames the test loads itself, and which all evaluate with `inFrame`. */
function documentWith(inFrame: InspectedWindow) {
  const frames: { onload?: () => void; src?: string; isRemoved?: boolean }[] = [];
  const document = {
    createElement: () => ({
      contentWindow: { chrome: { devtools: { inspectedWindow: inFrame } } },
      remove(this: { isRemoved?: boolean }) {
        this.isRemoved = true;
      },
    }),
    documentElement: { append: (frame: (typeof frames)[number]) => frames.push(frame) },
  };
  return { frames, document: document as unknown as Document };
}

const evaluated = (evaluate: ReturnType<typeof createEvaluate>) => {
  const values: unknown[] = [];
  evaluate('1', (value) => values.push(value));
  return values;
};

test('evaluates in the page', () => {
  const { document, frames } = documentWith(windowReturning('frame'));
  expect(evaluated(createEvaluate(windowReturning('page'), document))).toEqual(['page']);
  expect(frames).toEqual([]);
});

test('evaluates from a new frame after a result was undefined', () => {
  const { document, frames } = documentWith(windowReturning('frame'));
  const evaluate = createEvaluate(windowReturning(undefined), document);
  expect(evaluated(evaluate)).toEqual([undefined]);
  expect(evaluated(evaluate)).toEqual([undefined]);
  expect(frames).toHaveLength(1);
  expect(frames[0]?.src).toBe('/extension/evaluate.html');
  frames[0]?.onload?.();
  expect(evaluated(evaluate)).toEqual(['frame']);
});

test('keeps only one frame', () => {
  const { document, frames } = documentWith(windowReturning(undefined));
  const evaluate = createEvaluate(windowReturning(undefined), document);
  for (let i = 0; i < 3; i++) {
    evaluated(evaluate);
    frames.at(-1)?.onload?.();
  }
  expect(frames.map(({ isRemoved = false }) => isRemoved)).toEqual([true, true, false]);
});

test('adds no frame if the browser reports a problem', () => {
  const { document, frames } = documentWith(windowReturning('frame'));
  expect(evaluated(createEvaluate(windowReturning(undefined, { isError: true }), document))).toEqual([undefined]);
  expect(frames).toEqual([]);
});

test('calls back once, even if the browser never does', () => {
  const callbacks: ((value: unknown, problem: unknown) => void)[] = [];
  const { document } = documentWith(windowReturning('frame'));
  const values = evaluated(createEvaluate({ eval: (_, callback) => callbacks.push(callback) }, document));
  expect(values).toEqual([]);
  vi.advanceTimersByTime(5_000);
  callbacks[0]?.('late', undefined);
  expect(values).toEqual([undefined]);
});
