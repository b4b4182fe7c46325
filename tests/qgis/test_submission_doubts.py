"""What leaves it open whether an application arrived, and what must never be taken for an answer to that."""
# ruff: noqa: F811 (fixtures of another file)

import threading
from dataclasses import replace

import pytest
from qgis.core import QgsFeedback

from kaznedra_qgis.connecting import open_from_setting, profile_of
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.network import off_main
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.workspace import filing
from kaznedra_qgis.workspace.drafts import Drafts, drafts_of
from kaznedra_qgis.workspace.filing import drop, enqueue, follow, look_up, prepare, submit
from kaznedra_qgis.workspace.submissions import State, events_of, submissions_of
from tests.qgis.pulling import plain_session
from tests.qgis.test_submission import (  # noqa: F401 (fixtures)
    GROUND,
    LIMITS,
    WHO,
    draft,
    file,
    of,
    opened,
    plain,
    relay,
    setting,
    wait_until,
    workspace,
)
from tests.servers.severed import Fault


def test_a_platform_that_dies_with_it_is_asked_later(demo_platform, relay, workspace, draft, opened):
    relay.fault = Fault.DIED
    doubtful = file(workspace, draft, opened)
    # a connection that was open before may still be served
    assert doubtful.state in (State.UNCERTAIN, State.FILED) and relay.posts == 1
    assert len(of(demo_platform, draft)) == 1
    with pytest.raises(KaznedraError) as refused:
        file(workspace, draft, opened)
    assert refused.value.code in (Code.SUBMISSION_UNDER_WAY, Code.ALREADY_FILED)


def test_what_the_platform_said_it_took_is_never_sent_again(
    demo_platform, relay, workspace, draft, opened, monkeypatch
):
    relay.fault = Fault.SWALLOWED
    doubtful = file(workspace, draft, opened)
    monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
    doubtful = off_main(lambda: look_up(workspace, doubtful, opened))
    assert (doubtful.state, doubtful.error["code"]) == (State.UNCERTAIN, Code.SUBMISSION_UNPROVEN.value)
    with pytest.raises(KaznedraError):
        drop(workspace, doubtful)
    with pytest.raises(KaznedraError) as refused:
        file(workspace, draft, opened)
    assert refused.value.code is Code.SUBMISSION_UNDER_WAY and relay.posts == 1


def test_a_source_that_moved_does_not_speak_for_the_platform_it_was_sent_to(
    demo_platform, relay, workspace, draft, setting, monkeypatch
):
    relay.fault = Fault.LATE
    sent = file(workspace, draft, plain(setting))
    monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
    moved = replace(setting, address=demo_platform.address)
    (told,) = follow(workspace, plain(moved)) or [submissions_of(workspace)[-1]]
    assert (told.state, told.error["code"]) == (State.UNCERTAIN, Code.SUBMISSION_UNPROVEN.value)
    assert told.error["facts"]["address"] == sent.address == setting.address
    relay.deliver()
    (news,) = follow(workspace, plain(moved))
    assert news.state is State.FILED and len(of(demo_platform, draft)) == 1


def test_a_lookup_is_answered_by_the_platform_itself(relay, workspace, draft, opened):
    """A cache on the way would say for ever what was so before it was sent."""
    file(workspace, draft, opened)
    asked = [seen for seen in relay.seen if "client_key=" in seen.path]
    assert len(asked) == 2
    assert [seen.headers["cache-control"] for seen in asked] == ["no-cache", "no-cache"]


def test_cancelled_while_it_is_sent_it_is_asked_after(demo_platform, relay, workspace, draft, setting):
    relay.go_on.clear()
    feedback = QgsFeedback()

    def cancel():
        assert relay.received.wait(30)
        feedback.cancel()

    cancelling = threading.Thread(target=cancel)
    cancelling.start()
    doubtful = file(workspace, draft, open_from_setting(setting, LIMITS, feedback, Watch()))
    cancelling.join()
    assert (doubtful.state, doubtful.error["code"]) == (State.UNCERTAIN, Code.CANCELLED.value)
    with pytest.raises(KaznedraError) as refused:
        drop(workspace, doubtful)
    assert refused.value.code is Code.SUBMISSION_UNDER_WAY
    relay.go_on.set()
    wait_until(lambda: of(demo_platform, draft))
    assert [news.state for news in follow(workspace, plain(setting))] == [State.FILED]
    assert relay.posts == 1 and len(of(demo_platform, draft)) == 1


def test_what_was_edited_after_it_was_queued_is_not_sent_by_the_former_word(
    demo_platform, relay, workspace, draft, setting
):
    source = plain(setting)
    before = prepare(workspace, draft, WHO, source.profile)
    enqueue(workspace, before, before.word)
    drafts = Drafts(workspace)
    drafts.set_blocks(draft.id, GROUND[1:])
    drafts.close()
    (edited,) = drafts_of(workspace)
    after = prepare(workspace, edited, WHO, source.profile)
    for prepared, word in ((after, before.word), (before, after.word)):
        with pytest.raises(KaznedraError) as refused:
            submit(workspace, prepared, word, source)
        assert refused.value.code is Code.NOT_CONFIRMED
    assert relay.posts == 0
    done = submit(workspace, after, after.word, source)
    assert done.state is State.FILED and done.record["differs"] == [] and done.digest == after.word
    (row,) = of(demo_platform, draft)
    assert row["block_count"] == 2


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.LOST, Fault.CUT_IN_BODY, Fault.SIGN_IN])
def test_no_credential_is_kept_of_a_submission(demo_platform, relay, workspace, draft, setting, caplog, fault):
    token, passphrase = "opensesame-4711", "sesame-0815"
    there = replace(setting, address=f"{setting.address}?token={token}")
    session = plain_session()
    session.auth = "geologist", passphrase
    source = open_source(profile_of(there), Client(session, Limits(connect_s=3, idle_s=3, total_s=10, attempts=1)))
    relay.fault = fault
    done = file(workspace, draft, source)
    assert all(f"token={token}" in seen.path for seen in relay.seen if seen.method == "POST") and relay.posts == 1
    assert all("authorization" in seen.headers for seen in relay.seen)
    told = [repr(done), repr(events_of(workspace, done)), caplog.text]
    written = b"".join(path.read_bytes() for path in workspace.path.parent.iterdir() if path.is_file())
    for secret in (token, passphrase):
        assert secret.encode() not in written and not [words for words in told if secret in words]
