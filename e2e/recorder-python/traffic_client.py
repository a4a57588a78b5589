# Sends the requests of one HTTP client and prints what the app got: traffic_client.py <client> <url> <file for the recorded entries>

import asyncio
import http.client
import io
import json
import os
import sys
import urllib.error
import urllib.request
from urllib.parse import urlsplit

client, root, recorded = sys.argv[1:]
BODY = json.dumps({"contactId": "1", "name": "Büro"}).encode()
HEADERS = {"Authorization": "Bearer secret", "Content-Type": "application/json", "X-Own": "a"}


def pieces():
    yield b'{"name":'
    yield '"Büro'.encode()
    yield b'"}'


def with_requests():
    import requests

    session = requests.Session()

    def send(path, method="GET", **options):
        response = session.request(method, f"{root}/{path}", headers=HEADERS, **options)
        return [response.status_code, response.reason, list(response.headers.items()), len(response.history), response.text[:200]]

    def stream(path, size):
        with session.get(f"{root}/{path}", headers=HEADERS, stream=True) as response:
            return [part.decode("latin-1") for part in response.iter_content(size)]

    def cancel():
        with session.get(f"{root}/half", headers=HEADERS, stream=True) as response:
            return response.raw.read(5).decode()

    def lines():
        with session.get(f"{root}/json", headers=HEADERS, stream=True) as response:
            return [line.decode() for line in response.iter_lines()]

    def raw():
        with session.get(f"{root}/gzip", headers=HEADERS, stream=True) as response:
            return [response.raw.read(10).hex(), response.raw.read().hex(), response.raw.closed]

    return {
        "get": lambda: send("json", params={"page": 1}),
        "invalid": lambda: send("invalid"),
        "post": lambda: send("json", "POST", data=BODY),
        "json": lambda: send("json", "POST", json={"name": "Büro"}),
        "put": lambda: send("none", "PUT", data=BODY),
        "head": lambda: send("json", "HEAD"),
        "delete": lambda: send("none", "DELETE"),
        "form": lambda: send("json", "POST", data={"a": "b"}),
        "file": lambda: send("json", "POST", data=io.BytesIO(BODY)),
        "generator": lambda: send("json", "POST", data=pieces()),
        "gzip": lambda: send("gzip"),
        "chunked": lambda: send("chunked"),
        "redirect": lambda: send("redirect"),
        "large": lambda: send("large"),
        "stream": lambda: stream("chunked", 4),
        "streamAll": lambda: stream("json", None),
        "lines": lines,
        "raw": raw,
        "cancel": cancel,
        "keepAlive": lambda: [send("json"), send("chunked"), send("none")],
        "cut": lambda: send("cut"),
        "reset": lambda: send("reset"),
        "malformed": lambda: send("malformed"),
        "timeout": lambda: send("silent", timeout=0.2),
        "halfTimeout": lambda: send("half", timeout=1.0),
        "refused": lambda: requests.get("http://127.0.0.1:1/projects.xro/2.0/refused"),
        "invalidHeader": lambda: requests.get(f"{root}/json", headers={"X-Bad": "a\nb"}),
    }


def with_urllib3():
    import urllib3

    pool = urllib3.PoolManager(retries=False)

    def send(path, method="GET", retries=False, **options):
        response = pool.request(method, f"{root}/{path}", headers=HEADERS, retries=retries, **options)
        return [response.status, response.reason, list(response.headers.items()), response.data.decode("latin-1")[:200]]

    def stream(path):
        response = pool.request("GET", f"{root}/{path}", headers=HEADERS, preload_content=False)
        parts = [part.decode("latin-1") for part in response.stream(7)]
        response.release_conn()
        return parts

    def unread():
        response = pool.request("GET", f"{root}/json", headers=HEADERS, preload_content=False)
        response.close()
        return response.status

    return {
        "get": lambda: send("json"),
        "post": lambda: send("json", "POST", body=BODY),
        "generator": lambda: send("json", "POST", body=pieces(), chunked=True),
        "gzip": lambda: send("gzip"),
        "hints": lambda: send("json"),
        "stream": lambda: stream("chunked"),
        "streamGzip": lambda: stream("gzip"),
        "unread": unread,
        "retry": lambda: send("reset", retries=urllib3.Retry(2, backoff_factor=0)),
        "timeout": lambda: send("silent", timeout=0.2),
        "cut": lambda: send("cut"),
    }


def with_http():
    address = urlsplit(root)

    def send(path, method="GET", body=None, headers=HEADERS, read=lambda response: response.read().decode("latin-1"), **options):
        connection = http.client.HTTPConnection(address.netloc, timeout=0.5)
        try:
            connection.request(method, f"{address.path}/{path}", body, headers, **options)
            response = connection.getresponse()
            return [response.status, response.reason, response.getheaders(), read(response), response.isclosed()]
        finally:
            connection.close()

    def by_hand():
        connection = http.client.HTTPConnection(address.netloc)
        connection.putrequest("POST", f"{address.path}/json", skip_accept_encoding=True)
        connection.putheader("Content-Length", 2)
        connection.putheader("X-Own", "a", b"b")
        connection.endheaders()
        connection.send(b"{")
        connection.send(bytearray(b"}"))
        response = connection.getresponse()
        into = bytearray(10)
        parts = [response.peek(3)[:3].decode(), response.readinto(into), into.decode("latin-1"), response.read1(5).decode()]
        parts.append([line.decode("latin-1") for line in response])
        connection.close()
        return parts

    def request_twice():
        connection = http.client.HTTPConnection(address.netloc)
        connection.request("GET", f"{address.path}/json", headers=HEADERS)
        try:
            connection.request("GET", f"{address.path}/none", headers=HEADERS)
        except http.client.CannotSendRequest as error:
            return [type(error).__name__, connection.getresponse().read().decode()]

    def forgotten():
        connection = http.client.HTTPConnection(address.netloc)
        connection.request("GET", f"{address.path}/json", headers=HEADERS)
        return connection.getresponse().status

    def keep_alive():
        connection = http.client.HTTPConnection(address.netloc)
        all = []
        for path in ("json", "chunked", "none"):
            connection.request("GET", f"{address.path}/{path}", headers=HEADERS)
            all.append(connection.getresponse().read().decode())
        connection.close()
        return all

    return {
        "get": lambda: send("json"),
        "head": lambda: send("json", "HEAD"),
        "post": lambda: send("json", "POST", BODY),
        "text": lambda: send("json", "POST", "{}"),
        "file": lambda: send("json", "POST", io.BytesIO(BODY)),
        "pieces": lambda: send("json", "POST", list(pieces()), encode_chunked=True, headers={"Transfer-Encoding": "chunked"}),
        "parts": lambda: send("chunked", read=lambda response: [response.read(3).decode(), response.read(9).hex(), response.read().hex()]),
        "unread": lambda: send("json", read=lambda response: None),
        "lines": lambda: send("json", read=lambda response: [line.decode() for line in io.TextIOWrapper(response).buffer]),
        "hints": lambda: send("invalid"),
        "cut": lambda: send("cut"),
        "cutParts": lambda: send("cut", read=lambda response: [response.read(4).hex(), response.read(400).hex(), response.read(4).hex()]),
        "reset": lambda: send("reset"),
        "malformed": lambda: send("malformed"),
        "timeout": lambda: send("silent"),
        "half": lambda: send("half"),
        "byHand": by_hand,
        "requestTwice": request_twice,
        "forgotten": forgotten,
        "keepAlive": keep_alive,
    }


def with_urllib():
    def send(path, **options):
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{root}/{path}", headers=HEADERS, **options), timeout=0.5) as response:
                return [response.status, list(response.headers.items()), response.read().decode("latin-1")[:200]]
        except urllib.error.HTTPError as error:
            return [error.code, error.read().decode()]

    return {
        "get": lambda: send("json"),
        "post": lambda: send("json", data=BODY),
        "invalid": lambda: send("invalid"),
        "redirect": lambda: send("redirect"),
        "chunked": lambda: send("chunked"),
        "cut": lambda: send("cut"),
        "reset": lambda: send("reset"),
        "timeout": lambda: send("silent"),
    }


def with_httpx():
    import httpx

    session = httpx.Client(headers=HEADERS, timeout=0.5, follow_redirects=True)

    def describe(response):
        headers = [(name.decode(), value.decode()) for name, value in response.headers.raw]
        return [response.status_code, response.reason_phrase, headers, len(response.history), response.text[:200]]

    def send(path, method="GET", **options):
        return describe(session.request(method, f"{root}/{path}", **options))

    def stream(read, path="chunked"):
        with session.stream("GET", f"{root}/{path}") as response:
            return list(read(response))

    def cancel():
        with session.stream("GET", f"{root}/half") as response:
            return next(response.iter_raw()).decode()

    def unread():
        with session.stream("GET", f"{root}/json") as response:
            return response.status_code

    def same_request():
        request = session.build_request("POST", f"{root}/json", content=pieces())
        stream_before = request.stream
        response = session.send(request)
        return [request.stream is stream_before, response.request is request, describe(response)]

    return {
        "get": lambda: send("json", params={"page": 1}),
        "post": lambda: send("json", "POST", content=BODY),
        "json": lambda: send("json", "POST", json={"name": "Büro"}),
        "head": lambda: send("json", "HEAD"),
        "none": lambda: send("none", "PUT"),
        "invalid": lambda: send("invalid"),
        "gzip": lambda: send("gzip"),
        "redirect": lambda: send("redirect"),
        "large": lambda: send("large"),
        "generator": same_request,
        "bytes": lambda: stream(lambda response: (part.hex() for part in response.iter_bytes(4))),
        "raw": lambda: stream(lambda response: (part.hex() for part in response.iter_raw()), "gzip"),
        "lines": lambda: stream(lambda response: response.iter_lines()),
        "cancel": cancel,
        "unread": unread,
        "keepAlive": lambda: [send("json"), send("chunked"), send("none")],
        "cut": lambda: send("cut"),
        "reset": lambda: send("reset"),
        "malformed": lambda: send("malformed"),
        "timeout": lambda: send("silent"),
        "refused": lambda: httpx.get("http://127.0.0.1:1/projects.xro/2.0/refused"),
    }


def with_httpx_async():
    import httpx

    async def pieces_async():
        for piece in pieces():
            yield piece

    def run(use):
        async def main():
            async with httpx.AsyncClient(headers=HEADERS, timeout=0.5, follow_redirects=True) as session:
                return await use(session)

        return asyncio.run(main())

    def send(path, method="GET", **options):
        async def use(session):
            response = await session.request(method, f"{root}/{path}", **options)
            headers = [(name.decode(), value.decode()) for name, value in response.headers.raw]
            return [response.status_code, headers, len(response.history), response.text[:200]]

        return run(use)

    async def stream(session):
        async with session.stream("GET", f"{root}/chunked") as response:
            return [part.hex() async for part in response.aiter_bytes(4)]

    async def cancel(session):
        async with session.stream("GET", f"{root}/half") as response:
            async for part in response.aiter_raw():
                return part.decode()

    async def cancel_task(session):
        task = asyncio.ensure_future(session.get(f"{root}/silent"))
        await asyncio.wait({task}, timeout=0.1)
        task.cancel()
        return await asyncio.wait({task}) and task.cancelled()

    async def parallel(session):
        responses = await asyncio.gather(*(session.get(f"{root}/json?{i}") for i in range(5)))
        return [response.json() for response in responses]

    return {
        "get": lambda: send("json"),
        "post": lambda: send("json", "POST", json={"name": "Büro"}),
        "generator": lambda: send("json", "POST", content=pieces_async()),
        "gzip": lambda: send("gzip"),
        "redirect": lambda: send("redirect"),
        "stream": lambda: run(stream),
        "cancel": lambda: run(cancel),
        "cancelTask": lambda: run(cancel_task),
        "parallel": lambda: run(parallel),
        "cut": lambda: send("cut"),
        "reset": lambda: send("reset"),
        "timeout": lambda: send("silent"),
    }


clients = {
    "requests": with_requests,
    "urllib3": with_urllib3,
    "http.client": with_http,
    "urllib": with_urllib,
    "httpx": with_httpx,
    "httpx.AsyncClient": with_httpx_async,
}

if os.environ["RECORDED"]:
    import xero_recorder

    xero_recorder.XeroRecorder(lambda environ, start_response: [])

for name, scenario in clients[client]().items():
    try:
        result = scenario()
    except Exception as error:
        # The messages of some errors have the address of an object in memory.
        result = [type(error).__module__, type(error).__name__, str(error).split(" object at 0x")[0]]
    print(json.dumps([name, result]), flush=True)

if os.environ["RECORDED"]:
    with open(recorded, "w") as file:
        entries = [entry.json for entry in xero_recorder._recorder.after(0)]
        file.write(f"[{','.join(entries)}]")
    print(xero_recorder._recorder.in_flight(), file=sys.stderr)
