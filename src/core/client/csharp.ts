// The client in C#, over `HttpClient`, for .NET 8.

import { comment, headerName, indent, lines, pascalCase, wrap } from './code-text.ts';
import type { ClientPlan, Delay, MatchRule } from './plan.ts';

export function csharpClient(plan: ClientPlan): string {
  const { members, types = '' } = partsOf(plan);
  const code = members + types;
  const used = Object.entries(namespaces).filter(([, sign]) => sign.test(code));
  return `${lines(
    comment('// ', [...plan.about, '.NET 8, with the implicit usings of its templates.']),
    '',
    ...used.map(([namespace]) => `using ${namespace};`),
    used.length > 0 && '',
    'public static class XeroClient',
    '{',
    indent(4, members),
    '}',
    types !== '' && `\n${types}`,
  )}\n`;
}

/** Beyond those that are there by themselves, by what shows that they are needed. */
const namespaces: Readonly<Record<string, RegExp>> = {
  'System.Collections.Concurrent': /ConcurrentDictionary/,
  'System.Net.Http.Headers': /AuthenticationHeaderValue/,
  'System.Security.Cryptography': /SHA256/,
  'System.Text': /Encoding\./,
  'System.Text.Json': /JsonDocument/,
};

interface Parts {
  /** Of the class. */
  readonly members: string;
  /** Beside it. */
  readonly types?: string;
}

function partsOf(plan: ClientPlan): Parts {
  switch (plan.action.kind) {
    case 'send':
      return { members: sendOnce };
    case 'through-server':
      return { members: throughServer };
    case 'throw':
      return throwing(plan, plan.action.tells);
    case 'give-up':
      return { members: givingUp(plan) };
    case 'refresh':
      return { members: refreshing(plan) };
    case 'schedule':
      return scheduling(plan, plan.action);
    case 'retry':
      return { members: retrying(plan, plan.action) };
  }
}

/** What every client takes; `newRequest`, for .NET sends a request once only. */
function callXero(summary: string, options: readonly (string | false)[] = [], isAsync = true): string {
  const parameters = [
    'HttpClient http',
    'Func<HttpRequestMessage> newRequest',
    ...options.filter((each) => each !== false),
    'CancellationToken cancel = default',
  ];
  return `/// <summary>${summary}</summary>
public static ${isAsync ? 'async ' : ''}Task<HttpResponseMessage> CallXeroAsync(
${indent(4, parameters.join(',\n'))})`;
}

const sendOnce = `${callXero('Nothing is to be sent again: what comes is the answer.', [], false)} =>
    http.SendAsync(newRequest(), cancel);`;

const throughServer = `const string Root = "https://api.xero.com/projects.xro/2.0";

/// <summary>The part of your server, which knows no CORS: it passes the page's call on.</summary>
/// <param name="token">Kept by the server; the page never sees it.</param>
public static async Task<HttpResponseMessage> CallXeroAsync(
    HttpClient http,
    HttpMethod method,
    string path,
    string token,
    string tenantId,
    HttpContent? content = null,
    CancellationToken cancel = default)
{
    using var request = new HttpRequestMessage(method, Root + path) { Content = content };
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    request.Headers.Add("Xero-Tenant-Id", tenantId);
    request.Headers.Add("Accept", "application/json");
    return await http.SendAsync(request, cancel);
}`;

function throwing(plan: ClientPlan, tells: 'fields' | 'message' | 'sender'): Parts {
  const summary =
    tells === 'sender'
      ? 'Sends a call once. Throws where it is not known what the answer means.'
      : 'Sends a call once. Throws at once: the same call gets this answer again.';
  const said = {
    fields: 'ProblemsIn(text)',
    message: '[Start(text)]',
    sender: '[$"Server: {response.Headers.Server}", Start(text)]',
  }[tells];
  const members = lines(
    callXero(summary),
    '{',
    plan.key === 'of-body'
      ? `    using var request = newRequest();
    var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
    // Another request has another key. One that is meant twice must differ, for example in its text.
    var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {request.RequestUri} {body}"));
    request.Headers.Add("Idempotency-Key", Convert.ToHexString(hash));
    var response = await http.SendAsync(request, cancel);`
      : `    using var request = newRequest();
    var response = await http.SendAsync(request, cancel);`,
    `    if (!${isThisCall(plan)}) return response;
    var text = await response.Content.ReadAsStringAsync(cancel);
    throw new XeroRefusalException(response, ${said});
}
`,
    tells === 'fields' && `${problemsIn}\n`,
    'static string Start(string text) => text[..Math.Min(text.Length, 500)];\n',
    isThis(plan),
  );
  const types = `public sealed class XeroRefusalException(HttpResponseMessage response, IReadOnlyList<string> problems)
    : Exception(string.Join('\\n', problems.Prepend(Advice)))
{
    const string Advice =
${indent(8, quoted(`${plan.title}. ${plan.fix}`))};

    public HttpResponseMessage Response { get; } = response;
    public IReadOnlyList<string> Problems { get; } = problems;
}`;
  return { members, types };
}

const problemsIn = `/// <summary>Xero's messages by field: model.ContactId of the answer is contactId of the request.</summary>
static IReadOnlyList<string> ProblemsIn(string text)
{
    try
    {
        using var json = JsonDocument.Parse(text);
        var body = json.RootElement;
        var problems = body.TryGetProperty("modelState", out var fields)
            ? fields.EnumerateObject().Select(Problem).ToList()
            : [];
        return problems.Count > 0 ? problems : [body.GetProperty("message").ToString()];
    }
    catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
    {
        return [Start(text)]; // Not every refusal is JSON.
    }
}

static string Problem(JsonProperty field) =>
    $"{field.Name.Replace("model.", "")}: {string.Join(' ', field.Value.EnumerateArray())}";`;

function givingUp({ readsBack }: ClientPlan): string {
  if (!readsBack) {
    return `${callXero('Sends a call once. Cancelled, it is not sent again: nobody waits for it any more.')}
{
    using var request = newRequest();
    try
    {
        return await http.SendAsync(request, cancel);
    }
    catch (OperationCanceledException error)
    {
        throw new TimeoutException("The call was cancelled before Xero answered.", error);
    }
}`;
  }
  return `${callXero('Sends a call once. Cancelled, it may have been carried out all the same: look for it.', [readBack])}
{
    using var request = newRequest();
    try
    {
        return await http.SendAsync(request, cancel);
    }
    catch (OperationCanceledException)
    {
        // An answer if the call was carried out, null if it was not.
        var found = await readBack();
        if (found is not null) return found;
        throw;
    }
}`;
}

const readBack = 'Func<Task<HttpResponseMessage?>> readBack';

function refreshing(plan: ClientPlan): string {
  const isKeyed = plan.key === 'kept';
  return lines(
    `/// <summary>By the expired token, whose calls share one: Xero takes a refresh token once.</summary>
static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Refreshing = new();

${callXero('Sends a call; where its token has expired, refreshes that and sends the call once more.', [
  'Func<Task<string>> refreshToken',
])}
{`,
    isKeyed &&
      `    // Both tries are one call to Xero: they have the same key.
    var key = Guid.NewGuid().ToString();`,
    '    using var first = newRequest();',
    isKeyed && '    first.Headers.Add("Idempotency-Key", key);',
    `    var response = await http.SendAsync(first, cancel);
    if (!${isThisCall(plan)}) return response;

    var expired = first.Headers.Authorization?.Parameter ?? "";
    var refresh = Refreshing.GetOrAdd(expired, _ => new Lazy<Task<string>>(refreshToken));
    using var second = newRequest();`,
    isKeyed && '    second.Headers.Add("Idempotency-Key", key);',
    `    try
    {
        second.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await refresh.Value);
    }
    finally
    {
        Refreshing.TryRemove(expired, out _);
    }
    // Once only: a second 401 means that the new token is not the one being sent.
    return await http.SendAsync(second, cancel);
}
`,
    isThis(plan),
  );
}

const forTests = ['TimeProvider? time = null', 'Random? random = null'];
const defaults = '    time ??= TimeProvider.System;\n    random ??= Random.Shared;';

function scheduling(plan: ClientPlan, { pause, longestWaitSeconds }: ClientPlan['action'] & { kind: 'schedule' }) {
  const members = lines(
    `const int MostRetries = ${pause.maxAttempts};`,
    constants({ kind: 'growing', ...pause }),
    `/// <summary>A longer Retry-After is none of Xero's.</summary>
const double LongestWaitSeconds = ${longestWaitSeconds};

${callXero('Sends a call once. Throws RetryLaterException, for no process should wait that long.', [
  'int attempt = 0',
  ...forTests,
])}
{
${defaults}
    using var request = newRequest();
    var response = await http.SendAsync(request, cancel);
    if (attempt == MostRetries || !${isThisCall(plan)}) return response;
    var told = RetryAfterSeconds(response, time);
    var pause = Math.Min(FirstPauseSeconds * Math.Pow(PauseFactor, attempt), LongestPauseSeconds);
    // The random part keeps all that was put off from coming back at once.
    var wait = told <= LongestWaitSeconds
        ? told.Value + random.NextDouble() * FirstPauseSeconds
        : pause * (1 + random.NextDouble());
    throw new RetryLaterException(time.GetUtcNow().AddSeconds(wait), attempt + 1);
}

${isThis(plan)}

${retryAfterSeconds}`,
  );
  const types = `/// <summary>For whatever runs your jobs: stop the queue of this organisation until then.</summary>
public sealed class RetryLaterException(DateTimeOffset at, int attempt)
    : Exception($"${plan.title}: send it again at {at:O}")
{
    public DateTimeOffset At { get; } = at;

    /// <summary>How often the call was put off by now: to be handed in the next time.</summary>
    public int Attempt { get; } = attempt;
}`;
  return { members, types };
}

function retrying(plan: ClientPlan, action: ClientPlan['action'] & { kind: 'retry' }): string {
  const { pause, tries, longestWaitSeconds, inFlight, holdsAll } = action;
  const isAnswered = plan.known.failure === undefined;
  const hasKey = plan.key !== 'none';
  return lines(
    `const int MostRetries = ${tries};`,
    constants(pause),
    isAnswered &&
      `/// <summary>Told to wait longer, the caller gets the answer: no process should sleep so long.</summary>
const double LongestWaitSeconds = ${longestWaitSeconds};`,
    plan.endsWithKey &&
      `/// <summary>So long Xero knows an Idempotency-Key, from the first call.</summary>
const double KeySeconds = ${plan.keySeconds};`,
    inFlight !== undefined &&
      `
/// <summary>Xero counts for each organisation: with several, each needs its own.</summary>
static readonly SemaphoreSlim InFlight = new(${inFlight});`,
    holdsAll &&
      `
/// <summary>Until then the calls of every tenant wait: the limit is that of the whole app.</summary>
static long heldUntilTicks;`,
    '',
    callXero(`Sends a call, and sends it again as long as ${isAnswered ? 'this is the answer' : 'no answer comes'}.`, [
      plan.readsBack && readBack,
      ...forTests,
    ]),
    '{',
    defaults,
    hasKey && `    // ${keyReasons[plan.key]}\n    var key = Guid.NewGuid().ToString();`,
    plan.endsWithKey && '    var keyEnds = time.GetUtcNow().AddSeconds(KeySeconds);',
    `    for (var retry = 0; ; retry++)
    {`,
    indent(
      8,
      lines(
        holdsAll &&
          `var held = TimeSpan.FromTicks(Interlocked.Read(ref heldUntilTicks) - time.GetUtcNow().UtcTicks);
// The random part keeps calls that wait together from coming back together.
var spread = TimeSpan.FromSeconds(random.NextDouble() * FirstPauseSeconds);
if (held > TimeSpan.Zero) await Task.Delay(held + spread, time, cancel);`,
        'using var request = newRequest();',
        hasKey && 'request.Headers.Add("Idempotency-Key", key);',
        isAnswered ? answered(plan, action) : unanswered(plan, pause),
      ),
    ),
    `    }
}`,
    !isAnswered &&
      `
static bool IsNoAnswer(Exception error) =>
    error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException };`,
    isAnswered && `\n${isThis(plan)}\n\n${retryAfterSeconds}`,
  );
}

function answered(plan: ClientPlan, { pause, holdsAll, inFlight }: ClientPlan['action'] & { kind: 'retry' }): string {
  return lines(
    inFlight === undefined
      ? 'var response = await http.SendAsync(request, cancel);'
      : `HttpResponseMessage response;
await InFlight.WaitAsync(cancel);
try { response = await http.SendAsync(request, cancel); }
finally { InFlight.Release(); }`,
    `if (retry == MostRetries || !${isThisCall(plan)}) return response;
var told = RetryAfterSeconds(response, time);
if (told > LongestWaitSeconds) return response;`,
    holdsAll
      ? `var pause = ${growingPause};
var until = time.GetUtcNow().AddSeconds(told ?? pause);
Interlocked.Exchange(ref heldUntilTicks, until.UtcTicks);
response.Dispose();`
      : `// The random part keeps calls that wait together from coming back together.
${waitOf(pause)}`,
    plan.endsWithKey &&
      `// Without its key, another try could write it twice.
if (time.GetUtcNow().AddSeconds(wait) >= keyEnds) return response;`,
    !holdsAll && 'response.Dispose();\nawait Task.Delay(TimeSpan.FromSeconds(wait), time, cancel);',
    plan.readsBack && lookFirst,
    plan.key === 'renewed' &&
      `// For ${plan.keySeconds / 60} minutes the old key may get the stored failure again.
key = Guid.NewGuid().ToString();`,
  );
}

function unanswered(plan: ClientPlan, pause: Delay): string {
  return lines(
    `try
{
    return await http.SendAsync(request, cancel);
}
catch (Exception error) when (retry < MostRetries && IsNoAnswer(error))
{
    var pause = ${pause.kind === 'fixed' ? 'WaitSeconds' : growingPause};
    // The random part keeps calls that failed together from coming back together.
    var wait = pause * (1 + random.NextDouble());`,
    plan.endsWithKey &&
      `    // Without its key, another try could write it twice.
    if (time.GetUtcNow().AddSeconds(wait) >= keyEnds) throw;`,
    '    await Task.Delay(TimeSpan.FromSeconds(wait), time, cancel);',
    plan.readsBack && indent(4, lookFirst),
    '}',
  );
}

const lookFirst = `// It may have been carried out: sent again unseen, it could be written twice.
// An answer if it was, null if it was not.
var found = await readBack();
if (found is not null) return found;`;

const growingPause = 'Math.Min(FirstPauseSeconds * Math.Pow(PauseFactor, retry), LongestPauseSeconds)';

function waitOf(pause: Delay): string {
  if (pause.kind === 'fixed') return 'var wait = (told ?? WaitSeconds) + random.NextDouble() * SpreadSeconds;';
  return `var pause = ${growingPause};
var wait = told is null
    ? pause * (1 + random.NextDouble())
    : told.Value + random.NextDouble() * FirstPauseSeconds;`;
}

const keyReasons: Readonly<Record<ClientPlan['key'], string>> = {
  kept: 'One key for all tries: with the same key and body, Xero carries a call out once.',
  renewed: 'Should anything on the way send the call twice, Xero carries it out once.',
  'of-body': '',
  none: '',
};

function constants(pause: Delay): string {
  const values =
    pause.kind === 'fixed'
      ? { WaitSeconds: pause.seconds, SpreadSeconds: pause.spreadSeconds }
      : {
          FirstPauseSeconds: pause.firstSeconds,
          PauseFactor: pause.factor,
          LongestPauseSeconds: pause.maxSeconds,
        };
  return Object.entries(values)
    .map(([name, value]) => `const double ${name} = ${value};`)
    .join('\n');
}

const retryAfterSeconds = `/// <summary>Retry-After in seconds or as a date; null where it is missing or cannot be read.</summary>
static double? RetryAfterSeconds(HttpResponseMessage response, TimeProvider time)
{
    var told = response.Headers.RetryAfter;
    var wait = told?.Delta ?? told?.Date - time.GetUtcNow();
    return wait >= TimeSpan.Zero ? wait.Value.TotalSeconds : null;
}`;

function isThisCall(plan: ClientPlan): string {
  return plan.known.says.length > 0 ? `await ${nameOf(plan)}Async(response)` : `${nameOf(plan)}(response)`;
}

function isThis(plan: ClientPlan): string {
  const { statuses, header, says, inChallenge, isForm } = plan.known;
  const status = '(int)response.StatusCode';
  const [isIt, isOther] =
    statuses.length === 0
      ? ['!response.IsSuccessStatusCode', 'response.IsSuccessStatusCode']
      : statuses.length === 1
        ? [`${status} == ${statuses[0]}`, `${status} != ${statuses[0]}`]
        : [`${status} is ${statuses.join(' or ')}`, `${status} is not (${statuses.join(' or ')})`];
  if (says.length === 0) {
    return lines(
      `static bool ${nameOf(plan)}(HttpResponseMessage response) =>`,
      `    ${isIt}${header ? `\n${indent(4, headerTest(header))}` : ''};`,
    );
  }
  const text = 'await response.Content.ReadAsStringAsync()';
  const blanks = isForm ? '.Replace("%20", " ").Replace(\'+\', \' \')' : '';
  const said = inChallenge ? `$"{response.Headers.WwwAuthenticate} {${text}}"` : blanks ? `(${text})${blanks}` : text;
  return lines(
    `static async Task<bool> ${nameOf(plan)}Async(HttpResponseMessage response)
{
    if (${isOther}) return false;`,
    header && `    if (response.Headers.Contains("${headerName(header.name)}")) return true;`,
    `    var said = ${said};
    return ${contains(says, 'said').replaceAll('\n', '\n        ')};
}`,
  );
}

function headerTest({ name, includes }: NonNullable<MatchRule['header']>): string {
  const shown = headerName(name);
  return `&& response.Headers.TryGetValues("${shown}", out var values)
&& values.Any(value => ${contains(includes, 'value').replaceAll('\n', '\n    ')})`;
}

function contains(words: readonly string[], name: string): string {
  return words
    .map((word) => `${name}.Contains(${JSON.stringify(word)}, StringComparison.OrdinalIgnoreCase)`)
    .join('\n|| ');
}

function nameOf({ name }: ClientPlan): string {
  return pascalCase(['is', ...name]);
}

function quoted(text: string): string {
  return wrap(text)
    .map((line, i, all) => JSON.stringify(i + 1 < all.length ? `${line} ` : line))
    .join(' +\n');
}
