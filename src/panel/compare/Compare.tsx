// Compares the selected exchange with another one: a summary first, then part by part.

import { useMemo } from 'preact/hooks';
import { compare } from '../../core/compare/compare.ts';
import { type Comparison, isDifference, type SectionId } from '../../core/compare/comparison.ts';
import { compareTime } from '../../core/model/compare-time.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { pluralWord } from '../../core/text/plural.ts';
import { usePanelState } from '../state/state-context.ts';
import { Section } from '../ui/Section.tsx';
import { CompareBody } from './CompareBody.tsx';
import { CompareChooser } from './CompareChooser.tsx';
import { CompareSummary } from './CompareSummary.tsx';
import { CompareTable } from './CompareTable.tsx';
import { type ComparedPair, formatUnavailable, shortSideLabels, sideLabels } from './labels.ts';

interface CompareProps {
  exchange: Exchange;
  /** The default to compare with, unless the user chose another. */
  suggested: Exchange | undefined;
}

export function Compare({ exchange, suggested }: CompareProps) {
  const state = usePanelState();
  const chosen = state.compare.other.value;
  const other = (chosen === undefined ? undefined : state.log.get(chosen)) ?? suggested;
  // Reads in the order of time, whichever is selected.
  const compared = useMemo(() => other && comparePair(other, exchange), [other, exchange]);
  if (other === undefined || compared === undefined) {
    return <p class="compare">The request to compare with is no longer in the log.</p>;
  }
  return (
    <section class="compare" aria-label="Compare">
      <CompareChooser exchange={exchange} other={other} />
      <CompareSummary comparison={compared.comparison} />
      <Parts {...compared} />
    </section>
  );
}

function comparePair(other: Exchange, exchange: Exchange): PartsProps {
  const isOtherFirst = (compareTime(other, exchange) || other.id - exchange.id) < 0;
  const [earlier, later] = isOtherFirst ? [other, exchange] : [exchange, other];
  return { comparison: compare(earlier, later), pair: { earlier, later, selectedId: exchange.id } };
}

interface SectionRow {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly SectionId[];
  readonly message?: 'request' | 'response';
}

const sections: readonly SectionRow[] = [
  { name: 'compare-request', title: 'Request', parts: ['address', 'query', 'request-headers', 'token'] },
  { name: 'compare-request-body', title: 'Request body', parts: ['request-body'], message: 'request' },
  { name: 'compare-response', title: 'Response', parts: ['status', 'response-headers'] },
  { name: 'compare-response-body', title: 'Response body', parts: ['response-body'], message: 'response' },
];

interface PartsProps {
  comparison: Comparison;
  pair: ComparedPair;
}

function Parts({ comparison, pair }: PartsProps) {
  const onlyDifferences = usePanelState().compare.onlyDifferences.value;
  const sides = sideLabels(pair);
  return (
    <>
      {sections.map(({ name, title, parts, message }) => {
        const shown = comparison.sections.filter(({ id }) => parts.includes(id));
        const unknown = shown.flatMap((part) => formatUnavailable(part) ?? []);
        return (
          <Section key={name} name={name} class="compare-part" title={title} note={countWords(shown)}>
            <CompareTable
              parts={shown}
              sides={sides}
              shortSides={shortSideLabels(pair)}
              onlyDifferences={onlyDifferences}
            />
            {unknown.map((words) => (
              <p key={words}>{words}</p>
            ))}
            {message && (
              <CompareBody
                title={title}
                a={pair.earlier[message].body}
                b={pair.later[message].body}
                sides={sides}
                onlyDifferences={onlyDifferences}
              />
            )}
          </Section>
        );
      })}
    </>
  );
}

function countWords(parts: Comparison['sections']): string {
  const count = parts.reduce((sum, { rows, more }) => sum + rows.filter(isDifference).length + more, 0);
  if (count === 0) return parts.some(({ unknown }) => unknown) ? 'unknown' : 'no differences';
  return `${count}${parts.some(({ isCut }) => isCut) ? ' or more' : ''} ${pluralWord(count, 'difference')}`;
}
