// The recorder's options, from environment variables.

export interface RecorderOptions {
  /** The name of the app, for the panel. */
  readonly app: string;
  /** A HAR file to write; empty for none. */
  readonly har: string;
  /** Hosts that are recorded besides Xero's, in lower case, with or without a port. */
  readonly hosts: ReadonlySet<string>;
  /** Names besides those of the loopback interface under which the panel may reach this server, in lower case, without a port. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Origins of pages besides those of the loopback interface that may read what was recorded. */
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

/** In production nothing is recorded, unless the developer asks for it. An app may set the variable after its start. */
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
