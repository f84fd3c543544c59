"""nginx before a platform on this machine, with the configuration of `deploy/nginx`."""

from __future__ import annotations

import os
import re
import shutil
from grp import getgrgid
from pathlib import Path
from pwd import getpwuid

NGINX = Path(__file__).resolve().parents[2] / "deploy/nginx"
HOST = "plein.example"


def program() -> str:
    """Where nginx is; "" when it is not on this machine."""
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx") or ""


def configuration(folder: Path, port: int, behind: int) -> Path:
    """The configuration, with other ports and folders and without a certificate."""
    text = (NGINX / "middenstip.conf").read_text()
    text = text[: text.index("server {\n    listen 80;")] + text[text.index("server {\n    listen 443") :]
    text = re.sub(r"^ +(ssl_.*|listen \[::\].*)\n", "", text, flags=re.MULTILINE)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{behind}").replace("/var/log/nginx", str(folder))
    text = text.replace("/etc/nginx/middenstip-proxy.conf", str(folder / "proxy.conf"))
    (folder / "site.conf").write_text(text)
    proxy = (NGINX / "middenstip-proxy.conf").read_text()
    (folder / "proxy.conf").write_text(proxy.replace("$scheme", "https"))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    whole = folder / "nginx.conf"
    user = f"user {getpwuid(os.geteuid()).pw_name} {getgrgid(os.getegid()).gr_name};"
    whole.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f" http {{ {temporary} include {folder}/site.conf; }}"
    )
    return whole
