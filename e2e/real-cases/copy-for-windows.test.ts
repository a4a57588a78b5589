// The body of a copied request arrives in the command prompt as it was sent.

import { expect, test } from 'vitest';
import { commandFormats, renderCopy } from '../../src/core/copy/copy-formats.ts';
import { importHar } from '../../src/import/import-har.ts';
import { runInCmd } from '../../src/testing/cmd.ts';
import { runToEnd } from '../../src/testing/run-to-end.ts';
import { caseFile, type RealCase } from './case-file.ts';
import recorded from './cases.json';

const { input } = (recorded as unknown as readonly RealCase[]).find(
  ({ id }) => id === 'use-curl-for-windows',
) as RealCase;

test('the menu says for which shell a cURL command is', () => {
  const curl = commandFormats.map(({ title }) => title).filter((title) => /curl/i.test(title));
  expect(curl).toEqual(['Copy as cURL (bash)', 'Copy as cURL (cmd)']);
});

test('quotes, percent signs and carets of a body arrive in the command prompt as they were sent', async () => {
  const { exchanges } = await importHar(caseFile(input).text);
  const [exchange] = exchanges;
  const format = commandFormats.find(({ quoting }) => quoting === 'cmd');
  if (exchange === undefined || format === undefined) throw new Error('There is nothing to copy.');
  const options = { exchange, log: exchanges, classes: [], isRedacted: false, nowMs: 0, knownHosts: [] };
  const { text } = runToEnd(renderCopy(format, options));
  const [run = []] = runInCmd(text, { TEMP: 'C:\\Temp', PATH: 'C:\\Windows' });
  expect(JSON.parse(run.at(-1) ?? '')).toEqual(JSON.parse((input as { requestBody: string }).requestBody));
});
