"""Shows the requests that a Python server makes to Xero in the Xero Projects Inspector, a panel in the browser's DevTools.

    from xero_recorder import XeroRecorder

    app.wsgi_app = XeroRecorder(app.wsgi_app)  # Flask
    app.add_middleware(XeroRecorder)           # FastAPI and Starlette
    application = XeroRecorder(application)    # Django, and any other WSGI or ASGI app

It observes http.client (and so urllib, urllib3, requests and botocore) and httpx, in Python 3.9 and later, and changes nothing. It is for
development: nothing is recorded in production. The protocol: docs/server-requests.md. The options: README.md beside this file.
"""

from __future__ import annotations

import asyncio
import contextvars
import errno
import functools
import http.client
import inspect
import itertools
import json
import os
import re
import secrets
import socket
import ssl
import sys
import threading
import time
import zlib
from datetime import datetime, timezone
from typing import Any, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, NamedTuple, Optional, TypeVar
from urllib.parse import quote

__all__ = ["XeroRecorder"]

VERSION = "1.0.0"
PROTOCOL = 1
HEADER = "Xero-Inspector"
PREFIX = "xero-inspector="

T = TypeVar("T")
# In the original order and spelling, with repetitions.
Headers = list[tuple[str, str]]


# region Options


class Options(NamedTuple):
    app: str
    """The app's name in the panel."""
    hosts: frozenset[str]
    """Hosts to record in addition to Xero's, with or without a port."""
    allowed_hosts: frozenset[str]
    """Names, in addition to `localhost`, under which the browser may reach this server."""
    allowed_origins: frozenset[str]
    """Origins of pages, in addition to those of this machine, that may read recorded entries."""


def read_options(environ: Mapping[str, str]) -> Options:
    folder = os.path.basename(os.getcwd())
    return Options(
        app=(environ.get("XERO_RECORDER_APP") or folder or "Python server")[:100],
        hosts=_read_list(environ.get("XERO_RECORDER_HOSTS", "")),
        allowed_hosts=_read_list(environ.get("XERO_RECORDER_ALLOWED_HOSTS", "")),
        allowed_origins=_read_list(environ.get("XERO_RECORDER_ALLOWED_ORIGINS", "")),
    )


def _read_list(text: str) -> frozenset[str]:
    return frozenset(each.rstrip("/") for each in re.split(r"[\s,]+", text.lower()) if each)


_ENVIRONMENT_NAMES = ("FLASK_ENV", "DJANGO_ENV", "APP_ENV", "PYTHON_ENV", "ENVIRONMENT", "ENV", "NODE_ENV")


def production_variable(environ: Mapping[str, str]) -> str:
    """The name of the variable that indicates production; empty if none does, or if recording is explicitly enabled."""
    if environ.get("XERO_RECORDER") == "1":
        return ""
    for name in _ENVIRONMENT_NAMES:
        if environ.get(name, "").lower() in ("production", "prod"):
            return name
    settings = environ.get("DJANGO_SETTINGS_MODULE", "").lower()
    return "DJANGO_SETTINGS_MODULE" if re.search(r"(?:^|[._])prod(?:uction)?$", settings) else ""


# endregion
# region Failures


_has_failed = False


def _guard(work: Callable[..., T], *args: Any) -> Optional[T]:
    """Keeps failures inside the recorder from reaching the app. Only the first one is printed."""
    global _has_failed
    try:
        return work(*args)
    except Exception as error:
        if not _has_failed:
            _has_failed = True
            # The error's message may quote a secret.
            _print(f"xero_recorder: {type(error).__name__} at {_place(error)}. Xero requests may be missing in the panel.")
        return None


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown line"
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"


def _print(line: str) -> None:
    try:
        print(line, file=sys.stderr, flush=True)
    except Exception:
        pass  # stderr may be closed.


def _error_code(error: Optional[BaseException]) -> str:
    """The error's code. Never its message, which may quote anything."""
    if error is None:
        return ""
    each: Optional[BaseException] = error
    for _ in range(8):
        if each is None:
            break
        code = _system_code(each)
        if code:
            return code
        each = each.__cause__ or each.__context__
    name = type(error).__name__
    return name if re.fullmatch(r"\w{1,60}", name) else "ERR_FAILED"


def _system_code(error: BaseException) -> str:
    if isinstance(error, (socket.timeout, TimeoutError, asyncio.TimeoutError)):
        return "ETIMEDOUT"
    if isinstance(error, socket.gaierror):
        return "ENOTFOUND"
    if isinstance(error, ConnectionResetError):
        return "ECONNRESET"
    if isinstance(error, (_Aborted, asyncio.CancelledError, GeneratorExit, KeyboardInterrupt)):
        return "ABORTED"
    if isinstance(error, OSError) and not isinstance(error, ssl.SSLError):
        return errno.errorcode.get(error.errno or 0, "")
    return ""


class _Aborted(Exception):
    """The app closed the connection before the response was complete."""


# endregion
# region Redaction

REDACTED = "[redacted]"
_JOINED = r"(?:[_. +-]|%(?:25){0,5}(?:5f|2[0bde]))?"
_SECRET_WORDS = "|".join(
    [
        *["authori[sz]ation", "cookie", "token", "secret", "passw", "passphrase", "passcode", "pwd", "credential"],
        *["session", "csrf", "xsrf", "jwt", "bearer", "sessid", f"client{_JOINED}assertion"],
        *[f"(?:code|oauth){_JOINED}verifier", "[_-]signature", f"saml{_JOINED}(?:response|assertion)"],
        "(?:api|app|consumer|webhooks?|subscription|functions?|private|access|account|auth|master|shared|signing"
        f"|encryption){_JOINED}key",
        f"(?:auth|device|user|mfa|2fa|verification|two{_JOINED}factor){_JOINED}code",
        f"pass{_JOINED}(?:hash|phrase)",
        f"auth{_JOINED}(?:header|pass|string|data|hash)",
        f"(?:admin|db|ftp|key|ldap|login|mail|proxy|root|smtp|sql|store|user){_JOINED}pass(?![a-z])",
    ]
)
_secret_name = re.compile(_SECRET_WORDS, re.I)
_secret_last_words = frozenset(["pass", "pw", "sid", "otp", "totp", "psk", "creds", "sas"])
_ambiguous_last_words = frozenset(["auth", "pin", "pat", "sig", "signature", "ticket"])
_secret_parameters = frozenset(["code", "assertion", "auth", "sig", "signature", "ticket"])
# Names about a secret (its type, its expiry), pagination tokens, and CORS headers.
_not_secret = re.compile(
    r"(?:type|type[_-]?hint|endpoint|ur[il]|name|error|problem|advice|status|count|length|limit|policy)$"
    r"|(?:expir(?:y|ation|es|ed)|expires?[_-]?(?:at|in|on))$"
    r"|(?:next|prev|previous|page|paging|continuation|skip|sync|delta|cursor|max|total)[_-]?(?:page[_-]?)?tokens?$"
    r"|^access-control-",
    re.I,
)
_last_word = re.compile(r"(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,20})(?=[^A-Za-z]{0,20}$)")


@functools.lru_cache(maxsize=2_000)
def is_secret_name(name: str) -> bool:
    """Whether any value under this name is a secret, in any spelling: `accessToken`, `X-Access-Token`, `access_token[]`."""
    if _not_secret.search(name):
        return False
    return bool(_secret_name.search(name)) or _word_at_end(name) in _secret_last_words


def _is_secret_field(name: str, value: str) -> bool:
    if is_secret_name(name):
        return True
    return _word_at_end(name) in _ambiguous_last_words and not _not_secret.search(name) and _looks_random(value)


def _is_secret_parameter(name: str) -> bool:
    return name.lower() in _secret_parameters or is_secret_name(name)


@functools.lru_cache(maxsize=2_000)
def _word_at_end(name: str) -> str:
    found = _last_word.search(re.sub(r"(?:\[\w{0,60}\]){1,5}$", "", name[-200:])[-60:])
    return found[0].lower() if found else ""


def _looks_random(value: str) -> bool:
    if re.fullmatch(r"\d{4,12}", value):
        return True
    return len(value) >= 8 and " " not in value and bool(re.search(r"\d", value)) and bool(re.search(r"[A-Za-z]", value))


# No pattern can start to match within a possible match of its own, so that the time is linear in the length of the text.
_jwt = re.compile(
    # It begins a word, or follows an escape. Of the escapes `\u0022` in a word, which may have lost the backslash, only the first is tried.
    r"(?:(?<![\w-])(?:(?=(?P<before>[\w-]*?u00[\dA-Fa-f]{2})eyJ)(?P=before))??|(?<=%[\dA-Fa-f]{2})|(?<=\\[nrt]))"
    r"(?P<token>eyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*){0,3})"
)
_private_key = re.compile(r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?")
_SCHEMES = ("bearer", "basic", "negotiate", "ntlm", "dpop", "apikey")
_credentials = re.compile(
    rf"(?i)\b({'|'.join(_SCHEMES)})(\s{{1,5}}|%20|\+)(?=[\w.~+/-]{{0,60}}[\d=])([\w.~+/-]{{8,}}={{0,2}})(?![=\"']\w)"
)
_userinfo = re.compile(r"(://|%3A%2F%2F)[^\s/?#\"'<>@]{1,500}@", re.I)
_NAME = r"[\w.\[\]+ %-]{1,100}"
_VALUE = r"(?:(?P<quote>(?P=q))(?P<text>%s)(?P<end>(?P=q)|\Z)|(?P<other>-?\d[\d.eE+-]*|\[[^\[\]{}]*\]))"
_fields = (
    # {"client_secret": "abc"}, {'client_secret': 'abc'}
    re.compile(rf"(?s)(?P<q>[\"'])(?P<name>{_NAME})(?P=q)(?P<sep>\s{{0,20}}:\s{{0,20}})" + _VALUE % r"(?:(?!(?P=q))[^\\]|\\.)*"),
    # {"body": "{\"client_secret\": \"abc\"}"}
    re.compile(rf"(?s)(?P<q>\\{{1,8}}[\"'])(?P<name>{_NAME})(?P=q)(?P<sep>\s{{0,20}}:\s{{0,20}})" + _VALUE % r"(?:(?!(?P=q)).)*"),
)
_list_item = re.compile(r"(?s)(?P<q>\\{0,8}[\"'])(?:(?!(?P=q)).)+(?:(?P=q))|-?\d[\d.eE+-]*")
# {"name": "Authorization", "value": "abc"}
_named_value = re.compile(
    rf"(?s)(?P<before>\"(?:name|key|header)\"\s{{0,20}}:\s{{0,20}}\"(?P<name>{_NAME})\"\s{{0,20}},\s{{0,20}}\"value\"\s{{0,20}}:\s{{0,20}}\")"
    r"(?P<text>(?:[^\"\\]|\\.)*)"
)
_element = re.compile(r"(?P<before><(?:[\w.-]{1,40}:)?(?P<name>[\w.-]{1,60})(?:\s[^<>]{0,300})?>)(?P<text>[^<]+)")
_parameter = re.compile(r"(?P<before>(?<![\w.%\[\]+-])(?P<name>[\w.%\[\]+-]{1,100})=)(?P<text>[^&#\s\"'<>\\]+)")
_line = re.compile(r"(?i)\b((?:proxy-)?authorization|(?:set-)?cookie2?|x-api-key)(\s{0,5}:\s{0,5})(?![\"'\\\s])([^\r\n\"'<>\\]+)")


def redact(text: str) -> str:
    """Removes tokens, and other secrets that have a name. A token is replaced by its fingerprint."""
    # Searching for words first is a hundred times as fast as matching the patterns.
    lower = text.lower()
    if "private key" in lower:
        text = _private_key.sub(REDACTED, text)
    if "@" in text:
        text = _userinfo.sub(rf"\g<1>{REDACTED}@", text)
    if '"' in text or "'" in text:
        text = _fields[0].sub(_redact_field, text)
        if "\\" in text:
            text = _fields[1].sub(_redact_field, text)
    if '"value"' in text:
        text = _named_value.sub(functools.partial(_redact_named, is_secret_name), text)
    if "<" in text:
        text = _element.sub(functools.partial(_redact_named, is_secret_name), text)
    if "=" in text:
        text = _parameter.sub(functools.partial(_redact_named, _is_secret_parameter), text)
    if "eyJ" in text:
        text = _jwt.sub(lambda found: f"{found['before'] or ''}[token {fingerprint(found['token'])}]", text)
    if "authorization" in lower or "cookie" in lower or "api-key" in lower:
        text = _line.sub(lambda found: found[1] + found[2] + REDACTED, text)
    if any(scheme in lower for scheme in _SCHEMES):
        text = _credentials.sub(rf"\g<1>\g<2>{REDACTED}", text)
    return text


def _redact_field(found: "re.Match[str]") -> str:
    quoted, name = found["q"], found["name"]
    value = found["text"] if found["quote"] else found["other"]
    if not value or not _is_secret_field(name, value):
        return found[0]
    before = f"{quoted}{name}{quoted}{found['sep']}"
    if value.startswith("[") and not found["quote"]:
        return before + _list_item.sub(f"{quoted}{REDACTED}{quoted}", value)
    return f"{before}{quoted}{_redacted_value(value)}{found['end'] if found['quote'] else quoted}"


def _redact_named(is_secret: Callable[[str], bool], found: "re.Match[str]") -> str:
    return found["before"] + _redacted_value(found["text"]) if is_secret(found["name"]) else found[0]


def _redacted_value(value: str) -> str:
    return f"[token {fingerprint(value)}]" if _jwt.fullmatch(value) else REDACTED


def fingerprint(token: str) -> str:
    """32 bits of FNV-1a: enough to distinguish the tokens of one log, far too few to recover a token."""
    value = 0x811C9DC5
    for character in token:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return f"{value:08x}"


MAX_VALUE_CHARS = 16_384
MAX_BODY_CHARS = 1_048_576
MAX_HEADERS = 200
# Half a secret isn't recognizable, so redaction also reads what follows the cut.
_LOOKAHEAD_CHARS = 4_096


def _redact_start(text: str, max_chars: int) -> str:
    start = text[: max_chars + _LOOKAHEAD_CHARS]
    redacted = redact(start)
    return redacted if len(text) <= max_chars else redacted[: len(redacted) - (len(start) - max_chars)]


def _redact_value(text: str) -> str:
    start = _redact_start(text, MAX_VALUE_CHARS)
    return start if len(text) <= MAX_VALUE_CHARS else f"{start}… {len(text):,} characters"


# The same as in src/core/secrets/shown-headers.ts. Of any other header, only the name and the length of the value are stored.
_SHOWN_HEADERS = frozenset(
    """
    xero-tenant-id idempotency-key accept content-type if-modified-since
    xero-correlation-id x-minlimit-remaining x-daylimit-remaining x-appminlimit-remaining
    x-rate-limit-problem retry-after x-client-tls-ver
    www-authenticate proxy-authenticate
    origin access-control-request-method access-control-request-headers access-control-request-private-network
    access-control-allow-origin access-control-allow-methods access-control-allow-headers
    access-control-allow-credentials access-control-allow-private-network access-control-expose-headers
    access-control-max-age timing-allow-origin cross-origin-resource-policy cross-origin-opener-policy
    cross-origin-embedder-policy
    age cache-control date etag expires last-modified pragma vary warning if-match if-none-match if-range
    if-unmodified-since x-cache x-cache-hits cf-cache-status
    accept-charset accept-encoding accept-language accept-ranges allow connection content-disposition content-encoding
    content-language content-length content-location content-range expect host keep-alive link location max-forwards
    range referer referrer-policy server te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent
    alt-svc priority x-http-method-override x-requested-with
    dnt save-data sec-gpc sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-ch-ua sec-ch-ua-mobile
    sec-ch-ua-platform sec-purpose service-worker-allowed strict-transport-security x-content-type-options
    x-frame-options x-xss-protection
    via cf-ray x-request-id x-correlation-id request-id traceparent x-trace-id x-amzn-requestid x-amzn-trace-id
    x-amzn-errortype x-amz-cf-id x-amz-cf-pop x-azure-ref x-vercel-id x-vercel-error x-served-by x-timer x-powered-by
    x-envoy-upstream-service-time server-timing x-forwarded-host x-forwarded-port x-forwarded-proto x-original-uri
    x-original-url x-forwarded-uri x-forwarded-url x-rewrite-url
    ratelimit ratelimit-policy ratelimit-limit ratelimit-remaining ratelimit-reset x-ratelimit-limit
    x-ratelimit-remaining x-ratelimit-reset
    """.split()
)
_signed_token = re.compile(r"((?:[A-Za-z\d-]{1,20} )?)(eyJ[\w-]{1,4000}\.eyJ[\w-]{1,16000}\.)[\w-]{0,4000}")
_other_token = re.compile(r"(?:bearer|basic|digest|dpop|negotiate|ntlm) ", re.I)


def redact_header(name: str, value: str) -> str:
    lower = name.lower()
    if lower == "authorization":
        signed = _signed_token.fullmatch(value)
        if signed:
            return signed[1] + signed[2]
        scheme = _other_token.match(value)
        return (scheme[0] if scheme else "") + REDACTED
    if lower in _SHOWN_HEADERS:
        return _redact_value(value)
    cookies = len(value.split(";")) if lower == "cookie" else 1 if lower == "set-cookie" else 0
    count = f"{cookies} {_plural('cookie', cookies)}, " if cookies else ""
    return f"[redacted, {count}{len(value)} {_plural('character', len(value))}]"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _har_headers(headers: Headers) -> list[dict[str, str]]:
    return [{"name": _redact_value(name), "value": redact_header(name, value)} for name, value in headers[:MAX_HEADERS]]


# endregion
# region Bodies

MAX_BODY_BYTES = MAX_BODY_CHARS + 16_384
MAX_OPEN_BYTES = 16_000_000
# More than is ever stored. Limits decompression: a small body may expand to gigabytes.
MAX_DECOMPRESSED_BYTES = 8_388_608


class _Body:
    """Copies the parts of a body as they pass, up to a limit."""

    # Reentrant, like the recorder's lock: garbage collection of a response may end its recording at any time, in any thread.
    _lock = threading.RLock()
    _open_bytes = 0

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._collected = 0
        self.total = 0
        """In bytes, including those that weren't collected."""

    def add(self, part: Any) -> None:
        size = memoryview(part).nbytes
        if size == 0:
            return
        with _Body._lock:
            # Leaves no gap: once a part is skipped, so are all that follow.
            has_gap = self.total > self._collected
            room = 0 if has_gap else min(MAX_BODY_BYTES - self._collected, MAX_OPEN_BYTES - _Body._open_bytes, size)
            self.total += size
            if room <= 0:
                return
            self._collected += room
            _Body._open_bytes += room
        self._parts.append(bytes(memoryview(part).cast("B")[:room]))

    @classmethod
    def reset(cls) -> None:
        cls._lock = threading.RLock()
        cls._open_bytes = 0

    def take(self) -> bytes:
        """Returns the collected bytes and frees them here."""
        whole = b"".join(self._parts)
        self._parts.clear()
        with _Body._lock:
            _Body._open_bytes = max(0, _Body._open_bytes - self._collected)
            self._collected = 0
        return whole


def _decode_chunked(data: bytes) -> bytes:
    """Decodes `Transfer-Encoding: chunked`, as far as the body goes."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at)
        size = re.match(rb"[\da-fA-F]{1,15}", data[at:end]) if end != -1 else None
        length = int(size[0], 16) if size else 0
        if length == 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + length])
        at = end + 2 + length + 2


def _decompress(encoding: str, data: bytes) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MAX_DECOMPRESSED_BYTES)
    if encoding == "deflate":
        # Some servers leave out the header, which has 8 in its lower half.
        bits = zlib.MAX_WBITS if data[:1] and data[0] & 0x0F == 8 else -zlib.MAX_WBITS
        return zlib.decompressobj(bits).decompress(data, MAX_DECOMPRESSED_BYTES)
    if encoding == "br" and "brotli" in sys.modules:
        # Only if an HTTP client has loaded the module itself.
        return bytes(sys.modules["brotli"].decompress(data))[:MAX_DECOMPRESSED_BYTES]
    raise ValueError("unknown encoding")


def _decode_text(data: bytes, content_type: str) -> Optional[str]:
    if b"\0" in data:
        return None
    found = re.search(r"charset=\"?([\w.:-]{1,40})", content_type, re.I)
    for charset in (found[1] if found else "utf-8", "utf-8"):
        try:
            return data.decode(charset)
        except LookupError:
            continue
        except UnicodeDecodeError as error:
            # A character at the end may have been cut in half.
            return data[: error.start].decode(charset) if error.end == len(data) and error.start > len(data) - 4 else None
    return None


def _har_body(body: _Body, headers: Headers, unread: str) -> dict[str, Any]:
    """`unread` is the name of the custom field for the number of bytes or characters at the end that aren't stored."""
    mime_type = _redact_value(_header(headers, "content-type"))
    data = body.take()
    missing = body.total - len(data)
    if not data and missing > 0:
        return {"size": missing, "mimeType": mime_type, "comment": "Not stored: too many bodies were under way."}
    for encoding in reversed(_header(headers, "content-encoding").lower().split(",")):
        encoding = encoding.strip()
        if encoding in ("", "identity") or not data:
            continue
        try:
            data = _decompress(encoding, data)
        except Exception:
            name = encoding if re.fullmatch(r"[a-z-]{1,20}", encoding) else "unknown encoding"
            comment = f"Not stored: it couldn’t be decompressed ({name})."
            return {"size": len(data) + missing, "mimeType": mime_type, "comment": comment}
    text = _decode_text(data, mime_type)
    if text is None:
        return {"size": len(data) + missing, "mimeType": mime_type, "comment": "Not stored: it isn’t text."}
    unread_chars = max(0, len(text) - MAX_BODY_CHARS) + missing
    rest = {unread: unread_chars} if unread_chars > 0 else {}
    return {"size": len(data) + missing, "mimeType": mime_type, "text": _redact_start(text, MAX_BODY_CHARS), **rest}


def _header(headers: Headers, name: str) -> str:
    return next((value for each, value in headers if each.lower() == name), "")


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, (bytes, bytearray)) else str(value)


# endregion
# region Recording


class _PageRequest:
    """A request to this server, which may cause requests to Xero."""

    _ids = itertools.count(1)

    def __init__(self, method: str, path: str) -> None:
        self.id = next(_PageRequest._ids)
        self.method = method[:20]
        self.path = _redact_value(path)[:500]
        self.started = time.time()
        self.under_way = 0
        self.first_sequence: Optional[int] = None
        """The sequence number of the first entry that was stored for it."""
        self.has_sent_headers = False
        self.header: Optional[str] = None

    @property
    def pattern(self) -> str:
        """Method and path without numbers and IDs."""
        return f"{self.method} {re.sub(r'[^/]{0,100}[0-9][^/]{0,100}', '…', self.path)}"


_page_request: contextvars.ContextVar[Optional[_PageRequest]] = contextvars.ContextVar("xero_page_request", default=None)


class _Recording:
    """A request to Xero while it is under way."""

    def __init__(self, recorder: _Recorder, method: str, url: str, page: Optional[_PageRequest]) -> None:
        self._recorder = recorder
        self._open = [True]
        self._start = time.perf_counter()
        self.method, self.url, self.page = method, url, page
        self.started = time.time()
        self.request_headers: Headers = []
        self.request_body = _Body()
        self.sent: Optional[float] = None
        self.status, self.reason = 0, ""
        self.response_headers: Headers = []
        self.response_body = _Body()
        self.received: Optional[float] = None
        self.is_reading = False

    def elapsed(self) -> float:
        """In ms."""
        return (time.perf_counter() - self._start) * 1_000

    def send(self, part: Any) -> None:
        self.request_body.add(part)
        self.sent = self.elapsed()

    def receive_headers(self, status: int, reason: str, headers: Headers) -> None:
        self.status, self.reason, self.response_headers = status, reason, headers
        self.received = self.elapsed()

    def receive(self, part: Any) -> None:
        self.response_body.add(part)

    def end(self, error: Optional[BaseException] = None) -> None:
        """Only the first call counts."""
        try:
            # Popping from a list is atomic: only one of several threads continues.
            self._open.pop()
        except IndexError:
            return
        _guard(self._recorder.save, self, self.elapsed(), _error_code(error))

    def to_har(self, sequence: int, app: str, duration: float, error: str) -> dict[str, Any]:
        received = duration if self.received is None else self.received
        sent = min(self.sent or 0, received)
        page = self.page
        return {
            "startedDateTime": _iso(self.started),
            "time": round(duration, 1),
            "request": self._har_request(),
            "response": self._har_response(error),
            "cache": {},
            "timings": {
                "send": round(sent, 1),
                "wait": round(received - sent, 1),
                "receive": round(max(0.0, duration - received), 1),
            },
            "_xeroServer": {
                "sequence": sequence,
                "app": app,
                **(
                    {
                        "pageRequest": {
                            "id": page.id,
                            "method": page.method,
                            "path": page.path,
                            "startedDateTime": _iso(page.started),
                        }
                    }
                    if page
                    else {}
                ),
            },
        }

    def _har_request(self) -> dict[str, Any]:
        if "chunked" in _header(self.request_headers, "transfer-encoding").lower():
            framed = self.request_body.take()
            self.request_body = _Body()
            self.request_body.add(_decode_chunked(framed))
        total = self.request_body.total
        post_data = _har_body(self.request_body, self.request_headers, "_unreadBytes")
        del post_data["size"]
        return {
            "method": self.method[:20].upper(),
            "url": _redact_value(self.url),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": _har_headers(self.request_headers),
            "queryString": [],
            **({"postData": post_data} if total else {}),
            "headersSize": -1,
            "bodySize": total,
        }

    def _har_response(self, error: str) -> dict[str, Any]:
        total = self.response_body.total
        content = _har_body(self.response_body, self.response_headers, "_unreadChars")
        length = _header(self.response_headers, "content-length")
        if not total and not error and self.method != "HEAD" and self.status != 304 and re.fullmatch(r"[1-9]\d{0,14}", length):
            content = {**content, "size": int(length), "comment": "Not stored: the app didn’t read it."}
            content.pop("text", None)
        return {
            "status": self.status,
            "statusText": _redact_value(self.reason),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": _har_headers(self.response_headers),
            "content": content,
            "redirectURL": _redact_value(_header(self.response_headers, "location")),
            "headersSize": -1,
            "bodySize": total,
            **({"_error": error} if error else {}),
        }


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_xero_address(host: str, path: str, hosts: frozenset[str]) -> bool:
    """`host` may have a port; `path` may have a query."""
    with_port = host.lower()
    name = re.sub(r":\d{1,5}$", "", with_port)
    if name in ("api.xero.com", "identity.xero.com") or name in hosts or with_port in hosts:
        return True
    return "/projects.xro/" in path.split("?", 1)[0].lower()


class Entry(NamedTuple):
    sequence: int
    json: str
    """JSON in ASCII."""


class _Recorder:
    """The recorded entries of one process."""

    MAX_ENTRIES = 1_000
    MAX_BYTES = 16_000_000
    # The app may have created a request without ever sending it.
    MAX_OPEN_SECONDS = 300

    def __init__(self, options: Options) -> None:
        self.options = options
        self.reset()

    def reset(self) -> None:
        """Also called after a fork, because the child is another process."""
        # A thread that doesn't exist in the child may have held a lock.
        _Body.reset()
        self.key = secrets.token_urlsafe(16)
        self.changed = threading.Condition(threading.RLock())
        self.late = _LateRequests()
        self.last = 0
        self.read = 0
        """The sequence number of the last entry that a browser has fetched."""
        self._entries: list[Entry] = []
        self._bytes = 0
        self._under_way: dict[_Recording, float] = {}
        self._ended: list[tuple[_Recording, float, str]] = []
        self._is_saving = False
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def begin(self, method: str, scheme: str, host: str, path: str) -> Optional[_Recording]:
        """`None` for a request that isn't to Xero. Call it in the context in which the app makes the request."""
        if method == "CONNECT" or production_variable(os.environ):
            return None
        # A request to a proxy has a complete URL.
        absolute = re.match(r"https?://([^/?#]{1,300})", path, re.I)
        url = path if absolute else f"{scheme}://{host}{path}"
        if not is_xero_address(absolute[1] if absolute else host, path, self.options.hosts):
            return None
        page = _page_request.get()
        recording = _Recording(self, method, url, page)
        with self.changed:
            self._under_way[recording] = time.monotonic()
            if page is not None:
                page.under_way += 1
                if page.has_sent_headers:
                    self.late.on_late(page)
        return recording

    def save(self, recording: _Recording, duration: float, error: str) -> None:
        with self.changed:
            self._ended.append((recording, duration, error))
            # While one is being saved, the response of another may be garbage-collected in the same thread.
            if self._is_saving:
                return
            self._is_saving = True
            try:
                while self._ended:
                    self._save(*self._ended.pop(0))
            finally:
                self._is_saving = False

    def _save(self, recording: _Recording, duration: float, error: str) -> None:
        page = recording.page
        har = _guard(recording.to_har, self.last + 1, self.options.app, duration, error)
        # If it couldn’t be stored, its bodies would still count.
        recording.request_body.take()
        recording.response_body.take()
        self._under_way.pop(recording, None)
        if page is not None:
            page.under_way -= 1
        if har is not None:
            _guard(self._store, har, page)
        self.notify()

    def _store(self, har: dict[str, Any], page: Optional[_PageRequest]) -> None:
        entry = json.dumps(har, separators=(",", ":"))
        self.last += 1
        self._entries.append(Entry(self.last, entry))
        self._bytes += len(entry)
        while len(self._entries) > self.MAX_ENTRIES or self._bytes > self.MAX_BYTES:
            self._bytes -= len(self._entries.pop(0).json)
        if page is not None and page.first_sequence is None:
            page.first_sequence = self.last

    def after(self, cursor: int) -> list[Entry]:
        return [entry for entry in self._entries if entry.sequence > cursor]

    def dropped_after(self, cursor: int) -> int:
        return max(0, self.last - len(self._entries) - cursor)

    def in_flight(self) -> int:
        with self.changed:
            since = time.monotonic() - self.MAX_OPEN_SECONDS
            for recording in [each for each, began in self._under_way.items() if began < since]:
                del self._under_way[recording]
            return len(self._under_way) + self.late.count()

    def header_for(self, page: _PageRequest, is_streamed: bool) -> Optional[str]:
        """The value of the recorder's header for a response whose headers are about to be sent; `None` for no header."""
        with self.changed:
            if page.has_sent_headers:
                return page.header
            page.has_sent_headers = True
            may_follow = self.late.may_follow(page, is_streamed)
            is_new = page.under_way > 0 or page.first_sequence is not None or self.last > self.read
            if may_follow or is_new:
                # Another browser may have fetched the entries of this one's request.
                first = self.last + 1 if page.first_sequence is None else page.first_sequence
                page.header = f"?{PREFIX}{self.key}.{min(self.read, first - 1)}.{page.id}"
            return page.header

    def on_response_end(self, page: _PageRequest) -> None:
        with self.changed:
            self.late.on_end(page)
            self.notify()

    # Long polls

    def notify(self) -> None:
        self.changed.notify_all()
        for loop, event in list(self._waiting):
            try:
                loop.call_soon_threadsafe(event.set)
            except RuntimeError:
                self._waiting.discard((loop, event))  # The loop is closed.

    def is_due(self, query: Query) -> bool:
        return self.last > query.cursor or (not query.follow and self.in_flight() == 0)

    def wait(self, query: Query, seconds: float) -> None:
        """Blocks a thread of the server."""
        deadline = time.monotonic() + seconds
        with self.changed:
            # At exit, the interpreter waits for this thread.
            while not self.is_due(query) and threading.main_thread().is_alive():
                left = deadline - time.monotonic()
                if left <= 0:
                    return
                self.changed.wait(min(left, CHECK_SECONDS))

    async def wait_async(self, query: Query, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        waiting = (asyncio.get_running_loop(), asyncio.Event())
        with self.changed:
            self._waiting.add(waiting)
        try:
            while not self.is_due(query) and time.monotonic() < deadline:
                waiting[1].clear()
                try:
                    await asyncio.wait_for(waiting[1].wait(), CHECK_SECONDS)
                except asyncio.TimeoutError:
                    pass
        finally:
            with self.changed:
                self._waiting.discard(waiting)


# Servers don't notify an app when they stop, and some wait for the last response.
WAIT_SECONDS = 5.0
# How often to check for what ends only by time.
CHECK_SECONDS = 0.2


class _LateRequests:
    """Which responses may still be followed by requests to Xero after their headers were sent. Needs the recorder's lock."""

    AFTER_END_SECONDS = 2.0
    # An event stream may be open for hours without a request to Xero.
    MAX_QUIET_SECONDS = 30.0
    # After so many streamed responses in a row without one, none is expected.
    MAX_QUIET_RESPONSES = 3
    MAX_PATTERNS = 500

    def __init__(self) -> None:
        self._has_followed: dict[str, bool] = {}
        self._quiet: dict[str, int] = {}
        self._open: dict[_PageRequest, float] = {}

    def may_follow(self, page: _PageRequest, is_streamed: bool) -> bool:
        pattern = page.pattern
        quiet = self._quiet.get(pattern, 0)
        may = self._has_followed.get(pattern, False) or (is_streamed and quiet < self.MAX_QUIET_RESPONSES)
        if is_streamed:
            self._set(self._quiet, pattern, quiet + 1)
        if may:
            self._open[page] = time.monotonic() + self.MAX_QUIET_SECONDS
        return may

    def on_late(self, page: _PageRequest) -> None:
        self._set(self._has_followed, page.pattern, True)
        self._set(self._quiet, page.pattern, 0)
        if page in self._open:
            self._open[page] = time.monotonic() + self.MAX_QUIET_SECONDS

    def on_end(self, page: _PageRequest) -> None:
        if page not in self._open:
            return
        if self._has_followed.get(page.pattern):
            self._open[page] = time.monotonic() + self.AFTER_END_SECONDS
        else:
            del self._open[page]

    def count(self) -> int:
        now = time.monotonic()
        for page in [each for each, until in self._open.items() if until < now]:
            del self._open[page]
        return len(self._open)

    def _set(self, values: dict[str, T], pattern: str, value: T) -> None:
        if len(values) >= self.MAX_PATTERNS and pattern not in values:
            del values[next(iter(values))]
        values[pattern] = value


# endregion
# region Responses

# Firefox gives extensions at most 1 MB of a response.
MAX_RESPONSE_BYTES = 512 * 1_024
# Reserved for everything but the entries.
FRAME_BYTES = 1_024


class Query(NamedTuple):
    key: str
    cursor: int
    follow: bool
    """Wait for the next entry even if nothing is under way."""
    start: int
    """Where the part of a long entry starts."""


def parse_query(query: str) -> Optional[Query]:
    first, *others = query.split("&")
    found = re.fullmatch(r"xero-inspector=([\w-]{22})\.(\d{1,15})(?:\.\d{1,15})?", first, re.ASCII)
    if not found:
        return None
    start = next((each[5:] for each in others if re.fullmatch(r"from=\d{1,15}", each, re.ASCII)), "0")
    return Query(found[1], int(found[2]), "follow" in others, int(start))


class AccessRequest(NamedTuple):
    method: str
    query: str
    peer: str
    """The address at the other end of the connection."""
    headers: Mapping[str, str]
    """By names in lower case. Of several headers with the same name, the values are joined."""


class Access(NamedTuple):
    status: int
    error: str = ""
    query: Optional[Query] = None
    allow_origin: Optional[str] = None


def decide_access(request: AccessRequest, key: str, options: Options) -> Access:
    """Who may read recorded entries: pages on this machine that received the key with a response."""
    origin, fetch_site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    host = request.headers.get("host", "")
    if not is_on_this_machine(request.peer, request.headers, options.allowed_hosts):
        return Access(
            403, "The connection or a forwarding header is from another machine. XERO_RECORDER_ALLOWED_HOSTS allows other hosts."
        )
    if not _is_local_host(host, options.allowed_hosts):
        return Access(403, "The Host header names another machine. XERO_RECORDER_ALLOWED_HOSTS allows others.")
    # Browsers send one of them to localhost and over HTTPS. Without them, a proxy may have replaced the name of any host.
    if origin is None and fetch_site is None and not options.allowed_hosts:
        return Access(
            403, "The request has no Sec-Fetch-Site. Open the page at localhost, or name its host in XERO_RECORDER_ALLOWED_HOSTS."
        )
    if origin is None and fetch_site not in (None, "same-origin", "none"):
        return Access(403, "Another site asked for what was recorded.")
    if origin is not None and not _is_known_origin(origin.lower(), host.lower(), options):
        return Access(403, "The Origin is that of another machine. XERO_RECORDER_ALLOWED_ORIGINS allows others.")
    if request.method == "OPTIONS":
        return Access(204, allow_origin=origin)
    if request.method != "GET":
        return Access(405, "Only GET reads what was recorded.", allow_origin=origin)
    query = parse_query(request.query)
    if query is None or not secrets.compare_digest(query.key, key):
        return Access(404, "The key is that of another process.", allow_origin=origin)
    return Access(200, query=query, allow_origin=origin)


def is_on_this_machine(peer: str, headers: Mapping[str, str], allowed_hosts: frozenset[str]) -> bool:
    """A tunnel exposes a development server to everybody but connects from this machine."""
    if not _is_loopback_address(peer):
        return False
    for name, prefix in _FORWARDING_HEADERS.items():
        value = headers.get(name, "")
        # A proxy appends to what it received, so that the end of the value matters most.
        if len(value) > MAX_FORWARDING_CHARS:
            return False
        parts = [each.strip() for each in re.split("[,;]", value)]
        if not all(each == "" or _is_local_parameter(prefix + each, allowed_hosts) for each in parts):
            return False
    return True


# The headers in which proxies and tunnels name the client, or the host that it requested, and what makes each of their values a
# parameter of `Forwarded` (RFC 7239).
_FORWARDING_HEADERS = {
    "x-forwarded-for": "for=",
    "x-real-ip": "for=",
    "true-client-ip": "for=",
    "cf-connecting-ip": "for=",
    "x-forwarded-host": "host=",
    "forwarded": "",
}
MAX_FORWARDING_CHARS = 1_000


def _is_local_parameter(parameter: str, allowed_hosts: frozenset[str]) -> bool:
    """Whether it names no other machine: `for="[::1]:4711"`, `host=localhost`, `proto=http`."""
    found = re.fullmatch(r'([\w-]{1,100})=("?)([^"]{0,300})\2', parameter.lower(), re.ASCII)
    if found is None:
        return False
    if found[1] == "for":
        return _is_loopback_address(found[3])
    return found[1] != "host" or _is_local_host(found[3], allowed_hosts)


def _is_loopback_address(address: str) -> bool:
    """With or without a port: `127.0.0.1:4711`, `[::1]:4711`."""
    bare = re.sub(r"^(?:\[([^\]]{1,50})\]|([0-9.]{1,20}))(?::[0-9]{1,5})?$", r"\1\2", address)
    return bool(re.fullmatch(r"::1|(?:::ffff:)?127(?:\.[0-9]{1,3}){3}", bare, re.I))


def _is_local_host(host: str, allowed_hosts: frozenset[str]) -> bool:
    name = _host_name(host)
    return _is_loopback_name(name) or name in allowed_hosts


def _host_name(host: str) -> str:
    return re.sub(r":[0-9]{1,5}$", "", host.lower())


def _is_loopback_name(name: str) -> bool:
    return bool(re.fullmatch(r"\[::1\]|(?:[\w-]{1,63}\.){0,9}localhost|127(?:\.[0-9]{1,3}){3}", name, re.ASCII))


def _is_known_origin(origin: str, host: str, options: Options) -> bool:
    # A page may read from its own server.
    if origin in (f"http://{host}", f"https://{host}") or origin in options.allowed_origins:
        return True
    found = re.fullmatch(r"https?://([^/]{1,300})", origin)
    return found is not None and _is_loopback_name(_host_name(found[1]))


def _response_headers(access: Access, request: AccessRequest, length: int) -> list[tuple[str, str]]:
    headers = [
        ("Content-Type", "application/json"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Length", str(length)),
    ]
    if access.allow_origin is not None:
        headers += [("Access-Control-Allow-Origin", access.allow_origin), ("Vary", "Origin")]
        if request.headers.get("access-control-request-private-network") == "true":
            headers.append(("Access-Control-Allow-Private-Network", "true"))
    return [(name, value) for name, value in headers if access.status != 204 or name != "Content-Length"]


def create_response(recorder: _Recorder, query: Query) -> bytes:
    """HAR 1.2 with the entries after a cursor, or a part of an entry that is too long. In ASCII, so that characters are UTF-16 code units."""
    with recorder.changed:
        entries = recorder.after(query.cursor)
        dropped = recorder.dropped_after(query.cursor)
        if entries and len(entries[0].json) > MAX_RESPONSE_BYTES - FRAME_BYTES:
            # The body must be identical for all parts, so it has no changing values.
            first = entries[0].sequence
            state = {"next": first, "inFlight": 0, "dropped": first - 1 - query.cursor, "more": True}
            body, is_last = _create_part(_write_body(recorder.key, entries[:1], state), first, query.start)
            if is_last:
                recorder.read = max(recorder.read, first)
            return body.encode()
        size, count = FRAME_BYTES, 0
        for entry in entries:
            size += len(entry.json) + 1
            if size > MAX_RESPONSE_BYTES:
                break
            count += 1
        last = entries[count - 1].sequence if count else recorder.last
        state = {"next": last, "inFlight": recorder.in_flight(), "dropped": dropped, "more": count < len(entries)}
        recorder.read = max(recorder.read, last)
        return _write_body(recorder.key, entries[:count], state).encode()


def _write_body(key: str, entries: list[Entry], state: dict[str, Any]) -> str:
    creator = json.dumps({"name": "xero-projects-recorder", "version": VERSION, "comment": "Python"})
    inspector = json.dumps({"protocol": PROTOCOL, "key": key, **state})
    return f'{{"log":{{"version":"1.2","creator":{creator},"entries":[{",".join(entry.json for entry in entries)}],"_xeroInspector":{inspector}}}}}'


def _create_part(whole: str, sequence: int, offset: int) -> tuple[str, bool]:
    length = MAX_RESPONSE_BYTES // 2
    # Quotes take more space in JSON.
    while len(json.dumps(whole[offset : offset + length])) > MAX_RESPONSE_BYTES - FRAME_BYTES:
        length //= 2
    text = whole[offset : offset + length]
    part = {"sequence": sequence, "offset": offset, "total": len(whole), "text": text}
    return json.dumps({"part": part}), offset + len(text) >= len(whole)


# endregion
# region Requests that the app makes with http.client, as urllib, urllib3, requests and botocore do


class _Outgoing:
    """A request on a connection that hasn't received its response yet."""

    def __init__(self, method: str, path: str) -> None:
        self.method, self.path = method, path
        self.headers: Headers = []
        self.recording: Optional[_Recording] = None
        self.has_sent_head = False
        self.is_busy = False
        """Whether a method of the connection is running, which calls others."""
        self.failure: Optional[BaseException] = None


def _override(target: Any, name: str, wrap: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    original = getattr(target, name)
    setattr(target, name, functools.wraps(original)(wrap(original)))


# Attributes of connections and responses. Only calls are observed: nothing is read, so that streams flow as they would without the recorder.
_OUTGOING = "_xero_recorder_outgoing"
_RECORDING = "_xero_recorder_recording"


def _hook_http_client(recorder: _Recorder) -> None:
    def putrequest(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            before = getattr(self, _OUTGOING, None)
            _guard(lambda: setattr(self, _OUTGOING, _Outgoing(_text(method), _text(url))))
            try:
                return original(self, method, url, *args, **kwargs)
            except BaseException:
                # The response of the previous request may not have been read.
                setattr(self, _OUTGOING, before)
                raise

        return wrapped

    def putheader(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, header: Any, *values: Any) -> Any:
            result = original(self, header, *values)
            outgoing = getattr(self, _OUTGOING, None)
            if outgoing is not None:
                _guard(lambda: outgoing.headers.append((_text(header), "\r\n\t".join(map(_text, values)))))
            return result

        return wrapped

    def endheaders(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
            outgoing = getattr(self, _OUTGOING, None)
            if outgoing is not None and outgoing.recording is None:
                _guard(_begin_outgoing, recorder, self, outgoing)
            try:
                return original(self, *args, **kwargs)
            except BaseException as error:
                _guard(_note_failure, outgoing, error)
                raise

        return wrapped

    def send(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, data: Any) -> Any:
            outgoing = getattr(self, _OUTGOING, None)
            if outgoing is None or outgoing.recording is None or outgoing.is_busy:
                return original(self, data)
            _guard(_observe_sent, outgoing, data)
            outgoing.is_busy = True
            try:
                return original(self, data)
            except BaseException as error:
                _guard(_note_failure, outgoing, error)
                raise
            finally:
                outgoing.is_busy = False

        return wrapped

    def getresponse(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
            outgoing = getattr(self, _OUTGOING, None)
            recording = outgoing and outgoing.recording
            if not recording or outgoing.is_busy:
                return original(self, *args, **kwargs)
            outgoing.is_busy = True
            try:
                response = original(self, *args, **kwargs)
            except TypeError:
                # urllib3 1 first tries an argument that only Python 2 has.
                raise
            except BaseException as error:
                setattr(self, _OUTGOING, None)
                recording.end(error)
                raise
            finally:
                outgoing.is_busy = False
            setattr(self, _OUTGOING, None)
            _guard(_observe_response, recording, response)
            return response

        return wrapped

    def close_connection(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any) -> Any:
            outgoing = getattr(self, _OUTGOING, None)
            if outgoing is not None and outgoing.recording is not None and not outgoing.is_busy:
                setattr(self, _OUTGOING, None)
                outgoing.recording.end(outgoing.failure or _urllib3_error() or _Aborted())
            return original(self)

        return wrapped

    def reading(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
            recording = getattr(self, _RECORDING, None)
            if recording is None or recording.is_reading:
                return original(self, *args, **kwargs)
            recording.is_reading = True
            try:
                result = original(self, *args, **kwargs)
            except BaseException as error:
                _guard(recording.receive, getattr(error, "partial", b""))
                recording.end(error)
                raise
            finally:
                recording.is_reading = False
            _guard(_observe_read, self, recording, result, args)
            return result

        return wrapped

    def close_response(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any) -> Any:
            recording = getattr(self, _RECORDING, None)
            if recording is None or recording.is_reading:
                return original(self)
            is_partly_read = recording.response_body.total > 0 and bool(self.length)
            error = _urllib3_error() or (_Aborted() if is_partly_read else None)
            try:
                return original(self)
            finally:
                recording.end(error)

        return wrapped

    connection, response = http.client.HTTPConnection, http.client.HTTPResponse
    for name, wrap in (
        *[("putrequest", putrequest), ("putheader", putheader), ("endheaders", endheaders), ("send", send)],
        *[("getresponse", getresponse), ("close", close_connection)],
    ):
        _override(connection, name, wrap)
    for name in ("read", "read1", "readinto", "readline"):
        _override(response, name, reading)
    _override(response, "close", close_response)


def _begin_outgoing(recorder: _Recorder, connection: Any, outgoing: _Outgoing) -> None:
    scheme = "https" if connection.default_port == 443 else "http"
    host = _header(outgoing.headers, "host") or connection.host
    outgoing.recording = recorder.begin(outgoing.method, scheme, host, outgoing.path)
    if outgoing.recording is not None:
        outgoing.recording.request_headers = outgoing.headers


def _note_failure(outgoing: Optional[_Outgoing], error: BaseException) -> None:
    if outgoing is None or outgoing.recording is None:
        return
    outgoing.failure = error
    # urllib3 still reads the response if the server closed the connection early.
    if not isinstance(error, BrokenPipeError):
        outgoing.recording.end(error)


def _observe_sent(outgoing: _Outgoing, data: Any) -> None:
    recording = outgoing.recording
    if recording is None:
        return
    if not outgoing.has_sent_head:
        outgoing.has_sent_head = True
    elif isinstance(data, (bytes, bytearray, memoryview)):
        recording.send(data)


def _observe_response(recording: _Recording, response: Any) -> None:
    headers = [(name, str(value)) for name, value in response.headers.items()]
    recording.receive_headers(response.status, response.reason or "", headers)
    if response.length == 0 or response.isclosed():
        recording.end()
    else:
        setattr(response, _RECORDING, recording)


def _observe_read(response: Any, recording: _Recording, result: Any, args: tuple[Any, ...]) -> None:
    if isinstance(result, int):
        recording.receive(memoryview(args[0]).cast("B")[:result])
    else:
        recording.receive(result)
    if response.isclosed() or response.length == 0:
        # The server closed the connection before the end.
        recording.end(ConnectionResetError() if response.length else None)


def _urllib3_error() -> Optional[BaseException]:
    """The error that made urllib3 close a response, which it reads in part by itself."""
    error = sys.exc_info()[1]
    trace = error.__traceback__ if error is not None else None
    name = trace.tb_frame.f_globals.get("__name__", "") if trace is not None else ""
    return error if isinstance(name, str) and name.split(".")[0] == "urllib3" else None


def _hook_urllib3(recorder: _Recorder) -> None:
    """Observes what http.client doesn't see: a request whose connection fails, since urllib3 connects first, and the parts of a chunked body."""
    try:
        from urllib3.connectionpool import HTTPConnectionPool
        from urllib3.response import HTTPResponse
    except ImportError:
        return

    def make_request(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, conn: Any, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            _guard(vars(conn).pop, _OUTGOING, None)
            try:
                return original(self, conn, method, url, *args, **kwargs)
            except Exception as error:
                # The connection has had the attribute since it began a request.
                if _OUTGOING not in vars(conn):
                    _guard(_record_failure, recorder, self, (method, url, kwargs), error)
                raise

        return wrapped

    def handle_chunk(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, amt: Optional[int]) -> Any:
            part = original(self, amt)
            recording = getattr(getattr(self, "_fp", None), _RECORDING, None)
            if recording is not None:
                _guard(recording.receive, part)
            return part

        return wrapped

    _override(HTTPConnectionPool, "_make_request", make_request)
    _override(HTTPResponse, "_handle_chunk", handle_chunk)


def _record_failure(recorder: _Recorder, pool: Any, request: tuple[str, str, dict[str, Any]], error: Exception) -> None:
    method, url, options = request
    port = "" if pool.port in (None, 80, 443) else f":{pool.port}"
    recording = recorder.begin(method, pool.scheme, f"{pool.host}{port}", url)
    if recording is None:
        return
    recording.request_headers = [(_text(name), _text(value)) for name, value in dict(options.get("headers") or {}).items()]
    if isinstance(options.get("body"), bytes):
        recording.send(options["body"])
    recording.end(error)


# endregion
# region Requests that the app makes with httpx


def _hook_httpx(recorder: _Recorder) -> None:
    try:
        import httpx
    except ImportError:
        return

    def begin(request: Any) -> Optional[_Recording]:
        url = request.url
        recording = recorder.begin(request.method, url.scheme, _text(url.netloc), _text(url.raw_path))
        if recording is not None:
            recording.request_headers = [(_text(name), _text(value)) for name, value in request.headers.raw]
        return recording

    def receive_headers(recording: _Recording, response: Any) -> None:
        reason = _text(response.extensions.get("reason_phrase", b""))
        recording.receive_headers(response.status_code, reason, [(_text(n), _text(v)) for n, v in response.headers.raw])

    class SentStream(httpx.SyncByteStream):
        """The body of a request. The app's own stream is restored afterwards."""

        def __init__(self, stream: Any, recording: _Recording) -> None:
            self._stream, self._recording = stream, recording

        def __iter__(self) -> Iterator[bytes]:
            for part in self._stream:
                _guard(self._recording.send, part)
                yield part

        def close(self) -> None:
            self._stream.close()

    class SentAsyncStream(httpx.AsyncByteStream):
        def __init__(self, stream: Any, recording: _Recording) -> None:
            self._stream, self._recording = stream, recording

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for part in self._stream:
                _guard(self._recording.send, part)
                yield part

        async def aclose(self) -> None:
            await self._stream.aclose()

    class ReceivedStream(httpx.SyncByteStream):
        """The body of a response. Has its own iterator, so that nothing is read that the app doesn't read."""

        def __init__(self, stream: Any, recording: _Recording) -> None:
            self._stream, self._recording = stream, recording
            self._parts: Optional[Iterator[bytes]] = None

        def __iter__(self) -> Iterator[bytes]:
            self._parts = iter(self._stream)
            return self

        def __next__(self) -> bytes:
            if self._parts is None:
                self._parts = iter(self._stream)
            try:
                part = next(self._parts)
            except StopIteration:
                self._recording.end()
                raise
            except BaseException as error:
                self._recording.end(error)
                raise
            _guard(self._recording.receive, part)
            return part

        def close(self) -> None:
            try:
                self._stream.close()
            finally:
                self._recording.end(_interruption(self._recording))

    class ReceivedAsyncStream(httpx.AsyncByteStream):
        def __init__(self, stream: Any, recording: _Recording) -> None:
            self._stream, self._recording = stream, recording
            self._parts: Optional[AsyncIterator[bytes]] = None

        def __aiter__(self) -> AsyncIterator[bytes]:
            self._parts = self._stream.__aiter__()
            return self

        async def __anext__(self) -> bytes:
            if self._parts is None:
                self._parts = self._stream.__aiter__()
            try:
                part = await self._parts.__anext__()
            except StopAsyncIteration:
                self._recording.end()
                raise
            except BaseException as error:
                self._recording.end(error)
                raise
            _guard(self._recording.receive, part)
            return part

        async def aclose(self) -> None:
            try:
                await self._stream.aclose()
            finally:
                self._recording.end(_interruption(self._recording))

    def handle_request(original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: Any, request: Any) -> Any:
            recording = _guard(begin, request)
            if recording is None:
                return original(self, request)
            stream = request.stream
            request.stream = SentStream(stream, recording)
            try:
                response = original(self, request)
            except BaseException as error:
                recording.end(error)
                raise
            finally:
                request.stream = stream
            _guard(receive_headers, recording, response)
            response.stream = ReceivedStream(response.stream, recording)
            return response

        return wrapped

    def handle_async_request(original: Callable[..., Any]) -> Callable[..., Any]:
        async def wrapped(self: Any, request: Any) -> Any:
            recording = _guard(begin, request)
            if recording is None:
                return await original(self, request)
            stream = request.stream
            request.stream = SentAsyncStream(stream, recording)
            try:
                response = await original(self, request)
            except BaseException as error:
                recording.end(error)
                raise
            finally:
                request.stream = stream
            _guard(receive_headers, recording, response)
            response.stream = ReceivedAsyncStream(response.stream, recording)
            return response

        return wrapped

    _override(httpx.HTTPTransport, "handle_request", handle_request)
    _override(httpx.AsyncHTTPTransport, "handle_async_request", handle_async_request)


def _interruption(recording: _Recording) -> Optional[_Aborted]:
    """Why a response was closed before its end. `None` if nothing of it was read, which is probably intended."""
    return _Aborted() if recording.response_body.total > 0 else None


# endregion
# region Installation

_recorder: Optional[_Recorder] = None
_install_lock = threading.Lock()


def _install() -> Optional[_Recorder]:
    """Installs the hooks once per process. `None` in production."""
    global _recorder
    with _install_lock:
        if _recorder is not None:
            return _recorder
        variable = production_variable(os.environ)
        if variable:
            _print(f"Not recording Xero requests: {variable} is production. XERO_RECORDER=1 records them anyway.")
            return None
        _recorder = _Recorder(read_options(os.environ))
        for hook in (_hook_http_client, _hook_urllib3, _hook_httpx):
            _guard(hook, _recorder)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=_recorder.reset)
        _print("Recording Xero requests for the panel.")
        return _recorder


# endregion
# region Middleware


class XeroRecorder:
    """WSGI or ASGI middleware, depending on the app. It adds one response header, and responds to the panel's requests."""

    def __new__(cls, app: Any) -> XeroRecorder:
        if cls is XeroRecorder:
            cls = _AsgiRecorder if _is_asgi(app) else _WsgiRecorder
        return super().__new__(cls)

    def __init__(self, app: Any) -> None:
        self.app = app
        self._recorder = _guard(_install)

    def __call__(self, *args: Any) -> Any:
        raise NotImplementedError


def _is_asgi(app: Any) -> bool:
    return inspect.iscoroutinefunction(app) or inspect.iscoroutinefunction(getattr(app, "__call__", None))


_PAGE_DESTINATIONS = ("empty", "document", "iframe", "frame")


def _is_streamed(method: str, status: int, has_length: bool, destination: Optional[str]) -> bool:
    """Whether the body continues after the headers. Scripts, styles, images and the like cause no requests to Xero."""
    if has_length or method == "HEAD" or status in (204, 304):
        return False
    return destination is None or destination in _PAGE_DESTINATIONS


class _WsgiRecorder(XeroRecorder):
    # A waiting request occupies a thread of the server, which may have as few as four.
    MAX_WAITING = 2

    def __init__(self, app: Any) -> None:
        super().__init__(app)
        self._waiting = threading.Semaphore(self.MAX_WAITING)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        recorder = self._recorder
        if recorder is None or production_variable(os.environ):
            return self.app(environ, start_response)
        if environ.get("QUERY_STRING", "").startswith(PREFIX):
            return self._respond(recorder, environ, start_response)
        page = _guard(_wsgi_page, environ)
        if page is None:
            return self.app(environ, start_response)

        def start_with_header(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            added = _guard(_wsgi_header, recorder, page, environ, status, headers)
            return start_response(status, headers if added is None else [*headers, added], *exc_info)

        token = _page_request.set(page)
        try:
            result = self.app(environ, start_with_header)
        except BaseException:
            _guard(recorder.on_response_end, page)
            raise
        finally:
            _page_request.reset(token)
        # The app has finished, and servers check the length and the type of these.
        if isinstance(result, (list, tuple)) or _is_file_wrapper(result, environ):
            _guard(recorder.on_response_end, page)
            return result
        observed = _SizedIterable if hasattr(result, "__len__") else _ObservedIterable
        return observed(result, recorder, page)

    def _respond(self, recorder: _Recorder, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        request = AccessRequest(
            method=environ.get("REQUEST_METHOD", ""),
            query=environ.get("QUERY_STRING", ""),
            peer=environ.get("REMOTE_ADDR") or "",
            headers=_wsgi_headers(environ),
        )
        access = decide_access(request, recorder.key, recorder.options)
        if access.query is not None and not recorder.is_due(access.query):
            # A server without threads can't do anything else in the meantime.
            is_free = bool(environ.get("wsgi.multithread")) and self._waiting.acquire(blocking=False)
            try:
                recorder.wait(access.query, WAIT_SECONDS if is_free else CHECK_SECONDS)
            finally:
                if is_free:
                    self._waiting.release()
        body = _response_body(recorder, access)
        status = f"{access.status} {http.client.responses[access.status]}"
        start_response(status, _response_headers(access, request, len(body)))
        return [body]


def _response_body(recorder: _Recorder, access: Access) -> bytes:
    if access.query is not None:
        return create_response(recorder, access.query)
    return b"" if access.status == 204 else json.dumps({"error": access.error}).encode()


def _wsgi_headers(environ: dict[str, Any]) -> dict[str, str]:
    return {name[5:].replace("_", "-").lower(): text for name, text in environ.items() if name.startswith("HTTP_")}


def _wsgi_page(environ: dict[str, Any]) -> _PageRequest:
    path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
    return _PageRequest(environ.get("REQUEST_METHOD", ""), _quote_path(path.encode("latin-1")))


def _quote_path(path: bytes) -> str:
    """Percent-encoded as browsers do it."""
    return quote(path, safe="/:@!$&'()*+,;=~-._[]|")


def _wsgi_header(
    recorder: _Recorder, page: _PageRequest, environ: dict[str, Any], status: str, headers: list[tuple[str, str]]
) -> Optional[tuple[str, str]]:
    names, sent = {name.lower() for name, _ in headers}, _wsgi_headers(environ)
    peer, allowed_hosts = environ.get("REMOTE_ADDR") or "", recorder.options.allowed_hosts
    if HEADER.lower() in names or not is_on_this_machine(peer, sent, allowed_hosts):
        page.has_sent_headers = True
        return None
    code = int(status[:3]) if status[:3].isdigit() else 200
    method, destination = environ.get("REQUEST_METHOD", ""), sent.get("sec-fetch-dest")
    value = recorder.header_for(page, _is_streamed(method, code, "content-length" in names, destination))
    return None if value is None else (HEADER, value)


def _is_file_wrapper(result: Any, environ: dict[str, Any]) -> bool:
    wrapper = environ.get("wsgi.file_wrapper")
    return isinstance(wrapper, type) and isinstance(result, wrapper)


class _ObservedIterable:
    """The body of a response, whose parts are created in the context of the page's request."""

    def __init__(self, result: Any, recorder: _Recorder, page: _PageRequest) -> None:
        self._result, self._recorder, self._page = result, recorder, page
        self._parts: Optional[Iterator[bytes]] = None

    def __iter__(self) -> Iterator[bytes]:
        token = _page_request.set(self._page)
        try:
            self._parts = iter(self._result)
        finally:
            _page_request.reset(token)
        return self

    def __next__(self) -> bytes:
        token = _page_request.set(self._page)
        try:
            if self._parts is None:
                self._parts = iter(self._result)
            return next(self._parts)
        finally:
            _page_request.reset(token)

    def close(self) -> None:
        token = _page_request.set(self._page)
        try:
            if hasattr(self._result, "close"):
                self._result.close()
        finally:
            _page_request.reset(token)
            _guard(self._recorder.on_response_end, self._page)


class _SizedIterable(_ObservedIterable):
    def __len__(self) -> int:
        return len(self._result)


Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


class _AsgiRecorder(XeroRecorder):
    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        recorder = self._recorder
        if recorder is None or scope["type"] != "http" or production_variable(os.environ):
            await self.app(scope, receive, send)
            return
        if scope.get("query_string", b"").startswith(PREFIX.encode()):
            await self._respond(recorder, scope, receive, send)
            return
        page = _guard(_asgi_page, scope)
        if page is None:
            await self.app(scope, receive, send)
            return

        async def send_with_header(message: Any) -> None:
            if message["type"] == "http.response.start":
                added = _guard(_asgi_header, recorder, page, scope, message)
                if added is not None:
                    message = {**message, "headers": [*message.get("headers", ()), added]}
            await send(message)
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                _guard(recorder.on_response_end, page)

        token = _page_request.set(page)
        try:
            await self.app(scope, receive, send_with_header)
        finally:
            _page_request.reset(token)
            _guard(recorder.on_response_end, page)

    async def _respond(self, recorder: _Recorder, scope: Any, receive: Receive, send: Send) -> None:
        request = AccessRequest(
            method=scope.get("method", ""),
            query=scope["query_string"].decode("latin-1"),
            peer=_asgi_peer(scope),
            headers=_asgi_headers(scope),
        )
        access = decide_access(request, recorder.key, recorder.options)
        if access.query is not None and not recorder.is_due(access.query):
            try:
                await _wait_or_disconnect(recorder, access.query, receive)
            except _Disconnected:
                return
        body = _response_body(recorder, access)
        response_headers = _response_headers(access, request, len(body))
        await send(
            {
                "type": "http.response.start",
                "status": access.status,
                "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response_headers],
            }
        )
        await send({"type": "http.response.body", "body": body})


class _Disconnected(Exception):
    """The panel has disconnected, so the entries that it requested stay unread."""


async def _wait_or_disconnect(recorder: _Recorder, query: Query, receive: Receive) -> None:
    """Waits on asyncio only: with another event loop, the response is sent at once."""

    async def disconnect() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    waiting = asyncio.ensure_future(recorder.wait_async(query, WAIT_SECONDS))
    leaving = asyncio.ensure_future(disconnect())
    try:
        await asyncio.wait({waiting, leaving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()
        leaving.cancel()
    if leaving.done() and not leaving.cancelled() and not waiting.done():
        raise _Disconnected


def _asgi_headers(scope: Any) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in scope.get("headers", ()):
        lower, text = _text(name).lower(), _text(value)
        headers[lower] = f"{headers[lower]},{text}" if lower in headers else text
    return headers


def _asgi_peer(scope: Any) -> str:
    client = scope.get("client")
    return (client and client[0]) or ""


def _asgi_page(scope: Any) -> _PageRequest:
    raw_path = scope.get("raw_path")
    path = _text(raw_path).split("?", 1)[0] if raw_path else _quote_path(scope.get("path", "").encode())
    return _PageRequest(scope.get("method", ""), path)


def _asgi_header(recorder: _Recorder, page: _PageRequest, scope: Any, message: Any) -> Optional[tuple[bytes, bytes]]:
    names, sent = {bytes(name).lower() for name, _ in message.get("headers", ())}, _asgi_headers(scope)
    peer, allowed_hosts = _asgi_peer(scope), recorder.options.allowed_hosts
    if HEADER.lower().encode() in names or not is_on_this_machine(peer, sent, allowed_hosts):
        page.has_sent_headers = True
        return None
    method, destination = scope.get("method", ""), sent.get("sec-fetch-dest")
    value = recorder.header_for(page, _is_streamed(method, message["status"], b"content-length" in names, destination))
    return None if value is None else (HEADER.lower().encode(), value.encode())


# endregion
