"""Chinese names: a surname before a title, or with a given name, whose characters stay what they are.

Only surnames are here whose character is something else by itself: 余 is 餘 by itself, but 余先生 in a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.script.names.decided import CALLED, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.script.names.lexicon import Lexicon

TITLES = (
    "先生|小姐|女士|太太|老师|教授|博士|医生|医师|律师|师傅|师父|同学|经理|董事长|局长|处长|科长|主任|校长|院长|部长|市长|县长|省长|书记|"
    "委员|议员|立委|总裁|总监|总统|主席|将军|上校|少校|队长|教练|导演|编剧|记者|大哥|大姐|大叔|大妈|大爷|大娘|阿姨|阿嬷|奶奶|爷爷|伯伯|叔叔|"
    "妈妈|爸爸|姑娘|夫人|老板|掌柜|道长|大师|法师|大夫|护士|警官|警员|法官|检察官|秘书|助理|主编|编辑|站长|馆长|所长|店长|班长|组长|课长|"
    "执行长|院士|工程师|设计师|会计师|大侠|女侠|公子|将领|相公|老爷|少爷|老弟|兄弟|姓|家人|家庄|家(?=[在的有是])|某某|某|氏|总经理|副总|副局长|副部长|老先生|老太太|"
    "贵妃|太师|太守|丞相|尚书|御史|侍郎|阁老|大人|府|家军|医官|理事长|理事|董事|研究员|讲师|助教|学长|学姐|学弟|学妹|选手|球员|女侠|嫂|伯|叔|哥|姐|妹|总(?![统之是会能在共数额计和结体的部])"
)
_TITLED = re.compile(f"([{''.join(SURNAMES)}])({TITLES})")
# Not by 总统 and the like: 于总统大选前.
_TO_OR_YU = re.compile(
    "于(先生|小姐|女士|太太|老师|教授|博士|医生|医师|律师|师傅|师父|同学|经理|大哥|大姐|某|氏|导演|夫人|主任|院士|老板|阿姨|叔叔|学长|学姐)"
)
_GIVEN = frozenset(
    "一丁世丹丽丰义之乐九书云亚亦京仁仪仲任伟伦伯佩佳佑依侠俊保信倩健偉傑元先克全兰兴冠冰军冬凡凤凯刚利力勇勤化北华卓南博卫原友双发叔"
    "可右司同名君启吉向和咏哲唐嘉国圆圣坚城培堂士声夏大天太奇奎奕如妍妙妤妮姗姿威娜娟婉婕婧婷媛孟季学宁宇守安宏宗定宜宝宣家容富寿小尧尚"
    "少山岚岩峰岳崇川州工巧帆希平庆康延建弘强彤彦彩彬彭影征德心志忠怀思怡恒恩恺悦惠愷慈慎慕慧成才承振捷敏敬文斌斐新方旭昆昌明星春昭晏"
    "晓晗晨景晴智月朋朗本来杉材杰林松枫柏树根桂桐梁梅梓棠森楚楠欣欢正武民水永江汉池沁沛河泉泓波泰泽洁洋洪浩海涛润淑淼清渊湘源溪滨滢漫潇"
    "澄炎炜炫炳烈烨焕然煜熙燕爱爽牧特玉玟玮玲珊珍珠琦琪琳琴瑄瑛瑜瑞瑶璇璋璐生甫田男登百盈益盛真睿石砚礼祖祥禄福禹秀秉秋程穆立竹童笑筠"
    "红纯纪绍经继维绮美群羽翔翠翰耀聪育胜能臣自良艳艺芝芬芮芯芳芷芸英茂茜茹荃荣莉莎莲莹菁菊菲萍萱蓉蓓蔚蕾薇藻虎虹蝶行衡裕西言训诗诚诺谊"
    "谦豪贝贞贤贵赞超越跃路轩辉辰达运进远迪通逸道邦郁配采鑫金鑑钊钢钦钧铁铃铭锋锐锦长闻阳雁雄雅雨雪雯雷霄霆霖霜露青静韬韵顺颖颜飞馨馥骏高鸣鸿"
    "鹃鹏鹤麒麟黎龄龙仪伶佐侃兆兵凌初劲勋卉哲嘉坤培墨士奎宁宜少展峻嵘巍常幼庭廷弼徽志忆恬悟惟慰懿戈才拓挺政效敦斯旦昱昶晖晟普晋曦权材栋标桦梦"
    "榕檀欧殿毅沐沙法泊泳洛济浪涵淇淳添渝游湛滔潮澜灵炯烽焰煌燦爵琛琨琼瑾璞瓊皓盼瞻砥碧磊祺稚穗竞章端笙箫纲纶绣维罗翎聿育舒航良苑苏若茵荔荷"
    "沧醒哲醇奋莺萌葆蒙蓝薛虔衍觉诠谋谷贺赋跃轩迅逊邑郎郡郭野鉴钟铨银锡镇闳陵隆雍霁韦颂频风骄骐鹰黛"
)
_FAMILIAR = frozenset("老小阿")
_NO_NAME_BEFORE = frozenset(
    "〇零一二三四五六七八九十百千万亿两几数多其剩有业残盈冗富结年月日0123456789导旅出郊春漫巡环畅网手分时秒点刻倒闹警古大小座"
)
_NAMED = re.compile(f"[{''.join(SURNAMES)}]([{''.join(sorted(_GIVEN))}]{{1,2}})(?:{TITLES})")
_GOVERNING = frozenset("和与同及或为对向到")
_TITLE_ENDS = frozenset("长员师家王任授士官将军手星角")
_ERA = frozenset("年元时期间末初朝代月日")


def may_be_people(line: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each place of `line` that can be a surname to settle, with what is behind it."""
    for surname in _SURNAME.finditer(line):
        yield surname.start(), min(len(line), surname.start() + 4)


_SURNAME = re.compile(f"[{''.join(SURNAMES)}]")


def surname_at(line: str, place: int, edges: bytes, lexicon: Lexicon) -> str | None:
    """Return how the surname at `place` of `line` is written; None if there is none.

    `edges` has a 1 where a word of `line` ends.
    """
    form = SURNAMES[line[place]]
    before, called = line[place - 1 : place], not place or line[place - 1] in CALLED
    if before == "姓":
        return form
    if before in _NO_NAME_BEFORE and before:
        return None
    if before in _FAMILIAR and not line[place + 1 : place + 2].isalpha():
        return form
    if line[place] == "于":
        return form if _is_yu(line, place, edges, lexicon, called=called) else None
    if not (edges[place] or called):
        return None
    titled = _TITLED.match(line, place) or _NAMED.match(line, place)
    return form if titled or _has_given_name(line, place, edges, lexicon, called=called) else None


def _is_yu(line: str, place: int, edges: bytes, lexicon: Lexicon, *, called: bool) -> bool:
    """Tell whether 于 at `place`, mostly a preposition, is the surname: only where somebody may be called so."""
    before = line[place - 1 : place]
    if _TO_OR_YU.match(line, place) or _NAMED.match(line, place):
        return before == "于" or (called and (edges[place] == 1 or not lexicon.is_word(f"{before}于")))
    last = edges.find(1, place + 1)
    given = line[place + 1 : last]
    titled = before in _TITLE_ENDS
    if not (edges[place] and (called or titled)) or before in _GOVERNING or len(given) != len("凤至"):
        return False
    return _GIVEN.issuperset(given) and line[last : last + 1] not in _ERA and not lexicon.is_word(given)


def _has_given_name(line: str, place: int, edges: bytes, lexicon: Lexicon, *, called: bool) -> bool:
    """Tell whether a given name follows the surname at `place`: in one word with it, or as the next one."""
    last = edges.find(1, place + 1)
    given = line[place + 1 : last]
    if given:
        goes_on = called and is_given(line[last : last + 1])  # 涂醒|哲
        long_enough = len(given) > 1 or goes_on or line[place] not in "游涂"  # 游欧, 涂田
        return edges[place] == 1 and long_enough and is_given(given) and not lexicon.is_phrase(line[place:last])
    end = edges.find(1, last + 1)
    given = line[last:end] if end > 0 else ""
    alone = place == 0 and end == len(line)  # an author
    return called and len(given) == len("志强") and is_given(given) and (alone or line[place] != "游")


def is_given(words: str) -> bool:
    """Tell whether `words` can be a given name, of one or two characters."""
    return 0 < len(words) <= len("志强") and _GIVEN.issuperset(words)


def given_name_at(line: str, place: int, edges: bytes) -> str:
    """Return the given name behind the surname at `place` of `line`; "" where none is seen."""
    named = _NAMED.match(line, place)
    if named:
        return named[1]
    last = edges.find(1, place + 1)
    given = line[place + 1 : last]
    return given if is_given(given) else ""
