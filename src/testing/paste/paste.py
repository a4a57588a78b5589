"""Pastes texts into an interactive shell, as a terminal does, and reports what ran.

stdin: JSON with `argv`, `env`, `cwd`, `isBracketed`, `log` (the file that the curl stub appends to) and `texts`.
stdout: a JSON list with the bytes that the stub logged for each text, in hexadecimal; null if the shell no longer responds.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

TIMEOUT_S = 20


def main():
    job = json.load(sys.stdin)
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(job["cwd"])
        os.execvpe(job["argv"][0], job["argv"], job["env"])
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    os.set_blocking(fd, False)
    try:
        print(json.dumps(paste_all(fd, job)))
    finally:
        os.kill(pid, signal.SIGKILL)


def paste_all(fd, job):
    results = []
    if not run(fd, b"", "start"):
        return [None for _ in job["texts"]]
    for i, text in enumerate(job["texts"]):
        pasted = text.encode("utf-8", "replace").replace(b"\n", b"\r")
        if job["isBracketed"]:
            pasted = b"\x1b[200~" + pasted + b"\x1b[201~"
        open(job["log"], "w").close()
        if not run(fd, pasted + b"\r", str(i)):
            return results + [None for _ in job["texts"][i:]]
        with open(job["log"], "rb") as log:
            results.append(log.read().hex())
    return results


def run(fd, keys, name):
    """Types `keys`, then a command whose output shows that the shell has run them all."""
    keys += f"echo done-$((40+2))-{name}-\r".encode()
    end = f"done-42-{name}-".encode()
    output = b""
    deadline = time.monotonic() + TIMEOUT_S
    while end not in output:
        readable, writable, _ = select.select([fd], [fd] if keys else [], [], deadline - time.monotonic())
        try:
            if writable:
                keys = keys[os.write(fd, keys[:512]) :]
            if readable:
                output = output[-len(end) :] + os.read(fd, 65536)
        except BlockingIOError:
            pass
        except OSError:
            return False
        if time.monotonic() >= deadline:
            return False
    return True


main()
