"""What stands in `deploy/` fits the server, and the programs that read it take it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from data import settings
from geo.drawing.views import VIEWS
from geo.publish.class_page import current_class_page
from geo.publish.embed_page import current_embed_page
from geo.room.bus import BUS
from geo.wire.assets import current_assets
from geo.wire.descriptors import ENOUGH
from geo.wire.guard import ALWAYS
from geo.wire.health import HEALTH
from geo.wire.routes import PREFIX
from geo.wire.strangers import READABLE

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
CONFIG = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
SETTINGS = {name for name in vars(settings).values() if isinstance(name, str) and name.startswith("EASTWARD_")} | {BUS}
Program = Callable[[str], str]


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, object]]:
    return yaml.safe_load(text("compose.yaml"))["services"]


def test_every_container_is_read_only_and_without_rights(services: dict[str, dict[str, object]]) -> None:
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["mem_limit"], name
        assert service["ulimits"]["nofile"] >= ENOUGH, name


def test_the_proxy_knows_each_process_and_is_the_only_door(services: dict[str, dict[str, object]]) -> None:
    processes = sorted(set(services) - {"proxy", "bus"})
    assert len(processes) >= 2
    assert re.findall(r"server (\S+):8501 ", text("nginx.conf")) == processes == sorted(services["proxy"]["depends_on"])
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_a_class_may_be_served_by_all_processes(services: dict[str, dict[str, dict[str, str]]]) -> None:
    bus = urlsplit(services["atlas-1"]["environment"][BUS])
    assert bus.hostname in services
    assert "location = /room {" in text("nginx.conf")


def test_only_known_settings_are_passed_and_all_that_concern_readers(services: dict[str, dict[str, object]]) -> None:
    passed = {name for name in services["atlas-1"]["environment"] if name.startswith("EASTWARD_")}
    assert passed | {settings.KEEP} == SETTINGS
    for name in ("Containerfile", "eastward@.service"):
        assert set(re.findall(r"EASTWARD_[A-Z]+", text(name))) <= SETTINGS


def test_the_image_is_made_of_the_lock_and_asks_for_its_health() -> None:
    told = text("Containerfile")
    assert "--require-hashes -r requirements.lock" in told
    assert f"127.0.0.1:8501{HEALTH.path}'" in told
    assert re.search(r"^USER \d+$", told, re.MULTILINE)
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    for each in re.findall(r"^!(\S+)$", sent, re.MULTILINE):
        assert (ROOT / each).exists(), each
    assert sent.startswith("**\n")  # nothing else is sent, such as a folder of secrets


def test_the_proxy_lets_through_what_the_server_takes() -> None:
    upload = int(re.findall(r"^maxUploadSize = (\d+)", CONFIG, re.MULTILINE)[0])
    taken = int(re.findall(r"client_max_body_size (\d+)m;", text("nginx.conf"))[0])
    assert upload < taken <= 10
    assert f"takes bodies of {taken} MB" in (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")


def test_the_static_site_is_sent_with_the_headers_of_the_server() -> None:
    places = text("nginx-static.conf").split("location ")
    assert [place.partition(" {")[0] for place in places[1:]] == ["/", "= /_headers", "/eastward/", "/data/"]
    for place in (places[0], *places[3:]):
        for name in ("X-Content-Type-Options", "Referrer-Policy"):
            assert f"add_header {name} {ALWAYS[name]} always;" in place
    for place in places[3:]:
        assert f"Access-Control-Allow-Origin {READABLE['Access-Control-Allow-Origin']} always;" in place


def whole(name: str, folder: Path) -> Path:
    """A configuration as nginx reads it here: hosts that are there, and folders that may be written to."""
    told = re.sub(r"server atlas-(\d):8501", r"server 127.0.0.1:850\1", text(name)).replace("/tmp/", f"{folder}/")
    if "events" not in told:
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
        told = f"pid {folder}/nginx.pid; events {{}} http {{ access_log off; {temporary} {told} }}"
    types = folder / "mime.types"
    types.write_text("types { text/html html; }")
    path = folder / name
    path.write_text(told.replace("/etc/nginx/mime.types", str(types)))
    return path


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-static.conf"])
def test_nginx_takes_its_configuration(name: str, tmp_path: Path, program: Program) -> None:
    command = [program("nginx"), "-t", "-p", tmp_path, "-e", tmp_path / "log", "-c", whole(name, tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr.replace('"user" directive', "")


def test_systemd_takes_its_unit(tmp_path: Path, program: Program) -> None:
    unit = tmp_path / "eastward@.service"
    told = text(unit.name).replace("/opt/eastward/.venv/bin/python", str(shutil.which("env")))
    unit.write_text(told.replace("/opt/eastward", str(tmp_path)))
    done = subprocess.run(
        [program("systemd-analyze"), "verify", "--man=no", unit.with_name("eastward@8501.service")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_opens_little(program: Program) -> None:
    command = [program("systemd-analyze"), "security", "--offline=yes", "--threshold=20", DEPLOY / "eastward@.service"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_the_script_for_macos_is_one(program: Program) -> None:
    path = DEPLOY / "start-macos.command"
    assert path.stat().st_mode & 0o111
    subprocess.run([program("bash"), "-n", path], check=True)


@pytest.mark.parametrize("name", ["start-macos.command", "start-windows.cmd"])
def test_a_start_installs_what_was_tested_and_opens_the_browser(name: str) -> None:
    told = text(name)
    assert "--require-hashes -r requirements.lock" in told
    assert "dashboard.py --server.headless false --server.showEmailPrompt false" in told
    assert told.isascii()  # a console may not know more


def test_the_script_for_windows_ends_its_lines_as_windows_wants() -> None:
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


PAPER = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")


def test_the_figures_on_paper_are_those_of_the_pages() -> None:
    def told(row: str) -> float:
        return float(re.findall(rf"^\| {row} \| ([\d.]+) MB \|", PAPER, re.MULTILINE)[0])

    class_page, embed = current_class_page(), current_embed_page(PREFIX)
    assert told("a pupil opens the class page") == pytest.approx(len(class_page.gzipped) / 1e6, rel=0.08)
    files = {name: len(current_assets().file(name).gzipped) for name in ("facts.json", *(f"{v}.json" for v in VIEWS))}
    first = len(embed.gzipped) + files["facts.json"] + files["europe.json"]
    assert told("a pupil opens the map alone in a course") == pytest.approx(first / 1e6, rel=0.08)
    every = len(embed.gzipped) + sum(files.values())
    assert told("the same with all seven views") == pytest.approx(every / 1e6, rel=0.08)


def test_every_setting_and_every_file_of_the_kit_is_told() -> None:
    assert set(re.findall(r"EASTWARD_[A-Z]+", PAPER)) == SETTINGS - {settings.REPORT}
    for path in DEPLOY.iterdir():
        assert f"deploy/{path.name}" in PAPER or path.name == "Containerfile", path.name
