"""The township is large enough to be a township, holds together, and is the same each time."""

from qingzhuang.demo.person import age_on
from qingzhuang.demo.township import Township, imagine


def test_the_same_seed_gives_the_same_township(township: Township) -> None:
    assert imagine() == township


def test_another_seed_gives_other_people(township: Township) -> None:
    assert imagine(1).people[0] != township.people[0]


def test_it_has_the_size_of_a_township(township: Township) -> None:
    assert len(township.people) >= 2000
    assert len(township.households) >= 700
    assert len(township.shops) >= 60
    assert len(township.villages) >= 8


def test_every_household_has_one_head_and_members_of_fitting_age(township: Township) -> None:
    for home in township.households:
        assert [person.relation for person in home.members].count("户主") == 1
        assert home.head.age >= 22
        for person in home.members:
            gap = home.head.age - person.age
            if person.relation in ("儿子", "女儿"):
                assert gap >= 18
            if person.relation in ("父亲", "母亲"):
                assert gap <= -18


def test_an_id_number_tells_the_birth_and_sex_of_its_person(township: Township) -> None:
    for person in township.people:
        assert person.id_no[6:14] == person.birth.strftime("%Y%m%d")
        assert (int(person.id_no[16]) % 2 == 1) == (person.sex == "男")


def test_children_neither_work_nor_marry(township: Township) -> None:
    children = [person for person in township.people if person.age < 16]
    assert children
    assert all(person.work.monthly == 0 and person.marital == "未婚" for person in children)


def test_there_are_people_of_every_kind_that_offices_ask_about(township: Township) -> None:
    people = township.people
    assert sum(person.age >= 80 for person in people) >= 30
    assert sum(person.service is not None for person in people) >= 20
    assert sum(person.membership is not None for person in people) >= 50
    assert sum(person.work.state == "外出务工" for person in people) >= 200
    assert sum(home.aid is not None for home in township.households) >= 50
    assert sum(home.watch is not None for home in township.households) >= 50


def test_some_things_are_not_known(township: Township) -> None:
    """Or there would be nothing to ask."""
    assert any(person.phone is None for person in township.people if person.age >= 18)


def test_age_counts_completed_years(township: Township) -> None:
    person = township.people[0]
    assert age_on(person.birth, person.birth.replace(year=person.birth.year + 30)) == 30
