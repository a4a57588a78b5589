// The package's own types are not in its exports.
declare module 'doiuse' {
  import type { Plugin } from 'postcss';

  interface FeatureUsage {
    /** `missing` names the browsers without the feature. */
    featureData: { title: string; missing: string | false };
  }

  export default function doiuse(options: {
    browsers: string[];
    onFeatureUsage: (usage: FeatureUsage) => void;
  }): Plugin;
}
