# A bare ASGI app that calls Xero with httpx: with the recorder if RECORDED is set.

import asyncio
import os
import socket

import httpx
import uvicorn

API = os.environ["XERO_API"]
TOKEN = os.environ.get("XERO_TOKEN", "opaque")
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Xero-Tenant-Id": os.environ.get("XERO_TENANT", "tenant")}
VERIFY = os.environ.get("XERO_CERTIFICATE", True)


async def call_xero(path="/Projects"):
    async with httpx.AsyncClient(verify=VERIFY) as client:
        return await client.get(f"{API}{path}", headers=HEADERS)


async def respond(send, status, *parts, length=True):
    headers = [(b"content-type", b"text/plain")]
    if length:
        headers.append((b"content-length", str(sum(map(len, parts))).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    for part in parts:
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body"})


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    path = scope["path"]
    if path == "/app/projects":
        response = await call_xero()
        await respond(send, response.status_code, response.content)
    elif path == "/app/sync":
        with httpx.Client(verify=VERIFY) as client:
            response = client.post(f"{API}/Projects", headers=HEADERS, json={"name": "Büro"})
        await respond(send, response.status_code, response.content)
    elif path == "/app/stream":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"Projects:\n", "more_body": True})
        response = await call_xero()
        await send({"type": "http.response.body", "body": f"{response.status_code}\n".encode()})
    elif path == "/app/later":
        await respond(send, 202, b"accepted")
        await asyncio.ensure_future(call_xero())
    elif path == "/app/broken":
        raise RuntimeError("of the app")
    else:
        await respond(send, 200, b"home")


if os.environ["RECORDED"]:
    from xero_recorder import XeroRecorder

    app = XeroRecorder(app)

listener = socket.create_server(("127.0.0.1", 0))
server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", timeout_keep_alive=1))
print(f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
asyncio.run(server.serve([listener]))
