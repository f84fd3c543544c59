"""What puts the platform on a machine: it parses, asks no root, and speaks of settings and ports that exist.

What needs a program that is not on every machine (nginx, helm, systemd) is checked where it is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import Resolver404, resolve

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
CHART = DEPLOY / "helm/middenstip"
TEMPLATES = sorted(CHART.glob("templates/*.yaml"))
UNITS = sorted((DEPLOY / "systemd").iterdir())
NGINX = sorted((DEPLOY / "nginx").glob("*.conf"))
SETTINGS = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/instellingen.md").read_text()))
TARGETS = {"web", "worker", "migrate"}  # of make, beside each other
CONTAINERFILE = (ROOT / "Containerfile").read_text()


def compose() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return told


def needs(program: str) -> str:
    """The program, or a skip that says why."""
    found = shutil.which(program) or shutil.which(f"/usr/sbin/{program}")
    if not found:
        pytest.skip(f"{program} is not on this machine")
    return found


def last_stage() -> str:
    return CONTAINERFILE[CONTAINERFILE.rindex("\nFROM ") :]


def test_the_image_runs_without_root_and_without_build_tools() -> None:
    (user,) = re.findall(r"^USER (.+)$", last_stage(), re.MULTILINE)
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)  # a number: a cluster can see that it is not root
    installed = re.findall(r"apt-get install -y --no-install-recommends ([^&\\]+)", last_stage())
    assert [packages.split() for packages in installed] == [["postgresql-client"]]
    assert re.findall(r"^RUN.*\bmake\b", last_stage(), re.MULTILINE) == []
    assert "python -m pip uninstall -y pip" in last_stage()


def test_the_image_keeps_no_secret_and_none_goes_into_it() -> None:
    assert re.findall(r"SECRET_KEY|_URL=|TOKEN", CONTAINERFILE) == []
    for name in (".containerignore", ".dockerignore"):
        assert {".env", ".git", "var", "*.sqlite3*"} <= set((ROOT / name).read_text().split())


def test_the_image_copies_what_it_needs_from_the_tree() -> None:
    assert {"manage.py", "src"} <= set(re.findall(r"\b(manage\.py|src)\b", CONTAINERFILE))
    assert "requirements.txt" in CONTAINERFILE
    assert "--require-hashes" in CONTAINERFILE


def test_compose_has_every_part_and_only_nginx_is_reached_from_outside() -> None:
    services = compose()["services"]
    assert {"web", "worker", "migrate", "nginx", "database", "cache", "files"} == set(services)
    assert [name for name, one in services.items() if "ports" in one] == ["nginx"]
    assert services["web"]["deploy"]["replicas"] == 2
    for name in ("web", "worker", "migrate"):
        one = services[name]
        hardened = (one["read_only"], one["cap_drop"], one["security_opt"], one["user"])
        assert hardened == (True, ["ALL"], ["no-new-privileges:true"], "10001:10001")
        waits = set(one["depends_on"])
        assert waits & {"migrate", "database"}


def test_compose_and_chart_and_units_speak_of_settings_that_exist() -> None:
    named = set(compose()["x-platform"]["environment"])
    named |= set(yaml.safe_load((CHART / "values.yaml").read_text())["settings"])
    named |= set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "middenstip.env.example").read_text(), re.MULTILINE))
    assert named - SETTINGS == set()
    from_image = set(re.findall(r"\b(MIDDENSTIP_\w+|LOG_\w+)=", CONTAINERFILE))
    assert from_image - SETTINGS == set()


def test_the_same_port_and_user_everywhere() -> None:
    texts = [CONTAINERFILE, (DEPLOY / "compose.yaml").read_text(), (CHART / "templates/web.yaml").read_text()]
    assert all("8000" in text for text in texts)
    assert "EXPOSE 8000" in CONTAINERFILE
    values = yaml.safe_load((CHART / "values.yaml").read_text())
    assert values["service"]["port"] == 8000
    assert "127.0.0.1:8000" in (DEPLOY / "nginx/middenstip.conf").read_text()
    assert "127.0.0.1:8000" in (DEPLOY / "caddy/Caddyfile").read_text()
    assert "web:8000" in (DEPLOY / "nginx/compose.conf").read_text()
    assert "runAsUser: 10001" in (CHART / "templates/_helpers.tpl").read_text()


@pytest.mark.parametrize("file", [*TEMPLATES, DEPLOY / "compose.yaml", CONTAINERFILE])
def test_probes_and_metrics_are_addresses_that_exist(file: Path | str) -> None:
    text = file if isinstance(file, str) else file.read_text()
    asked = re.findall(r"(?:httpGet: {path: |\n      path: |127\.0\.0\.1:8000)(/[a-z/]+)", text)
    for path in asked:
        try:
            assert resolve(path).app_name == "operations"
        except Resolver404:
            pytest.fail(f"{path} is no address of the platform")


def test_the_chart_has_all_that_a_cluster_asks() -> None:
    texts = "\n".join(file.read_text() for file in TEMPLATES)
    kinds = set(re.findall(r"^kind: (\w+)", texts, re.MULTILINE))
    assert {"Deployment", "Service", "Ingress", "Job", "ConfigMap"} <= kinds
    assert {"NetworkPolicy", "PodDisruptionBudget", "ServiceMonitor"} <= kinds
    web = (CHART / "templates/web.yaml").read_text()
    assert re.findall(r"(\w+Probe):\s+httpGet: {path: ([a-z/]+)", web) == [
        ("startupProbe", "/gezond"),
        ("livenessProbe", "/gezond"),
        ("readinessProbe", "/klaar/lezen"),
    ]
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version
    assert yaml.safe_load((CHART / "Chart.yaml").read_text())["appVersion"] == version[1]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_is_yaml_once_its_gaps_are_filled(file: Path) -> None:
    """Roughly: helm itself does it well, where it is. Here each gap becomes a word or an empty mapping."""
    kept = [line for line in file.read_text().splitlines() if not re.fullmatch(r"\s*{{-.*}}\s*", line)]
    text = re.sub(r"{{-? (?:toYaml|include)[^}]*}}", "{a: b}", "\n".join(kept))
    text = re.sub(r"{{-? [^}]*\| quote }}", '"word"', text)
    text = re.sub(r"{{-? \$name }}", "name", text)
    text = re.sub(r"{{-? [^}]*}}", "word", text)
    assert [one["kind"] for one in yaml.safe_load_all(text) if one]


def test_helm_accepts_the_chart(tmp_path: Path) -> None:
    helm = needs("helm")
    for more in ([], ["--set", "serviceMonitor.enabled=true", "--set", "networkPolicy.enabled=false"]):
        subprocess.run([helm, "lint", "--strict", str(CHART), *more], check=True, capture_output=True)
        drawn = subprocess.run(
            [helm, "template", "plein", str(CHART), *more], check=True, capture_output=True, text=True
        ).stdout
        assert all(one is None or one["kind"] for one in yaml.safe_load_all(drawn))
    checker = needs("kubeconform")
    told = [checker, "-strict", "-ignore-missing-schemas", "-summary"]
    subprocess.run(told, input=drawn, check=True, capture_output=True, text=True)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_accepts_the_units(unit: Path, tmp_path: Path) -> None:
    verify = needs("systemd-analyze")
    for one in UNITS:  # they name each other
        text = one.read_text().replace("/opt/middenstip/.venv/bin/python", "/bin/true")
        (tmp_path / one.name).write_text(text.replace("/opt/middenstip", str(tmp_path)))
    ran = subprocess.run(
        [verify, "verify", "--man=no", str(tmp_path / unit.name)], capture_output=True, text=True
    )
    said = [line for line in ran.stderr.splitlines() if str(tmp_path) in line or unit.name in line]
    assert said == []


@pytest.mark.parametrize("unit", [one for one in UNITS if one.suffix == ".service"], ids=lambda one: one.name)
def test_a_service_runs_as_a_user_of_its_own_and_writes_only_its_data(unit: Path) -> None:
    text = unit.read_text()
    for line in ("User=middenstip", "NoNewPrivileges=true", "ProtectSystem=strict", "UMask=0077"):
        assert f"\n{line}\n" in text
    assert re.findall(r"^ReadWritePaths=(.+)$", text, re.MULTILINE) == [
        "/opt/middenstip/var /opt/middenstip/build"
    ]


def test_units_start_the_same_commands_as_a_person_would() -> None:
    texts = "\n".join(one.read_text() for one in UNITS)
    assert set(re.findall(r"ExecStart=/usr/bin/make -s (\w+)", texts)) == TARGETS


@pytest.mark.parametrize("name", ["middenstip.conf", "compose.conf"])
def test_nginx_accepts_its_configuration(name: str, tmp_path: Path) -> None:
    nginx, openssl = needs("nginx"), needs("openssl")
    for one in NGINX:
        text = re.sub(r"/etc/(nginx|ssl/middenstip)|/var/log/nginx", str(tmp_path), one.read_text())
        (tmp_path / one.name).write_text(text.replace("server web:8000", "server 127.0.0.1:8000"))
    pair = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plein.example", *pair],
        check=True,
        capture_output=True,
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
    main = tmp_path / "nginx.conf"
    main.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/error; events {{}} "
        f"http {{ access_log off; {paths} include {tmp_path}/{name}; }}"
    )
    told = [nginx, "-t", "-c", str(main), "-e", str(tmp_path / "first")]
    ran = subprocess.run(told, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("name", ["middenstip.conf", "compose.conf"])
def test_nginx_limits_size_time_and_number(name: str) -> None:
    text = (DEPLOY / "nginx" / name).read_text()
    limits = ("client_max_body_size 26m", "client_body_timeout", "client_header_timeout")
    assert [one for one in (*limits, "limit_req ", "limit_conn ") if one not in text] == []
    proxy = (DEPLOY / "nginx/middenstip-proxy.conf").read_text()
    assert "X-Forwarded-For $remote_addr;" in proxy  # set, not added to: a visitor cannot choose an address
    assert "$remote_addr" not in text
    assert "$request_uri" not in text.partition("log_format")[2].partition(";")[0]


def test_caddy_accepts_its_configuration() -> None:
    caddy = needs("caddy")
    version = re.search(r"(\d+)\.(\d+)", subprocess.check_output([caddy, "version"], text=True))
    if version and (int(version[1]), int(version[2])) < (2, 7):
        pytest.skip("this caddy cannot read a body first (request_buffers asks for 2.7)")
    told = [caddy, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "caddy/Caddyfile")]
    ran = subprocess.run(told, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
