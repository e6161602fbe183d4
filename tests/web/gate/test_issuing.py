"""An issuer sees what is in a draft before anybody else does, takes a lighter one, and applies."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.read import read_form
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft, note_unadmitted
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import demand, demands, tasks
from qingzhuang.store.trail import verify
from qingzhuang.web.uploads import MOST_BYTES
from tests.pipeline.drafts import letter, sheet
from tests.web.conftest import People
from tests.web.gate.conftest import DRAFT, SAID, As, upload


def test_a_dropped_form_shows_its_two_findings_and_asks_only_what_is_unknown(people: People, as_: As) -> None:
    page = as_(people.issuer).post("/gate/", upload(), follow=True).content.decode()
    assert "改好这 2 处，再发" in page
    assert page.count('class="find find--') == 2
    assert "“危房通”APP打卡率每周五排名通报" in page
    assert "3 个村一年" in page
    assert "据转述" in page


def test_words_of_the_law_that_were_not_read_in_a_source_stand_in_no_quotation_marks(
    people: People, sent: Sent, as_: As
) -> None:
    page = as_(people.issuer).get(f"/gate/{sent.number}").content.decode()
    laws = page.split('<blockquote class="law">')[1:]
    assert laws
    assert not any(
        each.startswith("“") for each in laws if "没有核对正式文本" in each.partition("</cite>")[0]
    )


def test_nobody_but_its_own_office_sees_a_draft(people: People, sent: Sent, as_: As) -> None:
    for path in ("", "/apply", "/shorter.xlsx", "/reworded.txt", "/follow", "/papers.zip", "/paper/1"):
        assert as_(people.other_issuer).get(f"/gate/{sent.number}{path}").status_code == 404
        for seat in (people.post, people.colleague, people.outsider, people.overseer, people.admin):
            assert as_(seat).get(f"/gate/{sent.number}{path}").status_code == 403
    for path in ("/apply", "/reached", "/use"):
        assert as_(people.other_issuer).post(f"/gate/{sent.number}{path}", SAID).status_code == 404


def test_an_office_sees_no_demand_of_another_in_its_list(people: People, sent: Sent, as_: As) -> None:
    assert sent.title in as_(people.issuer).get("/gate/").content.decode()
    assert sent.title not in as_(people.other_issuer).get("/gate/").content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.xlsx", b"", "一个字节也没有"),
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "图片"),
        ("加密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "QZ-"),
        ("数据.txt", bytes(range(256)) * 20, "QZ-"),
        ("坏.xlsx", b"PK\x03\x04" + b"\0" * 100, "QZ-"),
    ],
)
def test_what_is_no_draft_is_told_in_words(
    people: People, as_: As, name: str, content: bytes, words: str
) -> None:
    answer = as_(people.issuer).post("/gate/", upload(name, content))
    assert answer.status_code == 400
    assert words in answer.content.decode()


def test_a_file_too_big_is_told_in_words_and_not_kept(people: People, as_: As) -> None:
    answer = as_(people.issuer).post("/gate/", upload("大.xlsx", b"PK" + b"\0" * MOST_BYTES))
    assert answer.status_code == 400
    assert "超过 20 兆" in answer.content.decode()


def test_no_file_is_told_beside_the_field(people: People, as_: As) -> None:
    assert "请先选一份稿子" in as_(people.issuer).post("/gate/").content.decode()


@pytest.mark.parametrize(
    "name",
    ["../../etc/走访.xlsx", "<script>alert(1)</script>.xlsx", "走\u202e访\x01.xlsx", "长" * 290 + ".xlsx"],
)
def test_a_hostile_name_is_only_a_name(people: People, as_: As, name: str) -> None:
    answer = as_(people.issuer).post("/gate/", upload(name), follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_hostile_words_in_a_draft_are_only_words(people: People, as_: As) -> None:
    bad = sheet(
        "<script>alert(1)</script>名册",
        ["姓名", '"><img src=x>', "=1+1", "村\u202e"],
        "说明：须每日打卡<b>。",
    )
    page = as_(people.issuer).post("/gate/", upload(content=bad), follow=True)
    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert b"<img src=x" not in page.content
    assert "\u202e" not in page.content.decode()


def test_a_shorter_form_is_taken_away_and_reads_as_a_form(people: People, as_: As) -> None:
    client = as_(people.issuer)
    first = client.post("/gate/", upload("取暖.xlsx", sheet("低保对象取暖情况表", ["姓名", "取暖方式"])))
    number = int(first["Location"].rpartition("/")[2])
    client.post(f"/gate/{number}/apply", {**SAID, "posts": [people.post.unit.number]})
    as_(people.overseer).post(f"/gate/waiting/{number}/admit", {"until": clock.today().isoformat()})
    again = client.post(
        "/gate/", upload("低保.xlsx", sheet("低保对象花名册", ["姓名", "取暖方式", "养羊只数"]))
    )
    answer = client.get(again["Location"] + "/shorter.xlsx")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    form = read_form("短.xlsx", answer.content)
    assert form.title == "低保对象花名册"
    assert [each.key for each in form.tables[0].columns] == ["姓名", "养羊只数"]
    page = client.post(again["Location"] + "/shorter", follow=True).content.decode()
    assert "就用这张短表" not in page, "a shorter one cannot be made shorter"
    assert "取暖方式" not in page


def test_where_no_column_is_known_no_shorter_form_is_offered(people: People, sent: Sent, as_: As) -> None:
    assert "下载短表" not in as_(people.issuer).get(f"/gate/{sent.number}").content.decode()
    assert as_(people.issuer).get(f"/gate/{sent.number}/shorter.xlsx").status_code == 404


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_a_notice_is_taken_away_reworded(people: People, as_: As, kind: str) -> None:
    words = ("关于冬季走访的通知", "各村：", "一、每日在工作群接龙打卡。", "联系人：钱工。")
    number = bring_draft(people.issuer.unit, "通知.docx", letter(*words), clock.now()).number
    answer = as_(people.issuer).get(f"/gate/{number}/reworded.{kind}")
    text = read_notice(f"改后.{kind}", answer.content).text
    assert "接龙打卡" not in text
    assert "各村：" in text
    assert as_(people.issuer).get(f"/gate/{number}/reworded.exe").status_code == 404


def test_the_reworded_notice_leaves_alone_what_bears_no_mark(people: People, as_: As) -> None:
    words = (
        "关于做好有关工作的通知",
        "各村：",
        "一、各村干部每天必须在工作群接龙打卡，未打卡的按日通报排名。",
        "二、每日上报走访台账，一式三份，做到处处留痕。",
    )
    number = bring_draft(people.issuer.unit, "通知.txt", "\n".join(words).encode(), clock.now()).number
    text = as_(people.issuer).get(f"/gate/{number}/reworded.txt").content.decode()
    assert "接龙打卡" not in text
    assert words[-1] in text


def test_purpose_basis_and_what_personal_data_is_for_are_told_beside_their_fields(
    people: People, sent: Sent, as_: As
) -> None:
    answer = as_(people.issuer).post(f"/gate/{sent.number}/apply", {"times": "1"})
    assert answer.status_code == 400
    page = answer.content.decode()
    for words in ("拿来做什么", "请写依据", "这张表要个人信息", "至少留一个村"):
        assert words in page
    assert (found := demand(sent.number))
    assert found.stage is Stage.DRAFT


def test_all_villages_of_the_county_are_ticked_at_first_in_directory_order(
    people: People, sent: Sent, as_: As
) -> None:
    page = as_(people.issuer).get(f"/gate/{sent.number}/apply").content.decode()
    assert page.count('name="posts"') == page.count("checked><span>", page.index('name="posts"')) == 3
    assert page.index("柳湾村") < page.index("石桥村") < page.index("南屏村")


def test_an_application_is_kept_whole_and_leaves_a_step(
    people: People, sent: Sent, villages: list[int], as_: As
) -> None:
    said = {**SAID, "times": "12", "posts": villages[:2], "reason_1": "方案第五条要求通报"}
    assert as_(people.issuer).post(f"/gate/{sent.number}/apply", said).status_code == 302
    found = demand(sent.number)
    assert found is not None
    assert (found.stage, found.purpose, found.personal_purpose) == (
        Stage.SUBMITTED, SAID["purpose"], SAID["personal_purpose"],
    )  # fmt: skip
    assert (found.times_per_year, found.before > sent.before) == (12, True)
    assert [each.unit.name for each in tasks(demand_number=sent.number)] == ["柳湾村", "石桥村"]
    assert "submitted" in TrailRow.objects.values_list("act", flat=True)
    assert verify().broken is None
    assert "方案第五条要求通报" in as_(people.overseer).get(f"/gate/waiting/{sent.number}").content.decode()


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "长" * 1_000_000, "零\x00字符", "倒\u202e写"])
def test_hostile_words_end_in_words(
    people: People, sent: Sent, villages: list[int], as_: As, words: str
) -> None:
    said = dict.fromkeys(SAID, words) | {"posts": villages}
    answer = as_(people.issuer).post(f"/gate/{sent.number}/apply", said)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "<script>alert" not in page


def test_three_megabytes_of_words_are_refused_in_words(people: People, sent: Sent, as_: As) -> None:
    answer = as_(people.issuer).post(f"/gate/{sent.number}/apply", {"purpose": "x" * 3_000_000})
    assert answer.status_code == 400
    assert "没有收下" in answer.content.decode()


def test_a_village_of_another_county_cannot_be_asked(people: People, sent: Sent, as_: As) -> None:
    answer = as_(people.issuer).post(
        f"/gate/{sent.number}/apply", {**SAID, "posts": [people.admin.unit.number]}
    )
    assert "选的村不在您能发的范围里" in answer.content.decode()


def test_what_was_sent_without_admission_shows_as_such_to_its_office(
    people: People, sent: Sent, as_: As
) -> None:
    client = as_(people.issuer)
    assert client.post(f"/gate/{sent.number}/reached").status_code == 302
    for path in ("/gate/", f"/gate/{sent.number}", f"/gate/{sent.number}/follow"):
        assert (
            "未准入" in client.get(path).content.decode() or "没有准入" in client.get(path).content.decode()
        )
    assert "未准入" in as_(people.post).get("/desk/").content.decode()


def test_pages_ask_the_database_the_same_number_of_times_whatever_they_show(
    people: People, sent: Sent, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.issuer)
    client.get("/gate/")
    with django_assert_num_queries(7):
        client.get("/gate/")
    for _ in range(3):
        bring_draft(people.issuer.unit, "走访.xlsx", DRAFT, clock.now())
    with django_assert_num_queries(7):
        client.get("/gate/")
    with django_assert_num_queries(12):
        client.get(f"/gate/{sent.number}")
    with django_assert_num_queries(16):
        client.get(f"/gate/{sent.number}/apply")


def test_the_same_file_twice_is_two_drafts(people: People, as_: As) -> None:
    client = as_(people.issuer)
    one, two = (client.post("/gate/", upload())["Location"] for _ in range(2))
    assert one != two


def test_a_file_sent_as_a_plain_word_is_told_in_words(people: People, as_: As) -> None:
    assert as_(people.issuer).post("/gate/", {"draft": "不是文件"}).status_code == 400
    odd = SimpleUploadedFile("走访.xlsx", io.BytesIO(DRAFT).read(), content_type="text/html")
    assert as_(people.issuer).post("/gate/", {"draft": odd}).status_code == 302


def test_a_changed_draft_takes_the_place_of_the_old_one(people: People, sent: Sent, as_: As) -> None:
    clean = sheet("高龄老人冬季走访花名册", ["姓名", "取暖方式"])
    client = as_(people.issuer)
    page = client.post(f"/gate/{sent.number}/again", upload("改.xlsx", clean), follow=True).content.decode()
    assert "没有查到要改的" in page
    assert (found := demand(sent.number))
    assert (found.columns, found.findings, found.file) == (2, 0, "改.xlsx")
    odd = client.post(f"/gate/{sent.number}/again", upload("空.xlsx", b""))
    assert odd.status_code == 400
    assert "一个字节也没有" in odd.content.decode()
    assert demand(sent.number) == found, "what cannot be read changes nothing"
    assert as_(people.other_issuer).post(f"/gate/{sent.number}/again", upload()).status_code == 404


def test_a_draft_on_its_way_is_not_changed(people: People, sent: Sent, villages: list[int], as_: As) -> None:
    client = as_(people.issuer)
    client.post(f"/gate/{sent.number}/apply", {**SAID, "posts": villages})
    assert client.post(f"/gate/{sent.number}/again", upload()).status_code == 404


@pytest.mark.parametrize("file", ["通知.txt", "照片.xlsx"])
def test_a_notice_or_an_unreadable_file_breaks_no_desk(people: People, as_: As, file: str) -> None:
    content = "请各村报一报用电安全情况。".encode() if file.endswith("txt") else b"\x89PNG"
    note_unadmitted(people.issuer.unit, file, content, [people.post.unit], clock.now())
    page = as_(people.post).get("/desk/")
    assert page.status_code == 200
    assert "未准入" in page.content.decode()
    number = demands(issuer=people.issuer.unit)[0].number
    for path in ("", "/follow", "/apply"):
        assert as_(people.issuer).get(f"/gate/{number}{path}").status_code == 200


def test_an_application_is_taken_back_before_anybody_decides(
    people: People, sent: Sent, villages: list[int], as_: As
) -> None:
    client = as_(people.issuer)
    client.post(f"/gate/{sent.number}/apply", {**SAID, "posts": villages})
    assert as_(people.other_issuer).post(f"/gate/{sent.number}/withdraw").status_code == 404
    assert client.post(f"/gate/{sent.number}/withdraw").status_code == 302
    assert "没有表在等" in as_(people.overseer).get("/gate/waiting").content.decode()
    assert SAID["purpose"] in client.get(f"/gate/{sent.number}/apply").content.decode()
    assert client.post(f"/gate/{sent.number}/withdraw").status_code == 404


def test_a_draft_that_nobody_saw_is_thrown_away_and_the_trail_says_so(
    people: People, sent: Sent, as_: As
) -> None:
    assert as_(people.other_issuer).post(f"/gate/{sent.number}/discard").status_code == 404
    assert as_(people.issuer).post(f"/gate/{sent.number}/discard").status_code == 302
    assert demand(sent.number) is None
    assert any(sent.title in row.thing for row in TrailRow.objects.filter(act="discarded"))


def test_what_was_sent_back_or_sent_is_not_thrown_away(
    people: People, sent: Sent, villages: list[int], as_: As
) -> None:
    client = as_(people.issuer)
    client.post(f"/gate/{sent.number}/apply", {**SAID, "posts": villages})
    assert client.post(f"/gate/{sent.number}/discard").status_code == 404


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("basis", "上级要求", "看不出是哪份文件"),
        ("basis", "有关文件精神", "看不出是哪份文件"),
        ("purpose", "了解情况", "看不出拿去办哪件事"),
        ("personal_purpose", "x", "看不出拿去办哪件事"),
    ],
)
def test_a_basis_or_purpose_that_names_nothing_is_not_taken_and_what_would_do_is_said(
    people: People, sent: Sent, villages: list[int], as_: As, field: str, words: str, told: str
) -> None:
    said = {**SAID, field: words, "posts": villages}
    answer = as_(people.issuer).post(f"/gate/{sent.number}/apply", said)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert told in page
    assert words in page
    found = demand(sent.number)
    assert found is not None
    assert found.stage is Stage.DRAFT
