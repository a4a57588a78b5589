// The icons of the panel, sized like its text.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { Severity } from '../../core/model/finding.ts';

export function ToneIcon({ tone }: { tone: DiagnosisRow['severity'] | Severity }) {
  return (
    <svg class={`icon tone-${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      {tone === 'warning' ? <path d="M8 1.2 15.4 14.5H.6Z" /> : <circle cx="8" cy="8" r="7" />}
      <path class="sign" d={signs[tone]} />
    </svg>
  );
}

const signs = {
  success: 'M4.6 8.2 7 10.6l4.4-5',
  warning: 'M8 6v4m0 1.8v1.2',
  error: 'M5.4 5.4l5.2 5.2m0-5.2-5.2 5.2',
  note: 'M8 7.2v4.3m0-7.2v1.4',
} as const;

/** A dot in a ring, as in the browsers' network panels. */
export function RecordIcon({ isOn }: { isOn: boolean }) {
  return (
    <svg class={isOn ? 'icon stroke recording' : 'icon stroke'} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" />
      <circle class="dot" cx="8" cy="8" r="3" />
    </svg>
  );
}

/** Two units of a rack. */
export function ServerIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 2.5h12v4.5H2ZM2 9h12v4.5H2ZM4.5 4.75h1M4.5 11.25h1" />
    </svg>
  );
}

export function ClearIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M3.8 3.8l8.4 8.4" />
    </svg>
  );
}

export function CopyIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5.2 5.2h8.6v8.6H5.2ZM10.8 5V2.2H2.2v8.6H5" />
    </svg>
  );
}

/** An arrow out of a tray, as in the browsers. */
export function ImportIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 10V2m-3.2 3.2L8 2l3.2 3.2M2.2 10.5v3.3h11.6v-3.3" />
    </svg>
  );
}

/** An arrow into a tray. */
export function ExportIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.8v8m-3.2-3.2L8 9.8l3.2-3.2M2.2 10.5v3.3h11.6v-3.3" />
    </svg>
  );
}

export function PasteIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5.5 3h-2v11h9V3h-2m-5-1.2h5v2.4h-5Zm.3 6h4.4m-4.4 2.8h4.4" />
    </svg>
  );
}

export function CloseIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.5 3.5l9 9m0-9-9 9" />
    </svg>
  );
}

export function SearchIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="6.8" cy="6.8" r="4.6" />
      <path d="M10.2 10.2l4.3 4.3" />
    </svg>
  );
}

export function BackIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M9.5 3 4.5 8l5 5" />
    </svg>
  );
}

export function SettingsIcon() {
  return (
    <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="4.4" />
      <circle cx="8" cy="8" r="1.6" />
      <path
        class="teeth"
        d="M8 3.4V.9M8 15.1v-2.5M3.4 8H.9M15.1 8h-2.5M4.75 4.75 2.98 2.98M13.02 13.02l-1.77-1.77M4.75 11.25l-1.77 1.77M13.02 2.98l-1.77 1.77"
      />
    </svg>
  );
}
