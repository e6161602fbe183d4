"""One fact answers all that follows from it, under the same role."""

from qingzhuang.answer.derive_graph import Derivation, Graph

GRAPH = Graph(
    [
        Derivation("person.birth", ("person.id_no",), "id_number.birth"),
        Derivation("person.age", ("person.birth",), "birth.age"),
        Derivation("place.rate", ("place.insured", "place.population"), "ratio"),
    ]
)


def test_routes_lead_from_the_nearest_source_to_the_farthest() -> None:
    assert GRAPH.routes("person.age") == ("person.age", "person.birth", "person.id_no")


def test_what_holds_for_a_person_holds_for_the_guardian() -> None:
    assert GRAPH.routes("监护人@person.birth") == ("监护人@person.birth", "监护人@person.id_no")
    assert GRAPH.into("监护人@person.birth")[0].formula == "id_number.birth"


def test_a_date_asked_as_a_month_follows_from_the_date() -> None:
    assert GRAPH.routes("person.birth:month") == ("person.birth:month", "person.birth", "person.id_no")
    assert GRAPH.into("relief.class:yesno")[0].formula == "category.yesno"


def test_a_figure_that_needs_two_others_has_no_single_route() -> None:
    assert GRAPH.routes("place.rate") == ("place.rate",)
    assert GRAPH.into("place.rate")[0].sources == ("place.insured", "place.population")


def test_what_follows_from_nothing_is_asked_itself() -> None:
    assert GRAPH.routes("person.phone") == ("person.phone",)
