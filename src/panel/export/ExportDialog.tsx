// Exports exchanges to a file, in a chosen format and redacted as chosen.

import { useEffect, useRef, useState } from 'preact/hooks';
import { type ExportFormat, exportFile, exportFileName } from '../../core/export/export-file.ts';
import { preview } from '../../core/export/preview.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { enabledClasses, type RedactionClass, redactionClasses } from '../../core/redact/classes.ts';
import { runTimeSliced } from '../../core/scheduling/time-slicing.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';

type Choice = 'shown' | 'all' | 'selected';

const formats: readonly { readonly id: ExportFormat; readonly title: string; readonly description: string }[] = [
  { id: 'har', title: 'HAR 1.2', description: 'requests and responses, for this panel and other tools' },
  { id: 'diagnoses', title: 'Diagnoses', description: 'the explanation of each request, as JSON' },
];

const classWords: Readonly<Record<RedactionClass, { readonly title: string; readonly description: string }>> = {
  tenants: { title: 'Tenants', description: 'IDs of organisations and their connections' },
  ids: { title: 'IDs', description: 'of contacts, users and the app' },
  names: { title: 'Names', description: 'of people, organisations, contacts, projects and tasks, and descriptions' },
  emails: { title: 'Email addresses', description: 'anywhere in the request or response' },
};

export function Content() {
  const state = usePanelState();
  state.revision.value;
  const choices = choicesOf(state);
  const [chosen, setChosen] = useState<Choice>('shown');
  const [format, setFormat] = useState<ExportFormat>('har');
  const { isWorking, share, error, save, cancel } = useSaving(state);
  const form = useRef<HTMLFormElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  // The Cancel button is removed when the export ends.
  useRestoreFocus(form, () => saveButton.current);
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];
  if (choice === undefined) return <p>Nothing to export yet.</p>;
  const [first] = choice.exchanges;
  return (
    <form
      class="export"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWorking) return;
        // The focused option is disabled while the export runs.
        saveButton.current?.focus();
        save(choice.exchanges, format);
      }}
    >
      <fieldset disabled={isWorking}>
        <legend>Requests</legend>
        {choices.map(({ id, title }) => (
          <Option
            key={id}
            type="radio"
            name="which"
            title={title}
            isOn={id === choice.id}
            onChange={() => setChosen(id)}
          />
        ))}
      </fieldset>
      <fieldset disabled={isWorking}>
        <legend>Format</legend>
        {formats.map(({ id, title, description }) => (
          <Option
            key={id}
            type="radio"
            name="format"
            title={title}
            description={description}
            isOn={id === format}
            onChange={() => setFormat(id)}
          />
        ))}
      </fieldset>
      <fieldset class="export-redaction" disabled={isWorking}>
        <legend>Redact</legend>
        <Option type="checkbox" title="Tokens, cookies, passwords" description="always" isOn isFixed />
        {redactionClasses.map((each) => (
          <ClassOption key={each} redactionClass={each} />
        ))}
        <p class="subtle">Each value gets the same placeholder everywhere. Copied reports use these settings too.</p>
      </fieldset>
      {first && <Preview exchange={first} />}
      {error !== undefined && <ErrorMessage summary="Couldn’t save the file." error={error} />}
      <div class="export-end">
        {/* `disabled` would drop the focus. */}
        <button type="submit" class="button primary" aria-disabled={isWorking} ref={saveButton}>
          Save
        </button>
        {isWorking && (
          <>
            <button type="button" class="button" onClick={cancel}>
              Cancel
            </button>
            <progress aria-label="Export progress" value={share} />
          </>
        )}
      </div>
    </form>
  );
}

interface OptionProps {
  type: 'radio' | 'checkbox';
  name?: string;
  title: string;
  description?: string;
  isOn: boolean;
  isFixed?: boolean;
  onChange?: (isOn: boolean) => void;
}

function Option({ type, name, title, description, isOn, isFixed = false, onChange }: OptionProps) {
  return (
    <label class="option">
      <input
        type={type}
        name={name}
        checked={isOn}
        disabled={isFixed}
        onChange={({ currentTarget }) => onChange?.(currentTarget.checked)}
      />
      <span>
        {title}
        {description && <span class="subtle">: {description}</span>}
      </span>
    </label>
  );
}

function ClassOption({ redactionClass }: { redactionClass: RedactionClass }) {
  const state = usePanelState();
  const { title, description } = classWords[redactionClass];
  const redacted = enabledClasses(state.unredactedClasses.value);
  const switchTo = (isOn: boolean) => {
    const unredacted = redactionClasses.filter((each) => (each === redactionClass ? !isOn : !redacted.includes(each)));
    state.setUnredactedClasses(unredacted);
  };
  return (
    <Option
      type="checkbox"
      title={title}
      description={description}
      isOn={redacted.includes(redactionClass)}
      onChange={switchTo}
    />
  );
}

/** The first exported exchange. */
function Preview({ exchange }: { exchange: Exchange }) {
  const state = usePanelState();
  const unredacted = state.unredactedClasses.value;
  const [text, setText] = useState('…');
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setError(undefined);
    runTimeSliced(preview(exchange, [...state.log.exchanges], enabledClasses(unredacted)), { signal }).then(
      setText,
      (error) => {
        if (signal.aborted) return;
        console.error(error);
        setError(error);
      },
    );
    return () => controller.abort();
  }, [exchange, unredacted]);
  return (
    <section>
      <h2>Preview (first request)</h2>
      {error !== undefined ? (
        <ErrorMessage summary="Couldn’t create the preview." error={error} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <pre class="preview" tabIndex={0} role="region" aria-label="Preview">
          {text}
        </pre>
      )}
    </section>
  );
}

/** Leaves out empty choices, and the filtered exchanges if the filter matches all. */
function choicesOf(state: PanelState): { id: Choice; title: string; exchanges: readonly Exchange[] }[] {
  const all = state.log.exchanges;
  const shown = state.filter.filtered.value;
  const { value: id } = state.selection.id;
  const selected = id === undefined ? undefined : state.log.get(id);
  const count = (exchanges: readonly Exchange[]) => formatInteger(exchanges.length);
  return [
    { id: 'shown' as const, title: `Filtered requests (${count(shown)})`, exchanges: shown },
    { id: 'all' as const, title: `All requests (${count(all)})`, exchanges: all },
    { id: 'selected' as const, title: 'Selected request', exchanges: selected ? [selected] : [] },
  ].filter((each) => each.exchanges.length > 0 && (each.id !== 'shown' || shown.length < all.length));
}

function useSaving(state: PanelState) {
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);
  const cancel = () => controller.current?.abort();
  // When the dialog closes.
  useEffect(() => cancel, []);

  const save = async (chosen: readonly Exchange[], format: ExportFormat) => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setError(undefined);
    setShare(0);
    const nowMs = Date.now();
    const name = exportFileName(format, nowMs);
    const options = {
      format,
      version: state.version,
      nowMs,
      // Copies: the log changes during the export.
      chosen: [...chosen],
      log: [...state.log.exchanges],
      classes: enabledClasses(state.unredactedClasses.value),
    };
    try {
      const pieces = await runTimeSliced(exportFile(options), { onProgress: setShare, signal });
      state.saveFile(name, pieces, 'application/json');
      state.openDialog(undefined);
      state.statusMessage.show(`Saved ${name}.`);
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      setError(error);
    } finally {
      setShare(undefined);
    }
  };
  return { isWorking: share !== undefined, share: share ?? 0, error, save, cancel };
}
