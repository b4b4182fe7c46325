"""Applications filed at the demo platform for real, with the connection cut in between: never twice."""

import json
import signal
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import pytest
from qgis.core import QgsFeedback

from kaznedra_qgis.connecting import open_from_setting, profile_of
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.network import off_main
from kaznedra_qgis.settings import NetworkLimits, SourceSetting
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.subsoil.applicants import LegalEntity
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace, filing
from kaznedra_qgis.workspace.drafts import Drafts
from kaznedra_qgis.workspace.filing import drop, enqueue, follow, look_up, prepare, submit
from kaznedra_qgis.workspace.submissions import State, events_of, submissions_of
from tests.qgis.pulling import plain_session
from tests.servers.filed import decide, filed
from tests.servers.platform import ROOT
from tests.servers.severed import Fault, Relay

LIMITS = NetworkLimits(idle_s=3, total_s=10, attempts=1)
WHO = LegalEntity("who", {"ru": "ТОО «Демо Тұмар»", "kk": "«Демо Тұмар» ЖШС"}, "181340063234")
GROUND = (Block(4200, 3000), Block(4201, 3000), Block(4201, 3001))


@pytest.fixture
def relay(demo_platform):
    """The way to the demo platform; its POSTs can be lost."""
    parts = urlsplit(demo_platform.address)
    with Relay(f"{parts.scheme}://{parts.netloc}") as made:
        yield made


@pytest.fixture
def setting(relay):
    return SourceSetting("platform", "Demo platform", "kaznedra", f"{relay.url}/wfs3")


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "own.gpkg")


@pytest.fixture
def draft(workspace):
    drafts = Drafts(workspace)
    made = drafts.create("Тұмар-1", "#0072b2", GROUND, GROUND[:1])
    drafts.set_detail(made.id, "minerals", ["Au", "Cu"])
    made = drafts.get(made.id)
    drafts.close()
    return made


def plain(setting):
    """The source over plain requests."""
    bounds = Limits(connect_s=3, idle_s=LIMITS.idle_s, total_s=LIMITS.total_s, attempts=1)
    return open_source(profile_of(setting), Client(plain_session(), bounds))


def over_qgis(setting):
    """The source over QGIS's network."""
    return open_from_setting(setting, LIMITS, QgsFeedback(), Watch())


@pytest.fixture(params=[plain, over_qgis])
def opened(request, setting):
    return request.param(setting)


def file(workspace, draft, source):
    """Prepare, give the word, submit."""
    prepared = prepare(workspace, draft, WHO, source.profile)
    return off_main(lambda: submit(workspace, prepared, prepared.word, source))


def of(served, draft):
    """What the platform has of a draft, by its first key."""
    from kaznedra_qgis.workspace.submissions import key_of

    return [row for row in filed(served.data) if row["client_key"] in {key_of(draft.id, n) for n in range(5)}]


def test_an_application_is_filed_and_its_receipt_is_kept(demo_platform, workspace, draft, opened):
    done = file(workspace, draft, opened)
    assert (done.state, done.status, done.error) == (State.FILED, "submitted", None)
    (row,) = of(demo_platform, draft)
    assert done.told("receipt_number") == row["receipt_number"] and row["receipt_number"].startswith("DEMO-R-")
    assert row["blocks"] == json.loads(done.content)["properties"]["blocks"] and "(частично)" in row["blocks"]
    assert (row["applicant_kk"], row["applicant_en"]) == ("«Демо Тұмар» ЖШС", "ТОО «Демо Тұмар»")
    assert (row["minerals"], row["block_count"], row["applicant_bin"]) == ("Au, Cu", 3, WHO.bin)
    assert done.record["differs"] == [] and done.record["copies"] == 1
    assert [event.state for event in events_of(workspace, done)] == [*(State.QUEUED, State.SENDING, State.FILED)]
    with pytest.raises(KaznedraError) as refused:
        file(workspace, draft, opened)
    assert refused.value.code is Code.ALREADY_FILED


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.CUT_IN_BODY, Fault.SILENT, Fault.BAD_GATEWAY])
def test_a_lost_answer_files_once(demo_platform, relay, workspace, draft, opened, fault):
    relay.fault = fault
    done = file(workspace, draft, opened)
    assert relay.posts == 1
    assert done.state is State.FILED and done.status == "submitted"
    assert len(of(demo_platform, draft)) == 1


def test_a_lost_request_is_sent_again_by_the_users_word_only(
    demo_platform, relay, workspace, draft, opened, monkeypatch
):
    relay.fault = Fault.LOST
    doubtful = file(workspace, draft, opened)
    assert doubtful.state is State.UNCERTAIN and relay.posts == 1
    relay.fault = Fault.NONE
    with pytest.raises(KaznedraError) as refused:
        file(workspace, draft, opened)
    assert refused.value.code is Code.SUBMISSION_UNDER_WAY
    assert off_main(lambda: look_up(workspace, doubtful, opened)).state is State.UNCERTAIN
    monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
    assert off_main(lambda: look_up(workspace, doubtful, opened)).state is State.NOT_FILED
    assert relay.posts == 1 and of(demo_platform, draft) == []
    assert file(workspace, draft, opened).state is State.FILED
    assert len(of(demo_platform, draft)) == 1


def test_what_arrives_late_is_found(demo_platform, relay, workspace, draft, setting):
    relay.fault = Fault.LATE
    source = plain(setting)
    doubtful = file(workspace, draft, source)
    assert doubtful.state is State.UNCERTAIN
    relay.deliver()
    (news,) = follow(workspace, source)
    assert news.state is State.FILED and len(of(demo_platform, draft)) == 1


def test_a_sign_in_page_is_no_receipt(demo_platform, relay, workspace, draft, opened):
    relay.fault = Fault.SIGN_IN
    assert file(workspace, draft, opened).state is State.UNCERTAIN
    assert of(demo_platform, draft) == []


def test_offline_it_is_queued_and_nothing_of_the_applicant_is_kept(relay, workspace, draft, setting):
    source = plain(setting)
    relay.close()
    waiting = file(workspace, draft, source)
    assert waiting.state is State.QUEUED and waiting.error["code"] == Code.UNREACHABLE.value
    assert waiting.content == ""
    assert b"181340063234" not in workspace.path.read_bytes()
    assert follow(workspace, source) == []


def test_nothing_is_sent_without_the_word_for_just_this(relay, workspace, draft, setting):
    source = plain(setting)
    prepared = prepare(workspace, draft, WHO, source.profile)
    for word in ("", "yes", "0" * 64):
        with pytest.raises(KaznedraError) as refused:
            submit(workspace, prepared, word, source)
        assert refused.value.code is Code.NOT_CONFIRMED
    drafts = Drafts(workspace)
    drafts.set_blocks(draft.id, GROUND[1:])
    changed = prepare(workspace, drafts.get(draft.id), WHO, source.profile)
    drafts.close()
    with pytest.raises(KaznedraError):
        submit(workspace, changed, prepared.word, source)
    assert not relay.seen and submissions_of(workspace) == []


def test_two_windows_and_a_double_click_file_once(demo_platform, relay, workspace, draft, setting):
    prepared = prepare(workspace, draft, WHO, profile_of(setting))
    ends = []

    def click():
        try:
            ends.append(submit(workspace, prepared, prepared.word, plain(setting)).state)
        except KaznedraError as error:
            ends.append(error.code)

    windows = [threading.Thread(target=click) for _ in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert State.FILED in ends
    assert set(ends) <= {State.FILED, State.SENDING, State.UNCERTAIN, Code.SUBMISSION_UNDER_WAY, Code.ALREADY_FILED}
    assert relay.posts == 1 and len(of(demo_platform, draft)) == 1


def test_a_copy_of_the_workspace_finds_what_the_other_filed(demo_platform, relay, workspace, draft, setting, tmp_path):
    import shutil

    with workspace.writing() as connection:
        connection.execute("SELECT 1")
    shutil.copy(workspace.path, tmp_path / "copy.gpkg")
    for suffix in ("-wal", "-shm"):
        if (tmp_path / f"own.gpkg{suffix}").exists():
            shutil.copy(tmp_path / f"own.gpkg{suffix}", tmp_path / f"copy.gpkg{suffix}")
    assert file(workspace, draft, plain(setting)).state is State.FILED
    assert file(Workspace.open(tmp_path / "copy.gpkg"), draft, plain(setting)).state is State.FILED
    assert relay.posts == 1 and len(of(demo_platform, draft)) == 1


def test_the_status_is_followed(demo_platform, workspace, draft, setting):
    source = plain(setting)
    done = file(workspace, draft, source)
    assert follow(workspace, source) == []
    for status in ("accepted", "licence_issued"):
        decide(demo_platform.data, done.key, status=status, licence_number="1234-EL" if "l" in status else None)
        (news,) = follow(workspace, source)
        assert news.status == status
    assert news.told("licence_number") == "1234-EL"
    assert [event.status for event in events_of(workspace, news)][-3:] == ["submitted", "accepted", "licence_issued"]


def test_a_refused_draft_may_be_filed_anew_under_another_key(demo_platform, workspace, draft, setting):
    source = plain(setting)
    first = file(workspace, draft, source)
    decide(demo_platform.data, first.key, status="refused", remark="the plot is taken")
    follow(workspace, source)
    second = file(workspace, draft, source)
    assert second.key != first.key and second.state is State.FILED
    assert [one.status for one in submissions_of(workspace, draft.id)] == ["refused", "submitted"]


def test_the_platform_itself_takes_no_key_twice(demo_platform, workspace, draft, setting):
    from kaznedra_qgis.sources.submission import counter

    source = plain(setting)
    done = file(workspace, draft, source)
    with pytest.raises(KaznedraError):
        counter(source).file(done.content.encode())
    assert len(of(demo_platform, draft)) == 1


def test_a_queued_one_can_be_dropped(relay, workspace, draft, setting):
    source = plain(setting)
    prepared = prepare(workspace, draft, WHO, source.profile)
    queued = enqueue(workspace, prepared, prepared.word)
    drop(workspace, queued)
    assert submissions_of(workspace)[0].state is State.DROPPED
    assert file(workspace, draft, source).state is State.FILED
    with pytest.raises(KaznedraError):
        drop(workspace, queued)


HOLDING = """
import sys
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from kaznedra_qgis.workspace.filing import prepare, submit
from kaznedra_qgis.settings import SourceSetting
from tests.qgis.test_submission import WHO, plain

workspace = Workspace.open(sys.argv[1])
source = plain(SourceSetting("platform", "Demo platform", "kaznedra", sys.argv[2]))
prepared = prepare(workspace, drafts_of(workspace)[0], WHO, source.profile)
submit(workspace, prepared, prepared.word, source)
"""


@pytest.mark.parametrize("arrived", [False, True])
def test_killed_while_sending_it_is_asked_after_and_filed_once(
    demo_platform, relay, workspace, draft, setting, monkeypatch, arrived
):
    relay.go_on.clear()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(workspace.path), setting.address], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    assert relay.received.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    relay.fault = Fault.NONE if arrived else Fault.LOST
    relay.go_on.set()
    wait_until(lambda: relay.forwarded or relay.kept_back)
    (broken,) = submissions_of(workspace, draft.id)
    assert broken.state is State.SENDING and json.loads(broken.content)["properties"]["block_count"] == 3
    source = plain(setting)
    with pytest.raises(KaznedraError) as refused:
        file(workspace, draft, source)
    assert refused.value.code is Code.SUBMISSION_UNDER_WAY
    relay.fault = Fault.NONE
    if arrived:
        wait_until(lambda: of(demo_platform, draft))
        assert [news.state for news in follow(workspace, source)] == [State.FILED]
    else:
        assert follow(workspace, source) == []
        monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
        assert [news.state for news in follow(workspace, source)] == [State.NOT_FILED]
        assert file(workspace, draft, source).state is State.FILED
    assert len(of(demo_platform, draft)) == 1


@pytest.mark.parametrize("step", range(1, 9))
def test_killed_at_any_write_it_is_filed_once(demo_platform, relay, workspace, draft, setting, monkeypatch, step):
    """The process ends at its nth write to the workspace, before or after it was kept."""
    killing = f"""
import os, signal
from kaznedra_qgis.workspace.workspace import Workspace
from contextlib import contextmanager
before, count = Workspace.writing, []
@contextmanager
def writing(self):
    count.append(0)
    if len(count) * 2 == {step} + 1: os.kill(os.getpid(), signal.SIGKILL)
    with before(self) as connection:
        yield connection
    if len(count) * 2 == {step}: os.kill(os.getpid(), signal.SIGKILL)
Workspace.writing = writing
"""
    done = subprocess.run([sys.executable, "-c", killing + HOLDING, str(workspace.path), setting.address], cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    source = plain(setting)
    monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
    follow(workspace, source)
    try:
        assert file(workspace, draft, source).state is State.FILED
    except KaznedraError as error:
        assert error.code is Code.ALREADY_FILED
    assert relay.posts == 1 and len(of(demo_platform, draft)) == 1


def wait_until(true, seconds=10):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_offline_over_qgis_it_is_queued(relay, workspace, draft, setting):
    source = over_qgis(setting)
    relay.close()
    assert file(workspace, draft, source).state is State.QUEUED
    assert [one.state for one in filing.waiting(workspace, source.profile)] == [State.QUEUED]


def test_the_algorithm_shows_first_and_sends_by_the_digest_only(demo_platform, workspace, draft, setting, monkeypatch):
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    from kaznedra_qgis import applicant_profiles
    from kaznedra_qgis.processing.submitapplication import SubmitApplication

    monkeypatch.setattr(applicant_profiles, "default_path", lambda: workspace.path.with_name("applicants.json"))
    applicant_profiles.ApplicantProfiles().keep(WHO)

    def run(**more):
        algorithm = SubmitApplication().create()
        given = {"WORKSPACE": str(workspace.path), "DRAFT": draft.name, "SOURCE": setting.address, "APPLICANT": WHO.bin}
        report = workspace.path.with_name("report.json")
        results, good = algorithm.run(
            {**given, "REPORT": str(report), **more}, QgsProcessingContext(), QgsProcessingFeedback(), {}, False
        )
        return results, json.loads(report.read_text(encoding="utf-8"))

    shown, report = run()
    assert shown["STATE"] == "preview" and of(demo_platform, draft) == []
    with pytest.raises(QgsProcessingException):
        run(CONFIRM="yes")
    with pytest.raises(QgsProcessingException):
        run(CONFIRM=shown["CONFIRM"], APPLICANT="nobody")
    assert of(demo_platform, draft) == []
    done, told = run(CONFIRM=shown["CONFIRM"])
    assert (done["STATE"], done["STATUS"]) == ("filed", "submitted")
    assert told["content"] == report["content"]
    assert [row["receipt_number"] for row in of(demo_platform, draft)] == [done["RECEIPT"]]
    again, _ = run()
    assert again["RECEIPT"] == done["RECEIPT"]
    with pytest.raises(QgsProcessingException):
        run(CONFIRM=shown["CONFIRM"])
