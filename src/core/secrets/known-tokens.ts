// Tokens that services give a prefix of their own so that they can be found anywhere: one row per form, each with an example that a test runs.

interface KnownToken {
  readonly issuer: string;
  /** The source of a case-sensitive regular expression that matches at least the token's beginning. It begins with a literal, which is
   * found fast, and every repetition has a bound. */
  readonly pattern: string;
  /** Short prefixes are parts of words, too. */
  readonly startsWord?: true;
  /** Not a real token. In two parts, because scanners search repositories for such tokens. */
  readonly example: readonly [string, string];
}

const slash = '(?:/|%(?:25){0,5}2[Ff])';

export const knownTokens: readonly KnownToken[] = [
  {
    issuer: 'GitHub',
    pattern: 'gh[oprsu]_[A-Za-z0-9]{20,250}',
    example: ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a'],
  },
  {
    issuer: 'GitHub, fine-grained',
    pattern: String.raw`github_pat_\w{20,250}`,
    example: ['github_pat_', '11ABCDEFG0Zq7XkV2mB9wL_r4TnY8pSZq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'GitLab',
    pattern: String.raw`gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-[\w-]{16,250}`,
    example: ['glpat-', 'Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Slack',
    pattern: String.raw`x(?:ox[a-z]|app)-[\w-]{10,250}`,
    example: ['xoxb-', '1234567890-Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Slack, web hook',
    pattern: String.raw`hooks\.slack\.com${slash}(?:services|workflows|triggers)${slash}(?:\w|${slash}){20,250}`,
    example: ['hooks.slack.com/', 'services/T00000000/B00000000/Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Stripe',
    pattern: '[rs]k_(?:live|test)_[A-Za-z0-9]{10,250}',
    example: ['sk_live_', 'Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Stripe and Svix, web hook',
    pattern: 'whsec_[A-Za-z0-9+/=]{16,250}',
    example: ['whsec_', 'Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'AWS',
    startsWord: true,
    pattern: `A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}`,
    example: ['AKIA', 'IOSFODNN7EXAMPLE'],
  },
  {
    issuer: 'Google, API key',
    startsWord: true,
    pattern: String.raw`AIza[\w-]{30,60}`,
    example: ['AIza', 'SyZq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr'],
  },
  {
    issuer: 'Google, access token',
    startsWord: true,
    pattern: String.raw`ya29\.[\w-]{20,250}`,
    example: ['ya29.', 'a0Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Google, refresh token',
    startsWord: true,
    pattern: String.raw`1${slash}{2}0[\w-]{20,250}`,
    example: ['1//0', 'gZq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Google, client secret',
    pattern: String.raw`GOCSPX-[\w-]{20,60}`,
    example: ['GOCSPX-', 'Zq7XkV2mB9wLr4TnY8pSZq7XkV2m'],
  },
  { issuer: 'npm', pattern: 'npm_[A-Za-z0-9]{30,60}', example: ['npm_', 'Zq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4Tn'] },
  {
    issuer: 'PyPI',
    pattern: String.raw`pypi-[\w-]{40,250}`,
    example: ['pypi-', 'AgEIcHlwaS5vcmcCZq7XkV2mB9wLr4TnY8pSZq7XkV2mB9'],
  },
  {
    issuer: 'SendGrid',
    startsWord: true,
    pattern: String.raw`SG\.[\w-]{16,32}\.[\w-]{16,64}`,
    example: ['SG.', 'Zq7XkV2mB9wLr4TnY8pSQw.Zq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4TnY8pSabc'],
  },
  {
    issuer: 'OpenAI and Anthropic',
    startsWord: true,
    pattern: String.raw`sk-(?:(?:proj|ant|svcacct|admin)-|(?=[a-z-]{0,30}[A-Z\d][\w-]{0,30}[a-z]))[\w-]{20,250}`,
    example: ['sk-', 'proj-Zq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'DigitalOcean',
    pattern: 'do[opr]_v1_[a-f0-9]{32,64}',
    example: ['dop_v1_', '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071'],
  },
  {
    issuer: 'Shopify',
    pattern: 'shp(?:at|ca|pa|ss|ua)_[A-Za-z0-9]{20,64}',
    example: ['shpat_', '0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
  },
  {
    issuer: 'Twilio',
    startsWord: true,
    pattern: `SK[0-9a-f]{32}`,
    example: ['SK', '0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
  },
  {
    issuer: 'Mailgun',
    startsWord: true,
    pattern: `key-[0-9a-f]{32}`,
    example: ['key-', '0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
  },
  {
    issuer: 'HashiCorp Vault',
    startsWord: true,
    pattern: String.raw`hv[brs]\.[\w-]{20,250}`,
    example: ['hvs.', 'Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Databricks',
    startsWord: true,
    pattern: `dapi[0-9a-f]{32}`,
    example: ['dapi', '0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
  },
  {
    issuer: 'Atlassian',
    pattern: String.raw`AT(?:ATT|BB|CTT)[\w=-]{20,250}`,
    example: ['ATATT', '3xFfGF0Zq7XkV2mB9wLr4TnY8pS'],
  },
  {
    issuer: 'Hugging Face',
    startsWord: true,
    pattern: `hf_[A-Za-z0-9]{30,64}`,
    example: ['hf_', 'ZqXkVmBwLrTnYpSZqXkVmBwLrTnYpSZqXk'],
  },
  {
    issuer: 'Postman',
    pattern: String.raw`PMAK-[\w-]{30,100}`,
    example: ['PMAK-', '0a1b2c3d4e5f60718293a4b5-0a1b2c3d4e5f60718293a4b5c6d7e8f9aa'],
  },
  {
    issuer: 'Linear',
    pattern: 'lin_(?:api|oauth)_[A-Za-z0-9]{20,100}',
    example: ['lin_api_', 'Zq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4TnY8pS'],
  },
  { issuer: 'Square', pattern: String.raw`sq0[a-z]{3}-[\w-]{20,100}`, example: ['sq0atp-', 'Zq7XkV2mB9wLr4TnY8pSab'] },
  {
    issuer: 'Microsoft Entra',
    pattern: String.raw`[\w~.-]{3}\dQ~[\w~.-]{30,40}`,
    example: ['Zq7', '8Q~XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4TnY'],
  },
  {
    issuer: 'age',
    pattern: 'AGE-SECRET-KEY-1[A-Z0-9]{20,100}',
    example: ['AGE-SECRET-', 'KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'],
  },
];
