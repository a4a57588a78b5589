# A Flask app that calls Xero: with the recorder if RECORDED is set.

import os
import threading
import urllib.error
import urllib.request

import requests
from flask import Flask, Response, request
from werkzeug.serving import WSGIRequestHandler, make_server

API = os.environ["XERO_API"]
TOKEN = os.environ.get("XERO_TOKEN", "opaque")
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Xero-Tenant-Id": os.environ.get("XERO_TENANT", "tenant")}

app = Flask(__name__)


@app.get("/")
def home():
    return "<!doctype html><title>Timesheets</title>"


@app.get("/app/projects")
def projects():
    response = requests.get(f"{API}/Projects", headers=HEADERS, params=request.args)
    return Response(response.content, response.status_code, content_type=response.headers.get("Content-Type"))


@app.post("/app/projects")
def create_project():
    with requests.Session() as session:
        response = session.post(f"{API}/Projects", headers=HEADERS, json=request.get_json())
    return response.text, response.status_code


@app.post("/app/secrets")
def send_secrets():
    requests.post(
        f"{API}/Projects",
        headers={**HEADERS, "Cookie": "a=Zq7Xk2Lm9Pw4Rt6Y; b=2", "X-Api-Key": "Zq7Xk2Lm9Pw4Rt6Y"},
        data={"grant_type": "refresh_token", "refresh_token": "Zq7Xk2Lm9Pw4Rt6Y", "client_secret": "Zq7Xk2Lm9Pw4Rt6Y"},
        params={"access_token": "Zq7Xk2Lm9Pw4Rt6Y"},
    )
    return "sent"


@app.get("/app/urllib")
def with_urllib():
    try:
        with urllib.request.urlopen(urllib.request.Request(f"{API}/Projects", headers=HEADERS)) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        return error.read(), error.code


@app.get("/app/stream")
def stream():
    def parts():
        yield "Projects:\n"
        yield f"{requests.get(f'{API}/Projects', headers=HEADERS).status_code}\n"

    return Response(parts(), content_type="text/plain")


@app.get("/app/later")
def later():
    response = Response("accepted", 202)
    response.call_on_close(lambda: requests.get(f"{API}/Projects", headers=HEADERS))
    return response


@app.post("/app/job")
def job():
    threading.Thread(target=requests.get, args=(f"{API}/ProjectsUsers",), kwargs={"headers": HEADERS}).start()
    return "accepted", 202


@app.get("/app/xero/<path:path>")
def proxied(path):
    return requests.get(f"{API}/{path}", headers=HEADERS).content


@app.get("/app/file")
def file():
    return Response(open(__file__, "rb"), content_type="text/plain", direct_passthrough=True)


@app.get("/app/headers")
def headers():
    return Response("ok", headers=[("X-Own", "a"), ("X-Own", "b"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])


@app.get("/app/broken")
def broken():
    raise RuntimeError("of the app")


if os.environ["RECORDED"]:
    import xero_recorder

    app.wsgi_app = xero_recorder.XeroRecorder(app.wsgi_app)
    if os.environ.get("BROKEN_RECORDER"):
        # Its first use fails, and so does every other.
        xero_recorder.redact = None


class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, *args):
        pass


server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Handler)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
