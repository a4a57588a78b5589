// Xero Projects API, createTask (POST /Projects/{projectId}/Tasks): 429, minute limit reached.
// Add a short random delay, so that waiting requests don’t all start at once.
// https://developer.xero.com/faq/limits

using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

// .NET 8, with the implicit usings of its templates.
public static class XeroClient
{
    #region Policy
    public static readonly Policy Policy = new(
        Title: "Minute limit reached",
        Advice: "Wait until the minute limit resets. Request larger pages and fewer single records.",
        Match: new(
            Failure: null,
            Statuses: [429],
            Header: new(Name: "X-Rate-Limit-Problem", Includes: ["minute"]),
            BodyIncludes: []
        ),
        Action: "retry",
        MaxRetries: 4,
        BackOff: new(FirstSeconds: 15, Factor: 2, MaxSeconds: 60, Jitter: 1),
        MaxRetryAfterSeconds: 60,
        IgnoresLongerRetryAfter: true,
        RetryWindowSeconds: null,
        MaxInFlight: null,
        PausesAllRequests: false,
        IdempotencyKey: "same",
        ReadsBack: false,
        ReportsServer: false
    );
    #endregion

    static readonly SemaphoreSlim InFlight = new(Policy.MaxInFlight ?? int.MaxValue);
    static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Refreshes = new();
    static long pausedUntilTicks;

    /// <summary>Sends a request and follows the policy. Returns the last response or throws the last error.</summary>
    /// <param name="newRequest">Creates the request: .NET sends each one only once.</param>
    /// <param name="readBack">Returns the response of a processed write, or null to send it again.</param>
    /// <param name="refreshToken">Gets a new access token with the refresh token.</param>
    /// <param name="attempt">The attempt of the RetryLaterException that postponed this request.</param>
    public static async Task<HttpResponseMessage> CallXeroAsync(
        HttpClient http,
        Func<HttpRequestMessage> newRequest,
        Func<Task<HttpResponseMessage?>>? readBack = null,
        Func<Task<string>>? refreshToken = null,
        int attempt = 0,
        TimeProvider? time = null,
        Random? random = null,
        CancellationToken cancel = default)
    {
        time ??= TimeProvider.System;
        random ??= Random.Shared;
        if (Policy.ReadsBack) ArgumentNullException.ThrowIfNull(readBack);
        if (Policy.Action == "refresh-token") ArgumentNullException.ThrowIfNull(refreshToken);
        var backOff = Policy.BackOff;
        string? key = null, token = null;
        DateTimeOffset? keyExpires =
            Policy.RetryWindowSeconds is { } window ? time.GetUtcNow().AddSeconds(window) : null;

        for (; ; attempt++)
        {
            var paused = TimeSpan.FromTicks(Interlocked.Read(ref pausedUntilTicks) - time.GetUtcNow().UtcTicks);
            var spread = TimeSpan.FromSeconds(random.NextDouble() * backOff.Jitter * backOff.FirstSeconds);
            if (paused > TimeSpan.Zero) await Task.Delay(paused + spread, time, cancel);

            using var request = newRequest();
            if (Policy.IdempotencyKey != "none") key ??= await CreateKeyAsync(request, cancel);
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            HttpResponseMessage? response = null;
            Exception? error = null;
            await InFlight.WaitAsync(cancel);
            try { response = await http.SendAsync(request, cancel); }
            catch (Exception caught) when (IsMatch(caught)) { error = caught; }
            finally { InFlight.Release(); }

            if (response is not null && !await IsMatchAsync(response)) return response;
            if (Policy.Action == "throw") throw new XeroRefusalException(response!, await ProblemsInAsync(response!));
            if (Policy.Action == "stop" && Policy.ReadsBack && await readBack!() is { } carriedOut) return carriedOut;
            if (Policy.Action == "stop" || attempt >= Policy.MaxRetries) return Unwrap(response, error);
            if (Policy.Action == "refresh-token")
            {
                token = await RefreshOnceAsync(request.Headers.Authorization?.Parameter ?? "", refreshToken!);
                continue;
            }

            var retryAfter = response is null ? null : RetryAfterSeconds(response, time);
            var isTooLong = retryAfter > Policy.MaxRetryAfterSeconds;
            if (isTooLong && !Policy.IgnoresLongerRetryAfter) return Unwrap(response, error);
            if (isTooLong) retryAfter = null;
            // The random part keeps requests that wait together from being retried together.
            var pause = Math.Min(backOff.FirstSeconds * Math.Pow(backOff.Factor, attempt), backOff.MaxSeconds);
            var jitter = random.NextDouble() * backOff.Jitter * (retryAfter is null ? pause : backOff.FirstSeconds);
            var until = time.GetUtcNow().AddSeconds(retryAfter ?? pause);
            if (Policy.Action == "schedule") throw new RetryLaterException(until.AddSeconds(jitter), attempt + 1);
            if (until.AddSeconds(jitter) >= keyExpires) return Unwrap(response, error);

            response?.Dispose();
            if (Policy.PausesAllRequests) Interlocked.Exchange(ref pausedUntilTicks, until.UtcTicks);
            else await Task.Delay(TimeSpan.FromSeconds((retryAfter ?? pause) + jitter), time, cancel);
            if (Policy.ReadsBack && await readBack!() is { } found) return found;
            // With the old key, Xero may replay its cached error.
            if (Policy.IdempotencyKey == "new-for-each-attempt") key = null;
        }
    }

    static bool IsMatch(Exception error) => Policy.Match.Failure switch
    {
        "network" => error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException },
        "aborted" => error is OperationCanceledException,
        _ => false,
    };

    static async Task<bool> IsMatchAsync(HttpResponseMessage response)
    {
        var (failure, statuses, header, phrases) = Policy.Match;
        if (Policy.Action is "return" or "use-server" || failure is not null) return false;
        var status = (int)response.StatusCode;
        var isStatus = statuses.Length > 0 ? statuses.Contains(status) : !response.IsSuccessStatusCode;
        if (!isStatus || (header is null && phrases.Length == 0)) return isStatus;
        if (header is not null && response.Headers.TryGetValues(header.Name, out var values))
        {
            if (header.Includes.Length == 0 || values.Any(value => ContainsAny(value, header.Includes))) return true;
        }
        var text = $"{response.Headers.WwwAuthenticate} {await response.Content.ReadAsStringAsync()}";
        return ContainsAny(text.Replace("%20", " ").Replace('+', ' '), phrases); // Older errors are form-encoded.
    }

    static bool ContainsAny(string text, string[] phrases) =>
        phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    static HttpResponseMessage Unwrap(HttpResponseMessage? response, Exception? error)
    {
        if (error is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return response!;
    }

    /// <summary>Lists Xero's messages by field: model.ContactId in the response is contactId in the request.</summary>
    static async Task<IReadOnlyList<string>> ProblemsInAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        string[] server = Policy.ReportsServer ? [$"Server: {response.Headers.Server}"] : [];
        try
        {
            using var json = JsonDocument.Parse(text);
            var body = json.RootElement;
            var problems = body.TryGetProperty("modelState", out var fields)
                ? fields.EnumerateObject().Select(Problem).ToArray()
                : [];
            if (problems.Length == 0) problems = [body.GetProperty("message").ToString()];
            return [.. server, .. problems];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [.. server, text[..Math.Min(text.Length, 500)]]; // Not every error is JSON.
        }
    }

    static string Problem(JsonProperty field) =>
        $"{field.Name.Replace("model.", "")}: {string.Join(' ', field.Value.EnumerateArray())}";

    /// <summary>Reads seconds or a date. Returns null for a missing, malformed or past value, and for 0.</summary>
    static double? RetryAfterSeconds(HttpResponseMessage response, TimeProvider time)
    {
        var value = response.Headers.RetryAfter;
        var wait = value?.Delta ?? value?.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait.Value.TotalSeconds : null;
    }

    static async Task<string> CreateKeyAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Policy.IdempotencyKey != "hash-of-request") return Guid.NewGuid().ToString();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
        var text = $"{request.Method} {request.RequestUri} {body}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Xero accepts a refresh token once: requests with the same expired token share a refresh.</summary>
    static async Task<string> RefreshOnceAsync(string expired, Func<Task<string>> refreshToken)
    {
        var refresh = Refreshes.GetOrAdd(expired, _ => new Lazy<Task<string>>(refreshToken));
        try { return await refresh.Value; }
        finally { Refreshes.TryRemove(expired, out _); }
    }
}

/// <param name="Action">return, throw, stop, refresh-token, retry, schedule or use-server (run this there).</param>
/// <param name="BackOff">Before retry n, from 0: FirstSeconds * Factor^n, at most MaxSeconds, plus Jitter.</param>
/// <param name="IgnoresLongerRetryAfter">The limit's window is over by then. Otherwise it is returned.</param>
/// <param name="RetryWindowSeconds">An idempotency key expires then, so a later retry could write twice.</param>
/// <param name="MaxInFlight">Per organisation: with several, create a client for each.</param>
/// <param name="PausesAllRequests">The limit is the app's, so the requests of every organisation wait.</param>
/// <param name="IdempotencyKey">none, same, new-for-each-attempt or hash-of-request.</param>
/// <param name="ReadsBack">Xero may have processed the write. Check before sending it again.</param>
public sealed record Policy(
    string Title,
    string Advice,
    Match Match,
    string Action,
    int MaxRetries,
    BackOff BackOff,
    double MaxRetryAfterSeconds,
    bool IgnoresLongerRetryAfter,
    double? RetryWindowSeconds,
    int? MaxInFlight,
    bool PausesAllRequests,
    string IdempotencyKey,
    bool ReadsBack,
    bool ReportsServer);

/// <summary>One match in the header or the body is enough. No statuses: any error status.</summary>
public sealed record Match(string? Failure, int[] Statuses, Header? Header, string[] BodyIncludes);

public sealed record Header(string Name, string[] Includes);

public sealed record BackOff(double FirstSeconds, double Factor, double MaxSeconds, double Jitter);

/// <summary>Fix the request before sending it again.</summary>
public sealed class XeroRefusalException(HttpResponseMessage response, IReadOnlyList<string> problems)
    : Exception(string.Join('\n', problems.Prepend($"{XeroClient.Policy.Title}. {XeroClient.Policy.Advice}")))
{
    public HttpResponseMessage Response { get; } = response;
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>The wait is too long for a running process: pause this organisation's job queue until At.</summary>
public sealed class RetryLaterException(DateTimeOffset at, int attempt)
    : Exception($"{XeroClient.Policy.Title}. Retry at {at:O}.")
{
    public DateTimeOffset At { get; } = at;
    public int Attempt { get; } = attempt;
}
