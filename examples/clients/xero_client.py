# Xero Projects API, createTask (POST /Projects/{projectId}/Tasks): 429, minute limit reached.
# Add a short random delay, so that waiting requests don’t all start at once.
# https://developer.xero.com/faq/limits

import hashlib
import random
import threading
import time
import uuid
from contextlib import nullcontext
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import requests

# region Policy
POLICY = {
    "title": "Minute limit reached",
    "advice": "Wait until the minute limit resets. Request larger pages and fewer single records.",
    "match": {
        "failure": None,
        "statuses": [429],
        "header": {"name": "X-Rate-Limit-Problem", "includes": ["minute"]},
        "body_includes": [],
    },
    "action": "retry",
    "max_retries": 4,
    "back_off": {"first_seconds": 15, "factor": 2, "max_seconds": 60, "jitter": 1},
    "max_retry_after_seconds": 60,
    "ignores_longer_retry_after": True,
    "retry_window_seconds": None,
    "max_in_flight": None,
    "pauses_all_requests": False,
    "idempotency_key": "same",
    "reads_back": False,
    "reports_server": False,
}
# endregion

# What the fields mean:
#   match: which outcome to handle; a match in the header or the body is enough, no statuses: any error
#   action: return, throw, stop, refresh-token, retry, schedule, or use-server (run this on your server)
#   back_off: before retry n, from 0: first_seconds * factor**n, at most max_seconds, plus a share of jitter
#   ignores_longer_retry_after: the limit's window is over by then; otherwise the response is returned
#   retry_window_seconds: an idempotency key expires after this, so a later retry could write twice
#   max_in_flight: per organisation; with several, create a client for each
#   pauses_all_requests: the limit is the app's, so the requests of every organisation wait
#   idempotency_key: none, same, new-for-each-attempt or hash-of-request
#   reads_back: Xero may have processed the write; check before sending it again

FAILURES = {
    "network": (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError),
    "aborted": (requests.Timeout,),
}


class XeroRefusal(Exception):
    """Fix the request before sending it again."""

    def __init__(self, response: requests.Response, problems: list[str]):
        super().__init__("\n".join([f"{POLICY['title']}. {POLICY['advice']}", *problems]))
        self.response = response
        self.problems = problems


class RetryLater(Exception):
    """The wait is too long for a running process: pause this organisation's job queue until `at`."""

    def __init__(self, at: datetime, attempt: int):
        super().__init__(f"{POLICY['title']}. Retry at {at.isoformat()}.")
        self.at = at
        self.attempt = attempt


in_flight = threading.BoundedSemaphore(POLICY["max_in_flight"]) if POLICY["max_in_flight"] else nullcontext()
paused_until = 0.0


def call_xero(
    method: str,
    url: str,
    *,
    headers=None,
    read_back=None,
    refresh_token=None,
    attempt=0,
    timeout=60,
    sleep=time.sleep,
    jitter=random.random,
    now=time.time,
    **request,
) -> requests.Response:
    """Sends a request and follows the policy. Returns the last response, or raises the last network error.

    read_back() checks whether Xero processed the write. It returns its response, or None to send it again.
    refresh_token() gets a new access token. Threads must share one refresh: Xero accepts a refresh token once.
    attempt is the one of the RetryLater that postponed this request. sleep, jitter and now are for tests.
    """
    global paused_until
    action, back_off = POLICY["action"], POLICY["back_off"]
    if POLICY["reads_back"] and read_back is None:
        raise TypeError("Pass read_back, because Xero may have processed this request.")
    if action == "refresh-token" and refresh_token is None:
        raise TypeError("Pass refresh_token.")
    headers = dict(headers or {})
    if POLICY["idempotency_key"] != "none":
        headers["Idempotency-Key"] = create_key(method, url, request)
    key_expires = now() + (POLICY["retry_window_seconds"] or float("inf"))

    while True:
        paused_seconds = paused_until - now() if POLICY["pauses_all_requests"] else 0
        if paused_seconds > 0:
            sleep(paused_seconds + jitter() * back_off["jitter"] * back_off["first_seconds"])

        response, error = None, None
        try:
            with in_flight:
                response = requests.request(method, url, headers=headers, timeout=timeout, **request)
        except FAILURES.get(POLICY["match"]["failure"], ()) as caught:
            error = caught
        if response is not None and not is_match(response):
            return response
        if action == "throw":
            raise XeroRefusal(response, problems_in(response))
        if action == "stop":
            found = read_back() if POLICY["reads_back"] else None
            return unwrap(response, error) if found is None else found
        if attempt >= POLICY["max_retries"]:
            return unwrap(response, error)
        if action == "refresh-token":
            headers["Authorization"] = f"Bearer {refresh_token()}"
            attempt += 1
            continue

        retry_after = retry_after_seconds(response, now()) if response is not None else None
        if retry_after is not None and retry_after > POLICY["max_retry_after_seconds"]:
            if not POLICY["ignores_longer_retry_after"]:
                return response
            retry_after = None
        # The random part keeps requests that wait together from being retried together.
        delay = min(back_off["first_seconds"] * back_off["factor"] ** attempt, back_off["max_seconds"])
        spread = jitter() * back_off["jitter"] * (delay if retry_after is None else back_off["first_seconds"])
        delay = delay if retry_after is None else retry_after
        if action == "schedule":
            at = datetime.fromtimestamp(now(), timezone.utc) + timedelta(seconds=delay + spread)
            raise RetryLater(at, attempt + 1)
        if now() + delay + spread >= key_expires:
            return unwrap(response, error)

        if POLICY["pauses_all_requests"]:
            paused_until = max(paused_until, now() + delay)
        else:
            sleep(delay + spread)
        found = read_back() if POLICY["reads_back"] else None
        if found is not None:
            return found
        if POLICY["idempotency_key"] == "new-for-each-attempt":
            headers["Idempotency-Key"] = str(uuid.uuid4())  # With the old key, Xero may replay its cached error.
        attempt += 1


def is_match(response: requests.Response) -> bool:
    match = POLICY["match"]
    if POLICY["action"] in ("return", "use-server") or match["failure"]:
        return False
    if response.ok if not match["statuses"] else response.status_code not in match["statuses"]:
        return False
    header, phrases = match["header"], match["body_includes"]
    if header is None and not phrases:
        return True
    if header is not None and header["name"] in response.headers:
        value = response.headers[header["name"]].lower()
        if not header["includes"] or any(word in value for word in header["includes"]):
            return True
    text = f"{response.headers.get('WWW-Authenticate')} {response.text}".lower()
    text = text.replace("%20", " ").replace("+", " ")  # Older errors are form-encoded.
    return any(phrase in text for phrase in phrases)


def unwrap(response: requests.Response | None, error: Exception | None) -> requests.Response:
    if response is None:
        raise error
    return response


def problems_in(response: requests.Response) -> list[str]:
    """Lists Xero's messages by field: `model.ContactId` in the response is `contactId` in the request."""
    server = [f"Server: {response.headers.get('Server')}"] if POLICY["reports_server"] else []
    try:
        body = response.json()
        fields = body.get("modelState") or {}
        problems = [f"{field.removeprefix('model.')}: {' '.join(says)}" for field, says in fields.items()]
        return server + (problems or [body["message"]])
    except (ValueError, TypeError, AttributeError, KeyError):
        return [*server, response.text[:500]]  # Not every error is JSON.


def retry_after_seconds(response: requests.Response, now: float) -> float | None:
    """Reads seconds or a date. Returns None for a missing, malformed or past value, and for 0."""
    value = response.headers.get("Retry-After", "")
    try:
        seconds = int(value) if value.isdigit() else parsedate_to_datetime(value).timestamp() - now
    except (TypeError, ValueError):
        return None
    return seconds if seconds > 0 else None


def create_key(method: str, url: str, request: dict) -> str:
    if POLICY["idempotency_key"] != "hash-of-request":
        return str(uuid.uuid4())
    text = f"{method} {url} {request.get('json') or request.get('data')}"
    return hashlib.sha256(text.encode()).hexdigest()
