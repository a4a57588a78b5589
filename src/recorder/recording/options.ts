// The recorder's options, from environment variables.

export interface RecorderOptions {
  /** The app's name in the panel. */
  readonly app: string;
  /** A HAR file to write; empty for none. */
  readonly har: string;
  /** Hosts to record in addition to Xero's, in lower case, with or without a port. */
  readonly hosts: ReadonlySet<string>;
  /** Host names, in addition to loopback names, under which the panel may reach this server. In lower case, without a port. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Origins of pages, in addition to loopback origins, that may read recorded entries. */
  readonly allowedOrigins: ReadonlySet<string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readOptions(env: Environment, packageName: () => string | undefined): RecorderOptions {
  return {
    app: (env.XERO_RECORDER_APP || packageName() || 'Node server').slice(0, MAX_APP_CHARS),
    har: env.XERO_RECORDER_HAR ?? '',
    hosts: readList(env.XERO_RECORDER_HOSTS),
    allowedHosts: readList(env.XERO_RECORDER_ALLOWED_HOSTS),
    allowedOrigins: readList(env.XERO_RECORDER_ALLOWED_ORIGINS),
  };
}

const MAX_APP_CHARS = 100;

/** In production, recording is off unless explicitly enabled. An app may set the variable after it has started. */
export function isOff({ NODE_ENV, XERO_RECORDER }: Environment): boolean {
  return NODE_ENV === 'production' && XERO_RECORDER !== '1';
}

function readList(text = ''): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[\s,]/)
      .map((each) => each.replace(/\/$/, ''))
      .filter(Boolean),
  );
}
