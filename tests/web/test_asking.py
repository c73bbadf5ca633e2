"""What the page asks, and what it is told."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from starlette.testclient import TestClient

LISTS = ("links", "events", "claims", "actors", "articles")


def get(client: TestClient, path: str, **query: Any) -> Any:
    """The JSON of an address."""
    answer = client.get(f"/api/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_map_timeline_and_countries_add_up_to_the_list(client: TestClient) -> None:
    found = get(client, "overview")
    events = found["total"]["events"]
    assert found["list"]["total"] == events == found["all"]["events"] > 50
    assert sum(sum(b["quads"].values()) for b in found["timeline"]["buckets"]) + found["undated"] == events
    assert sum(c["events"] for c in found["countries"]) + found["unplaced"] == events
    assert all(sum(p["types"].values()) == p["events"] and p["resolution"] >= 2 for p in found["places"])


def test_a_facet_counts_what_choosing_its_value_shows_and_keeps_its_other_values(client: TestClient) -> None:
    found = get(client, "overview", country="SDN", type="ASSAULT")
    assert len(found["facets"]["type"]) > 1
    for name in ("type", "quad", "country", "status", "hedged"):
        for count in found["facets"][name]:
            chosen = {"country": "SDN", "type": "ASSAULT", name: count["value"]}
            assert get(client, "links", **chosen)["total"] == count["events"], (name, count)


@pytest.mark.parametrize(
    "query",
    [
        {"type": "assault,PROTEST"}, {"quad": "3,4"}, {"country": "SDN,PHL"}, {"party": "police"}, {"status": "future"},
        {"since": "2023-01-01", "until": "2023-12-31"}, {"undated": "true"}, {"undated": "false"}, {"hedged": "true"},
        {"text": "khartoum"}, {"min_confidence": "0.8"}, {"source": "courier"}, {"place": "khartoum"},
        {"said_by": "ministry"}, {"dyad": "PAK,IND"}, {"mode": "arrest"}, {"geonameid": "379252"}, {"actor": "PHL"},
    ],
    ids=str,
)  # fmt: skip
def test_each_filter_leaves_some_and_not_all(client: TestClient, query: dict[str, str]) -> None:
    every = get(client, "links")["total"]
    assert 0 < get(client, "links", **query)["total"] < every


def test_what_fits_is_what_is_shown(client: TestClient) -> None:
    found = get(client, "links", type="ASSAULT", country="SDN", limit=200)["items"]
    assert found
    assert {(r["type"], r["country"]) for r in found} == {("ASSAULT", "SDN")}
    assert all(r["date"] is None for r in get(client, "links", undated="true")["items"])


def test_empty_fields_of_a_form_are_not_asked_about(client: TestClient) -> None:
    assert get(client, "links", type="", since="", text=" ")["total"] == get(client, "links")["total"]


@pytest.mark.parametrize("name", LISTS)
def test_pages_follow_on_without_gap_or_repetition(client: TestClient, name: str) -> None:
    whole = get(client, name, limit=200)
    found, cursor = [], ""
    while True:
        page = get(client, name, limit=7, cursor=cursor)
        found += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert found[: len(whole["items"])] == whole["items"]
    assert len(found) == whole["total"]


@pytest.mark.parametrize("sort", ["date", "-date", "published", "type", "-country", "-witnesses", "confidence"])
def test_every_order_can_be_paged_and_is_kept(client: TestClient, sort: str) -> None:
    first = get(client, "links", sort=sort, limit=20)
    second = get(client, "links", sort=sort, limit=20, cursor=first["next"])
    field = sort.removeprefix("-")
    values = [r[field] for r in first["items"] + second["items"]]
    known = [v for v in values if v is not None]
    assert known == sorted(known, reverse=sort.startswith("-"))
    assert values == known + [None] * (len(values) - len(known))


def test_an_event_in_full_by_the_id_of_any_of_its_mentions(client: TestClient) -> None:
    row = next(r for r in get(client, "links", limit=200)["items"] if r["mentions"] > 1)
    found = get(client, f"links/{row['link']}")
    assert found["row"] == row
    assert len(found["mentions"]) == row["mentions"]
    assert found["reconciled"]["witnesses"] == row["witnesses"]
    assert {"agreed", "versions", "name"} == set(found["reconciled"]["fields"][0])
    for mention in found["mentions"]:
        assert get(client, f"links/{mention['event']}") == found


def test_an_event_mention_has_its_article_and_its_words(client: TestClient) -> None:
    row = get(client, "links")["items"][0]
    found = get(client, f"events/{row['event']}")
    assert found["article"] == row["article"]
    text = get(client, f"articles/{row['article']}")["document"]["text"]
    marked = {m["label"]: text[m["start"] : m["end"]] for m in found["marks"]}
    assert marked["event"] in {s["text"] for s in found["event_text"]}


def test_an_article_tells_words_furniture_and_why(client: TestClient) -> None:
    for item in get(client, "articles")["items"]:
        found = get(client, f"articles/{item['id']}")
        document = found["document"]
        assert len(document["events"]) == item["events"] == len(found["marks"]) == len(found["why"])
        assert all(lines[0].startswith("confidence") for lines in found["why"].values())
        for event in document["events"]:
            mine = [m for m in found["marks"][event["id"]] if m["label"] == "event"]
            assert [document["text"][m["start"] : m["end"]] for m in mine] == [s["text"] for s in event["event_text"]]
    assert found["furniture"] or document["text"]


def test_an_actor_with_aliases_events_and_what_is_known_of_it(client: TestClient) -> None:
    found = get(client, "actors/abu sayyaf")
    assert (found["name"], found["code"], found["id"]) == ("Abu Sayyaf", "PHL", "group:abu-sayyaf")
    assert "the group" in found["aliases"]
    assert len(found["known_as"]) > 1
    assert found["list"]["total"] == next(a for a in get(client, "actors")["items"] if a["id"] == found["id"])["events"]
    assert all(fellow["did"] + fellow["suffered"] for fellow in found["with"])


def test_actors_of_one_name_in_two_countries_are_two(client: TestClient) -> None:
    police = [a for a in get(client, "actors", q="police", limit=200)["items"] if a["name"].lower() == "police"]
    assert len({a["code"] for a in police}) == len(police) > 1
    one = get(client, "actors/police", code=police[0]["code"])
    assert one["list"]["total"] == police[0]["events"]
    assert get(client, "actors/police")["list"]["total"] >= one["list"]["total"]


def test_dyads_by_country_and_by_name_with_their_course(client: TestClient) -> None:
    found = get(client, "dyads", unit="year")
    pair = next(d for d in found["dyads"] if (d["actor"], d["recipient"]) == ("PAK", "IND"))
    assert pair["events"] == get(client, "links", dyad="PAK,IND")["total"]
    assert -10 <= pair["scale"] <= 10
    course = next(c for c in found["over_time"] if (c["actor"], c["recipient"]) == ("PAK", "IND"))
    assert sum(b["events"] for b in course["buckets"]) <= pair["events"]
    assert get(client, "dyads", by="actor")["dyads"][0]["actor_code"]


def test_claims_name_source_stance_and_words_and_who_answers(client: TestClient) -> None:
    found = get(client, "claims", stance="denies", limit=200)
    assert found["total"] == len(found["items"]) > 0
    assert {c["stance"] for c in found["items"]} == {"denies"}
    assert all(c["cue"] and c["about"]["event"] == c["event"] for c in found["items"])
    ministry = get(client, "claims", q="ministry")["items"]
    assert all("ministry" in c["source"].lower() for c in ministry)


def test_search_finds_events_actors_places_and_articles(client: TestClient) -> None:
    found = get(client, "search", q="Khartoum")
    assert all(found[kind] for kind in ("events", "places", "articles"))
    assert get(client, "search", q="sayyaf")["actors"][0]["name"] == "Abu Sayyaf"
    assert get(client, "search", q='"(*')["events"] == []


def test_stats_codebook_formats_and_meta(client: TestClient) -> None:
    assert sum(c["events"] for c in get(client, "stats", by="status")) >= get(client, "links")["total"]
    book = get(client, "codebook")
    assert book["types"]["ASSAULT"]["modes"]["aerial"]["definition"]
    assert [q["code"] for q in book["quads"]] == ["1", "2", "3", "4"]
    meta = get(client, "meta")
    assert (meta["record"], meta["articles"], meta["texts"], meta["read"]) == ("record.db", 7, True, True)


def test_an_export_holds_the_events_that_fit(client: TestClient) -> None:
    answer = client.get("/api/export/polecat-tsv", params={"type": "ASSAULT"})
    rows = list(csv.DictReader(io.StringIO(answer.text), delimiter="\t"))
    assert len(rows) == get(client, "events", type="ASSAULT")["total"]
    assert answer.headers["content-disposition"] == 'attachment; filename="dateline-polecat-tsv.tsv"'
    for form in get(client, "formats"):
        answer = client.get(f"/api/export/{form['name']}", params={"country": "PHL"})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(form["media_type"])
    folder = zipfile.ZipFile(io.BytesIO(client.get("/api/export/brat", params={"country": "PHL"}).content))
    assert any(name.endswith(".ann") for name in folder.namelist())


def test_who_has_the_answer_already_is_told_so(client: TestClient) -> None:
    tags = set()
    for path in ("overview", "links?type=ASSAULT", "articles", "meta", "codebook", "actors/India"):
        first = client.get(f"/api/{path}")
        tags.add(first.headers["etag"])
        again = client.get(f"/api/{path}", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(f"/api/{path}", headers={"If-None-Match": '"other"'}).status_code == 200
    assert len(tags) == 6


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "says"),
    [
        ("GET", "/api/links/nothing", 404, "not_found", "nothing"),
        ("GET", "/api/events/nothing", 404, "not_found", "nothing"),
        ("GET", "/api/articles/nothing", 404, "not_found", "nothing"),
        ("GET", "/api/actors/nobody at all", 404, "not_found", "nobody at all"),
        ("GET", "/api/export/word", 404, "not_found", "word"),
        ("GET", "/api/nothing", 404, "not_found", "/api/nothing"),
        ("POST", "/api/links", 405, "method_not_allowed", "Method"),
        ("GET", "/api/links?typ=ASSAULT", 422, "invalid", "typ"),
        ("GET", "/api/links?since=yesterday", 422, "invalid", "since"),
        ("GET", "/api/links?limit=1000", 422, "invalid", "limit"),
        ("GET", "/api/links?cursor=abc", 422, "invalid", "cursor"),
        ("GET", "/api/links?cursor=WzEsMiwzXQ", 422, "invalid", "cursor"),
        ("GET", "/api/links?dyad=IRN", 422, "invalid", "dyad"),
        ("GET", "/api/links?text=%00", 422, "invalid", "text"),
        ("GET", "/api/links?geonameid=99999999999999999999", 422, "invalid", "geonameid"),
        ("GET", "/api/articles?cursor=WzEsMl0", 422, "invalid", "cursor"),
    ],
)
def test_what_goes_wrong_has_one_shape(
    client: TestClient, method: str, path: str, status: int, code: str, says: str
) -> None:
    answer = client.request(method, path)
    error = answer.json()["error"]
    assert set(error) == {"status", "code", "message", "details"}
    assert (answer.status_code, error["status"], error["code"]) == (status, status, code)
    assert says in error["message"]
    assert "\n" not in error["message"]
