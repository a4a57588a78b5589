// What the built extension uses that a browser doesn't have, by MDN's compatibility data for APIs and caniuse's for CSS.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import doiuse from 'doiuse';
import { ESLint, type Linter } from 'eslint';
import compat from 'eslint-plugin-compat';
import postcss from 'postcss';

/** `browser` as browserslist names it: `chrome 126`. One line for each feature, such as `navigator.scheduling() is not supported in Firefox 140`. */
export async function unsupportedFeatures(folder: string, browser: string): Promise<string[]> {
  const assets = join(folder, 'assets');
  const found = [...(await unsupportedApis(assets, browser)), ...(await unsupportedCss(assets, browser))];
  return [...new Set(found)].sort();
}

async function unsupportedApis(folder: string, browser: string): Promise<string[]> {
  const overrideConfig: Linter.Config = {
    plugins: { compat: compat as never },
    rules: { 'compat/compat': 'error' },
    settings: { browsers: [browser], lintAllEsApis: true },
  };
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig, ignore: false });
  const results = await eslint.lintFiles([`${folder.replaceAll('\\', '/')}/*.js`]);
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

async function unsupportedCss(folder: string, browser: string): Promise<string[]> {
  const found: string[] = [];
  const checker = doiuse({
    browsers: [browser],
    // Partial support is reported for any property of a feature, also for those that work.
    onFeatureUsage: ({ featureData: { title, missing } }) =>
      missing && found.push(`${title} is not supported by ${missing}`),
  });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    await postcss([checker]).process(readFileSync(join(folder, file), 'utf8'), { from: file });
  }
  return found;
}
