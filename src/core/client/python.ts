// The client in Python, over `requests`.

import { comment, headerName, indent, lines, wrap } from './code-text.ts';
import type { ClientPlan, Delay, MatchRule } from './plan.ts';

export function pythonClient(plan: ClientPlan): string {
  const code = body(plan);
  const standard = ['hashlib', 'itertools', 'random', 'threading', 'time', 'uuid'].filter((name) =>
    new RegExp(`\\b${name}\\.`).test(code),
  );
  return `${lines(
    comment('# ', plan.about),
    '',
    ...standard.map((name) => `import ${name}`),
    code.includes('datetime.') && 'from datetime import datetime, timedelta, timezone',
    code.includes('parsedate_to_datetime') && 'from email.utils import parsedate_to_datetime',
    (standard.length > 0 || code.includes('datetime')) && '',
    'import requests',
    '',
    code,
  )}\n`;
}

function body(plan: ClientPlan): string {
  switch (plan.action.kind) {
    case 'send':
      return sendOnce;
    case 'through-server':
      return throughServer;
    case 'throw':
      return raising(plan, plan.action.tells);
    case 'give-up':
      return givingUp(plan);
    case 'refresh':
      return refreshing(plan);
    case 'schedule':
      return scheduling(plan, plan.action);
    case 'retry':
      return retrying(plan, plan.action);
  }
}

/** `requests` waits for ever unless it is told not to. */
const timeout = 'timeout=60';
const send = (headers = 'headers') => `requests.request(method, url, headers=${headers}, timeout=timeout, **request)`;

function callXero(...options: readonly (string | false)[]): string {
  const named = ['headers=None', timeout, ...options].filter((each) => each !== false);
  // What has no default goes first.
  const ordered = [...named.filter((each) => !each.includes('=')), ...named.filter((each) => each.includes('='))];
  return `\ndef call_xero(
    method: str,
    url: str,
    *,
${indent(4, ordered.join(',\n'))},
    **request,
) -> requests.Response:`;
}

const sendOnce = `${callXero()}
    """Nothing is to be sent again: what comes is the answer."""
    return ${send()}`;

const throughServer = `ROOT = "https://api.xero.com/projects.xro/2.0"


def call_xero(
    method: str,
    path: str,
    *,
    token: str,
    tenant_id: str,
    root: str = ROOT,
    ${timeout},
    **request,
) -> requests.Response:
    """The part of your server, which knows no CORS.

    It passes the page's call on with a token that the page never sees.
    """
    headers = {
        "Authorization": f"Bearer {token}",
        "Xero-Tenant-Id": tenant_id,
        "Accept": "application/json",
    }
    return requests.request(method, root + path, headers=headers, timeout=timeout, **request)`
  .replace('CORS: it passes', 'CORS.\n\n    It passes')
  .replace('never sees."""', 'never sees.\n    """');

function raising(plan: ClientPlan, tells: 'fields' | 'message' | 'sender'): string {
  const said = {
    fields: 'problems_in(response)',
    message: '[response.text[:500]]',
    sender: '[f"Server: {response.headers.get(\'Server\')}", response.text[:500]]',
  }[tells];
  return lines(
    `ADVICE = (
${indent(4, quoted(`${plan.title}. ${plan.fix}`))}
)


class XeroRefusal(Exception):
    def __init__(self, response: requests.Response, problems: list[str]):
        super().__init__("\\n".join([ADVICE, *problems]))
        self.response = response
        self.problems = problems

${callXero()}
    """${
      tells === 'sender'
        ? 'Sends a call once. Raises XeroRefusal where it is not known what the answer means.'
        : 'Sends a call once. Raises XeroRefusal at once: the same call gets this answer again.'
    }"""`,
    plan.key === 'of-body' &&
      `    # Another request has another key. One that is meant twice must differ, for example in its text.
    text = f"{method} {url} {request.get('json') or request.get('data')}"
    key = hashlib.sha256(text.encode()).hexdigest()
    headers = {**(headers or {}), "Idempotency-Key": key}`,
    `    response = ${send()}
    if not ${isThisCall(plan)}:
        return response
    raise XeroRefusal(response, ${said})`,
    tells === 'fields' &&
      `

def problems_in(response: requests.Response) -> list[str]:
    """Xero's messages by field: \`model.ContactId\` of the answer is \`contactId\` of the request."""
    try:
        body = response.json()
        fields = body.get("modelState") or {}
        problems = [f"{key.removeprefix('model.')}: {' '.join(says)}" for key, says in fields.items()]
        return problems or [str(body["message"])]
    except (ValueError, TypeError, AttributeError, KeyError):
        return [response.text[:500]]  # Not every refusal is JSON.`,
    isThis(plan),
  );
}

function givingUp({ readsBack }: ClientPlan): string {
  if (!readsBack) {
    return `${callXero()}
    """Sends a call once. Out of time, it is not sent again: nobody waits for it any more."""
    try:
        return ${send()}
    except requests.Timeout as error:
        raise TimeoutError("The call was cancelled before Xero answered.") from error`;
  }
  return `${callXero('read_back')}
    """Sends a call once. Out of time, it may have been carried out all the same: look for it.

    read_back() gives the answer to return if the call was carried out, and None if it was not.
    """
    try:
        return ${send()}
    except requests.Timeout:
        found = read_back()
        if found is not None:
            return found
        raise`;
}

function refreshing(plan: ClientPlan): string {
  return lines(
    `${callXero('refresh_token')}
    """Sends a call; where its token has expired, refreshes that and sends the call once more.

    refresh_token() gets a new access token. Calls of several threads must share one refresh, for
    Xero takes a refresh token once.
    """`,
    plan.key === 'kept'
      ? `    # Both tries are one call to Xero: they have the same key.
    headers = {**(headers or {}), "Idempotency-Key": str(uuid.uuid4())}`
      : '    headers = dict(headers or {})',
    `    response = ${send()}
    if not ${isThisCall(plan)}:
        return response
    headers["Authorization"] = f"Bearer {refresh_token()}"
    # Once only: a second 401 means that the new token is not the one being sent.
    return ${send()}`,
    isThis(plan),
  );
}

function scheduling(plan: ClientPlan, { pause, longestWaitSeconds }: ClientPlan['action'] & { kind: 'schedule' }) {
  return lines(
    `MOST_RETRIES = ${pause.maxAttempts}`,
    constants({ kind: 'growing', ...pause }),
    `# A longer Retry-After is none of Xero's.
LONGEST_WAIT_SECONDS = ${longestWaitSeconds}


class RetryLater(Exception):
    """For whatever runs your jobs: stop the queue of this organisation until then."""

    def __init__(self, at: datetime, attempt: int):
        super().__init__(f"${plan.title}: send it again at {at.isoformat()}")
        self.at = at
        self.attempt = attempt

${callXero('attempt=0', 'jitter=random.random', 'now=time.time')}
    """Sends a call once. Raises RetryLater, for no process should wait that long.

    attempt is how often this call was put off before.
    """
    response = ${send()}
    if attempt == MOST_RETRIES or not ${isThisCall(plan)}:
        return response
    told = retry_after_seconds(response, now())
    pause = min(FIRST_PAUSE_SECONDS * PAUSE_FACTOR**attempt, LONGEST_PAUSE_SECONDS)
    # The random part keeps all that was put off from coming back at once.
    if told is not None and told <= LONGEST_WAIT_SECONDS:
        wait = told + jitter() * FIRST_PAUSE_SECONDS
    else:
        wait = pause * (1 + jitter())
    at = datetime.fromtimestamp(now(), timezone.utc) + timedelta(seconds=wait)
    raise RetryLater(at, attempt + 1)`,
    isThis(plan),
    retryAfterSeconds,
  );
}

function retrying(plan: ClientPlan, action: ClientPlan['action'] & { kind: 'retry' }): string {
  const { pause, tries, longestWaitSeconds, inFlight, holdsAll } = action;
  const isAnswered = plan.known.failure === undefined;
  const needsNow = isAnswered || plan.endsWithKey || holdsAll;
  const reason = keyReasons[plan.key];
  return lines(
    `MOST_RETRIES = ${tries}`,
    constants(pause),
    isAnswered &&
      `# Told to wait longer, the caller gets the answer: no process should sleep so long.
LONGEST_WAIT_SECONDS = ${longestWaitSeconds}`,
    plan.endsWithKey &&
      `# So long Xero knows an Idempotency-Key, from the first call.
KEY_SECONDS = ${plan.keySeconds}`,
    inFlight !== undefined &&
      `
# Xero counts calls in flight for each organisation: with several, each needs its own of these.
in_flight = threading.BoundedSemaphore(${inFlight})`,
    holdsAll &&
      `
# Until then the calls of every tenant wait: the limit is that of the whole app.
held_until = 0.0`,
    '',
    callXero(plan.readsBack && 'read_back', 'sleep=time.sleep', 'jitter=random.random', needsNow && 'now=time.time'),
    `    """Sends a call, and sends it again as long as ${isAnswered ? 'this is the answer' : 'no answer comes'}.

    ${isAnswered ? 'Gives the last answer, whatever it is.' : 'Gives the answer, or raises the last error.'}`,
    plan.readsBack && '    read_back() gives the answer to return if the call was carried out, and None if it was not.',
    '    """',
    holdsAll && '    global held_until',
    plan.key !== 'none' &&
      `    # ${reason}
    headers = {**(headers or {}), "Idempotency-Key": str(uuid.uuid4())}`,
    plan.endsWithKey && '    key_ends = now() + KEY_SECONDS',
    '    for retry in itertools.count():',
    isAnswered ? answeredLoop(plan, action) : unansweredLoop(plan, pause),
    isAnswered && isThis(plan),
    isAnswered && retryAfterSeconds,
  );
}

function answeredLoop(plan: ClientPlan, { pause, holdsAll, inFlight }: ClientPlan['action'] & { kind: 'retry' }) {
  return indent(
    8,
    lines(
      holdsAll &&
        `held = held_until - now()
if held > 0:
    # The random part keeps calls that wait together from coming back together.
    sleep(held + jitter() * FIRST_PAUSE_SECONDS)`,
      inFlight === undefined ? `response = ${send()}` : `with in_flight:\n    response = ${send()}`,
      `if retry == MOST_RETRIES or not ${isThisCall(plan)}:
    return response
told = retry_after_seconds(response, now())
if told is not None and told > LONGEST_WAIT_SECONDS:
    return response`,
      holdsAll
        ? `pause = ${growingPause}
held_until = max(held_until, now() + (pause if told is None else told))`
        : `# The random part keeps calls that wait together from coming back together.
${waitOf(pause)}`,
      plan.endsWithKey &&
        `# Without its key, another try could write it twice.
if now() + wait >= key_ends:
    return response`,
      !holdsAll && 'sleep(wait)',
      plan.readsBack && lookFirst,
      plan.key === 'renewed' &&
        `# For ${plan.keySeconds / 60} minutes the old key may get the stored failure again.
headers["Idempotency-Key"] = str(uuid.uuid4())`,
    ),
  );
}

function unansweredLoop(plan: ClientPlan, pause: Delay): string {
  return indent(
    8,
    lines(
      `try:
    return ${send()}
except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError):
    if retry == MOST_RETRIES:
        raise
    pause = ${pause.kind === 'fixed' ? 'WAIT_SECONDS' : growingPause}
    # The random part keeps calls that failed together from coming back together.
    wait = pause * (1 + jitter())`,
      plan.endsWithKey &&
        `    # Without its key, another try could write it twice.
    if now() + wait >= key_ends:
        raise`,
      '    sleep(wait)',
      plan.readsBack && indent(4, lookFirst),
    ),
  );
}

const lookFirst = `# It may have been carried out: sent again unseen, it could be written twice.
found = read_back()
if found is not None:
    return found`;

const growingPause = 'min(FIRST_PAUSE_SECONDS * PAUSE_FACTOR**retry, LONGEST_PAUSE_SECONDS)';

function waitOf(pause: Delay): string {
  if (pause.kind === 'fixed') {
    return 'wait = (WAIT_SECONDS if told is None else told) + jitter() * SPREAD_SECONDS';
  }
  return `pause = ${growingPause}
wait = pause * (1 + jitter()) if told is None else told + jitter() * FIRST_PAUSE_SECONDS`;
}

const keyReasons: Readonly<Record<ClientPlan['key'], string>> = {
  kept: 'One key for all tries: with the same key and body, Xero carries a call out once.',
  renewed: 'Should anything on the way send the call twice, Xero carries it out once.',
  'of-body': '',
  none: '',
};

function constants(pause: Delay): string {
  if (pause.kind === 'fixed') return `WAIT_SECONDS = ${pause.seconds}\nSPREAD_SECONDS = ${pause.spreadSeconds}`;
  return `FIRST_PAUSE_SECONDS = ${pause.firstSeconds}
PAUSE_FACTOR = ${pause.factor}
LONGEST_PAUSE_SECONDS = ${pause.maxSeconds}`;
}

const retryAfterSeconds = `

def retry_after_seconds(response: requests.Response, now: float) -> float | None:
    """\`Retry-After\` in seconds or as a date; None where it is missing or cannot be read."""
    value = response.headers.get("Retry-After", "")
    try:
        seconds = int(value) if value.isdigit() else parsedate_to_datetime(value).timestamp() - now
    except (TypeError, ValueError):
        return None
    return seconds if seconds >= 0 else None`;

function isThisCall(plan: ClientPlan): string {
  return `${nameOf(plan)}(response)`;
}

function isThis(plan: ClientPlan): string {
  const { statuses, header, says, inChallenge, isForm } = plan.known;
  const isOther =
    statuses.length === 0
      ? 'response.ok'
      : statuses.length === 1
        ? `response.status_code != ${statuses[0]}`
        : `response.status_code not in (${statuses.join(', ')})`;
  const text = inChallenge ? `f"{response.headers.get('WWW-Authenticate')} {response.text}"` : 'response.text';
  const blanks = isForm ? '.replace("%20", " ").replace("+", " ")' : '';
  const byStatus = says.length === 0 && header === undefined;
  return lines(
    `

def ${nameOf(plan)}(response: requests.Response) -> bool:`,
    byStatus
      ? `    return ${isOther
          .replace('!=', '==')
          .replace('not in', 'in')
          .replace(/^response\.ok$/, 'not response.ok')}`
      : `    if ${isOther}:\n        return False`,
    header && headerTest(header, says.length > 0),
    says.length > 0 && `    said = ${text}.lower()${blanks}\n    return ${anyIn(says, 'said')}`,
  );
}

function headerTest({ name, includes }: NonNullable<MatchRule['header']>, isOneOfTwo: boolean): string {
  const shown = headerName(name);
  if (includes.length === 0) {
    const test = `"${shown}" in response.headers`;
    return isOneOfTwo ? `    if ${test}:\n        return True` : `    return ${test}`;
  }
  const test = anyIn(includes, 'value');
  const read = `    value = response.headers.get("${shown}", "").lower()`;
  return isOneOfTwo ? `${read}\n    if ${test}:\n        return True` : `${read}\n    return ${test}`;
}

function anyIn(words: readonly string[], name: string): string {
  if (words.length === 1) return `${JSON.stringify(words[0])} in ${name}`;
  return `any(word in ${name} for word in (${words.map((word) => literal(word)).join(', ')}))`;
}

function nameOf({ name }: ClientPlan): string {
  return ['is', ...name].join('_');
}

function literal(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

function quoted(text: string): string {
  return wrap(text)
    .map((line, i, all) => JSON.stringify(i + 1 < all.length ? `${line} ` : line))
    .join('\n');
}
