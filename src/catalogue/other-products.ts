// Source: the public API references of these products, read 2026-11-30.
// Other products whose APIs have `/projects` too: a request to one of them is never suggested as Xero's.

import { type Citation, secondary } from './citation.ts';

interface OtherProduct {
  readonly title: string;
  /** Matches its own hosts. */
  readonly host?: RegExp;
  /** Matches paths of its API, wherever it is hosted. In lower case. */
  readonly path?: RegExp;
  readonly citation: Citation;
}

const row = (title: string, url: string, signs: Pick<OtherProduct, 'host' | 'path'>): OtherProduct => ({
  title,
  ...signs,
  citation: { ...secondary(`${title} API reference`, url), retrieved: '2026-11-30' },
});

export const otherProducts: readonly OtherProduct[] = [
  row('GitLab', 'https://docs.gitlab.com/api/projects/', { host: /(?:^|\.)gitlab\.com$/, path: /\/api\/v4\/projects/ }),
  row('GitHub', 'https://docs.github.com/rest/projects', { host: /(?:^|\.)github\.com$/ }),
  row('Jira', 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/', {
    host: /(?:^|\.)(?:atlassian\.(?:net|com)|jira\.com)$/,
    path: /\/rest\/(?:api|agile)\//,
  }),
  row('Azure DevOps', 'https://learn.microsoft.com/rest/api/azure/devops/core/projects', {
    host: /(?:^|\.)(?:dev\.azure|visualstudio)\.com$/,
    path: /\/_apis\/projects/,
  }),
  row('Asana', 'https://developers.asana.com/reference/projects', {
    host: /(?:^|\.)asana\.com$/,
    path: /\/api\/1\.0\/projects/,
  }),
  row('Todoist', 'https://developer.todoist.com/rest/', {
    host: /(?:^|\.)todoist\.com$/,
    path: /\/rest\/v2\/projects/,
  }),
  row('OpenProject', 'https://www.openproject.org/docs/api/', {
    host: /(?:^|\.)openproject\.(?:org|com)$/,
    path: /\/api\/v3\/projects/,
  }),
  row('Sentry', 'https://docs.sentry.io/api/projects/', { host: /(?:^|\.)sentry\.io$/, path: /\/api\/0\/projects/ }),
  row('Harvest', 'https://help.getharvest.com/api-v2/', { host: /(?:^|\.)harvestapp\.com$/ }),
  row('Clockify', 'https://docs.clockify.me/', {
    host: /(?:^|\.)clockify\.me$/,
    path: /\/workspaces\/[^/]+\/projects/,
  }),
  row('Toggl', 'https://engineering.toggl.com/docs/', { host: /(?:^|\.)toggl\.com$/ }),
  row('Basecamp', 'https://github.com/basecamp/bc3-api', { host: /(?:^|\.)(?:basecamp|basecampapi)\.com$/ }),
  row('ClickUp', 'https://developer.clickup.com/', { host: /(?:^|\.)clickup\.com$/ }),
  row('Teamwork', 'https://apidocs.teamwork.com/', { host: /(?:^|\.)teamwork\.com$/, path: /\/projects\/api\/v\d/ }),
  row('Zoho Projects', 'https://www.zoho.com/projects/help/rest-api/', {
    host: /(?:^|\.)(?:zoho|zohoapis)\.\w+(?:\.\w+)?$/,
    path: /\/restapi\/portal\//,
  }),
  row('FreshBooks', 'https://www.freshbooks.com/api/project', {
    host: /(?:^|\.)freshbooks\.com$/,
    path: /\/projects\/business\/\d/,
  }),
  row('Vercel', 'https://vercel.com/docs/rest-api', { host: /(?:^|\.)vercel\.com$/, path: /\/v9\/projects/ }),
  row('Supabase', 'https://supabase.com/docs/reference/api', { host: /(?:^|\.)supabase\.(?:com|co)$/ }),
  row('CircleCI', 'https://circleci.com/docs/api/v2/', { host: /(?:^|\.)circleci\.com$/ }),
  row('Google Cloud', 'https://cloud.google.com/resource-manager/reference/rest', {
    host: /(?:^|\.)(?:googleapis|google)\.com$/,
  }),
  row('Linear', 'https://linear.app/developers', { host: /(?:^|\.)linear\.app$/ }),
  row('Figma', 'https://www.figma.com/developers/api', { host: /(?:^|\.)figma\.com$/ }),
];
