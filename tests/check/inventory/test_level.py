"""The level of an office is what its column says, else the narrowest unit in its name; a look-alike is no unit."""

import pytest

from qingzhuang.check.inventory.level import level


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("云岭县委宣传部", "county"),
        ("云岭县住房和城乡建设服务中心", "county"),
        ("云岭县乡村振兴局", "county"),
        ("乡村振兴局", None),
        ("市场监督管理局", None),
        ("云岭县市场监督管理局", "county"),
        ("青禾镇人武部", "township"),
        ("云岭县青禾镇人民政府", "township"),
        ("青禾镇", "township"),
        ("柳河街道办事处", "township"),
        ("城关镇社区卫生服务中心", "township"),
        ("云岭县社区矫正管理局", "county"),
        ("县教育体育局", "county"),
        ("市政府办公室", "city"),
        ("州水务局", "city"),
        ("省数据局", "province"),
        ("云省数据局", "province"),
        ("农业农村部", "central"),
        ("国家网信办", "central"),
        ("公安部", "central"),
        ("青禾镇石桥村", "village"),
        ("石桥村委会", "village"),
        ("石桥村民委员会", "village"),
        ("幸福社区居委会", "village"),
        ("城市管理局", None),
        ("城乡居民服务中心", None),
        ("滨河区教育局", "county"),
        ("开发区管委会", "county"),
        ("云山市云岭县公安局", "county"),
        ("云山市教育局", "city"),
        ("派出所", None),
        ("青禾镇派出所", "township"),
        ("河口瑶族自治县民政局", "county"),
        ("红河州民政局", "city"),
        ("大理白族自治州民政局", "city"),
        ("云南省昆明市五华区护国街道办事处", "township"),
        ("镇党委", "township"),
        ("街道办", "township"),
        ("村委会", "village"),
        ("内蒙古自治区民政厅", "province"),
        ("乡村建设办公室", None),
        ("和平乡人民政府", "township"),
        ("区委组织部", "county"),
        ("组织部", None),
        ("云岭县新农村建设办公室", "county"),
        ("云岭县风景区管理局", "county"),
        ("县区域发展局", "county"),
        ("上海市民政局", "province"),
        ("北京市朝阳区人民政府", "county"),
        ("妇幼保健院", None),
        ("云岭县第一小学", "county"),
        ("小镇客厅运营公司", None),
        ("广州市教育局", "city"),
        ("徐州市民政局", "city"),
        ("郑州惠济区民政局", "county"),
        ("老城区街道办", "township"),
        ("社区服务中心", None),
        ("云岭县农村商业银行", "county"),
    ],
)
def test_a_name_tells_its_level_or_nothing(name: str, found: str | None) -> None:
    assert level("", name) == found


def test_a_column_outweighs_the_name() -> None:
    assert level("县直部门", "数据局") == "county"
    assert level("乡镇（街道）", "云岭县教育局") == "township"
    assert level("其他", "云岭县教育局") == "county"
