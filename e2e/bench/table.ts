// Prints measures as plain tables, first the ratios within the run, which hold on any machine.

export interface Measure {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  /** The value of the control in the same run. */
  readonly control?: number;
  readonly kind: 'ratio' | 'figure';
  /** The maximum ratio or figure. Few figures in ms have one, since machines differ. */
  readonly target?: number;
  /** Printed instead of 0 for values below what can be measured. */
  readonly zeroText?: string;
  readonly note?: string;
}

/** A note with the value of each repetition. */
export function formatRuns(ours: readonly number[], control?: readonly number[]): string {
  const list = (values: readonly number[]) => values.map(Math.round).join(', ');
  return `each: ${list(ours)}${control ? ` against ${list(control)}` : ''}`;
}

export function printTable(measures: readonly Measure[]): void {
  const ratios = measures.filter((each) => each.kind === 'ratio');
  const figures = measures.filter((each) => each.kind === 'figure');
  print('Ratios within this run, which hold on any machine', ratios);
  print('Figures of this machine', figures);
}

function print(title: string, measures: readonly Measure[]): void {
  if (measures.length === 0) return;
  const head = ['measure', 'ours', 'control', 'ratio or figure', 'target', 'met', 'note'];
  const lines = [head, ...measures.map(formatRow)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  console.log(`\n${title}`);
  for (const cells of [head, rule, ...lines.slice(1)]) {
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    );
  }
}

function formatRow(measure: Measure): string[] {
  const { name, ours, unit, control, kind, target, zeroText, note = '' } = measure;
  const value = kind === 'ratio' ? ours / (control ?? Number.NaN) : ours;
  const amount = (each: number) => (each === 0 && zeroText ? zeroText : `${round(each)} ${unit}`.trim());
  return [
    name,
    amount(ours),
    control === undefined ? '' : amount(control),
    kind === 'ratio' ? round(value) : amount(value),
    target === undefined ? '' : `<= ${round(target)}`,
    target === undefined ? '' : value <= target ? 'yes' : 'no',
    note,
  ];
}

function round(value: number): string {
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return String(Math.round(value));
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
