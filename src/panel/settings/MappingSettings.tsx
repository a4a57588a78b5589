// Edits the URLs and paths that map to the API root, with a problem for each invalid one, and a field to try a URL.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mappingFromUrl } from '../../core/mappings/mapping-from-url.ts';
import { trimMappings, validateMapping } from '../../core/mappings/mappings.ts';
import { focusAfterRender, focusEmptyField } from '../lib/focus.ts';
import { announceNewMappings } from '../state/mapping-suggestions.ts';
import { usePanelState } from '../state/state-context.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { MappingTester, type TriedAddress } from './MappingTester.tsx';

export function MappingSettings() {
  const state = usePanelState();
  const { drafts, mappings } = state;
  const [lines, setLines] = useState(() => drafts.mappings?.split('\n') ?? [...trimMappings(mappings.list.value), '']);
  // Saved when an input loses the focus, since half a URL must not map anything, and when the dialog closes.
  const latest = useRef(lines);
  latest.current = lines;
  const list = useRef<HTMLUListElement>(null);
  const save = () => mappings.set(trimMappings(latest.current));
  const atFirst = useRef(mappings.list.value);
  useEffect(
    () => () => {
      save();
      drafts.mappings = undefined;
      // Not before: a message would move the button that is being pressed.
      announceNewMappings(state, atFirst.current);
    },
    [],
  );
  const write = (next: string[]) => {
    latest.current = next;
    drafts.mappings = next.join('\n');
    setLines(next);
  };
  const [tried, setTried] = useState({ method: drafts.method, address: drafts.address });
  const tryAddress = (typed: Partial<TriedAddress>) => {
    Object.assign(drafts, typed);
    setTried({ method: drafts.method, address: drafts.address });
  };
  const paste = (index: number, pasted: string, mapping: string) => {
    change(index, mapping);
    // Shows immediately what the pasted URL is recognised as.
    tryAddress({ address: pasted });
  };
  const change = (index: number, line: string) => write(lines.map((each, i) => (i === index ? line : each)));
  useLayoutEffect(() => focusEmptyField(list.current), []);
  const add = () => {
    write([...lines, '']);
    focusAfterRender(() => list.current?.lastElementChild?.querySelector('input'));
  };
  const remove = (index: number) => {
    write(lines.filter((_, i) => i !== index));
    save();
    // Focuses the line that took its place, or the new last line.
    focusAfterRender(() => list.current?.children[Math.min(index, lines.length - 2)]?.querySelector('input'));
  };
  return (
    <>
      <p>
        URLs or paths of your proxy that map to <code>https://api.xero.com/projects.xro/2.0</code>, such as{' '}
        <code>/api/xero</code>. Changes apply to new requests.
      </p>
      <ul class="mappings" aria-label="Mappings" ref={list}>
        {lines.map((line, index) => (
          <li key={index}>
            <Line
              line={line}
              number={index + 1}
              above={lines.slice(0, index)}
              onInput={(next) => change(index, next)}
              onPaste={(pasted, mapping) => paste(index, pasted, mapping)}
              onDone={save}
              onRemove={lines.length > 1 ? () => remove(index) : undefined}
            />
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={add}>
        Add a mapping
      </button>
      <MappingTester mappings={lines} tried={tried} onInput={tryAddress} />
    </>
  );
}

interface LineProps {
  line: string;
  number: number;
  above: readonly string[];
  onInput: (line: string) => void;
  /** A URL was pasted, of which only `mapping` is needed. */
  onPaste: (pasted: string, mapping: string) => void;
  onDone: () => void;
  onRemove: (() => void) | undefined;
}

function Line({ line, number, above, onInput, onPaste, onDone, onRemove }: LineProps) {
  const trimmed = line.trim();
  const problem =
    trimmed === '' ? undefined : validateMapping(trimmed, above.map((each) => each.trim()).filter(Boolean));
  const problemId = `mapping-problem-${number}`;
  return (
    <>
      <div class="mapping">
        <input
          type="text"
          aria-label={`Mapping ${number}`}
          aria-invalid={problem?.severity === 'error'}
          aria-describedby={problem && problemId}
          placeholder="/api/xero"
          spellcheck={false}
          value={line}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            const pasted = event.clipboardData?.getData('text').trim() ?? '';
            const mapping = mappingFromUrl(pasted);
            // Only as the whole line, and only if there is something to leave out.
            if (mapping === undefined || mapping === pasted || selectionStart !== 0 || selectionEnd !== value.length)
              return;
            event.preventDefault();
            onPaste(pasted, mapping);
          }}
          onChange={onDone}
          onBlur={onDone}
        />
        {onRemove && (
          <ToolButton label={`Remove mapping ${number}`} title="Remove" onClick={onRemove}>
            <CloseIcon />
          </ToolButton>
        )}
      </div>
      {problem && (
        <p id={problemId} class={problem.severity === 'error' ? 'problem' : 'subtle'} role="status">
          <InlineCode text={problem.message} />
        </p>
      )}
    </>
  );
}
