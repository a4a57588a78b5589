# Runs generated clients in Python: one run per line of standard input, one outcome per line of standard output.

import inspect
import json
import sys

import requests


def perform(run):
    tally = {"waits": [], "readBacks": 0, "refreshes": 0}
    clock = {"now": run["beginSeconds"]}

    def now():
        clock["now"] += run.get("secondsPerRequest", 0)
        return clock["now"]

    def sleep(seconds):
        tally["waits"].append(seconds)
        clock["now"] += seconds

    def read_back():
        tally["readBacks"] += 1
        if "found" not in run:
            return None
        found = requests.Response()
        found.status_code = run["found"]
        return found

    def refresh_token():
        tally["refreshes"] += 1
        return run.get("refreshedToken", "")

    module = {"__name__": "client"}
    exec(compile(run["source"], "client.py", "exec"), module)
    options = {
        "sleep": sleep,
        "jitter": lambda: run["random"],
        "now": now,
        "read_back": read_back,
        "refresh_token": refresh_token,
        "attempt": run.get("attempt", 0),
        "timeout": run.get("cancelAfterMs", 60_000) / 1000,
    }
    accepted = inspect.signature(module["call_xero"]).parameters
    options = {name: value for name, value in options.items() if name in accepted}
    if "body" in run:
        options["json"] = run["body"]
    try:
        response = module["call_xero"](run["method"], run["url"], headers=run["headers"], **options)
        return {**tally, "status": response.status_code}
    except Exception as error:
        result = {"name": type(error).__name__, "message": str(error)}
        if hasattr(error, "at"):
            result["laterSeconds"] = error.at.timestamp() - clock["now"]
        return {**tally, "error": result}


for line in sys.stdin:
    print(json.dumps(perform(json.loads(line))), flush=True)
