"""What the letter says, by how a finding may be spoken of."""

from collections.abc import Collection, Iterable

from qingzhuang.language import gettext as _
from qingzhuang.model.finding import Gravity
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.privacy.shown import veiled


def asked(gravity: Gravity) -> tuple[str, str]:
    """Heading and first sentence of a section."""
    return {
        Gravity.BREACH: (_("请调整的"), _("下面的要求，规定写明“不得”，请再斟酌：")),
        Gravity.DUTY: (_("请补上的"), _("下面的事，规定写明“应当”，我们没有看到：")),
        Gravity.REASON: (
            _("请告知理由的"),
            _("下面的要求，规定留有余地。如确有需要，请告知理由，我们好照着办、也好向大家说明："),
        ),
        Gravity.ADVICE: (
            _("供参考的"),
            _("下面几点，没有核对到明文的禁止，只是基层做起来费时费力，提出来供参考："),
        ),
    }[gravity]


def title(checked: Checked, gravities: Collection[Gravity]) -> str:
    """The letter's title; it asks for no more than its gravest point."""
    name = _name(checked)
    if checked.matter is Matter.REGISTER:
        return _("关于商请核对{name}所列事项的函").format(name=name)
    if Gravity.BREACH in gravities or Gravity.DUTY in gravities:
        return _("关于商请调整{name}有关要求的函").format(name=name)
    if Gravity.REASON in gravities:
        return _("关于请告知{name}有关要求理由的函").format(name=name)
    return _("关于{name}有关要求的建议").format(name=name)


def opening(checked: Checked, points: int) -> str:
    """The first paragraph."""
    name = _name(checked)
    if checked.matter is Matter.REGISTER:
        return _("{name}我们看了。其中有 {n} 点，对照现行规定，想请贵单位再核对一下。").format(
            name=name, n=points
        )
    seen = _("看到了") if checked.matter is Matter.CHAT else _("收到了")
    return _(
        "{name}{seen}。这件事我们愿意办好。其中有 {n} 点，对照现行规定，想请贵单位再看一看，免得基层多跑、多填。"
    ).format(name=name, seen=seen, n=points)


def closing(*, sure: bool) -> Iterable[str]:
    """The last paragraphs: who decides, what goes on meanwhile, how surely the law is quoted."""
    yield _(
        "以上是我们对照条文的理解，不一定周全，是否调整，由贵单位决定。如有我们不知道的依据，或者属于安保、应急，请告知是哪一件事、"
        "到哪一天为止，我们照办。其余部分正常办理，不受影响。"
    )
    if not sure:
        yield _(
            "加引号的是条文原话，没加引号的是转述或者大意；注明“条号未核”的，我们还没有见到带条号的正式文本。以正式文本为准。"
        )
    yield _("盼复。谢谢！")


def _name(checked: Checked) -> str:
    if checked.matter is Matter.CHAT:
        return _("群消息")
    bare = veiled(checked.title or checked.file.rsplit(".", 1)[0]).strip()
    return f"《{bare.replace('《', '〈').replace('》', '〉')}》"
